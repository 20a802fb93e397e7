import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialProbability,
  binomialUpperBound,
  poissonRate,
  poissonUpperBound,
  shownProbability,
  shownRate,
} from "../../src/statistics/intervals.ts";
import { binomial, poisson, seeded } from "./random.ts";

// Garwood's limits for an observed count at 95 %, to the digits of the printed tables (Garwood 1936; Pearson and
// Hartley, Biometrika Tables, table 40); 1,000 and 5,000 are SciPy 1.17: chi2.ppf(0.025, 2k)/2, chi2.ppf(0.975, 2k+2)/2.
const garwood = [
  [0, 0, 3.689],
  [1, 0.0253, 5.572],
  [2, 0.2422, 7.225],
  [3, 0.6187, 8.767],
  [4, 1.0899, 10.242],
  [5, 1.6235, 11.668],
  [10, 4.7954, 18.39],
  [20, 12.2165, 30.888],
  [30, 20.2409, 42.827],
  [50, 37.111, 65.919],
  [1000, 938.973, 1063.952],
  [5000, 4862.3592, 5140.549],
] as const;

// SciPy 1.17: binomtest(k, n).proportion_ci(0.95, "exact"); 5, 10 and 10 of 100 also stand in printed tables.
const clopperPearson = [
  [0, 10, 0, 0.30849710781876],
  [1, 10, 0.00252857854446, 0.44501611702819],
  [5, 10, 0.1870860284474, 0.8129139715526],
  [10, 10, 0.69150289218124, 1],
  [3, 15, 0.04331200510584, 0.48089113380685],
  [10, 100, 0.04900468922149, 0.17622259774018],
  [7, 1000, 0.00281885875962, 0.01436919497927],
] as const;

