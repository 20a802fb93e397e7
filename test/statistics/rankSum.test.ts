import { describe, expect, it } from "vitest";
import { leastPValue, rankSumTest } from "../../src/statistics/rankSum.ts";
import { rateDifferences } from "../../src/statistics/rateDifference.ts";
import { median } from "../../src/statistics/trend.ts";
import { seeded } from "./random.ts";

describe("the rank-sum test", () => {
  it.each<[number[], number[], number]>([
    // By hand: of C(8, 4) = 70 ways to deal out the ranks, 2 are as extreme.
    [[1, 2, 3, 4], [5, 6, 7, 8], 2 / 70],
    // R: the example of wilcox.test (0.1272), two-sided.
    [[0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.9, 0.74, 1.21], 0.2544],
    // By hand, with ties: ranks 1.5, 1.5 | 3.5, 3.5 of 6 choices, 2 as extreme.
    [[1, 1], [2, 2], 2 / 6],
    [[3, 3, 3], [3, 3, 3], 1],
    [[], [1, 2], 1],
  ])("is exact for few values: %j against %j", (before, after, p) => {
    expect(rankSumTest(before, after)).toBeCloseTo(p, 4);
    expect(rankSumTest(after, before)).toBeCloseTo(p, 4);
  });

  it("is approximated for many values, close to what is exact", () => {
    const [even, odd] = [0, 17].map((first) => Array.from({ length: 31 }, (_, index) => first + 2 * index));
    // The normal distribution's value and the exact one, both worked out apart from this program.
    const p = rankSumTest(even ?? [], odd ?? []);
    expect(p).toBeCloseTo(0.00139426, 8);
    expect(Math.abs(p - 0.00112217)).toBeLessThan(0.001);
  });

  it("is wrong no more often than it says, where nothing changed", () => {
    const next = seeded(11);
    const cases = 2_000;
    let wrong = 0;
    for (let i = 0; i < cases; i += 1) {
      // Rates are skewed: a disturbed guest is much slower than the others.
      const rates = () => Array.from({ length: 6 }, () => (next() < 0.1 ? 3 : 8) + next());
      if (rankSumTest(rates(), rates()) <= 0.05) wrong += 1;
    }
    expect(wrong / cases).toBeLessThan(0.06);
    expect(wrong / cases).toBeGreaterThan(0.01);
  });

  it("knows the least p-value that groups can have", () => {
    expect(leastPValue(3, 3)).toBeCloseTo(0.1, 12);
    expect(leastPValue(4, 4)).toBeCloseTo(2 / 70, 12);
  });
});

describe("rates before and after", () => {
  const here = new Set(["kvm, 8 CPUs, 600 s"]);
  const rates = (values: number[], settings = here) => ({ values, settings });
  const slow = [6.1, 6.2, 6.0, 5.9, 6.3];
  const fast = [8.1, 8.2, 8.0, 7.9, 8.3];

  it("differ where that may be claimed for all scenarios together", () => {
    const [one, none, two] = rateDifferences(
      [{ before: rates(fast), after: rates(slow) }, undefined, { before: rates(fast), after: rates(fast) }],
      0.95,
    );
    expect(one).toMatchObject({ changed: true });
    expect(one?.change).toBeCloseTo(median(slow) / median(fast) - 1, 12);
    expect(one?.sentence).toBe(
      "At 95 % the rates differ: p = 0.0079 by the rank-sum test of 5 and 5 guests that passed; of 2 comparisons together, p = 0.016.",
    );
    expect(none).toBeUndefined();
    expect(two).toMatchObject({ changed: false, pValue: 1 });
  });

  it("of too few guests say so, and those of other machines are not compared", () => {
    const [few] = rateDifferences([{ before: rates([8, 9, 8.5]), after: rates([6, 6.5, 6.2]) }], 0.95);
    expect(few).toMatchObject({ changed: false });
    expect(few?.sentence).toBe(
      "Rates of 3 and 3 guests that passed are too few to say at 95 % that they differ.",
    );
    const [other] = rateDifferences(
      [{ before: rates(fast), after: rates(slow, new Set(["tcg, 8 CPUs, 600 s"])) }],
      0.95,
    );
    expect(other).toMatchObject({ changed: false });
    expect(other?.sentence).toBe(
      "Rates cannot be compared: before kvm, 8 CPUs, 600 s, after tcg, 8 CPUs, 600 s.",
    );
  });
});
