import { describe, expect, it } from "vitest";
import { claimsAbout, everWrong, wronglyFixed } from "../../bench/support/looking.ts";
import { poissonRate } from "../../src/statistics/intervals.ts";
import { rateBounds, rateEvidence, runBounds, runEvidence } from "../../src/statistics/sequences.ts";
import { seeded } from "./random.ts";

const sample = (failures: number, exposure: number) => ({ failures, exposure });

describe("evidence", () => {
  // The mixtures' integrals, done numerically with 30 digits (mpmath 1.3): alternatives below (above) the hypothesis
  // with the density of a gamma distribution of shape 1/2, of a beta distribution of 1/2 and 1/2.
  it.each([
    ["lower", 0, 3, 1, 0.5, 2.40057569938891],
    ["lower", 12, 40, 0.6, 1, 2.18883597746668],
    ["higher", 12, 40, 0.1, 1, 3.79627058255401],
    ["higher", 3, 2, 0.5, 2, 0.803452263621395],
    ["lower", 0, 369, 0.01, 50, 3.00499025039012],
    ["lower", 250, 1000, 0.3, 1, 1.63760536071905],
  ] as const)("%s than a rate: %d failures in %d hours against %d", (side, n, hours, rate, scale, value) => {
    expect(rateEvidence(side, sample(n, hours), rate, scale)).toBeCloseTo(value, 6);
  });

  it.each([
    ["lower", 0, 10, 0.3, 2.82068315297642],
    ["lower", 3, 100, 0.1, 2.69155135177923],
    ["higher", 3, 9, 0.05, 2.36447239954262],
    ["higher", 4, 4, 0.4, 2.9358804849539],
    ["lower", 0, 3000, 0.001, 2.31682381180555],
  ] as const)("%s than a share: %d failures in %d runs against %d", (side, n, runs, share, value) => {
    expect(runEvidence(side, sample(n, runs), share)).toBeCloseTo(value, 6);
  });
});

describe("bounds", () => {
  it("are where the evidence is enough", () => {
    const { low, high } = rateBounds(12, 40, 0.05, 1);
    expect(Math.exp(rateEvidence("lower", sample(12, 40), high, 1))).toBeCloseTo(20, 6);
    expect(Math.exp(rateEvidence("higher", sample(12, 40), low, 1))).toBeCloseTo(20, 6);
    const runs = runBounds(3, 9, 0.05);
    expect(Math.exp(runEvidence("lower", sample(3, 9), runs.high))).toBeCloseTo(20, 6);
    expect(Math.exp(runEvidence("higher", sample(3, 9), runs.low))).toBeCloseTo(20, 6);
  });

  it("say nothing before the first sample, and nothing impossible after it", () => {
    expect(rateBounds(0, 0, 0.05, 1)).toEqual({ low: 0, high: Infinity });
    expect(runBounds(0, 0, 0.05)).toEqual({ low: 0, high: 1 });
    expect(runBounds(5, 5, 0.05)).toMatchObject({ high: 1 });
    expect(runBounds(0, 5, 0.05)).toMatchObject({ low: 0 });
  });

  it("get close to those of a fixed sample: the price of looking is small", () => {
    const fixed = poissonRate(100, 100, 0.9);
    const any = rateBounds(100, 100, 0.05, 1);
    expect((any.high - any.low) / (fixed.high - fixed.low)).toBeLessThan(2);
    expect(any.low).toBeLessThan(fixed.low);
    // No failure: 3.7 times the mean time between failures instead of 3.0.
    expect(rateBounds(0, 370, 0.05, 50).high).toBeLessThan(0.01);
    expect(rateBounds(0, 366, 0.05, 50).high).toBeGreaterThan(0.01);
  });
});

// `npm run bench -- looking` does the same 10,000 times at more rates.
describe("looked at after every run, each bound is wrong in 5 % of all cases at most", () => {
  const times = 2000;
  // Three standard deviations of a share of 5 % in so many times.
  const allowed = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / times);

  it.each([0.001, 0.03, 0.3, 0.9])("where a share of %d fails", (probability) => {
    const random = seeded(Math.round(probability * 1e6));
    const runs = Math.ceil(20 / probability);
    for (const what of ["runs", "hours"] as const) {
      const wrong = everWrong(random, probability, runs, times, claimsAbout(probability)[what]);
      expect(Math.max(wrong.tooLow, wrong.tooHigh), what).toBeLessThan(allowed);
    }
    for (const unit of ["runs", "hours"] as const) {
      const wrong = wronglyFixed(random, probability, Math.ceil(5 / probability), times, unit);
      expect(wrong, `fixed, ${unit}`).toBeLessThan(allowed);
    }
  });

  it("intervals for a fixed sample are wrong several times as often", () => {
    const wrong = everWrong(seeded(1), 0.3, 200, 200, claimsAbout(0.3)["fixed sample"]);
    expect(wrong.tooLow + wrong.tooHigh).toBeGreaterThan(0.15);
  });
});
