import fc from "fast-check";
import { expect, test } from "vitest";
import { BatchQueue, cpusTaken } from "../../src/guests/batchQueue.ts";
import type { Batch } from "../../src/plan/guest.ts";

const plans = fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }), { maxLength: 12 });

function planOf(sizes: readonly (readonly number[])[]): Batch[] {
  return sizes.map((list, i) => ({
    number: i + 1,
    guests: list.map((cpus, j) => ({ name: `G${i}-${j}`, scenario: "G", repetition: 1, cpus })),
  }));
}

test("every guest is handed out once, in order, and never into room that is not there", () => {
  fc.assert(
    fc.property(
      plans,
      fc.integer({ min: 1, max: 16 }),
      fc.infiniteStream(fc.nat()),
      (sizes, capacity, choices) => {
        const plan = planOf(sizes);
        const queue = new BatchQueue(plan);
        const running: { cpus: number }[] = [];
        const seen: string[] = [];
        const free = () => capacity - running.reduce((sum, { cpus }) => sum + cpus, 0);
        for (;;) {
          const before = free();
          const claim = queue.claim({ capacity, free: before });
          if (claim) {
            const needed = claim.guests.reduce((sum, guest) => sum + cpusTaken(guest, capacity), 0);
            expect(needed <= before || running.length === 0).toBe(true);
            seen.push(...claim.guests.map(({ name }) => name));
            running.push(...claim.guests.map((guest) => ({ cpus: cpusTaken(guest, capacity) })));
          } else if (running.length > 0) running.splice((choices.next().value ?? 0) % running.length, 1);
          else break;
        }
        expect(seen).toEqual(plan.flatMap(({ guests }) => guests.map(({ name }) => name)));
        expect(queue.waiting()).toEqual([]);
      },
    ),
  );
});

test("what is given back is the next to go", () => {
  const queue = new BatchQueue(planOf([[1], [1]]));
  const first = queue.claim({ capacity: 1, free: 1 });
  if (!first) throw new Error("nothing to claim");
  queue.requeue(first);
  expect(queue.claim({ capacity: 1, free: 1 })).toEqual(first);
  expect(queue.waiting().map(({ batch }) => batch)).toEqual([2]);
});

test("a batch that memory does not hold goes in parts, and every guest goes once", () => {
  fc.assert(
    fc.property(
      plans,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 3 }),
      (sizes, room, each) => {
        const plan = planOf(sizes);
        const queue = new BatchQueue(plan, () => each);
        const seen: string[] = [];
        let running: { taken: number; memory: number }[] = [];
        for (;;) {
          const free = 100 - running.reduce((sum, { taken }) => sum + taken, 0);
          const memory = room - running.reduce((sum, one) => sum + one.memory, 0);
          const claim = queue.claim({ capacity: 100, free, memory });
          if (claim) {
            seen.push(...claim.guests.map(({ name }) => name));
            running.push(...claim.guests.map(({ cpus }) => ({ taken: cpus, memory: claim.memory ?? 0 })));
            const used = running.reduce((sum, one) => sum + one.memory, 0);
            expect(used <= room || running.length === 1).toBe(true);
          } else if (running.length > 0) running = [];
          else break;
        }
        expect(seen).toEqual(plan.flatMap(({ guests }) => guests.map(({ name }) => name)));
      },
    ),
  );
});

test("while guests run, memory that they fill is not given to another, though CPUs are free", () => {
  const queue = new BatchQueue(planOf([[1, 1, 1]]), () => 10);
  expect(queue.claim({ capacity: 8, free: 8, memory: 25 })?.guests).toHaveLength(2);
  expect(queue.claim({ capacity: 8, free: 6, memory: 5 })).toBeUndefined();
  expect(queue.claim({ capacity: 8, free: 7, memory: 15 })).toMatchObject({ batch: 1, memory: 10 });
});
