import type { Knowledge } from "../../../bisect/knowledge.ts";
import { nextProbes } from "../../../bisect/probes.ts";
import { answerOf, type Step } from "../../../bisect/steps.ts";
import { InputError } from "../../../errors.ts";
import type { BisectProbe } from "../../../handoff/bisectProbe.ts";
import type { History } from "../../../kernel/history.ts";
import type { Pool } from "../../../plan/pools.ts";
import { type Wanted, wantedBy } from "./wanted.ts";

/** A job of a round, as an entry of `strategy.matrix.include`. */
export interface RoundJob {
  readonly id: string;
  /** For people: commit and pool. */
  readonly name: string;
  readonly "runs-on": readonly string[];
  readonly "timeout-minutes": number;
  /** Names of the systems that run its guests, separated by spaces; empty: the runner does. */
  readonly systems: string;
  /** A `BisectProbe` as JSON. */
  readonly probe: string;
}

/** Runners that a round uses; more would hardly learn more. */
const mostRunners = 32;
/** Runs of `good` while nobody knows yet how often `bad` fails. */
const firstLook = 8;

/** One pool for each runner, those of the first pool first. @throws InputError for a mixture of architectures */
export function runnersOf(pools: readonly Pool[]): Pool[] {
  const [first, ...others] = new Set(pools.map(({ architecture }) => architecture));
  if (others.length > 0)
    throw new InputError(
      `pools: bisect runs one kernel of each commit, and these runners are of ${[first, ...others].join(" and ")}; name those of one architecture.`,
    );
  return pools
    .flatMap((pool) => Array<Pool>(Math.min(pool.count, mostRunners)).fill(pool))
    .slice(0, mostRunners);
}

/** What a round over several runners asks beside a step, so that none of them waits for the answers of another one. */
function beside(step: Step, knowledge: Knowledge, history: History, machines: number): Wanted[] {
  const { candidates, counts, costs, rules, good } = knowledge;
  if (machines < 1) return [];
  if (step.kind === "confirm" && (good?.passes ?? 0) === 0)
    return wantedBy({ kind: "good", runs: firstLook }, history, knowledge);
  if (step.kind !== "good" || answerOf(knowledge)?.conclusion.kind !== "undecided") return [];
  const probes = nextProbes(candidates, counts, costs, { ...rules, machines });
  return wantedBy({ kind: "probes", probes }, history, knowledge);
}

/** A kernel that has to be built is built once; one that is there can run on the idle runners, too. */
function spread(
  wanted: readonly Wanted[],
  machines: number,
  cpus: number,
  has: (commit: string) => boolean,
): Wanted[] {
  const merged = [...Map.groupBy(wanted, ({ commit }) => commit.commit).values()].flatMap((same) =>
    same
      .slice(0, 1)
      .map((one) => ({ ...one, runs: same.reduce((sum, { runs }) => sum + runs, 0), parts: 1 })),
  );
  for (let idle = machines - merged.length; idle > 0; idle--) {
    const shares = merged.map(({ commit, runs, parts }) => (has(commit.commit) ? runs / (parts + 1) : 0));
    const largest = Math.max(0, ...shares);
    const one = merged[shares.indexOf(largest)];
    // With fewer runs than CPUs another runner would save no time.
    if (one === undefined || largest < cpus) break;
    one.parts++;
  }
  return merged.flatMap(({ parts, runs, ...one }) =>
    Array.from({ length: parts }, () => ({ ...one, runs: Math.ceil(runs / parts) })),
  );
}

/** What a round runs, at most one entry for each machine; empty when there is nothing more to run. */
export function roundOf(
  step: Step,
  knowledge: Knowledge,
  history: History,
  { machines, cpus, has }: { machines: number; cpus: number; has(commit: string): boolean },
): Wanted[] {
  if (step.kind === "end") return [];
  const wanted = [...wantedBy(step, history, knowledge), ...beside(step, knowledge, history, machines - 1)];
  return spread(wanted, machines, cpus, has);
}

/** Seconds of a job that are for its probe: the rest is for checking out, installing, and handing on. */
function secondsOf({ minutes }: Pool, budget: number): number {
  return Math.max(60, Math.floor(Math.min(budget, minutes * 60 - Math.min(1800, minutes * 9))));
}

/** Jobs for what a round runs, on runners in their order. @param budget seconds by the clock that a job may take */
export function roundJobs(
  wanted: readonly Wanted[],
  runners: readonly Pool[],
  about: Pick<BisectProbe, "question" | "failure">,
  budget: number,
): RoundJob[] {
  return wanted.flatMap(({ commit, runs, failures }, i) => {
    const pool = runners[i];
    if (pool === undefined) return [];
    const probe: BisectProbe = {
      ...about,
      ...{ commit: commit.commit, runs, failures: Math.max(1, Math.min(failures, runs)) },
      seconds: secondsOf(pool, budget),
    };
    return {
      id: `probe-${i + 1}`,
      name: `${commit.commit.slice(0, 12)} (${pool.name})`,
      "runs-on": pool.labels,
      "timeout-minutes": pool.minutes,
      systems: pool.systems.join(" "),
      probe: JSON.stringify(probe),
    };
  });
}
