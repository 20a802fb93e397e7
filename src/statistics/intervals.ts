import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import { gammaQuantile } from "./poisson.ts";

/** A measured value and the range that holds the true one. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** How sure: 0.95 means that at least 95 of 100 such intervals hold the true value. */
  readonly confidence: number;
  /** `upper`: nothing failed, and `high` is the one-sided bound; `low` is 0. */
  readonly sides: "two" | "upper";
}

export const defaultConfidence = 0.95;

function check(count: number, exposure: number, confidence: number): void {
  const sane = Number.isInteger(count) && count >= 0 && exposure > 0 && exposure < Infinity;
  if (!sane || !(confidence > 0 && confidence < 1)) {
    throw new RangeError(
      `an interval needs whole failures of 0 or more, an exposure above 0 and a confidence between 0 and 1, ` +
        `not ${count}, ${exposure} and ${confidence}`,
    );
  }
}

function checkRuns(failures: number, runs: number, confidence: number): void {
  check(failures, runs, confidence);
  if (!Number.isInteger(runs) || failures > runs) {
    throw new RangeError(
      `${failures} failures in ${runs} runs: whole runs are needed, and no fewer than failures`,
    );
  }
}

/**
 * Failures per hour with the exact Poisson interval (Garwood 1936): as much probability is left out on either side.
 *
 * @param failures counted in `hours`
 */
export function poissonRate(failures: number, hours: number, confidence = defaultConfidence): Interval {
  check(failures, hours, confidence);
  const tail = (1 - confidence) / 2;
  return {
    estimate: failures / hours,
    low: failures === 0 ? 0 : gammaQuantile(tail, failures) / hours,
    high: gammaQuantile(1 - tail, failures + 1) / hours,
    confidence,
    sides: "two",
  };
}

/** Failures per hour that are exceeded with a probability of at most 1 − confidence; for no failure ln(1/(1−P))/hours. */
export function poissonUpperBound(failures: number, hours: number, confidence = defaultConfidence): number {
  check(failures, hours, confidence);
  return failures === 0 ? -Math.log1p(-confidence) / hours : gammaQuantile(confidence, failures + 1) / hours;
}

/** Failure probability of a run with the exact binomial interval (Clopper & Pearson 1934). */
export function binomialProbability(
  failures: number,
  runs: number,
  confidence = defaultConfidence,
): Interval {
  checkRuns(failures, runs, confidence);
  const tail = (1 - confidence) / 2;
  return {
    estimate: failures / runs,
    low: failures === 0 ? 0 : betaQuantile(tail, failures, runs - failures + 1),
    high: failures === runs ? 1 : betaQuantile(1 - tail, failures + 1, runs - failures),
    confidence,
    sides: "two",
  };
}

/**
 * Failure probability that is exceeded with a probability of at most 1 − confidence. For no failure it is
 * 1 − (1 − P)^(1/runs), of which "three divided by the runs" is the rule of thumb at 95 %.
 */
export function binomialUpperBound(failures: number, runs: number, confidence = defaultConfidence): number {
  checkRuns(failures, runs, confidence);
  if (failures === runs) return 1;
  if (failures === 0) return -Math.expm1(Math.log1p(-confidence) / runs);
  return betaQuantile(confidence, failures + 1, runs - failures);
}

/** The interval to show: two-sided, or the one-sided upper bound where nothing failed, which says more there. */
export function shownRate(failures: number, hours: number, confidence = defaultConfidence): Interval {
  if (failures > 0) return poissonRate(failures, hours, confidence);
  return { estimate: 0, low: 0, high: poissonUpperBound(0, hours, confidence), confidence, sides: "upper" };
}

/** As `shownRate`, for the failure probability of a run. */
export function shownProbability(failures: number, runs: number, confidence = defaultConfidence): Interval {
  if (failures > 0) return binomialProbability(failures, runs, confidence);
  return { estimate: 0, low: 0, high: binomialUpperBound(0, runs, confidence), confidence, sides: "upper" };
}
