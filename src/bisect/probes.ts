import { ancestryOf } from "./ancestry.ts";
import { goodRateOf } from "./groups.ts";
import { entropy, ladder } from "./outlook.ts";
import type { Candidates, Costs, Probe, Rules, Tallies } from "./types.ts";
import { after, type World, worldOf } from "./worlds.ts";

/** What a bit about the rate of failure is worth beside one about the commit. Without it, planning gets stuck. */
const worthOfRate = 0.4;

/** Of a kernel that is there, as many runs at once as still give this part of the best information per cost. */
const nearlyAsGood = 0.95;

/** Commits are tried at so many quantiles of the first bad one. */
const quantiles = 32;

/** Commits worth a look: at quantiles, those tested before, the most probable one and its parents. */
function commitsToTry({ bad, evidence, tallies }: World, { parents }: Candidates): Set<number> {
  const testable = (commit: number) => tallies.get(commit)?.untestable === undefined;
  const chosen = new Set<number>();
  const nearest = new Float64Array(quantiles).fill(2);
  const at = new Int32Array(quantiles).fill(-1);
  for (const [commit, probability] of bad.entries()) {
    const place = Math.min(Math.floor(probability * quantiles), quantiles - 1);
    if (probability - place / quantiles >= (nearest[place] ?? 0) || !testable(commit)) continue;
    nearest[place] = probability - place / quantiles;
    at[place] = commit;
  }
  let best = 0;
  for (const [commit, mass] of evidence.first.entries())
    if (mass > (evidence.first[best] ?? 0)) best = commit;
  for (const commit of [...at, ...tallies.keys(), best, ...(parents[best] ?? [])])
    if (commit >= 0 && testable(commit) && (bad[commit] ?? 0) > 0) chosen.add(commit);
  return chosen;
}

/** For each step of the ladder: information in bits that a probe of this commit is expected to give, and its runs. */
function expectations(world: World, commit: number, candidates: Candidates, rules: Rules) {
  const { first, groupOf, groups } = world.evidence;
  const ancestry = ancestryOf(candidates.parents);
  const masses = new Float64Array(groups.length);
  for (let one = 0; one <= commit; one++) {
    const group = groupOf[one] ?? -1;
    if (group >= 0 && ancestry.has(one, commit)) masses[group] = (masses[group] ?? 0) + (first[one] ?? 0);
  }
  const good = Math.max(0, 1 - masses.reduce((sum, mass) => sum + mass, 0));
  const goodRate = goodRateOf(rules);
  return ladder.map((most, i) => {
    const goodPasses = (1 - goodRate) ** most;
    let pass = good * goodPasses;
    let doubt = good * entropy(goodPasses);
    let doubtAtRate = doubt;
    let runs = good * (goodRate === 0 ? most : (1 - goodPasses) / goodRate);
    for (const [group, mass] of masses.entries()) {
      const outlook = world.outlooks[group];
      if (mass < 1e-12 || outlook === undefined) continue;
      pass += mass * (outlook.passes[i] ?? 0);
      runs += mass * (outlook.runs[i] ?? 0);
      doubt += mass * (outlook.doubt[i] ?? 0);
      doubtAtRate += mass * (outlook.doubtAtRate[i] ?? 0);
    }
    return { bits: entropy(pass) - doubt + worthOfRate * (doubt - doubtAtRate), runs };
  });
}

/** The probe that is expected to give the most information per cost, over all worlds. */
function bestProbe(
  worlds: readonly World[],
  candidates: Candidates,
  costs: Costs,
  rules: Rules,
): Probe | undefined {
  const commits = new Set(worlds.flatMap((world) => [...commitsToTry(world, candidates)]));
  let best = { commit: -1, runs: 0, value: 1e-12 };
  for (const commit of commits) {
    const values = new Float64Array(ladder.length);
    const runs = new Float64Array(ladder.length);
    for (const world of worlds) {
      for (const [i, expected] of expectations(world, commit, candidates, rules).entries()) {
        values[i] = (values[i] ?? 0) + world.weight * expected.bits;
        runs[i] = (runs[i] ?? 0) + world.weight * expected.runs;
      }
    }
    const build = costs.build(commit);
    for (const [i, bits] of values.entries()) values[i] = bits / (build + (runs[i] ?? 0) * costs.run);
    const value = values.reduce((most, one) => Math.max(most, one), 0);
    if (value <= best.value) continue;
    const enough = build === 0 ? nearlyAsGood * value : value;
    const most = values.findLastIndex((one) => one >= enough);
    best = { commit, runs: ladder[most] ?? 1, value };
  }
  return best.commit < 0 ? undefined : { commit: best.commit, runs: best.runs };
}

/**
 * The next probes, at most one for each machine, chosen together: each one is the best after what the others may show.
 * None: nothing is left that could be learnt.
 * @param running probes that have not ended yet; they take a machine each
 */
export function nextProbes(
  candidates: Candidates,
  tallies: Tallies,
  costs: Costs,
  rules: Rules,
  running: readonly Probe[] = [],
): Probe[] {
  let worlds = [worldOf(candidates, tallies, rules)];
  for (const probe of running) worlds = after(worlds, probe, candidates, rules);
  const probes: Probe[] = [];
  while (probes.length + running.length < rules.machines) {
    const best = bestProbe(worlds, candidates, costs, rules);
    if (best === undefined) break;
    probes.push(best);
    if (probes.length + running.length < rules.machines) worlds = after(worlds, best, candidates, rules);
  }
  return probes;
}