describe("golden intervals", () => {
  it.each(garwood)("Garwood: %i failures: %d to %d", (failures, low, high) => {
    const interval = poissonRate(failures, 1);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
    expect(poissonRate(failures, 100).high).toBeCloseTo(high / 100, 5);
  });

  it.each(clopperPearson)("Clopper and Pearson: %i of %i: %d to %d", (failures, runs, low, high) => {
    const interval = binomialProbability(failures, runs);
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  it("takes other confidence levels (SciPy: binomtest(3, 15).proportion_ci(0.99))", () => {
    const { low, high } = binomialProbability(3, 15, 0.99);
    expect(low).toBeCloseTo(0.0238878263978, 12);
    expect(high).toBeCloseTo(0.5605284424613, 12);
  });

  it("knows the rule of three for no failures", () => {
    expect(poissonUpperBound(0, 1)).toBeCloseTo(2.99573227355399, 12);
    expect(poissonUpperBound(0, 1500)).toBeCloseTo(2.99573227355399 / 1500, 12);
    expect(binomialUpperBound(0, 1500)).toBeCloseTo(3 / 1500, 5);
    expect(binomialUpperBound(0, 10)).toBeCloseTo(1 - 0.05 ** 0.1, 12);
    // Printed one-sided 95 % limits.
    expect(poissonUpperBound(1, 1)).toBeCloseTo(4.744, 3);
    expect(poissonUpperBound(10, 1)).toBeCloseTo(16.962, 3);
  });

  it("shows the one-sided bound where nothing failed", () => {
    expect(shownRate(0, 100)).toMatchObject({ low: 0, high: poissonUpperBound(0, 100), sides: "upper" });
    expect(shownRate(2, 100)).toEqual(poissonRate(2, 100));
    expect(shownProbability(0, 10)).toMatchObject({
      estimate: 0,
      high: binomialUpperBound(0, 10),
      sides: "upper",
    });
    expect(shownProbability(10, 10)).toEqual(binomialProbability(10, 10));
  });

  it.each([
    () => poissonRate(-1, 1),
    () => poissonRate(1.5, 1),
    () => poissonRate(1, 0),
    () => poissonRate(1, Infinity),
    () => poissonRate(1, 1, 95),
    () => binomialProbability(3, 2),
    () => binomialProbability(1, 2.5),
    () => binomialUpperBound(0, 0),
  ])("refuses what is no count, exposure or confidence (%#)", (call) => {
    expect(call).toThrow(RangeError);
  });
});

/** Share of simulated measurements whose interval holds the truth. */
function coverage(draws: number, holds: () => boolean): number {
  let held = 0;
  for (let i = 0; i < draws; i++) if (holds()) held++;
  return held / draws;
}

describe("coverage, simulated", () => {
  const draws = 4000;
  // Three standard errors of the simulation itself below what is promised.
  const least = (confidence: number) => confidence - 3 * Math.sqrt((confidence * (1 - confidence)) / draws);

  it.each([
    [0.3, 0.95],
    [2, 0.95],
    [9, 0.95],
    [40, 0.9],
    [40, 0.99],
  ])("Poisson intervals hold %d expected failures at %d", (mean, confidence) => {
    const random = seeded(mean * 1000 + confidence * 100);
    const hours = 250;
    const share = coverage(draws, () => {
      const { low, high } = poissonRate(poisson(random, mean), hours, confidence);
      return low <= mean / hours && mean / hours <= high;
    });
    expect(share).toBeGreaterThanOrEqual(least(confidence));
    if (mean >= 9) expect(share).toBeLessThan(confidence + 0.6 * (1 - confidence));
  });

  it.each([
    [15, 0.05, 0.95],
    [15, 0.5, 0.95],
    [60, 0.1, 0.95],
    [60, 0.9, 0.9],
  ])("binomial intervals of %i runs hold a probability of %d at %d", (runs, probability, confidence) => {
    const random = seeded(runs * 1000 + probability * 100);
    const share = coverage(draws, () => {
      const { low, high } = binomialProbability(binomial(random, runs, probability), runs, confidence);
      return low <= probability && probability <= high;
    });
    expect(share).toBeGreaterThanOrEqual(least(confidence));
  });

  it("one-sided bounds hold in as many cases as they promise", () => {
    const random = seeded(7);
    for (const mean of [0.5, 3, 12]) {
      const share = coverage(draws, () => mean <= poissonUpperBound(poisson(random, mean), 1));
      expect(share).toBeGreaterThanOrEqual(least(0.95));
    }
  });
});

describe("properties", () => {
  const counts = fc
    .integer({ min: 1, max: 3000 })
    .chain((runs) => fc.tuple(fc.integer({ min: 0, max: runs }), fc.constant(runs)));
  const confidence = fc.double({ min: 0.5, max: 0.999, noNaN: true });

  it("holds its estimate, within its bounds", () => {
    fc.assert(
      fc.property(counts, confidence, ([failures, runs], level) => {
        const p = binomialProbability(failures, runs, level);
        expect(0 <= p.low && p.low <= p.estimate && p.estimate <= p.high && p.high <= 1).toBe(true);
        const r = poissonRate(failures, runs, level);
        expect(0 <= r.low && r.low <= r.estimate && r.estimate < r.high).toBe(true);
      }),
    );
  });

  it("is symmetric in failures and passes", () => {
    fc.assert(
      fc.property(counts, confidence, ([failures, runs], level) => {
        const p = binomialProbability(failures, runs, level);
        const q = binomialProbability(runs - failures, runs, level);
        expect(q.low).toBeCloseTo(1 - p.high, 9);
        expect(q.high).toBeCloseTo(1 - p.low, 9);
      }),
    );
  });

  it("grows with failures and confidence, shrinks with exposure", () => {
    fc.assert(
      fc.property(counts, confidence, ([failures, runs], level) => {
        const here = poissonRate(failures, runs, level);
        const more = poissonRate(failures + 1, runs, level);
        expect(more.low).toBeGreaterThan(here.low);
        expect(more.high).toBeGreaterThan(here.high);
        expect(poissonRate(failures, runs * 2, level).high).toBeLessThan(here.high);
        const surer = poissonRate(failures, runs, (1 + level) / 2);
        expect(surer.high).toBeGreaterThan(here.high);
        expect(surer.low).toBeLessThanOrEqual(here.low);
        const chance = binomialProbability(failures, runs, level);
        if (failures < runs) {
          const worse = binomialProbability(failures + 1, runs, level);
          expect(worse.low).toBeGreaterThan(chance.low);
          expect(worse.high).toBeGreaterThan(chance.high);
        }
        expect(binomialUpperBound(failures, runs, level)).toBeLessThanOrEqual(chance.high);
      }),
    );
  });
});
