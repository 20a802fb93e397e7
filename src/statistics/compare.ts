import { type Alternative, binomialTest, fisherTest, type Runs } from "./exactTests.ts";
import { binomialProbability, defaultConfidence, type Interval, poissonRate } from "./intervals.ts";
import type { Hours } from "./needed.ts";
import { isSignificant } from "./significance.ts";
import { amount, confidencePercent, hours, percent, plural, pWords } from "./words.ts";

/** Before against after a change: two runs, two commits, two settings. */
export interface Comparison {
  /** `rates`: failures per hour, conditional binomial. `runs`: failures per run, Fisher's exact test. */
  readonly test: "rates" | "runs";
  readonly alternative: Alternative;
  readonly pValue: number;
  readonly before: Interval;
  readonly after: Interval;
  /** How many times the earlier rate (only `rates`, and only where something failed before). */
  readonly ratio?: Interval;
  /** Confidence levels, of 0.95 and 0.99, at which the alternative may be claimed. */
  readonly claimed: readonly number[];
  /** In plain words. */
  readonly sentence: string;
}

export interface CompareOptions {
  /** `fewer` when a fix is on trial, `more` when a regression is feared; decide before looking. Default `differs`. */
  readonly alternative?: Alternative;
  readonly confidence?: number;
}

const levels = [0.95, 0.99] as const;

const claimWords: Record<Alternative, string> = {
  differs: "the two differ",
  fewer: "it fails less often now",
  more: "it fails more often now",
};

const chanceWords: Record<Alternative, string> = {
  differs: "a difference as large or larger",
  fewer: "so few failures or fewer afterwards",
  more: "so many failures or more afterwards",
};

function conclude(alternative: Alternative, pValue: number, counts: string, nothingFailed: boolean) {
  if (nothingFailed)
    return { claimed: [], sentence: `${counts}. Nothing failed on either side: nothing to compare.` };
  const claimed = levels.filter((level) => isSignificant(pValue, level));
  const strongest = claimed.at(-1);
  const verdict = strongest
    ? `At ${confidencePercent(strongest)} ${claimWords[alternative]}`
    : `That is not enough to say at 95 % that ${claimWords[alternative]}`;
  const chance = `were nothing changed, ${chanceWords[alternative]} would come up by chance with ${pWords(pValue)}`;
  return { claimed, sentence: `${counts}. ${verdict}: ${chance}.` };
}

function ratioOf(before: Hours, after: Hours, confidence: number): Interval | undefined {
  if (before.failures === 0) return undefined;
  const total = before.failures + after.failures;
  const share = binomialProbability(after.failures, total, confidence);
  const odds = (p: number) => (p >= 1 ? Infinity : (p / (1 - p)) * (before.hours / after.hours));
  return { ...share, estimate: odds(share.estimate), low: odds(share.low), high: odds(share.high) };
}

/**
 * Failures per hour before and after a change, by the exact conditional binomial test (Przyborowski & Wilenski
 * 1940): given all failures, each falls into the time afterwards with probability t/(T + t) if nothing changed.
 */
export function compareRates(before: Hours, after: Hours, options: CompareOptions = {}): Comparison {
  const { alternative = "differs", confidence = defaultConfidence } = options;
  const total = before.failures + after.failures;
  const share = after.hours / (before.hours + after.hours);
  const pValue = total === 0 ? 1 : binomialTest(after.failures, total, share, alternative);
  const say = (side: Hours) =>
    `${plural(side.failures, "failure")} in ${hours(side.hours)} (${amount(side.failures / side.hours)} per hour)`;
  const ratio = ratioOf(before, after, confidence);
  return {
    test: "rates",
    alternative,
    pValue,
    before: poissonRate(before.failures, before.hours, confidence),
    after: poissonRate(after.failures, after.hours, confidence),
    ...(ratio && { ratio }),
    ...conclude(alternative, pValue, `Before ${say(before)}, after ${say(after)}`, total === 0),
  };
}

/** Failures per run before and after a change, by Fisher's exact test. */
export function compareRuns(before: Runs, after: Runs, options: CompareOptions = {}): Comparison {
  const { alternative = "differs", confidence = defaultConfidence } = options;
  const pValue = fisherTest(after, before, alternative);
  const say = (side: Runs) =>
    `${side.failures.toLocaleString("en-US")} of ${plural(side.runs, "run")} failed (${percent(side.failures / side.runs)})`;
  const nothingFailed = before.failures + after.failures === 0;
  return {
    test: "runs",
    alternative,
    pValue,
    before: binomialProbability(before.failures, before.runs, confidence),
    after: binomialProbability(after.failures, after.runs, confidence),
    ...conclude(alternative, pValue, `Before ${say(before)}, after ${say(after)}`, nothingFailed),
  };
}
