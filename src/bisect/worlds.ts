import { ancestryOf } from "./ancestry.ts";
import { type Evidence, goodRateOf, weigh } from "./groups.ts";
import { type Outlook, outlookOf } from "./outlook.ts";
import { rates } from "./rates.ts";
import type { Candidates, Probe, Rules, Tallies } from "./types.ts";

/** What may have been seen when the probes that run now have ended. */
export interface World {
  /** Probability of it. */
  readonly weight: number;
  readonly tallies: Tallies;
  readonly evidence: Evidence;
  /** For each group of the evidence. */
  readonly outlooks: readonly Outlook[];
  /** For each commit the probability that it is bad. */
  readonly bad: Float64Array;
}

/** Expects failures to be more frequent than they turn out: a plan is put right by the next one, a claim is not. */
const optimism = 0.5;

/** Worlds looked at, the most probable ones. */
const most = 12;

export function worldOf(candidates: Candidates, tallies: Tallies, rules: Rules, weight = 1): World {
  const evidence = weigh(candidates, tallies, rules, optimism);
  const outlooks = evidence.groups.map(({ rate }) => outlookOf(rate));
  return {
    ...{ weight, tallies, evidence, outlooks },
    bad: ancestryOf(candidates.parents).sums(evidence.first),
  };
}

function seen(tallies: Tallies, { commit }: Probe, failures: number, passes: number): Tallies {
  const before = tallies.get(commit) ?? { failures: 0, passes: 0 };
  const tally = { ...before, failures: before.failures + failures, passes: before.passes + passes };
  return new Map(tallies).set(commit, tally);
}

/** Probability that all runs of a probe pass, and the passes to expect before its first failure. */
function prospects({ evidence, bad }: World, { commit, runs }: Probe, candidates: Candidates, rules: Rules) {
  const ancestry = ancestryOf(candidates.parents);
  const good = goodRateOf(rules);
  const share = new Float64Array(rates.length);
  for (const [one, mass] of evidence.first.entries()) {
    if (one > commit) break;
    const group = evidence.groups[evidence.groupOf[one] ?? -1];
    if (group === undefined || !ancestry.has(one, commit)) continue;
    for (let k = 0; k < share.length; k++) share[k] = (share[k] ?? 0) + mass * (group.rate[k] ?? 0);
  }
  let pass = (1 - (bad[commit] ?? 0)) * (1 - good) ** runs;
  let [fail, before] = [0, 0];
  for (const [k, mass] of share.entries()) {
    const rate = rates[k] ?? 0;
    const none = (1 - rate) ** runs;
    pass += mass * none;
    fail += mass * (1 - none);
    before += mass * ((1 - none) / rate - (1 - none) - runs * none);
  }
  return { pass, passesBeforeFailure: fail === 0 ? 0 : Math.round(before / fail) };
}

/** The worlds after one more probe: in each it fails or it does not. */
export function after(worlds: readonly World[], probe: Probe, candidates: Candidates, rules: Rules): World[] {
  const split = worlds.flatMap((world) => {
    const { pass, passesBeforeFailure } = prospects(world, probe, candidates, rules);
    return [
      { weight: world.weight * pass, tallies: seen(world.tallies, probe, 0, probe.runs) },
      { weight: world.weight * (1 - pass), tallies: seen(world.tallies, probe, 1, passesBeforeFailure) },
    ];
  });
  const kept = split
    .filter(({ weight }) => weight > 1e-6)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
  const sum = kept.reduce((all, { weight }) => all + weight, 0);
  return kept.map(({ weight, tallies }) => worldOf(candidates, tallies, rules, weight / sum));
}
