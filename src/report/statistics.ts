import { formatDuration, plural } from "./format.ts";

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

/** More scenarios without a failure than this share a sentence. */
const fewQuiet = 3;

/**
 * What statistics say in plain words, scenario by scenario; many that never failed have one sentence together, with an
 * empty name.
 */
export function sentences(
  scenarios: readonly ScenarioStatistics[],
): { readonly name: string; readonly words: string }[] {
  const quiet = scenarios.filter(({ failures }) => failures === 0);
  const alone = quiet.length > fewQuiet ? scenarios.filter(({ failures }) => failures > 0) : scenarios;
  const own = alone.map(({ scenario, sentence, moreNeeded }) => ({
    name: scenario,
    words: [sentence, moreNeeded].filter(Boolean).join(" "),
  }));
  if (alone.length === scenarios.length) return own;
  const samples = quiet.reduce((sum, one) => sum + one.samples, 0);
  const tested = quiet.reduce((sum, one) => sum + one.hours, 0);
  const which =
    alone.length === 0 ? `these ${quiet.length} scenarios` : `the other ${quiet.length} scenarios`;
  const during = tested > 0 ? ` in ${formatDuration(tested * 3600)}` : "";
  return [...own, { name: "", words: `None of ${plural(samples, "run")} of ${which} failed${during}.` }];
}

/** First bad commits, then comparisons: one sentence each. */
export function notesOf(statistics: ReportStatistics | undefined): string[] {
  const { firstBad = [], notes = [] } = statistics ?? {};
  return [...firstBad.map(({ sentence }) => sentence), ...notes];
}
