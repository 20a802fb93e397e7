import { parseGuestName } from "../contracts/guestNames.ts";
import { InputError } from "../errors.ts";
import type { Batch, PlannedGuest } from "../plan/guest.ts";

/** Guests that a run directory may have: far more than anybody's machines run, and few enough to be read at once. */
export const mostGuests = 10_000;

/** @throws InputError for more guests than a run directory may have */
export function checkCount(count: number, where: string): void {
  if (count <= mostGuests) return;
  throw new InputError(`${where}: names ${count} guests; a run directory has at most ${mostGuests}.`);
}

/** `batches`: lines `BATCH GUEST CPUS`, comments behind `#`. CPU counts by guest name. */
export function parseBatchesFile(text: string): Map<string, number> {
  const cpus = new Map<string, number>();
  for (const line of text.split("\n")) {
    const match = /^\d+ (\S+) (\d+)$/.exec(line.trim());
    if (match) cpus.set(match[1] ?? "", Number(match[2]));
  }
  return cpus;
}

/**
 * `scenarios`: lines `N.  GUEST GUEST …`, one a batch.
 * @param cpusOf CPUs to schedule a guest with.
 * @throws InputError for names that are no guests, doubled names, or no guests at all.
 */
export function parseScenariosFile(text: string, cpusOf: (name: string) => number, where: string): Batch[] {
  const seen = new Set<string>();
  const batches: Batch[] = [];
  const lines = text
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.trim().split(/\s+/).slice(1));
  // Before any of them is looked at.
  checkCount(
    lines.reduce((sum, names) => sum + names.length, 0),
    where,
  );
  for (const names of lines) {
    if (names.length === 0) continue;
    const guests = names.map((name): PlannedGuest => {
      const parsed = parseGuestName(name);
      if (parsed === undefined) throw new InputError(`${where}: "${name}" is no guest name.`);
      if (seen.has(name)) throw new InputError(`${where}: ${name} appears twice.`);
      seen.add(name);
      return { name, ...parsed, cpus: cpusOf(name) };
    });
    batches.push({ number: batches.length + 1, guests });
  }
  if (batches.length === 0) throw new InputError(`${where}: names no guests.`);
  return batches;
}
