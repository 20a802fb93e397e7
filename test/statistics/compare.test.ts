import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRates, compareRuns } from "../../src/statistics/compare.ts";
import { binomialTest, fisherTest } from "../../src/statistics/exactTests.ts";
import { binomial, poisson, seeded } from "./random.ts";

describe("Fisher's exact test", () => {
  it("tastes Fisher's tea (The Design of Experiments, 1935)", () => {
    // All four cups right by chance: 1 in 70. Three right: 17 in 70, two-sided 0.486.
    expect(fisherTest({ failures: 4, runs: 4 }, { failures: 0, runs: 4 }, "more")).toBeCloseTo(1 / 70, 12);
    expect(fisherTest({ failures: 3, runs: 4 }, { failures: 1, runs: 4 }, "more")).toBeCloseTo(17 / 70, 12);
    expect(fisherTest({ failures: 3, runs: 4 }, { failures: 1, runs: 4 }, "differs")).toBeCloseTo(
      34 / 70,
      12,
    );
  });

  it("finds criminals' twins alike (Fisher's example, as in R's documentation: p = 0.0005367 and 0.0004652)", () => {
    const [identical, fraternal] = [
      { failures: 10, runs: 13 },
      { failures: 2, runs: 17 },
    ];
    expect(fisherTest(identical, fraternal, "differs")).toBeCloseTo(0.0005367241191434, 12);
    expect(fisherTest(identical, fraternal, "more")).toBeCloseTo(0.0004651809433629, 12);
  });

  // SciPy 1.17: fisher_exact([[b, n2 - b], [a, n1 - a]], alternative) for before a of n1, after b of n2.
  it.each([
    [3, 15, 0, 40, 0.01734324375834, 1, 0.01734324375834],
    [12, 100, 3, 120, 0.00546834138498, 0.99912330657395, 0.00658390682315],
  ])("before %i of %i, after %i of %i", (a, n1, b, n2, fewer, more, differs) => {
    const p = (alternative: "fewer" | "more" | "differs") =>
      compareRuns({ failures: a, runs: n1 }, { failures: b, runs: n2 }, { alternative }).pValue;
    expect(p("fewer")).toBeCloseTo(fewer, 10);
    expect(p("more")).toBeCloseTo(more, 10);
    expect(p("differs")).toBeCloseTo(differs, 10);
  });
});

describe("conditional binomial test", () => {
  it("agrees with R's poisson.test(c(11, 21), c(800, 3011)): p = 0.07967, ratio 1.971 (0.858 to 4.277)", () => {
    const result = compareRates({ failures: 21, hours: 3011 }, { failures: 11, hours: 800 });
    expect(result.pValue).toBeCloseTo(0.0796686330333, 10);
    expect(result.ratio?.estimate).toBeCloseTo(1.971488, 6);
    expect(result.ratio?.low).toBeCloseTo(0.8584264, 6);
    expect(result.ratio?.high).toBeCloseTo(4.277266, 6);
  });

  // SciPy 1.17: binomtest(after, before + after, t2/(t1 + t2), alternative)
  it.each([
    [3, 150, 0, 600, 0.008, 1, 0.008],
    [3, 150, 1, 150, 0.3125, 0.9375, 0.625],
    [10, 100, 30, 120, 0.997705596772639, 0.006337853523056, 0.010413310743893],
    [200, 1000, 150, 1000, 0.004360018265278, 0.996835878477107, 0.008720036530556],
  ])("before %i in %i h, after %i in %i h", (k1, t1, k2, t2, fewer, more, differs) => {
    const p = (alternative: "fewer" | "more" | "differs") =>
      compareRates({ failures: k1, hours: t1 }, { failures: k2, hours: t2 }, { alternative }).pValue;
    expect(p("fewer")).toBeCloseTo(fewer, 10);
    expect(p("more")).toBeCloseTo(more, 10);
    expect(p("differs")).toBeCloseTo(differs, 10);
  });
});

describe("what is said", () => {
  it("claims at the highest level that holds", () => {
    const result = compareRates(
      { failures: 3, hours: 150 },
      { failures: 0, hours: 600 },
      { alternative: "fewer" },
    );
    expect(result.claimed).toEqual([0.95, 0.99]);
    expect(result.sentence).toBe(
      "Before 3 failures in 150 h (0.020 per hour), after 0 failures in 600 h (0 per hour). At 99 % it fails less often now: " +
        "were nothing changed, so few failures or fewer afterwards would come up by chance with p = 0.0080.",
    );
  });

  it("does not claim what it cannot", () => {
    const result = compareRuns(
      { failures: 3, runs: 15 },
      { failures: 0, runs: 15 },
      { alternative: "fewer" },
    );
    expect(result.claimed).toEqual([]);
    expect(result.sentence).toContain("That is not enough to say at 95 % that it fails less often now");
  });

  it("has nothing to say where nothing failed", () => {
    const rates = compareRates({ failures: 0, hours: 10 }, { failures: 0, hours: 10 });
    const runs = compareRuns({ failures: 0, runs: 10 }, { failures: 0, runs: 12 });
    for (const result of [rates, runs]) {
      expect(result.pValue).toBe(1);
      expect(result.claimed).toEqual([]);
      expect(result.sentence).toContain("nothing to compare");
    }
  });
});

describe("properties", () => {
  const side = fc
    .integer({ min: 1, max: 80 })
    .chain((runs) => fc.record({ failures: fc.integer({ min: 0, max: runs }), runs: fc.constant(runs) }));

  it("is the same seen from either side", () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        expect(fisherTest(a, b, "fewer")).toBeCloseTo(fisherTest(b, a, "more"), 9);
        expect(fisherTest(a, b, "differs")).toBeCloseTo(fisherTest(b, a, "differs"), 9);
        const hours = (one: typeof a) => ({ failures: one.failures, hours: one.runs });
        expect(compareRates(hours(a), hours(b)).pValue).toBeCloseTo(
          compareRates(hours(b), hours(a)).pValue,
          9,
        );
      }),
    );
  });

  it("is a probability, and its two sides overlap in what was seen", () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const [fewer, more, differs] = (["fewer", "more", "differs"] as const).map((how) =>
          fisherTest(a, b, how),
        );
        for (const p of [fewer, more, differs]) expect(p).toBeGreaterThanOrEqual(0);
        expect((fewer ?? 0) + (more ?? 0)).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(differs).toBeLessThanOrEqual(1);
        expect(differs).toBeGreaterThanOrEqual(Math.min(fewer ?? 1, more ?? 1) - 1e-9);
      }),
    );
  });

  it("accuses no more often than it says, in simulated comparisons of equals", () => {
    const random = seeded(1940);
    const draws = 3000;
    const margin = 3 * Math.sqrt((0.05 * 0.95) / draws);
    let [rates, runs] = [0, 0];
    for (let i = 0; i < draws; i++) {
      const [before, after] = [poisson(random, 8), poisson(random, 4)];
      if (before + after > 0 && binomialTest(after, before + after, 1 / 3, "differs") <= 0.05) rates++;
      const [first, second] = [binomial(random, 30, 0.2), binomial(random, 20, 0.2)];
      if (fisherTest({ failures: first, runs: 30 }, { failures: second, runs: 20 }, "differs") <= 0.05)
        runs++;
    }
    expect(rates / draws).toBeLessThan(0.05 + margin);
    expect(runs / draws).toBeLessThan(0.05 + margin);
  });
});
