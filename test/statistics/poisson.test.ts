import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOfSoFew, gammaQuantile } from "../../src/statistics/poisson.ts";

describe("chanceOfSoFew", () => {
  it("agrees with perfbook: failing once an hour, two failures in 24 hours (maxima: 1.181617112359357b-8)", () => {
    expect(chanceOfSoFew(2, 24) / 1.181617112359357e-8).toBeCloseTo(1, 12);
  });

  // SciPy 1.17: poisson.cdf(events, mean)
  it.each([
    [0, 3, 0.04978706836786395],
    [5, 5, 0.615960654833063],
    [3, 0.5, 0.9982483774437092],
    [600, 650, 0.024975423526675183],
    [1100, 1000, 0.9991323590365565],
  ])("%i or fewer of %d expected", (events, mean, probability) => {
    expect(chanceOfSoFew(events, mean) / probability).toBeCloseTo(1, 10);
  });

  it("is certain where nothing is expected, and refuses nonsense", () => {
    expect(chanceOfSoFew(0, 0)).toBe(1);
    expect(() => chanceOfSoFew(-1, 1)).toThrow(RangeError);
    expect(() => chanceOfSoFew(1, Number.NaN)).toThrow(RangeError);
  });
});

describe("gammaQuantile", () => {
  // SciPy 1.17: gamma.ppf(p, events). The numerical library alone is 2e-4 off at 1,000.
  it.each([
    [0.975, 4, 8.767273069742323],
    [0.95, 1000, 1052.5771180823206],
    [0.975, 1000, 1062.9211512248878],
    [0.995, 100000, 100816.42696055658],
    [0.5, 100000, 99999.6666668642],
  ])("%d of shape %i", (p, events, quantile) => {
    expect(gammaQuantile(p, events) / quantile).toBeCloseTo(1, 9);
  });

  it("is the inverse of chanceOfSoFew on both sides of the switch to bisection", () => {
    const p = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(p, fc.integer({ min: 1, max: 1500 }), (chance, events) => {
        const mean = gammaQuantile(chance, events);
        expect(1 - chanceOfSoFew(events - 1, mean)).toBeCloseTo(chance, 8);
      }),
    );
  });
});
