import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dropped,
  dropThreshold,
  enoughValues,
  median,
  noiseOf,
  trendsOf,
} from "../../src/statistics/trend.ts";
import { type GuestSpec, resultsOf } from "./build.ts";
import { normal, seeded } from "./random.ts";

const kvm = { name: "kvm1", accelerator: "kvm" as const, cpus: 16, architecture: "x86_64" };

function run(n: number, guests: readonly GuestSpec[], system: object = kvm) {
  const date = new Date(Date.UTC(2026, 9, n)).toISOString();
  const systems = [{ ...kvm, ...system }];
  const placed = guests.map((guest) => ({ planned: 600, system: "kvm1", ...guest }));
  return { results: resultsOf(placed, { date, rundir: `res/${n}`, systems }), run: String(n) };
}

const rates = [101, 99, 100, 103, 98, 100, 102, 99, 101, 97];
const earlier = rates.map((rate, i) => run(i + 1, [{ rate }]));

describe("trendsOf", () => {
  it("warns when the rate drops beyond its noise", () => {
    const [trend] = trendsOf(earlier, run(20, [{ rate: 80 }]));
    expect(trend).toMatchObject({ scenario: "TREE03", warning: true, current: 80, median: 100 });
    expect(trend?.points).toHaveLength(11);
    expect(trend?.points[0]).toEqual({ date: "2026-10-01T00:00:00.000Z", run: "1", rate: 101 });
    expect(trend?.setting).toBe("kvm, x86_64, 16 CPUs, guest of 16 CPUs, 600 s");
    expect(trend?.sentence).toMatch(
      /^Dropped to 80\.0 per second, 20 % below 100 per second, the median of 10 earlier values/,
    );
  });

  it("does not warn about noise, or about becoming faster", () => {
    expect(trendsOf(earlier, run(20, [{ rate: 96 }]))[0]?.warning).toBe(false);
    const faster = trendsOf(earlier, run(20, [{ rate: 150 }]))[0];
    expect(faster).toMatchObject({ warning: false });
    expect(faster?.sentence).toContain("50 % above");
  });

  it("is not fooled by one bad night in the past", () => {
    const past = [...earlier.slice(1), run(11, [{ rate: 3 }])];
    expect(trendsOf(past, run(20, [{ rate: 80 }]))[0]?.warning).toBe(true);
  });

  it(`says nothing with fewer than ${enoughValues} comparable values`, () => {
    const [trend] = trendsOf(earlier.slice(0, 7), run(20, [{ rate: 10 }]));
    expect(trend?.warning).toBe(false);
    expect(trend?.sentence).toContain("7 comparable earlier values, 8 are needed to judge");
  });

  it.each([
    ["another accelerator", {}, { accelerator: "tcg" }],
    ["another CPU count of the system", {}, { cpus: 8 }],
    ["another architecture", {}, { architecture: "aarch64" }],
    ["another planned duration", { planned: 30 }, {}],
    ["another scenario", { scenario: "TREE05" }, {}],
  ])("does not compare with %s", (_, guest, system) => {
    const [trend] = trendsOf(earlier, run(20, [{ rate: 10, ...guest }], system));
    expect(trend?.points).toHaveLength(1);
    expect(trend?.warning).toBe(false);
  });

  it("forgets failed guests of the past but shows the present one", () => {
    const past = [...earlier, run(12, [{ rate: 1, errors: ["BUG in f"] }])];
    const [trend] = trendsOf(past, run(20, [{ rate: 60, errors: ["BUG in f"] }]));
    expect(trend?.points.map(({ rate }) => rate)).toEqual([...rates, 60]);
    expect(trend?.warning).toBe(true);
  });
});

describe("dropped", () => {
  it("warns by chance in fewer than 1 in 100 simulated runs, and finds a drop of ten deviations", () => {
    const random = seeded(1993);
    for (const n of [8, 9, 12, 20, 50]) {
      const draws = 3000;
      let [alarms, found] = [0, 0];
      for (let i = 0; i < draws; i++) {
        const past = Array.from({ length: n }, () => 1000 + 30 * normal(random));
        if (dropped(1000 + 30 * normal(random), past)) alarms++;
        if (dropped(700 + 30 * normal(random), past)) found++;
      }
      expect(alarms / draws, `${n} values`).toBeLessThan(0.01);
      expect(found / draws, `${n} values`).toBeGreaterThan(0.85);
    }
  });

  it("needs more than 1 % per deviation where the past had no noise at all", () => {
    const past = new Array<number>(10).fill(500);
    expect(noiseOf(past)).toEqual({ median: 500, deviation: 5 });
    expect(dropped(500 - 5 * dropThreshold(10) + 0.01, past)).toBe(false);
    expect(dropped(500 - 5 * dropThreshold(10) - 0.01, past)).toBe(true);
  });

  it("does not depend on the unit, and warns the more the lower", () => {
    const values = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1e6, noNaN: true }), (past, now) => {
        expect(
          dropped(
            now * 4,
            past.map((value) => value * 4),
          ),
        ).toBe(dropped(now, past));
        if (dropped(now, past)) expect(dropped(now / 2, past)).toBe(true);
        expect(dropped(median(past), past)).toBe(false);
      }),
    );
  });

  it("takes the mean of the two in the middle for an even number", () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  });
});
