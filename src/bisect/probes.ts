import { ancestryOf } from "./ancestry.ts";
import { type Evidence, weigh } from "./groups.ts";
import { rates } from "./rates.ts";
import type { Candidates, Costs, Probe, Rules, Tallies } from "./types.ts";

/** How many runs a probe may have. */
const ladder = [1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 90, 128, 181, 256, 512, 1024];
const passAll = ladder.map((runs) => rates.map((rate) => (1 - rate) ** runs));
/** Runs until the first failure, at most so many. */
const expected = ladder.map((runs) => rates.map((rate) => (1 - (1 - rate) ** runs) / rate));

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

const entropy = (p: number) => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p));

const quantiles = 32;

/** Commits worth a look. */
function commitsToTry(
  { first }: Evidence,
  bad: Float64Array,
  candidates: Candidates,
  tallies: Tallies,
): number[] {
  const testable = [...bad.keys()].filter((commit) => tallies.get(commit)?.untestable === undefined);
  const chosen = new Set<number>();
  for (const [commit, { untestable }] of tallies) if (untestable === undefined) chosen.add(commit);
  const sorted = testable.sort((a, b) => (bad[a] ?? 0) - (bad[b] ?? 0));
  let place = 0;
  for (let i = 1; i < quantiles; i++) {
    while (place < sorted.length - 1 && (bad[sorted[place] ?? 0] ?? 0) < i / quantiles) place++;
    const commit = sorted[place];
    if (commit !== undefined) chosen.add(commit);
  }
  const best = first.reduce((top, value, commit) => (value > (first[top] ?? 0) ? commit : top), 0);
  for (const commit of [best, ...(candidates.parents[best] ?? [])]) {
    if (tallies.get(commit)?.untestable === undefined) chosen.add(commit);
  }
  return [...chosen].filter((commit) => (bad[commit] ?? 0) > 0 && (bad[commit] ?? 0) < 1 - 1e-12);
}

function bestProbe(candidates: Candidates, tallies: Tallies, costs: Costs, rules: Rules): Probe | undefined {
  const evidence = weigh(candidates, tallies, rules);
  const { groups, groupOf, first } = evidence;
  const ancestry = ancestryOf(candidates.parents);
  const bad = ancestry.sums(first);
  const pass = groups.map(({ rate }) => passAll.map((row) => dot(rate, row)));
  const doubt = pass.map((row) => row.map(entropy));
  const runs = groups.map(({ rate }) => expected.map((row) => dot(rate, row)));
  let best: (Probe & { score: number }) | undefined;
  for (const commit of commitsToTry(evidence, bad, candidates, tallies)) {
    const inside = new Float64Array(groups.length);
    for (let one = 0; one <= commit; one++) {
      const group = groupOf[one] ?? -1;
      if (group >= 0 && ancestry.has(one, commit)) inside[group] = (inside[group] ?? 0) + (first[one] ?? 0);
    }
    const build = costs.build(commit);
    const good = 1 - (bad[commit] ?? 0);
    for (const [i, most] of ladder.entries()) {
      const goodPass = (1 - rules.goodRate) ** most;
      let [passes, unsure, time] = [good * goodPass, good * entropy(goodPass), good * most];
      for (let group = 0; group < groups.length; group++) {
        const mass = inside[group] ?? 0;
        passes += mass * (pass[group]?.[i] ?? 0);
        unsure += mass * (doubt[group]?.[i] ?? 0);
        time += mass * (runs[group]?.[i] ?? 0);
      }
      const score = (entropy(passes) - unsure) / (build + time * costs.run);
      if (score > (best?.score ?? 0)) best = { commit, runs: most, score };
    }
  }
  return best && { commit: best.commit, runs: best.runs };
}

/** The next probes, at most one for each machine, chosen together for the most information per cost; none: nothing left to learn. */
export function nextProbes(candidates: Candidates, tallies: Tallies, costs: Costs, rules: Rules): Probe[] {
  const best = bestProbe(candidates, tallies, costs, rules);
  return best === undefined ? [] : [best];
}
