/**
 * Rates of failure that are considered: a grid, even in the logarithm, of equal weight. That is the prior that is
 * right as often as it says whatever the rate is (see docs/adr/0007): a rate is a matter of scale.
 */
const count = 48;
const [lowest, highest] = [1e-3, 0.98];

export const rates = Float64Array.from(
  { length: count },
  (_, i) => lowest * (highest / lowest) ** (i / (count - 1)),
);
const logFail = rates.map(Math.log);
const logPass = rates.map((rate) => Math.log1p(-rate));

/**
 * How probable each rate is together with the observations, at `scale`.
 * @returns weights (not normalised, the largest is 1) and the logarithm of what they were divided by
 */
export function rateWeights(
  failures: number,
  passes: number,
): { readonly weights: Float64Array; readonly log: number } {
  const weights = new Float64Array(count);
  let log = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const value = failures * (logFail[i] ?? 0) + passes * (logPass[i] ?? 0);
    weights[i] = value;
    if (value > log) log = value;
  }
  for (let i = 0; i < count; i++) weights[i] = Math.exp((weights[i] ?? 0) - log);
  return { weights, log };
}
