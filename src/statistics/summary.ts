import type { Results } from "../results/schema.ts";
import { type Comparison, compareRates, compareRuns } from "./compare.ts";
import { type FirstBad, firstBadCommits } from "./firstBad.ts";
import { defaultConfidence, type Interval, shownProbability, shownRate } from "./intervals.ts";
import { type MoreNeeded, moreNeeded, moreNeededWords } from "./moreNeeded.ts";
import { byScenario, type NoSample, type Sample, samplesOf, type Tally, tally } from "./samples.ts";
import { compareSystems, type SystemsComparison } from "./systems.ts";
import { amount, confidencePercent, hours, percent, plural } from "./words.ts";

/** What any set of samples says about how often something fails. */
export interface FailureStatistics extends Tally {
  /** Where no hours are known, anything is possible: 0 to Infinity. */
  readonly ratePerHour: Interval;
  readonly failureProbability: Interval;
  /** In plain words. */
  readonly sentence: string;
  /** At 95 and 99 %: what is still to run without a failure before one may claim that it fails less often. */
  readonly needed: readonly MoreNeeded[];
  /** The same in plain words, where there is something to claim. */
  readonly moreNeeded?: string;
  /** Against the samples of before, where there are any: by hours if they are known, and by runs. */
  readonly comparisons: readonly Comparison[];
}

export interface ScenarioStatistics extends FailureStatistics {
  readonly suite: string;
  readonly scenario: string;
}

export interface FingerprintStatistics extends FailureStatistics {
  readonly fingerprint: string;
  readonly title: string;
  /** Scenarios that show it; samples, hours and rates are those of these scenarios. */
  readonly scenarios: readonly string[];
}

export interface StatisticsSummary {
  readonly confidence: number;
  /** Commits of the kernels the samples come from; more than one means that different kernels are counted together. */
  readonly kernels: readonly string[];
  readonly total: Tally;
  /** Runs that are no samples, by verdict. */
  readonly leftOut: Readonly<Record<NoSample, number>>;
  readonly scenarios: readonly ScenarioStatistics[];
  readonly fingerprints: readonly FingerprintStatistics[];
  /** Absent with fewer than two systems. */
  readonly systems?: SystemsComparison;
  /** Before against after, and between systems: one sentence each. */
  readonly notes: readonly string[];
  /** Of a series of commits: where each scenario begins to fail. */
  readonly firstBad: readonly FirstBad[];
}

export interface SummaryOptions {
  /** Of all intervals. Default 0.95. */
  readonly confidence?: number;
  /** Results of before a change: then each scenario and each fingerprint is compared with them. */
  readonly before?: readonly Results[];
  /** What to expect of the change: `fewer` (default) for a fix, `more` for a regression, `differs` for neither. */
  readonly alternative?: "differs" | "fewer" | "more";
}

function rateWords({ failures, samples, hours: tested }: Tally, rate: Interval, chance: Interval): string {
  const sure = confidencePercent(chance.confidence);
  const during = tested > 0 ? ` in ${hours(tested)}` : "";
  if (failures === 0) {
    const perRun = `fewer than ${percent(chance.high)} of runs`;
    const perHour = tested > 0 ? `, and less often than once in ${hours(1 / rate.high)}` : "";
    return `None of ${plural(samples, "run")} failed${during}; at ${sure} confidence it fails in ${perRun}${perHour}.`;
  }
  const range = (one: Interval, say: (value: number) => string) => `${say(one.low)} to ${say(one.high)}`;
  const perHour =
    tested > 0
      ? `, ${amount(rate.estimate)} per hour (${range(rate, amount)}), once in ${hours(1 / rate.estimate)}`
      : "";
  return (
    `${failures.toLocaleString("en-US")} of ${plural(samples, "run")} failed${during}: ` +
    `${percent(chance.estimate)} of runs (${sure} interval ${range(chance, percent)})${perHour}.`
  );
}

