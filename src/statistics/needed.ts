import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import { fisherTest, type Runs } from "./exactTests.ts";

/** Failures counted in hours of testing. */
export interface Hours {
  readonly failures: number;
  readonly hours: number;
}

function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence ${confidence}: give a share between 0 and 1, such as 0.95`);
  }
}

/** Probability that at least one of `runs` runs fails when each does with `probability`: 1 − (1 − f)^n. */
export function chanceOfFailure(probability: number, runs: number): number {
  return -Math.expm1(runs * Math.log1p(-probability));
}

/**
 * Runs without a failure after which one may say, at `confidence`, that the failure probability is below
 * `probability`: n = ln(1 − P)/ln(1 − f) rounded up (perfbook, debugging chapter, discrete testing; 10 % at 99 % → 44).
 * `Infinity` for a probability of 0.
 */
export function runsNeeded(probability: number, confidence: number): number {
  checkConfidence(confidence);
  if (probability >= 1) return 1;
  if (probability <= 0) return Infinity;
  return Math.ceil(Math.log1p(-confidence) / Math.log1p(-probability) - 1e-9);
}

/**
 * Hours without a failure after which one may say, at `confidence`, that the rate is below `ratePerHour`:
 * T = −ln(1 − P)/rate (perfbook, continuous testing; 95 % → 3.0 times the mean time between failures).
 */
export function hoursNeeded(ratePerHour: number, confidence: number): number {
  checkConfidence(confidence);
  return ratePerHour > 0 ? -Math.log1p(-confidence) / ratePerHour : Infinity;
}

/**
 * As `hoursNeeded`, but with an earlier rate that was itself only measured: hours after the change, with
 * `failuresAfter` failures in them, at which the exact conditional binomial test (Przyborowski & Wilenski 1940)
 * says at `confidence` that the rate fell. Of all failures each falls before the change with probability
 * T/(T + t) if nothing changed; for none afterwards that is (T/(T + t))^k ≤ 1 − P.
 */
export function hoursToClaim(before: Hours, confidence: number, failuresAfter = 0): number {
  checkConfidence(confidence);
  if (before.failures === 0) return Infinity;
  const share = betaQuantile(1 - confidence, before.failures, failuresAfter + 1);
  return before.hours * (1 / share - 1);
}

/**
 * As `runsNeeded`, but with an earlier probability that was itself only measured: the runs after the change, with
 * `failuresAfter` failures among them, at which Fisher's exact test says at `confidence` that fewer fail.
 * `Infinity` when nothing failed before.
 */
export function runsToClaim(before: Runs, confidence: number, failuresAfter = 0): number {
  checkConfidence(confidence);
  if (before.failures === 0) return Infinity;
  const enough = (runs: number) =>
    fisherTest({ failures: failuresAfter, runs }, before, "fewer") <= (1 - confidence) * (1 + 1e-9);
  let [low, high] = [failuresAfter, Math.max(1, failuresAfter)];
  while (!enough(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
