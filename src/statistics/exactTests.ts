import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import binomialPmf from "@stdlib/stats-base-dists-binomial-pmf";
import hypergeometricPmf from "@stdlib/stats-base-dists-hypergeometric-pmf";

/** What is held against "nothing changed": it differs, there are fewer failures, or more. */
export type Alternative = "differs" | "fewer" | "more";

/** Outcomes this much (relatively) above the observed one's probability still count as equal to it; R does the same. */
const tolerance = 1e-7;

/** Adds what is as improbable as `observed` or more so: the usual two-sided p value (as R and SciPy define it). */
function asImprobable(probabilities: Iterable<number>, observed: number): number {
  let sum = 0;
  for (const probability of probabilities) if (probability <= observed * (1 + tolerance)) sum += probability;
  return Math.min(1, sum);
}

/**
 * p value of the exact binomial test: `hits` of `trials` where each has the probability `share`.
 *
 * @param alternative `fewer`: that few hits or fewer; `more`: that many or more
 */
export function binomialTest(hits: number, trials: number, share: number, alternative: Alternative): number {
  if (alternative === "fewer") return binomialCdf(hits, trials, share);
  if (alternative === "more") return binomialCdf(trials - hits, trials, 1 - share);
  const probabilities = Array.from({ length: trials + 1 }, (_, i) => binomialPmf(i, trials, share));
  return asImprobable(probabilities, probabilities[hits] ?? 0);
}

/**
 * The distribution of how many of `failures` fall to a group of `drawn` out of `runs`, if nothing but chance
 * deals them out: probabilities of 0, 1, … min(failures, drawn).
 */
export function shareOfFailures(failures: number, drawn: number, runs: number): number[] {
  return Array.from({ length: Math.min(failures, drawn) + 1 }, (_, i) =>
    hypergeometricPmf(i, runs, failures, drawn),
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** p value of an outcome under a distribution given as probabilities of 0, 1, 2 … */
export function exactP(probabilities: readonly number[], hits: number, alternative: Alternative): number {
  if (alternative === "fewer") return Math.min(1, sum(probabilities.slice(0, hits + 1)));
  if (alternative === "more") return Math.min(1, sum(probabilities.slice(hits)));
  return asImprobable(probabilities, probabilities[hits] ?? 0);
}

/** A group of runs and how many of them failed. */
export interface Runs {
  readonly failures: number;
  readonly runs: number;
}

/**
 * p value of Fisher's exact test: are the failures of two groups of runs more unevenly dealt out than chance would?
 *
 * @param alternative about `group`, compared with `other`
 */
export function fisherTest(group: Runs, other: Runs, alternative: Alternative): number {
  const failures = group.failures + other.failures;
  return exactP(shareOfFailures(failures, group.runs, group.runs + other.runs), group.failures, alternative);
}
