import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBound } from "../../src/plan/bound.ts";
import type { Machine } from "../../src/plan/job.ts";
import { jobOf } from "./fleet.ts";

const machines = (...cpus: number[]): Machine[] => cpus.map((count, i) => ({ name: `m${i}`, cpus: count }));
const jobs = (...shapes: [cpus: number, seconds: number][]) =>
  shapes.map(([cpus, seconds], i) => jobOf(`g${i}`, cpus, seconds));

/** The shortest of all list schedules, over every order and every machine: for very small cases. */
function best(shapes: readonly (readonly [number, number])[], cpus: readonly number[]): number {
  const place = (left: readonly (readonly [number, number])[], running: readonly number[][][]): number => {
    if (left.length === 0) return Math.max(0, ...running.flat().map(([, , end]) => end ?? 0));
    let shortest = Infinity;
    for (const [i, [width, seconds]] of left.entries()) {
      for (const [m, capacity] of cpus.entries()) {
        const own = running[m] ?? [];
        const w = Math.min(width, Math.max(...cpus));
        if (w > capacity) continue;
        // The earliest moment from which on there is room for as long as it takes.
        const moments = [0, ...own.map(([, , end]) => end ?? 0)].sort((a, b) => a - b);
        const start = moments.find((from) =>
          [from, ...own.map(([, begin]) => begin ?? 0).filter((t) => t > from && t < from + seconds)].every(
            (t) => {
              const used = own
                .filter(([, begin = 0, end = 0]) => begin <= t && t < end)
                .reduce((n, [c = 0]) => n + c, 0);
              return used + w <= capacity;
            },
          ),
        );
        const next = running.map((list, index) =>
          index === m ? [...list, [w, start ?? 0, (start ?? 0) + seconds]] : list,
        );
        shortest = Math.min(shortest, place(left.toSpliced(i, 1), next));
      }
    }
    return shortest;
  };
  return place(
    shapes,
    cpus.map(() => []),
  );
}

describe("lowerBound", () => {
  it("is the longest guest, or the area, whichever is more", () => {
    expect(lowerBound(jobs([1, 100], [1, 10]), machines(4))).toBe(100);
    expect(lowerBound(jobs([4, 100], [2, 100], [2, 100]), machines(4))).toBe(200);
  });

  it("knows that wide guests cannot run on narrow machines", () => {
    expect(lowerBound(jobs([8, 100], [8, 100], [8, 100]), machines(8, 4, 4, 4))).toBe(300);
  });

  it("knows what cannot run side by side", () => {
    // 5 of 8 CPUs each: one after the other, although the area says 125 s.
    expect(lowerBound(jobs([5, 100], [5, 100]), machines(8))).toBe(200);
    // Two 8s and a 5 need three halves of a machine; there are two.
    expect(lowerBound(jobs([8, 100], [8, 100], [5, 100]), machines(16))).toBe(200);
  });

  it("cuts guests to the widest machine", () => {
    expect(lowerBound(jobs([56, 100]), machines(16))).toBe(100);
  });

  it("looks at each set of needs by itself", () => {
    const mixed = [
      jobOf("a", 1, 100, { needs: ["kvm"] }),
      jobOf("b", 1, 100, { needs: ["kvm"] }),
      jobOf("c", 1, 1),
    ];
    const fleet = [
      { name: "tcg", cpus: 100, offers: [] },
      { name: "kvm", cpus: 1, offers: ["kvm"] },
    ];
    expect(lowerBound(mixed, fleet)).toBe(200);
  });

  it("is nothing for nothing", () => {
    expect(lowerBound([], machines(4))).toBe(0);
  });

  it("never exceeds the best of all schedules", () => {
    const shape = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(
        fc.array(shape, { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 2 }),
        (shapes, cpus) => {
          const bound = lowerBound(jobs(...shapes), machines(...cpus));
          expect(bound).toBeLessThanOrEqual(best(shapes, cpus) + 1e-9);
        },
      ),
      { numRuns: 200 },
    );
  });
});
