import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import type { PlannedGuest } from "../../src/plan/guest.ts";
import { selectGuests } from "../../src/plan/select.ts";

const guest = (scenario: string, cpus: number, repetition = 1): PlannedGuest => ({
  name: repetition === 1 ? scenario : `${scenario}.${repetition}`,
  scenario,
  repetition,
  cpus,
});
const old = [
  guest("TREE03", 4),
  guest("TREE03", 4, 2),
  guest("TREE05", 8),
  guest("TINY01", 1),
  guest("SRCU-P", 8),
];

async function select(words: string[], failed: string[] = [], cpus = 16): Promise<string[]> {
  const batches = await selectGuests({ guests: old, words, failed: async () => new Set(failed), cpus });
  return batches.flatMap(({ guests }) => guests.map(({ name }) => name)).sort();
}

describe("selectGuests", () => {
  it("takes everything with its copies when nothing is asked for", async () => {
    expect(await select([])).toEqual(["SRCU-P", "TINY01", "TREE03", "TREE03.2", "TREE05"]);
  });

  it("takes names, globs, single guests and more copies than the old run had", async () => {
    expect(await select(["TREE*"])).toEqual(["TREE03", "TREE03.2", "TREE05"]);
    expect(await select(["TREE03.2"])).toEqual(["TREE03"]);
    expect(await select(["3*TREE05", "TINY01"])).toEqual(["TINY01", "TREE05", "TREE05.2", "TREE05.3"]);
    expect(await select(["TINY01", "TINY01"])).toEqual(["TINY01", "TINY01.2"]);
  });

  it("takes what failed, as often as it failed", async () => {
    expect(await select(["failed"], ["TREE03.2", "TREE05"])).toEqual(["TREE03", "TREE05"]);
    await expect(select(["failed"])).rejects.toThrow(/every guest of the old run passed/);
  });

  it("packs for the CPUs that there are now", async () => {
    const batches = await selectGuests({ guests: old, words: [], failed: async () => new Set(), cpus: 8 });
    for (const { guests } of batches) {
      expect(guests.reduce((sum, { cpus }) => sum + cpus, 0)).toBeLessThanOrEqual(8);
    }
  });

  it("refuses to run nothing at all", async () => {
    await expect(select(["0*TREE03"])).rejects.toThrow(/"0\*TREE03" asks for no guest at all/);
    expect(await select(["0*TREE03", "TINY01"])).toEqual(["TINY01"]);
  });

  it("says what there is when a word selects nothing", async () => {
    await expect(select(["TREE09"])).rejects.toThrow(InputError);
    await expect(select(["TREE09"])).rejects.toThrow(/"TREE09".*SRCU-P TINY01 TREE03 TREE05/);
  });
});
