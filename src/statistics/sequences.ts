/**
 * Confidence sequences: bounds that hold at every moment of a run together, so that one may look at them all the time
 * and stop whenever one likes. By the method of mixtures (Robbins, Ann. Math. Stat. 41, 1970): a likelihood ratio
 * averaged over the alternatives is a martingale under the hypothesis, and by Ville's inequality it exceeds 1/α with a
 * probability of at most α, ever. One-sided mixtures as in Howard, Ramdas, McAuliffe & Sekhon, Ann. Stat. 49 (2021),
 * appendix A.
 */
import betainc from "@stdlib/math-base-special-betainc";
import gammainc from "@stdlib/math-base-special-gammainc";
import gammaln from "@stdlib/math-base-special-gammaln";

/** Two one-sided bounds. Each of them is wrong with a probability of at most α at any moment of a whole run. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Jeffreys' prior, as a shape: good for rates far from and close to the hypothesis. */
const half = 0.5;

const betaln = (a: number, b: number) => gammaln(a) + gammaln(b) - gammaln(a + b);

/** 0 · ln 0 is 0. */
const times = (count: number, logarithm: number) => (count === 0 ? 0 : count * logarithm);

/** `lower`: the rate is lower than the hypothesis says. */
export type Side = "lower" | "higher";

/**
 * Logarithm of the evidence against "it fails at this rate (or beyond it)" on one side, by the gamma-Poisson mixture:
 * the alternatives have a gamma distribution of shape ½, cut off at the hypothesis. Evidence of 1/α or more, at any
 * moment, refutes it at confidence 1 − α. Runs of equal length that each fail once at most are less spread than
 * a Poisson process of the same rate, so that it holds for them as well.
 *
 * @param scale hours (or runs) of the order of 1/rate, chosen before any sample: costs little where it is wrong
 */
export function rateEvidence(
  side: Side,
  { failures, exposure }: { readonly failures: number; readonly exposure: number },
  rate: number,
  scale: number,
): number {
  const shape = half + failures;
  const mixture =
    half * Math.log(scale) -
    shape * Math.log(scale + exposure) +
    gammaln(shape) -
    gammaln(half) -
    times(failures, Math.log(rate)) +
    rate * exposure;
  const upper = side === "higher";
  return (
    mixture +
    Math.log(gammainc((scale + exposure) * rate, shape, true, upper)) -
    Math.log(gammainc(scale * rate, half, true, upper))
  );
}

/** As `rateEvidence`, for the probability that a run fails, by the beta-binomial mixture of shapes ½ and ½. */
export function runEvidence(
  side: Side,
  { failures, exposure: runs }: { readonly failures: number; readonly exposure: number },
  probability: number,
): number {
  const [a, b] = [half + failures, half + runs - failures];
  const mixture =
    betaln(a, b) -
    betaln(half, half) -
    times(failures, Math.log(probability)) -
    times(runs - failures, Math.log1p(-probability));
  const upper = side === "higher";
  return (
    mixture +
    Math.log(betainc(probability, a, b, true, upper)) -
    Math.log(betainc(probability, half, half, true, upper))
  );
}

/** Where `evidence` reaches `enough` between a value where it does and one where it does not. */
function crossing(evidence: (value: number) => number, enough: number, inside: number, beyond: number) {
  let [kept, refuted] = [inside, beyond];
  for (let i = 0; i < 100 && Math.abs(refuted - kept) > 1e-12 * Math.abs(refuted); i++) {
    const middle = (kept + refuted) / 2;
    if (evidence(middle) >= enough) refuted = middle;
    else kept = middle;
  }
  // What is refuted is left out, and no more.
  return refuted;
}

/**
 * Failures per hour (or whatever `exposure` is counted in), at any moment of a run: 0 to Infinity before the first
 * sample.
 *
 * @param alpha of each bound
 * @param scale see `rateEvidence`
 */
export function rateBounds(
  failures: number,
  exposure: number,
  alpha: number,
  scale: number | Readonly<Record<Side, number>>,
): Bounds {
  const scales = typeof scale === "number" ? { lower: scale, higher: scale } : scale;
  if (!(exposure > 0)) return { low: 0, high: Infinity };
  const enough = -Math.log(alpha);
  const estimate = failures / exposure;
  const sample = { failures, exposure };
  const above = (rate: number) => rateEvidence("lower", sample, rate, scales.lower);
  let beyond = Math.max(estimate, 1 / exposure) * 2;
  while (above(beyond) < enough) beyond *= 2;
  const high = crossing(above, enough, estimate, beyond);
  if (failures === 0) return { low: 0, high };
  const below = (rate: number) => rateEvidence("higher", sample, rate, scales.higher);
  let nearZero = estimate / 2;
  while (nearZero > 1e-300 && below(nearZero) < enough) nearZero /= 2;
  return { low: below(nearZero) < enough ? 0 : crossing(below, enough, estimate, nearZero), high };
}

/** Probability that a run fails, at any moment: 0 to 1 before the first one. @param alpha of each bound */
export function runBounds(failures: number, runs: number, alpha: number): Bounds {
  if (runs === 0) return { low: 0, high: 1 };
  const enough = -Math.log(alpha);
  const estimate = failures / runs;
  const sample = { failures, exposure: runs };
  const above = (value: number) => runEvidence("lower", sample, value);
  const below = (value: number) => runEvidence("higher", sample, value);
  const nearly = 1 - 1e-12;
  const [highest, lowest] = [nearly, 1e-12];
  return {
    low: failures === 0 || below(lowest) < enough ? 0 : crossing(below, enough, estimate, lowest),
    high: failures === runs || above(highest) < enough ? 1 : crossing(above, enough, estimate, highest),
  };
}
