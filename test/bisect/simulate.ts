import { ancestryOf } from "../../src/bisect/ancestry.ts";
import { believe } from "../../src/bisect/believe.ts";
import { conclude } from "../../src/bisect/conclude.ts";
import { nextProbes } from "../../src/bisect/probes.ts";
import type { Candidates, Conclusion, Probe, Rules, Tally } from "../../src/bisect/types.ts";

/** A history without side branches, each commit as likely as the others. */
export function line(commits: number): Candidates {
  const parents = Array.from({ length: commits }, (_, i) => (i === 0 ? [] : [i - 1]));
  return { parents, prior: parents.map(() => 1 / commits) };
}

/** A history like the kernel's: side branches off older commits, some commits each, merged in. */
export function merges(commits: number, random: () => number): Candidates {
  const parents: number[][] = [[]];
  let tip = 0;
  while (parents.length < commits) {
    const length = Math.min(1 + Math.floor(random() * 12), commits - parents.length - 1);
    let branch = Math.max(0, tip - Math.floor(random() * 40));
    for (let i = 0; i < length; i++) branch = parents.push([branch]) - 1;
    tip = parents.push(branch === tip ? [tip] : [tip, branch]) - 1;
  }
  return { parents, prior: parents.map(() => 1 / parents.length) };
}

export interface Truth {
  readonly candidates: Candidates;
  readonly first: number;
  readonly rate: number;
  readonly rules: Rules;
  /** What the first run of a commit costs beside the run. */
  readonly build: number;
  readonly random: () => number;
  readonly untestable?: (commit: number) => boolean;
}

export interface Simulated {
  readonly conclusion: Conclusion;
  readonly cost: number;
  readonly builds: number;
  /** Time until it was decided, all machines working at once. */
  readonly wall: number;
  readonly decisions: number;
}

const rounds = 5000;

/** A whole bisection; machines begin their next probe as soon as they have ended one. */
export function simulate(truth: Truth): Simulated {
  const { candidates, rules, random } = truth;
  const ancestry = ancestryOf(candidates.parents);
  const tallies = new Map<number, Tally>();
  /** When kernels are ready. */
  const built = new Map<number, number>();
  const running: { probe: Probe; end: number; failures: number; passes: number }[] = [];
  const costs = { build: (commit: number) => (built.has(commit) ? 0 : truth.build), run: 1 };
  let [wall, cost, decisions] = [0, 0, 0];
  for (;;) {
    const conclusion = conclude(believe(candidates, tallies, rules), candidates, tallies, rules);
    const end = () => ({ conclusion, cost, builds: built.size, wall, decisions });
    if (conclusion.kind !== "undecided" || decisions > rounds) return end();
    const probes = nextProbes(
      candidates,
      tallies,
      costs,
      rules,
      running.map(({ probe }) => probe),
    );
    decisions++;
    for (const probe of probes) {
      const { commit } = probe;
      if (!built.has(commit)) {
        built.set(commit, wall + truth.build);
        cost += truth.build;
      }
      const bad = ancestry.has(truth.first, commit);
      let [failures, passes] = [0, 0];
      while (failures === 0 && passes < probe.runs) {
        if (random() < (bad ? truth.rate : rules.goodRate)) failures++;
        else passes++;
      }
      cost += failures + passes;
      const from = Math.max(wall, built.get(commit) ?? 0);
      running.push({ probe, end: from + failures + passes, failures, passes });
    }
    running.sort((a, b) => a.end - b.end);
    const next = running.shift();
    if (next === undefined) return end();
    wall = next.end;
    const { commit } = next.probe;
    const before = tallies.get(commit) ?? { failures: 0, passes: 0 };
    if (truth.untestable?.(commit)) tallies.set(commit, { failures: 0, passes: 0, untestable: "build" });
    else
      tallies.set(commit, {
        failures: before.failures + next.failures,
        passes: before.passes + next.passes,
      });
  }
}
