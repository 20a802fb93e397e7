import type { Batch, PlannedGuest } from "../plan/guest.ts";

/** Room on a system. */
export interface Room {
  /** Its name. */
  readonly system?: string;
  /** CPUs, and those not taken. */
  readonly capacity: number;
  readonly free: number;
  /** Bytes not taken; absent: never in the way. */
  readonly memory?: number;
}

/** Guests that start together on one system. */
export interface Claim {
  /** Number of the batch that they were planned in. */
  readonly batch: number;
  readonly guests: readonly PlannedGuest[];
  /** Bytes that each of them occupies; absent: none to speak of. */
  readonly memory?: number;
}

/** Where the dispatcher gets its work from. Synchronous: what is claimed is nobody else's from that moment. */
export interface WorkSource {
  /** @returns guests to start together in this room; undefined: nothing that fits */
  claim(room: Room): Claim | undefined;
  /** Work that could not be finished for reasons that are not its own: to be claimed again. */
  requeue(claim: Claim): void;
  /** Everything that is still waiting, in order. */
  waiting(): readonly Claim[];
}

/** CPUs that a guest takes of a system: it is given no more than there are. */
export function cpusTaken(guest: PlannedGuest, capacity: number): number {
  return Math.min(guest.cpus, capacity);
}

/**
 * kvm.sh's batches, in their order. As there, the guests of a batch start together, and a batch that is too
 * large for the system runs alone on it. Unlike there, a batch does not wait for the last guest of the one
 * before it, only until all its CPUs are free: an early end (a panic, a failed qemu) leaves no CPU idle, and no
 * CPU is ever promised to more guests than kvm.sh would promise it to.
 */
export class BatchQueue implements WorkSource {
  readonly #waiting: Claim[];
  readonly #memoryOf: (guest: PlannedGuest) => number;

  /** @param memoryOf bytes that a guest occupies; where they are more than there is room for, a batch goes in parts */
  constructor(batches: readonly Batch[], memoryOf: (guest: PlannedGuest) => number = () => 0) {
    this.#memoryOf = memoryOf;
    this.#waiting = batches
      .filter(({ guests }) => guests.length > 0)
      .map(({ number, guests }) => ({ batch: number, guests }));
  }

  claim({ capacity, free, memory = Infinity }: Room): Claim | undefined {
    const next = this.#waiting[0];
    if (!next) return undefined;
    const needed = next.guests.reduce((sum, guest) => sum + cpusTaken(guest, capacity), 0);
    const idle = free >= capacity;
    if (needed > free && !idle) return undefined;
    const each = Math.max(...next.guests.map(this.#memoryOf));
    const fitting = each > 0 ? Math.floor(memory / each) : Infinity;
    // A guest that is too large for an idle system is cut to what it has.
    const count = Math.max(idle ? 1 : 0, Math.min(fitting, next.guests.length));
    if (count === 0) return undefined;
    this.#waiting.shift();
    const [now, later] = [next.guests.slice(0, count), next.guests.slice(count)];
    if (later.length > 0) this.#waiting.unshift({ ...next, guests: later });
    return { ...next, guests: now, ...(each > 0 ? { memory: each } : {}) };
  }

  requeue(claim: Claim): void {
    this.#waiting.unshift(claim);
  }

  waiting(): readonly Claim[] {
    return this.#waiting;
  }
}
