import { ancestryOf } from "./ancestry.ts";
import { rateWeights } from "./rates.ts";
import type { Candidates, Rules, Tallies } from "./types.ts";

/** Candidates under which the same runs were made at bad commits: what was seen is equally probable under all. */
export interface Group {
  readonly failures: number;
  readonly passes: number;
  /** Posterior probability of its members together. */
  mass: number;
  /** Posterior of the rate, if the first bad commit is one of these; sums to 1. */
  readonly rate: Float64Array;
}

export interface Evidence {
  readonly groups: readonly Group[];
  /** Place of each candidate's group; -1: it is ruled out. */
  readonly groupOf: Int32Array;
  /** Posterior of each candidate. */
  readonly first: Float64Array;
}

/** A good commit that never fails leaves no place for mistakes; one that may fail is taken to do so at this rate at least. */
const floor = 1e-6;

const logOr0 = (count: number, probability: number) => (count === 0 ? 0 : count * Math.log(probability));

/** @throws RangeError when no candidate can explain what was seen */
export function weigh(candidates: Candidates, tallies: Tallies, { goodRate }: Rules): Evidence {
  const { parents, prior } = candidates;
  const ancestry = ancestryOf(parents);
  const good = goodRate === 0 ? 0 : Math.max(goodRate, floor);
  const tested = [...tallies].filter(([, { failures, passes }]) => failures + passes > 0);
  const failures = new Int32Array(prior.length);
  const passes = new Int32Array(prior.length);
  for (const [commit, tally] of tested) {
    for (let one = 0; one <= commit; one++) {
      if (!ancestry.has(one, commit)) continue;
      failures[one] = (failures[one] ?? 0) + tally.failures;
      passes[one] = (passes[one] ?? 0) + tally.passes;
    }
  }
  const total = tested.reduce((sum, [, tally]) => sum + tally.failures, 0);
  const totalPasses = tested.reduce((sum, [, tally]) => sum + tally.passes, 0);

  const groups: (Group & { log: number })[] = [];
  const places = new Map<string, number>();
  const groupOf = new Int32Array(prior.length).fill(-1);
  for (const [one, weight] of prior.entries()) {
    const [f, m] = [failures[one] ?? 0, passes[one] ?? 0];
    if (weight === 0 || (good === 0 && f < total)) continue;
    const key = `${f} ${m}`;
    let place = places.get(key);
    if (place === undefined) {
      place = groups.length;
      places.set(key, place);
      const { weights, log } = rateWeights(f, m);
      const sum = weights.reduce((all, value) => all + value, 0);
      groups.push({
        failures: f,
        passes: m,
        mass: 0,
        rate: weights.map((value) => value / sum),
        log: log + Math.log(sum) + logOr0(total - f, good) + logOr0(totalPasses - m, 1 - good),
      });
    }
    groupOf[one] = place;
  }
  const top = Math.max(...groups.map(({ log }) => log));
  const first = Float64Array.from(groupOf, (place, one) => {
    const group = groups[place];
    return group === undefined ? 0 : (prior[one] ?? 0) * Math.exp(group.log - top);
  });
  const sum = first.reduce((all, value) => all + value, 0);
  if (!(sum > 0)) throw new RangeError("no commit explains all that was seen");
  for (const [one, value] of first.entries()) {
    const group = groups[groupOf[one] ?? -1];
    first[one] = value / sum;
    if (group !== undefined) group.mass += value / sum;
  }
  return { groups, groupOf, first };
}
