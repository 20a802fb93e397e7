import { weigh } from "./groups.ts";
import { rates } from "./rates.ts";
import type { Belief, Candidates, Rules, Tallies } from "./types.ts";

/**
 * What is known about the first bad commit and about how often bad commits fail.
 * @throws RangeError when no candidate can explain what was seen
 */
export function believe(candidates: Candidates, tallies: Tallies, rules: Rules): Belief {
  const { groups, first } = weigh(candidates, tallies, rules);
  const rate = new Float64Array(rates.length);
  for (const group of groups) {
    for (let i = 0; i < rate.length; i++) rate[i] = (rate[i] ?? 0) + group.mass * (group.rate[i] ?? 0);
  }
  const tail = (1 - rules.confidence) / 2;
  let [below, mean, low, high] = [0, 0, rates[0] ?? 0, rates.at(-1) ?? 1];
  for (const [i, mass] of rate.entries()) {
    const value = rates[i] ?? 0;
    mean += mass * value;
    if (below <= tail) low = value;
    if (below < 1 - tail) high = value;
    below += mass;
  }
  return { first, rate: { mean, low, high } };
}
