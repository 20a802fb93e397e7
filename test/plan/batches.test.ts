import fc from "fast-check";
import { expect, test } from "vitest";
import { type Job, packBatches } from "../../src/plan/batches.ts";
import { renderBatches, renderBatchesFile, renderScenarios } from "../../src/plan/files.ts";

const jobs: fc.Arbitrary<Job[]> = fc.array(
  fc.record({
    scenario: fc.constantFrom("TREE01", "TREE03", "SRCU-P", "TINY01", "BUSTED"),
    cpus: fc.integer({ min: 1, max: 20 }),
  }),
  { maxLength: 40 },
);
const cpus = fc.integer({ min: 0, max: 24 });
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

test("largest first, whatever still fits beside it, names in packed order", () => {
  const given = [
    { scenario: "TINY01", cpus: 1 },
    { scenario: "TREE05", cpus: 8 },
    { scenario: "TREE03", cpus: 16 },
    { scenario: "TREE05", cpus: 8 },
    { scenario: "SRCU-N", cpus: 4 },
  ];
  const batches = packBatches(given, 12);
  expect(renderBatches(batches)).toBe("1 TREE03 16\n2 TREE05 8\n2 SRCU-N 4\n3 TREE05.2 8\n3 TINY01 1\n");
  expect(renderBatchesFile(batches, 12)).toMatch(/3 TINY01 1\n# cpus=12\n$/);
  expect(renderScenarios(batches)).toBe("1.  TREE03\n2.  TREE05 SRCU-N\n3.  TREE05.2 TINY01\n");
});

test("every guest is in exactly one batch, and named once", () => {
  fc.assert(
    fc.property(jobs, cpus, (given, width) => {
      const guests = packBatches(given, width).flatMap((batch) => batch.guests);
      expect(guests.map((guest) => `${guest.scenario} ${guest.cpus}`).sort()).toEqual(
        given.map((job) => `${job.scenario} ${job.cpus}`).sort(),
      );
      expect(new Set(guests.map((guest) => guest.name)).size).toBe(given.length);
      for (const { name, scenario, repetition } of guests) {
        expect(name).toBe(repetition === 1 ? scenario : `${scenario}.${repetition}`);
      }
    }),
  );
});

test("repetitions of a scenario are numbered from 1 without gaps", () => {
  fc.assert(
    fc.property(jobs, cpus, (given, width) => {
      const guests = packBatches(given, width).flatMap((batch) => batch.guests);
      for (const scenario of new Set(given.map((job) => job.scenario))) {
        const numbers = guests
          .filter((guest) => guest.scenario === scenario)
          .map((guest) => guest.repetition);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }
    }),
  );
});

test("no batch is wider than the machine unless one guest alone is", () => {
  fc.assert(
    fc.property(jobs, cpus, (given, width) => {
      const batches = packBatches(given, width);
      expect(batches.map((batch) => batch.number)).toEqual(batches.map((_, index) => index + 1));
      for (const { guests } of batches) {
        expect(guests.length).toBeGreaterThan(0);
        if (guests.length > 1) expect(sum(guests.map((guest) => guest.cpus))).toBeLessThanOrEqual(width);
      }
    }),
  );
});

test("no guest of a later batch would have fitted into an earlier one", () => {
  fc.assert(
    fc.property(jobs, cpus, (given, width) => {
      const batches = packBatches(given, width);
      batches.forEach((batch, index) => {
        const free = width - sum(batch.guests.map((guest) => guest.cpus));
        for (const later of batches.slice(index + 1).flatMap((one) => one.guests)) {
          expect(later.cpus).toBeGreaterThan(free);
        }
      });
    }),
  );
});

test("the order in which the guests are asked for does not matter", () => {
  fc.assert(
    fc.property(jobs, cpus, (given, width) => {
      expect(renderBatches(packBatches([...given].reverse(), width))).toBe(
        renderBatches(packBatches(given, width)),
      );
    }),
  );
});

test("batches hold no more guests than memory does", () => {
  const given = Array.from({ length: 5 }, () => ({ scenario: "TINY01", cpus: 1 }));
  expect(packBatches(given, 8, 2).map(({ guests }) => guests.length)).toEqual([2, 2, 1]);
  expect(packBatches(given, 8).map(({ guests }) => guests.length)).toEqual([5]);
});
