import TinyQueue from "tinyqueue";
import { InputError } from "../errors.ts";
import type { Architecture } from "./architectures.ts";
import type { Pool } from "./pools.ts";

/** A kernel that no store has. */
export interface BuildJob {
  readonly key: string;
  readonly scenario: string;
  /** Id of its set. */
  readonly set: string;
  readonly architecture: Architecture;
  /** Expected seconds, from history. */
  readonly seconds: number;
}

/** One job of the matrix: kernels to build one after the other. */
export interface BuildGroup {
  /** `build-07` */
  readonly id: string;
  readonly pool: string;
  readonly "runs-on": readonly string[];
  readonly builds: readonly { readonly key: string; readonly scenario: string; readonly set: string }[];
  /** Expected seconds. */
  readonly seconds: number;
  readonly "timeout-minutes": number;
}

interface Bin {
  readonly index: number;
  seconds: number;
  readonly builds: BuildJob[];
}

/** The pool that builds for an architecture: one that says so, else the one with most runners; never cross. */
function builder(pools: readonly Pool[], architecture: Architecture): Pool {
  const own = pools.filter((pool) => pool.architecture === architecture);
  const asked = own.filter(({ builds }) => builds);
  const [first, ...rest] = asked.length > 0 ? asked : own;
  if (!first)
    throw new InputError(`pools: none can build for ${architecture}; add one of that architecture.`);
  return rest.reduce((best, pool) => (pool.count > best.count ? pool : best), first);
}

/** The longest first, each into the bin that is emptiest. */
function pack(builds: readonly BuildJob[], bins: number): Bin[] {
  const queue = new TinyQueue<Bin>([], (a, b) => a.seconds - b.seconds || a.index - b.index);
  const all = Array.from({ length: Math.min(bins, builds.length) }, (_, index) => ({
    index,
    seconds: 0,
    builds: [],
  }));
  for (const bin of all) queue.push(bin);
  for (const build of builds.toSorted((a, b) => b.seconds - a.seconds || a.key.localeCompare(b.key))) {
    const bin = queue.pop();
    if (!bin) break;
    bin.seconds += build.seconds;
    bin.builds.push(build);
    queue.push(bin);
  }
  return all;
}

/** Expected seconds until jobs of these lengths are done, so many at a time, in their order. */
function wallClock(lengths: readonly number[], runners: number): number {
  const free = new TinyQueue<number>(
    new Array<number>(Math.min(runners, Math.max(1, lengths.length))).fill(0),
  );
  let last = 0;
  for (const length of lengths) {
    const end = (free.pop() ?? 0) + length;
    last = Math.max(last, end);
    free.push(end);
  }
  return last;
}

/**
 * Kernels to build as jobs of a matrix: one each, and only where these would be more than `maxJobs` several in a job,
 * of equal expected length.
 *
 * @returns the groups, and the expected seconds until all are done
 * @throws InputError where no pool can build, or a job would be longer than its pool allows
 */
export function groupBuilds(
  builds: readonly BuildJob[],
  pools: readonly Pool[],
  maxJobs: number,
): { readonly groups: readonly BuildGroup[]; readonly seconds: number } {
  const unique = [...new Map(builds.map((build) => [build.key, build])).values()];
  const byArchitecture = [...Map.groupBy(unique, ({ architecture }) => architecture)];
  const share = (count: number) =>
    unique.length <= maxJobs ? count : Math.max(1, Math.floor((maxJobs * count) / unique.length));
  const packed = byArchitecture.flatMap(([architecture, own]) => {
    const pool = builder(pools, architecture);
    return pack(own, share(own.length)).map((bin) => ({ pool, bin }));
  });
  packed.sort((a, b) => b.bin.seconds - a.bin.seconds);
  const groups = packed.map(({ pool, bin }, index) => {
    if (bin.seconds > pool.minutes * 60) {
      throw new InputError(
        `plan: a job of ${bin.builds.length} builds would take ${Math.ceil(bin.seconds / 60)} minutes, ` +
          `and pool "${pool.name}" allows ${pool.minutes}; build fewer scenarios at once or on faster machines.`,
      );
    }
    return {
      id: `build-${String(index + 1).padStart(String(packed.length).length, "0")}`,
      pool: pool.name,
      "runs-on": pool.labels,
      builds: bin.builds.map(({ key, scenario, set }) => ({ key, scenario, set })),
      seconds: Math.ceil(bin.seconds),
      "timeout-minutes": pool.minutes,
    };
  });
  const byPool = [...Map.groupBy(groups, ({ pool }) => pool)];
  const seconds = byPool.map(([name, own]) =>
    wallClock(
      own.map((group) => group.seconds),
      pools.find((pool) => pool.name === name)?.count ?? 1,
    ),
  );
  return { groups, seconds: Math.max(0, ...seconds) };
}
