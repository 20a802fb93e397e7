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
  /** CPUs of its runner, or of each of its systems. */
  readonly cpus: number;
  /** In the order in which they are expected to start. */
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
  /** Runners that stay idle because more jobs than a matrix has would be needed to use them. */
  readonly idle: number;
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

/** How many runners of each pool are used: its share (at least one) if they are more than a matrix may have jobs. */
function countsOf(pools: readonly Pool[], maxJobs: number): number[] {
  const all = pools.reduce((sum, { count }) => sum + count, 0);
  return pools.map(({ count }) =>
    all <= maxJobs ? count : Math.max(1, Math.floor((count * maxJobs) / all)),
  );
}

function runnersOf(pools: readonly Pool[], counts: readonly number[]): PoolRunner[] {
  return pools.flatMap((pool, which) => {
    const offers = [pool.architecture, ...(pool.kvm ? ["kvm"] : [])];
    const machine = (name: string): Machine => ({
      name,
      cpus: pool.cpus,
      offers,
      ...(pool.memory !== undefined && { memory: pool.memory }),
    });
    return Array.from({ length: counts[which] ?? 0 }, (_, index) => ({
      pool,
      limit: pool.minutes * 60,
      machines: pool.systems.length > 0 ? pool.systems.map(machine) : [machine(`${pool.name}-${index + 1}`)],
    }));
  });
}

/**
 * Fewer runners for fewer jobs: a runner counts once for each job it has after another, so they are taken from the
 * pool that needs most jobs for its CPUs.
 *
 * @returns undefined where every pool is down to one runner
 */
function fewerRunners(
  pools: readonly Pool[],
  counts: readonly number[],
  shards: readonly Shard[],
  tooMany: number,
): number[] | undefined {
  let worst: { readonly which: number; readonly each: number; readonly perCpu: number } | undefined;
  for (const [which, pool] of pools.entries()) {
    const count = counts[which] ?? 0;
    const each = shards.filter((shard) => shard.pool === pool.name).length / count;
    const perCpu = each / (pool.cpus * Math.max(1, pool.systems.length));
    if (count > 1 && each > 0 && perCpu > (worst?.perCpu ?? 0)) worst = { which, each, perCpu };
  }
  if (!worst) return undefined;
  const { which, each } = worst;
  return counts.map((count, index) =>
    index === which ? Math.max(1, count - Math.ceil(tooMany / Math.max(1, each))) : count,
  );
}

interface Times {
  readonly overhead: number;
  readonly closing: number;
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
      cpus: pool.cpus,
      guests: placed.flatMap(({ job }) => sampled.get(job) ?? []),
      seconds: Math.ceil(seconds),
      "timeout-minutes": pool.minutes,
    };
  });
}

/** Other mixtures of "the widest first" and "the longest first", tried where the usual one is not good enough. */
const otherLengthFactors = [0.5, Infinity, 0];
const goodEnough = 1.03;

interface Fit {
  readonly idle: number;
  readonly shards: Shard[];
  readonly run: Simulation;
  readonly bound: number;
}

/** The best run whose jobs one matrix can hold. */
function fittingRun(
  jobs: readonly Job[],
  pools: readonly Pool[],
  times: Times,
  maxJobs: number,
  sampled: ReadonlyMap<Job, SampledGuest>,
): Fit {
  const all = countsOf(pools, maxJobs);
  const machines = runnersOf(pools, all).flatMap((runner) => runner.machines);
  const bound = jobs.length === 0 ? 0 : lowerBound(jobs, machines) + times.overhead + times.closing;
  let fewest = Infinity;
  for (let counts: number[] | undefined = all; counts; ) {
    const runners = runnersOf(pools, counts);
    const tryRun = (lengthFactor: number): Pick<Fit, "run" | "shards"> => {
      const run = simulate(jobs, runners, { ...times, lengthFactor });
      if (run.left[0]) throw new Error(`${run.left[0].guest.name} passed the checks and found no place`);
      return { run, shards: shardsOf(run, runners, sampled, times) };
    };
    let best = tryRun(1);
    if (best.shards.length <= maxJobs) {
      for (const lengthFactor of otherLengthFactors) {
        if (best.run.makespan + times.closing <= bound * goodEnough) break;
        const other = tryRun(lengthFactor);
        if (other.shards.length <= maxJobs && other.run.makespan < best.run.makespan) best = other;
      }
      const idle = machines.length - runners.flatMap((runner) => runner.machines).length;
      return { ...best, bound, idle };
    }
    fewest = Math.min(fewest, best.shards.length);
    counts = fewerRunners(pools, counts, best.shards, best.shards.length - maxJobs);
  }
  throw new InputError(
    `plan: ${fewest} jobs are needed, and a matrix has at most ${maxJobs}; ` +
      "shorten the duration, run fewer repetitions, or add pools with more CPUs or more minutes.",
  );
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
  const { shards, run, bound, idle } = fittingRun(jobs, pools, times, maxJobs, sampled);
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
    idle,
    unused: pools.map(({ name }) => name).filter((name) => !shards.some(({ pool }) => pool === name)),
  };
  const digest = digestOf({ builds: builds.groups, shards });
  return { version: 1, digest, builds: builds.groups, shards, figures };
}
