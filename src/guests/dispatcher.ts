import type { Batch, PlannedGuest } from "../plan/guest.ts";
import type { ConsoleConsumer, GuestOutcome, RunEvent } from "./events.ts";
import type { GuestHost } from "./host.ts";
import type { JitterPlan } from "./jitterPlan.ts";
import type { LifePlan } from "./life.ts";

/** A system as the dispatcher sees it. */
export interface WorkSystem {
  readonly host: GuestHost;
  /** CPUs that guests may fill. A batch that needs more runs alone, as with kvm.sh. */
  readonly cpus: number;
  /** Disturbs this system while its guests run; absent: nothing does. */
  readonly jitter?: JitterPlan;
}

export interface Dispatch {
  readonly batches: readonly Batch[];
  readonly systems: readonly WorkSystem[];
  /** What this guest is to run on this system; called when it is about to start. A rejection is a `qemu-failed` ending. */
  prepare(guest: PlannedGuest, system: WorkSystem): Promise<LifePlan>;
  /** One consumer per start of a guest. */
  console(guest: PlannedGuest): ConsoleConsumer;
  /**
   * Judges a guest that has ended. True means that it failed, which ends the run under `stopOnFailure`.
   * Its consumer has been given the whole console.
   */
  failed(outcome: GuestOutcome): boolean;
  onEvent(event: RunEvent): void;
  readonly stopOnFailure: boolean;
  /** Seconds between two progress events of a guest. */
  readonly progressInterval: number;
  /** Aborting ends all guests; the reason may be a StopRequest. */
  readonly signal: AbortSignal;
}

/** One outcome per planned guest, in the plan's order, started or not. */
export type DispatchResult = readonly GuestOutcome[];