function statisticsOf(now: Tally, before: Tally | undefined, options: SummaryOptions): FailureStatistics {
  const { confidence = defaultConfidence, alternative = "fewer" } = options;
  const ratePerHour: Interval =
    now.hours > 0
      ? shownRate(now.failures, now.hours, confidence)
      : { estimate: 0, low: 0, high: Infinity, confidence, sides: "upper" };
  const failureProbability = shownProbability(now.failures, now.samples, confidence);
  const comparisons: Comparison[] = [];
  if (before && before.samples > 0) {
    const asked = { alternative, confidence };
    if (before.hours > 0 && now.hours > 0) comparisons.push(compareRates(before, now, asked));
    const runs = (side: Tally) => ({ failures: side.failures, runs: side.samples });
    comparisons.push(compareRuns(runs(before), runs(now), asked));
  }
  const needed = moreNeeded(now, before);
  const words = moreNeededWords(needed, before !== undefined && before.failures > 0);
  return {
    ...now,
    ratePerHour,
    failureProbability,
    sentence: rateWords(now, ratePerHour, failureProbability),
    needed,
    ...(words && { moreNeeded: words }),
    comparisons,
  };
}

const keyOf = ({ suite, scenario }: Sample) => `${suite} ${scenario}`;

function scenarioStatistics(
  now: readonly Sample[],
  before: readonly Sample[],
  options: SummaryOptions,
): ScenarioStatistics[] {
  const earlier = Map.groupBy(before, keyOf);
  return byScenario(now).flatMap((samples) => {
    const first = samples[0];
    if (!first) return [];
    const then = earlier.get(keyOf(first));
    return [
      {
        suite: first.suite,
        scenario: first.scenario,
        ...statisticsOf(tally(samples), then && tally(then), options),
      },
    ];
  });
}

/** Every fingerprint that anyone saw, over the scenarios that ever showed it. */
function fingerprintStatistics(
  now: readonly Sample[],
  before: readonly Sample[],
  options: SummaryOptions,
): FingerprintStatistics[] {
  const seen = new Map<string, { title: string; keys: Set<string> }>();
  for (const sample of [...now, ...before]) {
    for (const [fingerprint, title] of sample.errors) {
      const entry = seen.get(fingerprint) ?? { title, keys: new Set<string>() };
      seen.set(fingerprint, entry);
      entry.keys.add(keyOf(sample));
    }
  }
  const all = [...seen].flatMap(([fingerprint, { title, keys }]) => {
    const mine = (sample: Sample) => keys.has(keyOf(sample));
    const failed = ({ errors }: Sample) => errors.has(fingerprint);
    const here = now.filter(mine);
    if (here.length === 0) return [];
    const then = before.filter(mine);
    const scenarios = [...new Set([...here, ...then].filter(failed).map(({ scenario }) => scenario))];
    const statistics = statisticsOf(
      tally(here, failed),
      then.length > 0 ? tally(then, failed) : undefined,
      options,
    );
    return [{ fingerprint, title, scenarios, ...statistics }];
  });
  return all.sort((a, b) => b.failures - a.failures || a.title.localeCompare(b.title));
}

function notesOf(scenarios: readonly ScenarioStatistics[], fingerprints: readonly FingerprintStatistics[]) {
  const named = [
    ...scenarios.map((one) => ({ ...one, name: one.scenario })),
    ...fingerprints.map((one) => ({ ...one, name: one.title })),
  ];
  return named.flatMap(({ name, comparisons }) =>
    comparisons.slice(0, 1).map((c) => `${name}: ${c.sentence}`),
  );
}

/**
 * Failure statistics over all samples in `results` (copies, repetitions, attempts, systems), which should be of one
 * kernel: per scenario, per fingerprint, between systems; and against `options.before` where that is given.
 */
export function summarise(results: readonly Results[], options: SummaryOptions = {}): StatisticsSummary {
  const { samples, leftOut } = samplesOf(results);
  const before = samplesOf(options.before ?? []).samples;
  const systems = compareSystems(samples, options.confidence);
  const scenarios = scenarioStatistics(samples, before, options);
  const fingerprints = fingerprintStatistics(samples, before, options);
  return {
    confidence: options.confidence ?? defaultConfidence,
    kernels: [...new Set(results.flatMap(({ kernel }) => kernel.commit ?? []))],
    total: tally(samples),
    leftOut,
    scenarios,
    fingerprints,
    ...(systems && { systems }),
    firstBad: results.flatMap(firstBadCommits),
    notes: [...notesOf(scenarios, fingerprints), ...(systems ? [systems.sentence] : [])],
  };
}
