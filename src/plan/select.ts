import picomatch from "picomatch";
import { InputError } from "../errors.ts";
import { type Job, packBatches } from "./batches.ts";
import type { Batch, PlannedGuest } from "./guest.ts";

export interface SelectOptions {
  /** Guests of the old run. */
  readonly guests: readonly PlannedGuest[];
  /** Words of `configs`: names, globs, `failed`, each name or glob with an optional `N*`; none: all. */
  readonly words: readonly string[];
  /** Names of the old run's guests that did not pass; asked only for the word `failed`. */
  failed(): Promise<ReadonlySet<string>>;
  /** CPUs to pack batches for; 0: one guest after the other. */
  readonly cpus: number;
}

/** Scenarios with how many copies of each. */
type Copies = ReadonlyMap<string, number>;

function copiesOf(guests: readonly PlannedGuest[]): Copies {
  const copies = new Map<string, number>();
  for (const { scenario } of guests) copies.set(scenario, (copies.get(scenario) ?? 0) + 1);
  return copies;
}

function matching(word: string, guests: readonly PlannedGuest[], known: Copies): Copies {
  const [, factor, pattern = word] = /^(?:(\d{1,4})\*)?(.+)$/.exec(word) ?? [];
  const matches = picomatch(pattern);
  const scenarios = [...known.keys()].filter((scenario) => matches(scenario));
  if (scenarios.length > 0) {
    return new Map(
      scenarios.map((name) => [name, factor === undefined ? (known.get(name) ?? 1) : Number(factor)]),
    );
  }
  const guest = guests.find(({ name }) => name === pattern);
  if (guest) return new Map([[guest.scenario, Number(factor ?? 1)]]);
  throw new InputError(
    `configs: "${word}" selects nothing of the old run, which has ${[...known.keys()].sort().join(" ")}.`,
  );
}

/**
 * The guests of a re-run and their batches, from those of the old run. A guest's CPU count is the old one.
 * @throws InputError for a word that selects nothing, with what there is.
 */
export async function selectGuests(options: SelectOptions): Promise<Batch[]> {
  const { guests, words, cpus } = options;
  const known = copiesOf(guests);
  const selected = new Map<string, number>();
  const add = (copies: Copies) => {
    for (const [scenario, count] of copies) selected.set(scenario, (selected.get(scenario) ?? 0) + count);
  };
  if (words.length === 0) add(known);
  for (const word of words) {
    if (word !== "failed") {
      add(matching(word, guests, known));
      continue;
    }
    const names = await options.failed();
    const failed = guests.filter(({ name }) => names.has(name));
    if (failed.length === 0)
      throw new InputError('configs: "failed" selects nothing: every guest of the old run passed.');
    add(copiesOf(failed));
  }
  if (![...selected.values()].some((count) => count > 0)) {
    throw new InputError(`configs: "${words.join(" ")}" asks for no guest at all; ask for one or more.`);
  }
  const cpusOf = new Map(guests.map((guest) => [guest.scenario, guest.cpus]));
  const jobs: Job[] = [...selected].flatMap(([scenario, count]) =>
    Array.from({ length: count }, () => ({ scenario, cpus: cpusOf.get(scenario) ?? 1 })),
  );
  return packBatches(jobs, cpus);
}
