import type { GuestHost } from "../../../contracts/guestHost.ts";
import type { WorkSource } from "../../../guests/batchQueue.ts";
import type { Preference } from "../../../guests/copyQueue.ts";
import type { Batch, PlannedGuest } from "../../../plan/guest.ts";
import type { SystemFacts } from "../../../results/schema.ts";
import type { CpuRota } from "../../../systems/topology.ts";
import type { Machine } from "./machine.ts";

/** What a guest's command must know of its place on a system. */
export interface GuestPlace {
  /** Path of its kernel image on that system. */
  readonly kernel: string;
  /** Paths there of other files that its command names, by option; absent: they are where the command says. */
  readonly files?: ReadonlyMap<string, string>;
  /** Its folder on that system, where that is not the one in the run directory. */
  readonly directory?: string;
  /** Hands out CPUs there; absent: no affinity. */
  readonly rota?: CpuRota | undefined;
  /** CPUs there that guests may be bound to. */
  readonly allowed: readonly number[];
}

/** A system that guests of this job live on. Its name is that of its facts. */
export interface JobSystem {
  readonly machine: Machine;
  readonly host: GuestHost;
  /** CPUs that guests may fill together; at least 1. */
  readonly cpus: number;
  /** Bytes that guests may fill together; absent: never in the way. */
  readonly memory?: number | undefined;
  /**
   * Prepares a place for a guest that is about to start here. Resolves when its kernel is there.
   * @param image path of the kernel in the run directory
   * @param files others that its command names, by option: `-initrd`
   * @throws SystemUnusable when the guest has to live elsewhere
   */
  place(guest: PlannedGuest, image: string, files: ReadonlyMap<string, string>): Promise<GuestPlace>;
}

/** Guests of a run directory that are to live on the systems of a job. */
export interface GuestsToPlace {
  /** Absolute path of the run directory. */
  readonly path: string;
  readonly batches: readonly Batch[];
  /** CPUs that guests may use together, where one machine runs them; 0: one guest after the other. */
  readonly cpus: number;
  /** Scenarios that failed the last time: they come first where the order is ours. */
  readonly failedBefore?: ReadonlySet<string> | undefined;
  /** Cancels what is on its way. */
  readonly signal: AbortSignal;
}

/** Systems while guests live on them. */
export interface ActiveSystems {
  /** All of them, in the order in which the user named them. */
  readonly systems: readonly JobSystem[];
  /**
   * Who gets which guest when, for one round; absent: kvm.sh's batches, one after the other.
   * @param prefer for guests that live over and over: which of them next
   */
  work?(prefer?: Preference): WorkSource;
  /** Nothing runs there any more: from now on, `work` plans without it. */
  lost?(name: string): void;
  /** Kills what is left, and leaves nothing behind. */
  close(): Promise<void>;
}

/** The systems of a job, surveyed before anything is built or sent. */
export interface JobSystems extends AsyncDisposable {
  /** Those that can be used, at least one, in the order of their names. */
  readonly machines: readonly Machine[];
  /** CPUs that guests may fill on each. */
  readonly widths: readonly number[];
  /** CPUs to pack batches for: those of the widest; 0: one guest after the other. */
  readonly cpus: number;
  /** Other systems of the job are at work on something else: lines name the system. */
  readonly oneOfSeveral?: boolean;
  /** Others that the user named; `lost` says why they are not used. */
  readonly dropped: readonly SystemFacts[];
  /** Words that name them again on the command line. */
  readonly flags: readonly string[];
  /**
   * Makes them ready for guests. Called again once that is closed, or for other machines.
   * @param names of the machines that are meant; all by default
   */
  open(guests: GuestsToPlace, names?: readonly string[]): Promise<ActiveSystems>;
  /**
   * Ends connections, and lets go of the systems. Safe to repeat, never rejects.
   * @returns facts that people should know: what did not go well
   */
  close(): Promise<readonly string[]>;
}
