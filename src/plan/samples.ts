import { InputError } from "../errors.ts";
import type { Architecture } from "./architectures.ts";
import type { PlannedGuest } from "./guest.ts";
import { type Job, needsMet } from "./job.ts";
import type { Pool } from "./pools.ts";

/** A guest that is to run somewhere in the pools. */
export interface MatrixGuest {
  readonly guest: PlannedGuest;
  /** Id of its set; names are unique in a set only. */
  readonly set: string;
  readonly suite: string;
  /** Key of the build it boots: scenario, kernel, options. */
  readonly build: string;
  /** Seconds of torture asked for. */
  readonly seconds: number;
  /** Expected wall clock seconds beyond the torture (boot, shutdown), from history; default 60. */
  readonly extra?: number;
  /** Bytes. */
  readonly memory?: number;
  readonly architecture: Architecture;
  /** It may not run under TCG. */
  readonly kvm?: boolean;
  readonly failedLastTime?: boolean;
}

/** What one shard runs of a guest. */
export interface SampledGuest {
  readonly name: string;
  /** CPUs to schedule with, and for `-smp` where these are others. */
  readonly cpus: number;
  readonly smp?: number;
  readonly set: string;
  readonly build: string;
  /** 1-based, of `samples` that together make up the duration asked for. */
  readonly sample: number;
  readonly samples: number;
  /** Seconds of torture of this sample. */
  readonly seconds: number;
}

const defaultExtra = 60;

function needsOf({ architecture, kvm }: MatrixGuest): string[] {
  return [architecture, ...(kvm ? ["kvm"] : [])];
}

/** Seconds that guests may take in one job of this pool: its minutes less what the job itself needs. */
function usableSeconds(pool: Pool, overhead: number): number {
  return pool.minutes * 60 - overhead;
}

/** Pools that can hold a guest, and the CPUs it takes there: no more than the widest of them has. */
function homesOf(
  guest: MatrixGuest,
  pools: readonly Pool[],
): { readonly pools: Pool[]; readonly cpus: number } {
  const able = pools.filter((pool) => obstacle(guest, pool) === undefined);
  const cpus = Math.min(guest.guest.cpus, Math.max(0, ...able.map((pool) => pool.cpus)));
  return { pools: able.filter((pool) => pool.cpus >= cpus), cpus };
}

/** Why a pool cannot hold a guest, CPUs and duration aside; `undefined` if it can. */
function obstacle(guest: MatrixGuest, pool: Pool): string | undefined {
  if (pool.architecture !== guest.architecture)
    return `it is ${pool.architecture}, not ${guest.architecture}`;
  if (!needsMet(pool.kvm ? ["kvm", pool.architecture] : [pool.architecture], needsOf(guest)))
    return "it has no KVM";
  const [needed, there] = [guest.memory ?? 0, pool.memory ?? Infinity];
  if (needed > there) return `it has ${megabytes(there)} of memory for a guest of ${megabytes(needed)}`;
  return undefined;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)}M`;
}

/**
 * Every guest finds a pool, and every pool a guest.
 *
 * @param overhead seconds that a job itself needs, before its first guest and after its last one
 * @throws InputError naming the guest or pool and why
 */
export function checkFit(guests: readonly MatrixGuest[], pools: readonly Pool[], overhead: number): void {
  if (guests.length === 0) return;
  for (const guest of guests) {
    const reasons = pools.map((pool) => [pool.name, obstacle(guest, pool)] as const);
    if (reasons.every(([, reason]) => reason !== undefined)) {
      const why = reasons.map(([name, reason]) => `${name}: ${reason}`).join("; ");
      throw new InputError(`pools: none can hold ${guest.guest.name} (${why}).`);
    }
  }
  for (const pool of pools) {
    if (usableSeconds(pool, overhead) <= defaultExtra) {
      throw new InputError(
        `pools: "${pool.name}": ${pool.minutes} minutes are over before a guest could run; ` +
          `at least ${Math.ceil((overhead + defaultExtra) / 60) + 1} are needed.`,
      );
    }
    const reasons = guests.map((guest) => obstacle(guest, pool));
    if (reasons.every((reason) => reason !== undefined)) {
      throw new InputError(`pools: "${pool.name}" can hold no guest of the plan: ${reasons[0]}.`);
    }
    if (!guests.some((guest) => homesOf(guest, pools).pools.includes(pool))) {
      const narrowest = Math.min(...guests.map((guest) => homesOf(guest, pools).cpus));
      throw new InputError(
        `pools: "${pool.name}" can hold no guest of the plan: it has ${pool.cpus} CPUs, the narrowest guest needs ${narrowest}.`,
      );
    }
  }
}

/**
 * Guests as jobs for the scheduler. A duration that no pool can hold in one piece becomes samples of equal length.
 *
 * @throws InputError if that is needed and not allowed
 */
export function splitSamples(
  guests: readonly MatrixGuest[],
  pools: readonly Pool[],
  overhead: number,
  allowed: boolean,
): { readonly job: Job; readonly guest: SampledGuest }[] {
  return guests.flatMap((planned) => {
    const { guest, seconds, extra = defaultExtra, memory, failedLastTime, set, build } = planned;
    const { name, cpus, smp } = guest;
    const able = homesOf(planned, pools).pools;
    const most = Math.max(...able.map((pool) => usableSeconds(pool, overhead))) - extra;
    const samples = Math.max(1, Math.ceil(seconds / Math.max(1, most)));
    if (most < 1 || (samples > 1 && !allowed)) {
      throw new InputError(
        `plan: ${guest.name} is to run for ${seconds} s, and the pools that can hold it allow ${Math.max(0, Math.floor(most))} s; ` +
          "choose a shorter duration, allow samples, or give a pool more minutes.",
      );
    }
    return Array.from({ length: samples }, (_, index) => {
      // Whole seconds that add up to what was asked for.
      const own = Math.floor(seconds / samples) + (index < seconds % samples ? 1 : 0);
      const job: Job = {
        guest,
        seconds: own + extra,
        needs: needsOf(planned),
        ...(memory !== undefined && { memory }),
        ...(failedLastTime !== undefined && { failedLastTime }),
      };
      const sample = { sample: index + 1, samples, seconds: own };
      return {
        job,
        guest: { name, cpus, ...(smp !== undefined && smp !== cpus && { smp }), set, build, ...sample },
      };
    });
  });
}
