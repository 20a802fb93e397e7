import gammaQuantileOf from "@stdlib/stats-base-dists-gamma-quantile";

/**
 * Above this shape @stdlib's incomplete gamma function (0.2.x) is off by up to 0.7 percentage points (seen from
 * shape 1000 on, exact to 1e-12 up to 700), so its quantile is then only the place where the search begins.
 */
const trustedShape = 500;

function logFactorial(n: number): number {
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log(i);
  return sum;
}

/** The terms of the Poisson distribution from `start` in one direction, until they no longer count. */
function sumTerms(start: number, mean: number, logFirst: number, step: 1 | -1): number {
  let sum = 0;
  let term = 1;
  for (let i = start; i >= 0 && term > sum * 1e-17; i += step) {
    sum += term;
    term *= step > 0 ? mean / (i + 1) : i / mean;
  }
  return sum * Math.exp(logFirst);
}

function lowerTail(events: number, mean: number, logFactorialOfEvents: number): number {
  const logTerm = events * Math.log(mean) - mean - logFactorialOfEvents;
  // The side on which the terms fall off is summed; the other side is its complement.
  if (events <= mean) return sumTerms(events, mean, logTerm, -1);
  return 1 - sumTerms(events + 1, mean, logTerm + Math.log(mean / (events + 1)), 1);
}

/**
 * Probability of `events` or fewer where `mean` are expected: the Poisson distribution function, which perfbook's
 * debugging chapter uses for "fails once an hour, after the fix twice in 24 hours" (1.2e-8).
 */
export function chanceOfSoFew(events: number, mean: number): number {
  if (!Number.isInteger(events) || events < 0 || !(mean >= 0)) {
    throw new RangeError(
      `chanceOfSoFew(${events}, ${mean}): whole events and a mean of 0 or more are needed`,
    );
  }
  return mean === 0 ? 1 : lowerTail(events, mean, logFactorial(events));
}

/**
 * The mean of which `events` or more have the probability `p`, in other words the quantile of the gamma
 * distribution with shape `events` (half the chi-square quantile with 2 × events degrees of freedom).
 *
 * @param p between 0 and 1, both excluded
 * @param events 1 or more
 */
export function gammaQuantile(p: number, events: number): number {
  const start = gammaQuantileOf(p, events, 1);
  if (events <= trustedShape) return start;
  const known = logFactorial(events - 1);
  const reach = 12 * Math.sqrt(events);
  let [low, high] = [Math.max(0, start - reach), start + reach];
  // Bisection down to the resolution of a double.
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (1 - lowerTail(events - 1, middle, known) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
