import { describe, expect, it } from "vitest";
import type { ReportStatistics } from "../../src/report/statistics.ts";
import { poissonUpperBound } from "../../src/statistics/intervals.ts";
import { summarise } from "../../src/statistics/summary.ts";
import { fingerprintOf, resultsOf } from "./build.ts";

// "3 of 15 ten-hour TREE03", as rcutorture's users write it.
const tree03 = Array.from({ length: 15 }, (_, i) => ({
  scenario: "TREE03",
  hours: 10,
  planned: 36_000,
  system: `kvm${i % 3}`,
  errors: i < 2 ? ["WARNING in rcu_torture_stats_print"] : i === 2 ? ["BUG in rcu_do_batch"] : [],
}));
const tree05 = Array.from({ length: 12 }, () => ({ scenario: "TREE05", hours: 10, system: "kvm1" }));

describe("summarise", () => {
  const summary = summarise([resultsOf([...tree03, ...tree05, { verdict: "did-not-run" as const }])]);

  it("is what reports take", () => {
    const shown: ReportStatistics = summary;
    expect(shown.scenarios.map(({ scenario }) => scenario)).toEqual(["TREE03", "TREE05"]);
  });

  it("gives a failing scenario its rate, its probability and what is needed after a fix", () => {
    const [one] = summary.scenarios;
    expect(one).toMatchObject({ suite: "rcu", scenario: "TREE03", samples: 15, failures: 3, hours: 150 });
    expect(one?.ratePerHour.estimate).toBeCloseTo(0.02, 12);
    expect(one?.ratePerHour.low).toBeCloseTo(0.6187 / 150, 6);
    expect(one?.ratePerHour.high).toBeCloseTo(8.767 / 150, 5);
    expect(one?.failureProbability.low).toBeCloseTo(0.0433, 4);
    expect(one?.failureProbability.high).toBeCloseTo(0.4809, 4);
    expect(one?.sentence).toBe(
      "3 of 15 runs failed in 150 h: 20 % of runs (95 % interval 4.3 % to 48 %), 0.020 per hour (0.0041 to 0.058), once in 50 h.",
    );
    const [at95, at99] = one?.needed ?? [];
    expect(at95).toMatchObject({ confidence: 0.95, runsAtKnownRate: 14 });
    expect(at95?.hoursAtKnownRate).toBeCloseTo(149.8, 1);
    expect(at95?.hours).toBeCloseTo(257.2, 1);
    expect(at99).toMatchObject({ confidence: 0.99, runsAtKnownRate: 21 });
    expect(at99?.hours).toBeCloseTo(546.2, 1);
    expect(one?.moreNeeded).toBe(
      `To claim that a fix makes it fail less often, run the fixed kernel without a failure for 257 h (${at95?.runs} runs) at 95 %, 546 h (${at99?.runs} runs) at 99 %.`,
    );
  });

  it("gives a scenario without failures its upper bound", () => {
    const one = summary.scenarios[1];
    expect(one).toMatchObject({ samples: 12, failures: 0, hours: 120, needed: [] });
    expect(one?.moreNeeded).toBeUndefined();
    expect(one?.ratePerHour).toMatchObject({
      estimate: 0,
      low: 0,
      high: poissonUpperBound(0, 120),
      sides: "upper",
    });
    expect(one?.sentence).toBe(
      "None of 12 runs failed in 120 h; at 95 % confidence it fails in fewer than 22 % of runs, and less often than once in 40.1 h.",
    );
  });

  it("counts per fingerprint over the scenarios that show it", () => {
    expect(
      summary.fingerprints.map(({ title, failures, samples, scenarios }) => [
        title,
        failures,
        samples,
        scenarios,
      ]),
    ).toEqual([
      ["WARNING in rcu_torture_stats_print", 2, 15, ["TREE03"]],
      ["BUG in rcu_do_batch", 1, 15, ["TREE03"]],
    ]);
    expect(summary.fingerprints[0]).toMatchObject({
      fingerprint: fingerprintOf("WARNING in rcu_torture_stats_print"),
      hours: 150,
    });
  });

  it("totals, names what it left out and compares systems", () => {
    expect(summary.total).toEqual({ samples: 27, failures: 3, hours: 270 });
    expect(summary.leftOut["did-not-run"]).toBe(1);
    expect(summary.systems?.suspicious).toEqual([]);
    expect(summary.notes).toEqual([summary.systems?.sentence]);
  });

  it("accumulates attempts and jobs", () => {
    const twice = summarise([
      resultsOf(tree05, { rundir: "res/attempt-1", commit: "abc" }),
      resultsOf(tree05, { rundir: "res/attempt-2", commit: "abc" }),
    ]);
    expect(twice.scenarios[0]).toMatchObject({ samples: 24, hours: 240 });
    expect(twice.kernels).toEqual(["abc"]);
  });
});

describe("summarise before and after", () => {
  const before = [resultsOf(tree03, { commit: "before" })];
  const clean = (runs: number) =>
    resultsOf(
      Array.from({ length: runs }, () => ({ scenario: "TREE03", hours: 10 })),
      { commit: "after" },
    );

  it("says how much is left to claim that it is fixed", () => {
    const [one] = summarise([clean(20)], { before }).scenarios;
    expect(one?.needed[0]?.hours).toBeCloseTo(257.2 - 200, 1);
    expect(one?.needed[0]?.hoursAtKnownRate).toBe(0);
    expect(one?.comparisons.map(({ test, claimed }) => [test, claimed])).toEqual([
      ["rates", []],
      ["runs", []],
    ]);
    expect(one?.moreNeeded).toMatch(
      /^To claim that it fails less often, run it without another failure for a further 57\.2 h/,
    );
  });

  it("says when it is enough", () => {
    const summary = summarise([clean(60)], { before });
    const [one] = summary.scenarios;
    expect(one?.comparisons[0]?.claimed).toEqual([0.95, 0.99]);
    expect(one?.moreNeeded).toBe("Nothing more need be run to claim that it fails less often.");
    expect(summary.notes[0]).toMatch(
      /^TREE03: Before 3 failures in 150 h .* At 99 % it fails less often now/,
    );
    // A bug that is gone is still a line of its own.
    expect(summary.fingerprints.map(({ title, failures }) => [title, failures])).toEqual([
      ["BUG in rcu_do_batch", 0],
      ["WARNING in rcu_torture_stats_print", 0],
    ]);
  });

  it("finds a regression when asked for one", () => {
    const [one] = summarise(before, { before: [clean(60)], alternative: "more" }).scenarios;
    expect(one?.comparisons[0]?.claimed).toEqual([0.95, 0.99]);
    expect(one?.comparisons[0]?.sentence).toContain("it fails more often now");
  });
});

describe("summarise little", () => {
  it("knows no rate where no hours are known", () => {
    const [one] = summarise([resultsOf([{}, { verdict: "failed" }])]).scenarios;
    expect(one?.ratePerHour).toMatchObject({ low: 0, high: Infinity });
    expect(one?.sentence).toBe("1 of 2 runs failed: 50 % of runs (95 % interval 1.3 % to 99 %).");
    expect(one?.needed[0]).not.toHaveProperty("hours");
  });

  it("has nothing to say of nothing", () => {
    expect(summarise([])).toMatchObject({
      scenarios: [],
      fingerprints: [],
      notes: [],
      total: { samples: 0 },
    });
    expect(summarise([resultsOf([{ verdict: "did-not-run" }])]).scenarios).toEqual([]);
  });
});
