import { createHash } from "node:crypto";
import { InputError } from "../errors.ts";
import { lowerBound } from "./bound.ts";
import { type BuildGroup, type BuildJob, groupBuilds } from "./buildGroups.ts";
import type { Job, Machine } from "./job.ts";
import type { Pool } from "./pools.ts";
import { checkFit, type MatrixGuest, type SampledGuest, splitSamples } from "./samples.ts";
import { type Runner, type Simulation, simulate } from "./simulate.ts";

export type { BuildGroup, BuildJob, MatrixGuest, SampledGuest };

/** GitHub's limit of jobs in one matrix. */
export const maxMatrixJobs = 256;

export interface MatrixOptions {
  readonly guests: readonly MatrixGuest[];
  /** Only those that no store has. */
  readonly builds: readonly BuildJob[];
  readonly pools: readonly Pool[];
  /** Seconds from the start of a job to its first guest: fetching, probing. Default 60. */
  readonly overhead?: number;
  /** Seconds from the end of its last guest to the end of a job: judging, publishing, time in hand. Default 120. */
  readonly closing?: number;
  /** Durations longer than any pool's limit are split into samples (default) or refused. */
  readonly split?: boolean;
  /** Jobs allowed per matrix. Default 256, GitHub's limit. */
  readonly maxJobs?: number;
}

/** One job of the matrix: guests to run on one runner. */
export interface Shard {
  /** `shard-007` */
  readonly id: string;
  readonly pool: string;
  readonly "runs-on": readonly string[];
  readonly systems?: readonly string[];
  readonly guests: readonly SampledGuest[];
  /** Expected wall clock seconds of the job. */
  readonly seconds: number;
  readonly "timeout-minutes": number;
}

export interface MatrixFigures {
  /** Expected seconds: the longest row of build jobs, and from the first shard's start to the last one's end. */
  readonly buildSeconds: number;
  readonly runSeconds: number;
  /** Seconds that no plan of these guests on these runners can do without. */
  readonly bound: number;
  /** Hours that all runners together are occupied. */
  readonly machineHours: number;
  /** Hours of torture: the sum of all guests' durations. */
  readonly tortureHours: number;
  readonly runners: number;
  /** Pools that get no guest: their minutes are too few for the durations, or others are done sooner. */
  readonly unused: readonly string[];
}

export interface MatrixPlan {
  readonly version: 1;
  /** SHA-256 over everything that is planned: results of another plan are not this one's. */
  readonly digest: string;
  readonly builds: readonly BuildGroup[];
  readonly shards: readonly Shard[];
  readonly figures: MatrixFigures;
}

interface PoolRunner extends Runner {
  readonly pool: Pool;
}

/** Runners of all pools; of each pool its share (at least one), if they are more than a matrix may have jobs. */
function runnersOf(pools: readonly Pool[], maxJobs: number): PoolRunner[] {
  const all = pools.reduce((sum, { count }) => sum + count, 0);
  return pools.flatMap((pool) => {
    const offers = [pool.architecture, ...(pool.kvm ? ["kvm"] : [])];
    const machine = (name: string): Machine => ({
      name,
      cpus: pool.cpus,
      offers,
      ...(pool.memory !== undefined && { memory: pool.memory }),
    });
    const count = all <= maxJobs ? pool.count : Math.max(1, Math.floor((pool.count * maxJobs) / all));
    return Array.from({ length: count }, (_, index) => ({
      pool,
      limit: pool.minutes * 60,
      machines: pool.systems.length > 0 ? pool.systems.map(machine) : [machine(`${pool.name}-${index + 1}`)],
    }));
  });
}

interface Times {
  readonly overhead: number;
  readonly closing: number;
}

/** The best of a few simulated runs; ends early where the bound is as good as met. */
function bestRun(
  jobs: readonly Job[],
  runners: readonly PoolRunner[],
  times: Times,
  bound: number,
): Simulation {
  let best: Simulation | undefined;
  for (const patience of [1, 0, 0.5, 2, Infinity]) {
    const run = simulate(jobs, runners, { ...times, patience });
    if (!best || run.left.length < best.left.length || run.makespan < best.makespan) best = run;
    if (best.left.length === 0 && best.makespan + times.closing <= bound * 1.01) break;
  }
  if (!best) throw new Error("at least one run is simulated");
  return best;
}

