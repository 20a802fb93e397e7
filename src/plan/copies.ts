import { type Job, packBatches } from "./batches.ts";
import type { Batch, PlannedGuest } from "./guest.ts";

/** Guests of so many CPUs that fit on systems of these widths together: one at least. */
export function fittingCopies(widths: readonly number[], guestCpus: number): number {
  const room = widths.reduce((sum, cpus) => sum + Math.floor(cpus / guestCpus), 0);
  return Math.max(1, room);
}

/**
 * The same scenarios in so many copies that each alone fills the systems, for guests that live over and over.
 * @param widths CPUs that guests may fill, of each system
 * @param cpus to pack batches for
 */
export function fillWithCopies(
  guests: readonly PlannedGuest[],
  widths: readonly number[],
  cpus: number,
  most?: number,
): Batch[] {
  const scenarios = Map.groupBy(guests, ({ scenario }) => scenario);
  const jobs = [...scenarios].flatMap(([scenario, planned]): Job[] => {
    const [{ cpus: width, smp } = { cpus: 1 }] = planned;
    const copies = Math.max(planned.length, fittingCopies(widths, width));
    return Array.from({ length: copies }, () => ({
      scenario,
      cpus: width,
      ...(smp === undefined ? {} : { smp }),
    }));
  });
  return packBatches(jobs, cpus, most);
}
