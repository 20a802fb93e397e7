import { describe, expect, it } from "vitest";
import { binomialProbability, poissonRate } from "../../src/statistics/intervals.ts";
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

/**
 * Runs that fail with a probability, looked at after each of them: how often bounds exclude the truth at any moment.
 * Looks get rarer later on, which only leaves out such that are much like their neighbours.
 */
function everWrong(
  probability: number,
  runs: number,
  times: number,
  boundsOf: (failures: number, runs: number) => { low: number; high: number },
) {
  const known = new Map<number, { low: number; high: number }>();
  const bounds = (failures: number, n: number) => {
    const key = n * 1e6 + failures;
    const value = known.get(key) ?? boundsOf(failures, n);
    known.set(key, value);
    return value;
  };
  const random = seeded(Math.round(probability * 1e6));
  let [low, high] = [0, 0];
  for (let time = 0; time < times; time++) {
    let failures = 0;
    let next = 1;
    let [tooLow, tooHigh] = [false, false];
    for (let n = 1; n <= runs; n++) {
      if (random() < probability) failures++;
      if (n < next) continue;
      next = Math.max(n + 1, Math.ceil(n * 1.1));
      const found = bounds(failures, n);
      tooLow ||= found.high < probability;
      tooHigh ||= found.low > probability;
    }
    if (tooLow) low++;
    if (tooHigh) high++;
  }
  return { below: low / times, above: high / times };
}

// `npm run bench -- looking` does the same 10,000 times at all rates from 0.001 to 0.9.
describe("looked at all the time, each bound is wrong in 5 % of all runs at most", () => {
  it.each([0.01, 0.3, 0.9])("fails in a share of %d runs", (probability) => {
    const runs = Math.min(3000, Math.ceil(20 / probability));
    const share = everWrong(probability, runs, 400, (n, all) => runBounds(n, all, 0.05));
    expect(Math.max(share.below, share.above)).toBeLessThan(0.07);
    const rate = everWrong(probability, runs, 400, (n, all) => rateBounds(n, all, 0.05, 1));
    expect(Math.max(rate.below, rate.above)).toBeLessThan(0.07);
  });

  it("intervals for a fixed sample are wrong far more often", () => {
    const wrong = everWrong(0.3, 1000, 400, (n, all) => binomialProbability(n, all, 0.95));
    expect(wrong.below + wrong.above).toBeGreaterThan(0.15);
  });
});
