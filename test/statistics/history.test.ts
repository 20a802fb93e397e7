import { describe, expect, it } from "vitest";
import type { ReportHistory } from "../../src/report/history.ts";
import { type EarlierRun, historyOf } from "../../src/statistics/history.ts";
import { fingerprintOf, type GuestSpec, resultsOf } from "./build.ts";

const bug = "WARNING in rcu_torture_stats_print";
const day = (n: number) => `2026-11-${String(n).padStart(2, "0")}T03:00:00Z`;

/** A nightly run on day `n`. */
function nightly(n: number, guests: readonly GuestSpec[]): EarlierRun {
  const commit = n.toString(16).padStart(40, "0");
  return { results: resultsOf(guests, { date: day(n), rundir: `res/${n}`, commit }), run: `${100 + n}` };
}

const passes: GuestSpec = { hours: 1 };
const fails: GuestSpec = { hours: 1, errors: [bug] };

describe("historyOf failures", () => {
  it("is new when no earlier run of the scenario shows it, and says what could have been missed", () => {
    const earlier = [1, 2, 3].map((n) => nightly(n, [passes, passes]));
    const other = nightly(4, [{ scenario: "TREE07", errors: [bug] }]);
    const { findings } = historyOf([...earlier, other], nightly(9, [fails, passes]));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      scenario: "TREE03",
      guests: ["TREE03"],
      fingerprint: fingerprintOf(bug),
      state: "new",
      earlierSamples: 6,
    });
    expect(findings[0]).not.toHaveProperty("since");
    expect(findings[0]?.sentence).toBe(
      "new: not in 6 earlier runs, so if it is old it showed in fewer than 39 % of runs (95 % confidence).",
    );
  });

  it("is new without comparison where the scenario never ran", () => {
    const [one] = historyOf([nightly(1, [{ verdict: "did-not-run" }])], nightly(2, [fails])).findings;
    expect(one).toMatchObject({ state: "new", earlierSamples: 0 });
    expect(one?.sentence).toContain("no earlier run to compare with");
  });

  it("is known since the first of an unbroken row of failures, whatever the order of the input", () => {
    const earlier = [
      nightly(5, [fails]),
      nightly(1, [passes]),
      nightly(7, [fails, fails]),
      nightly(6, [fails]),
    ];
    const [one] = historyOf(earlier, nightly(9, [fails])).findings;
    expect(one).toMatchObject({
      state: "known",
      since: { date: day(5), commit: `${"0".repeat(39)}5`, run: "105" },
      lastSeen: { date: day(7), run: "107" },
    });
    expect(one?.sentence).toBe(
      "known since 2026-11-05 (commit 000000000000, run 105): every one of 5 runs since then shows it.",
    );
  });

  it("is flaky with its rate since the first sighting, which itself is not counted", () => {
    const earlier = [
      nightly(1, [passes, passes]),
      nightly(2, [fails, passes]),
      nightly(3, [passes, passes]),
      nightly(4, [passes, fails]),
      nightly(5, [passes, { verdict: "infrastructure-error" }]),
    ];
    const [one] = historyOf(earlier, nightly(6, [fails])).findings;
    expect(one).toMatchObject({
      state: "flaky",
      since: { run: "102" },
      lastSeen: { run: "104" },
      earlierSamples: 9,
    });
    // Days 3 to 5 gave 5 samples with 1 failure, day 6 another.
    expect(one?.probability?.estimate).toBeCloseTo(2 / 6, 12);
    expect(one?.sentence).toContain(
      "since the first time in 2 of 6 further runs (33 %, 95 % interval 4.3 % to 78 %)",
    );
  });

  it("gives each fingerprint its own past, and each scenario", () => {
    const other = "BUG in rcu_do_batch";
    const earlier = [
      nightly(1, [fails, { scenario: "TREE05" }]),
      nightly(2, [fails, { scenario: "TREE05" }]),
    ];
    const now = nightly(3, [{ errors: [bug, other] }, { scenario: "TREE05", errors: [bug] }]);
    const { findings } = historyOf(earlier, now);
    expect(findings.map(({ scenario, title, state }) => [scenario, title, state])).toEqual([
      ["TREE03", bug, "known"],
      ["TREE03", other, "new"],
      ["TREE05", bug, "new"],
    ]);
  });

  it("does not take the present run for its own past", () => {
    const now = nightly(3, [fails]);
    expect(historyOf([now, nightly(1, [passes])], now).findings[0]?.state).toBe("new");
  });

  it("is what reports take, and empty after a clean run", () => {
    const history: ReportHistory = historyOf([nightly(1, [fails])], nightly(2, [passes]));
    expect(history).toMatchObject({ findings: [], trends: [] });
    expect(
      history.series?.map(({ scenario, runs }) => [scenario, ...runs.map((one) => one.failures)]),
    ).toEqual([["TREE03", 1, 0]]);
  });
});