function shardsOf(
  run: Simulation,
  runners: readonly PoolRunner[],
  sampled: ReadonlyMap<Job, SampledGuest>,
  times: Times,
): Shard[] {
  const groups = [...Map.groupBy(run.placements, ({ runner, round }) => `${runner} ${round}`).values()];
  const begins = (placed: Simulation["placements"]) => Math.min(...placed.map(({ start }) => start));
  groups.sort((a, b) => begins(a) - begins(b) || (a[0]?.runner ?? 0) - (b[0]?.runner ?? 0));
  const digits = String(groups.length).length;
  return groups.map((placed, index) => {
    const pool = runners[placed[0]?.runner ?? 0]?.pool;
    if (!pool) throw new Error("every placement has a runner");
    const seconds =
      Math.max(...placed.map(({ end }) => end)) - begins(placed) + times.overhead + times.closing;
    return {
      id: `shard-${String(index + 1).padStart(digits, "0")}`,
      pool: pool.name,
      "runs-on": pool.labels,
      ...(pool.systems.length > 0 && { systems: pool.systems }),
      guests: placed.flatMap(({ job }) => sampled.get(job) ?? []),
      seconds: Math.ceil(seconds),
      "timeout-minutes": pool.minutes,
    };
  });
}

/** Digest of anything that JSON can hold; the order of keys counts. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/**
 * Spreads guests over runner pools: one job per runner and round, filled as the dispatcher on it will fill it, and
 * missing kernels to build before that. Deterministic: the same input gives the same plan and digest.
 *
 * @throws InputError for a guest or a pool that fits nothing, a duration beyond every limit, and too many jobs
 */
export function planMatrix(options: MatrixOptions): MatrixPlan {
  const { pools, overhead = 60, closing = 120, split = true, maxJobs = maxMatrixJobs } = options;
  const times = { overhead, closing };
  checkFit(options.guests, pools, overhead + closing);
  const guests = splitSamples(options.guests, pools, overhead + closing, split);
  const sampled = new Map(guests.map(({ job, guest }) => [job, guest]));
  const jobs = guests.map(({ job }) => job);
  const runners = runnersOf(pools, maxJobs);
  const machines = runners.flatMap((runner) => runner.machines);
  const bound = jobs.length === 0 ? 0 : lowerBound(jobs, machines) + overhead + closing;
  const run = bestRun(jobs, runners, times, bound);
  if (run.left.length > 0) throw new Error(`${run.left[0]?.guest.name} passed the checks and found no place`);
  const shards = shardsOf(run, runners, sampled, times);
  if (shards.length > maxJobs) {
    throw new InputError(
      `plan: ${shards.length} jobs are needed, and a matrix has at most ${maxJobs}; ` +
        "shorten the duration, run fewer repetitions, or add pools with more CPUs or more minutes.",
    );
  }
  const builds = groupBuilds(options.builds, pools, maxJobs);
  const figures: MatrixFigures = {
    buildSeconds: builds.seconds,
    runSeconds: jobs.length === 0 ? 0 : Math.ceil(run.makespan + closing),
    bound: Math.ceil(bound),
    machineHours:
      (shards.reduce((sum, { seconds }) => sum + seconds, 0) +
        builds.groups.reduce((sum, { seconds }) => sum + seconds, 0)) /
      3600,
    tortureHours: options.guests.reduce((sum, { seconds }) => sum + seconds, 0) / 3600,
    runners: new Set(run.placements.map(({ runner }) => runner)).size,
    unused: pools.map(({ name }) => name).filter((name) => !shards.some(({ pool }) => pool === name)),
  };
  const digest = digestOf({ builds: builds.groups, shards });
  return { version: 1, digest, builds: builds.groups, shards, figures };
}
