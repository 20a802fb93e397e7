import { ancestryOf } from "./ancestry.ts";
import { ratePosterior } from "./rates.ts";
import type { Candidates, Rules, Tallies } from "./types.ts";

/** Candidates under which the same runs were made at bad commits: what was seen is equally probable under each. */
export interface Group {
  /** Posterior probability that the first bad commit is among them. */
  mass: number;
  /** Posterior of the rate of failure if it is; sums to 1. */
  readonly rate: Float64Array;
}

export interface Evidence {
  readonly groups: readonly Group[];
  /** Place of each candidate's group; -1: it is ruled out. */
  readonly groupOf: Int32Array;
  /** Posterior probability of each candidate to be the first bad commit; sums to 1. */
  readonly first: Float64Array;
}

/** With a rate of failure at good commits, this is the least: a failure there must not be impossible. */
const leastGoodRate = 1e-6;

/** How often a run of a good commit fails. */
export const goodRateOf = ({ goodRate }: Rules) => (goodRate === 0 ? 0 : Math.max(goodRate, leastGoodRate));

const times = (count: number, log: number) => (count === 0 ? 0 : count * log);

/** For each candidate, if it were the first bad one: how many runs of bad commits failed and passed. */
function runsOfBad({ parents }: Candidates, tallies: Tallies) {
  const ancestry = ancestryOf(parents);
  const failures = new Int32Array(parents.length);
  const passes = new Int32Array(parents.length);
  const total = { failures: 0, passes: 0 };
  for (const [commit, tally] of tallies) {
    if (tally.failures + tally.passes === 0) continue;
    total.failures += tally.failures;
    total.passes += tally.passes;
    for (let one = 0; one <= commit; one++) {
      if (!ancestry.has(one, commit)) continue;
      failures[one] = (failures[one] ?? 0) + tally.failures;
      passes[one] = (passes[one] ?? 0) + tally.passes;
    }
  }
  return { failures, passes, total };
}

/**
 * Posterior of the first bad commit, and of the rate for each group of candidates.
 * @param optimism see `ratePosterior`
 * @throws RangeError when no candidate can explain what was seen
 */
export function weigh(candidates: Candidates, tallies: Tallies, rules: Rules, optimism = 0): Evidence {
  const good = goodRateOf(rules);
  const { failures, passes, total } = runsOfBad(candidates, tallies);
  const groups: (Group & { readonly log: number })[] = [];
  const places = new Map<number, number>();
  const groupOf = new Int32Array(candidates.prior.length).fill(-1);
  for (const [one, weight] of candidates.prior.entries()) {
    const [f, m] = [failures[one] ?? 0, passes[one] ?? 0];
    if (weight === 0 || (good === 0 && f < total.failures)) continue;
    const key = f * (total.passes + 1) + m;
    let place = places.get(key);
    if (place === undefined) {
      place = groups.length;
      places.set(key, place);
      const { weights, log } = ratePosterior(f, m, optimism);
      const atGood = times(total.failures - f, Math.log(good)) + times(total.passes - m, Math.log1p(-good));
      groups.push({ mass: 0, rate: weights, log: log + atGood });
    }
    groupOf[one] = place;
  }
  const top = groups.reduce((most, { log }) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const likelihoods = groups.map(({ log }) => Math.exp(log - top));
  let sum = 0;
  const first = candidates.prior.map((weight, one) => weight * (likelihoods[groupOf[one] ?? -1] ?? 0));
  for (const weight of first) sum += weight;
  if (!(sum > 0)) throw new RangeError("no commit explains all that was seen");
  const posterior = Float64Array.from(first, (weight) => weight / sum);
  for (const [one, mass] of posterior.entries()) {
    const group = groups[groupOf[one] ?? -1];
    if (group !== undefined) group.mass += mass;
  }
  return { groups, groupOf, first: posterior };
}
