/** An estimate with its two-sided interval. `high` may be Infinity when nothing was tested. */
export type Interval = { estimate: number; low: number; high: number };

/** What is known of one scenario over all its samples: copies, repetitions, attempts, systems. */
export type ScenarioStatistics = {
  scenario: string;
  /** Runs that count (passed or failed), and those that failed. */
  samples: number;
  failures: number;
  /** Hours of torture over all samples. */
  hours: number;
  /** Failures per hour of torture. */
  ratePerHour: Interval;
  /** Probability that one run fails, 0 to 1. */
  failureProbability: Interval;
  /** The same in plain words, without the name of the scenario. */
  sentence: string;
  /** What is still needed to claim more, in plain words. */
  moreNeeded?: string;
};

/** Statistics as reports take them: computed elsewhere, only shown here. */
export type ReportStatistics = {
  /** Confidence of the intervals, 0 to 1. */
  confidence: number;
  scenarios: readonly ScenarioStatistics[];
  /** Comparisons (between systems, before and after), one sentence each. */
  notes?: readonly string[];
  /** Of a series of commits: where each scenario begins to fail, one sentence each. */
  firstBad?: readonly { sentence: string }[];
};

/** First bad commits, then comparisons: one sentence each. */
export function notesOf(statistics: ReportStatistics | undefined): string[] {
  const { firstBad = [], notes = [] } = statistics ?? {};
  return [...firstBad.map(({ sentence }) => sentence), ...notes];
}
