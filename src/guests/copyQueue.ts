import type { Batch, PlannedGuest } from "../plan/guest.ts";
import { type Claim, cpusTaken, type Room, type WorkSource } from "./batchQueue.ts";

/**
 * How much a guest of this scenario is wanted now, the more the larger, and -Infinity not at all; those alike take turns.
 * @param running copies of it that live at the moment
 */
export type Preference = (guest: PlannedGuest, running: number) => number;

export interface Copies {
  readonly batches: readonly Batch[];
  /** Bytes that a guest occupies. */
  memoryOf(guest: PlannedGuest): number;
  readonly prefer: Preference;
  /** CPUs of the widest system that is left: only there a guest that is too large is cut to what there is. */
  widest(): number;
  /** Whether a guest's kernel is on a system; absent: everywhere. */
  isNear?(guest: PlannedGuest, system: string): boolean;
}

/**
 * Guests that live over and over: whenever there is room, the one that is wanted most of those that fit. What is
 * given back is behind its equals.
 */
export class CopyQueue implements WorkSource {
  readonly #copies: Copies;
  readonly #waiting: Claim[];
  readonly #running = new Map<string, number>();

  constructor(copies: Copies) {
    this.#copies = copies;
    this.#waiting = copies.batches.flatMap(({ number, guests }) =>
      guests.map((guest) => ({ batch: number, guests: [guest] })),
    );
  }

  claim({ system = "", capacity, free, memory = Infinity }: Room): Claim | undefined {
    const { prefer, memoryOf, widest, isNear = () => true } = this.#copies;
    const [most, idle] = [widest(), free >= capacity];
    let best: { at: number; wanted: number; near: boolean } | undefined;
    for (const [at, { guests }] of this.#waiting.entries()) {
      const [guest] = guests;
      if (!guest || Math.min(guest.cpus, most) > capacity || cpusTaken(guest, capacity) > free) continue;
      if (memoryOf(guest) > memory && !idle) continue;
      const wanted = prefer(guest, this.#running.get(guest.scenario) ?? 0);
      if (wanted === -Infinity) continue;
      const near = isNear(guest, system);
      if (!best || wanted > best.wanted || (wanted === best.wanted && near && !best.near))
        best = { at, wanted, near };
    }
    if (!best) return undefined;
    const [claim] = this.#waiting.splice(best.at, 1);
    const guest = claim?.guests[0];
    if (!claim || !guest) return undefined;
    this.#count(guest, 1);
    const bytes = memoryOf(guest);
    return { ...claim, ...(bytes > 0 ? { memory: bytes } : {}) };
  }

  requeue(claim: Claim): void {
    for (const guest of claim.guests) this.#count(guest, -1);
    this.#waiting.push(claim);
  }

  waiting(): readonly Claim[] {
    return this.#waiting;
  }

  #count({ scenario }: PlannedGuest, change: number): void {
    this.#running.set(scenario, (this.#running.get(scenario) ?? 0) + change);
  }
}
