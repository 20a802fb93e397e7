/**
 * Rates of failure that are considered, even in the logarithm of the hazard -ln(1 - p), all of equal weight. A rate
 * is a matter of scale, and with the prior that knows no scale a claim of 95 % is right 95 times in 100 whatever the
 * rate is: docs/adr/0007-bisection.md.
 */
const count = 40;
const [lowest, highest] = [1e-3, 4];

const hazards = Float64Array.from(
  { length: count },
  (_, i) => lowest * (highest / lowest) ** (i / (count - 1)),
);
export const rates = hazards.map((hazard) => -Math.expm1(-hazard));
const logFail = rates.map(Math.log);

/** Posterior of the rate after some runs of bad commits. */
export interface RatePosterior {
  /** For each rate; sums to 1. */
  readonly weights: Float64Array;
  /** Logarithm of the probability of what was seen, but for a constant. */
  readonly log: number;
}

/** @param optimism power of the rate in the prior: 0 knows no scale, more expects frequent failures */
export function ratePosterior(failures: number, passes: number, optimism: number): RatePosterior {
  const weights = new Float64Array(count);
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const log = (failures + optimism) * (logFail[i] ?? 0) - passes * (hazards[i] ?? 0);
    weights[i] = log;
    if (log > most) most = log;
  }
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const weight = Math.exp((weights[i] ?? 0) - most);
    weights[i] = weight;
    sum += weight;
  }
  for (let i = 0; i < count; i++) weights[i] = (weights[i] ?? 0) / sum;
  return { weights, log: most + Math.log(sum) };
}
