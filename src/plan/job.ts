import type { PlannedGuest } from "./guest.ts";

/** A guest as the scheduler sees it. */
export interface Job {
  readonly guest: PlannedGuest;
  /** Expected wall clock seconds. */
  readonly seconds: number;
  /** Bytes it occupies on its machine; absent: none to speak of. */
  readonly memory?: number;
  /** It failed the last time: it goes before all that did not. */
  readonly failedLastTime?: boolean;
  /** What a machine must offer: `x86_64`, `kvm`. */
  readonly needs?: readonly string[];
}

/** A system, or one runner of a pool. */
export interface Machine {
  readonly name: string;
  readonly cpus: number;
  /** Bytes for guests; absent: never in the way. */
  readonly memory?: number;
  /** What guests may need of it; absent: everything. */
  readonly offers?: readonly string[];
}

/** Room on a machine at this moment. */
export interface Room {
  /** CPUs not taken. */
  readonly free: number;
  /** Bytes not taken; absent: never in the way. */
  readonly memory?: number;
  readonly offers?: readonly string[];
  /** Seconds until the machine must be done; absent: any time will do. */
  readonly seconds?: number;
}

export function needsMet(offers: readonly string[] | undefined, needs: readonly string[]): boolean {
  return offers === undefined || needs.every((need) => offers.includes(need));
}

/** CPUs of the widest machine that can hold such a guest; 0 if none can. */
export function widestFor(machines: readonly Machine[], memory: number, needs: readonly string[]): number {
  let widest = 0;
  for (const machine of machines) {
    const fits = memory <= (machine.memory ?? Infinity) && needsMet(machine.offers, needs);
    if (fits && machine.cpus > widest) widest = machine.cpus;
  }
  return widest;
}
