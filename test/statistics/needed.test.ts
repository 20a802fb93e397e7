import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRates, compareRuns } from "../../src/statistics/compare.ts";
import {
  chanceOfFailure,
  hoursNeeded,
  hoursToClaim,
  runsNeeded,
  runsToClaim,
} from "../../src/statistics/needed.ts";
import { poisson, seeded } from "./random.ts";

describe("perfbook's debugging chapter", () => {
  it("discrete tests: five runs at 10 % fail with 41 %, 43 with 98.92 %, 44 with 99.03 %", () => {
    expect(chanceOfFailure(0.1, 5)).toBeCloseTo(0.40951, 10);
    expect(chanceOfFailure(0.1, 43)).toBeCloseTo(0.9892, 4);
    expect(chanceOfFailure(0.1, 44)).toBeCloseTo(0.9903, 4);
  });

  it.each([
    [0.1, 0.99, 44],
    [0.3, 0.99, 13],
    [0.03, 0.99, 152],
    // perfbook rounds 458.2 down to "458"; 458 runs reach 98.998 %.
    [0.01, 0.99, 459],
    [0.5, 0.5, 1],
    [0.5, 0.75, 2],
    [1, 0.99, 1],
    [0, 0.99, Infinity],
  ])("runs at %d for %d: %i", (probability, confidence, runs) => {
    expect(runsNeeded(probability, confidence)).toBe(runs);
  });

  it("continuous tests: multiples of the mean time between failures", () => {
    expect(hoursNeeded(1, 0.95)).toBeCloseTo(3.0, 2);
    expect(hoursNeeded(1, 0.99)).toBeCloseTo(4.6, 1);
    expect(hoursNeeded(1, 0.999)).toBeCloseTo(6.9, 1);
    // Three failures an hour at 99.9 %: 2.3 hours.
    expect(hoursNeeded(3, 0.999)).toBeCloseTo(2.3, 2);
    expect(hoursNeeded(0, 0.95)).toBe(Infinity);
  });
});

describe("with an earlier rate that was itself only measured", () => {
  it("asks for more hours the fewer failures the rate rests on", () => {
    // (T/(T + t))^k = 1 − P solved for t: one failure in 50 h, 3 in 150, 30 in 1,500, all one in 50 h.
    expect(hoursToClaim({ failures: 1, hours: 50 }, 0.95)).toBeCloseTo(950, 6);
    expect(hoursToClaim({ failures: 3, hours: 150 }, 0.95)).toBeCloseTo(150 * (20 ** (1 / 3) - 1), 6);
    expect(hoursToClaim({ failures: 3, hours: 150 }, 0.99)).toBeCloseTo(150 * (100 ** (1 / 3) - 1), 6);
    const many = hoursToClaim({ failures: 30_000, hours: 1_500_000 }, 0.95);
    expect(many / hoursNeeded(1 / 50, 0.95)).toBeCloseTo(1, 3);
    expect(hoursToClaim({ failures: 0, hours: 50 }, 0.95)).toBe(Infinity);
  });

  it("asks for the runs at which Fisher's test agrees (one of 10 failed: 190 at 95 %)", () => {
    // SciPy 1.17: fisher_exact([[0, 190], [1, 9]], "less") = 0.05
    expect(runsToClaim({ failures: 1, runs: 10 }, 0.95)).toBe(190);
    expect(runsToClaim({ failures: 0, runs: 10 }, 0.95)).toBe(Infinity);
    expect(runsToClaim({ failures: 10, runs: 10 }, 0.95)).toBe(2);
  });

  it("is exactly where the comparison begins to claim", () => {
    const before = fc.record({
      failures: fc.integer({ min: 1, max: 30 }),
      extra: fc.integer({ min: 0, max: 200 }),
    });
    const after = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(before, after, fc.constantFrom(0.95, 0.99), ({ failures, extra }, failed, level) => {
        const runs = failures + extra;
        const needed = runsToClaim({ failures, runs }, level, failed);
        const p = (count: number) =>
          compareRuns({ failures, runs }, { failures: failed, runs: count }, { alternative: "fewer" }).pValue;
        expect(p(needed)).toBeLessThanOrEqual(1 - level + 1e-9);
        if (needed - 1 >= Math.max(1, failed)) expect(p(needed - 1)).toBeGreaterThan(1 - level);

        const hours = hoursToClaim({ failures, hours: runs }, level, failed);
        const q = (time: number) =>
          compareRates({ failures, hours: runs }, { failures: failed, hours: time }, { alternative: "fewer" })
            .pValue;
        expect(q(hours * 1.0001)).toBeLessThan(1 - level);
        expect(q(hours * 0.9999)).toBeGreaterThan(1 - level);
      }),
      { numRuns: 60 },
    );
  });

  it("claims a fix that is none in at most 5 % of simulated cases, where perfbook's known rate would in more", () => {
    const random = seeded(36);
    const [rate, hours, draws] = [0.02, 150, 4000];
    let [honest, naive, cases] = [0, 0, 0];
    for (let i = 0; i < draws; i++) {
      const failures = poisson(random, rate * hours);
      if (failures === 0) continue;
      cases++;
      const clean = (time: number) => random() < Math.exp(-rate * time);
      if (clean(hoursToClaim({ failures, hours }, 0.95))) honest++;
      if (clean(hoursNeeded(failures / hours, 0.95))) naive++;
    }
    expect(honest / cases).toBeLessThan(0.05);
    expect(naive / cases).toBeGreaterThan(0.06);
  });

  it("refuses a confidence in per cent", () => {
    expect(() => hoursNeeded(1, 95)).toThrow("a share between 0 and 1");
    expect(() => runsToClaim({ failures: 1, runs: 2 }, 1)).toThrow(RangeError);
  });
});
