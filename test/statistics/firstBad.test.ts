import { describe, expect, it } from "vitest";
import type { Results, Verdict } from "../../src/results/schema.ts";
import { firstBadCommits } from "../../src/statistics/firstBad.ts";
import { guestResultOf, mergeFixture, partOf, planFor } from "../results/shards.ts";

const commits = ["1", "2", "3", "4", "5"].map((digit) => digit.repeat(40));
const [template] = mergeFixture().parts;
const series = commits.map((commit, i) => ({ commit, subject: `Change ${i + 1}` }));

/** Results of one scenario: a string of verdicts for each commit, `.` passed, `F` failed, `B` not built. */
function results(runs: readonly string[], scenario = "TREE01"): Results {
  if (template === undefined) throw new Error("no fixture");
  const verdictOf: Record<string, Verdict> = {
    ".": "passed",
    F: "failed",
    B: "build-failed",
    "-": "did-not-run",
  };
  const guests = runs.flatMap((verdicts, i) => {
    const commit = commits[i] ?? "";
    const name = `${commit.slice(0, 12)}/${scenario}`;
    return [...verdicts].map((one) => ({
      ...guestResultOf(scenario, verdictOf[one] ?? "passed"),
      name,
      scenario: name,
      commit,
    }));
  });
  return { ...template.results, guests, series };
}

describe("firstBadCommits", () => {
  it("names the first that fails, with the confidence of Fisher's exact test", () => {
    const [found, ...rest] = firstBadCommits(results(["....", "....", "FFFF", "FFFF", "FFFF"]));
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ scenario: "TREE01", commit: commits[2], kind: "run" });
    // All 4 passing runs of commit 2 among 16, if 12 of them fail: 1 / C(16, 4).
    expect(found?.confidence).toBeCloseTo(1 - 1 / 1820, 12);
    expect(found?.sentence).toContain('first bad commit is 333333333333 "Change 3", with 99.9 % confidence');
    expect(found?.sentence).not.toContain("more run");
  });

  it("says how many runs of the commit before are missing for 95 %", () => {
    const [found] = firstBadCommits(results([".", ".", ".", "F", "F"]));
    // One passing run among three of which two fail: 1 / 3.
    expect(found?.confidence).toBeCloseTo(2 / 3, 12);
    // C(2 + n, 2) must be at least 20: n is 5 in all.
    expect(found?.sentence).toContain("4 more runs of 333333333333 must pass");
  });

  it("takes rare failures for what they are", () => {
    const [found] = firstBadCommits(results(["....", "....", "...F", "....", "..F."]));
    expect(found?.commit).toBe(commits[2]);
    expect(found?.confidence).toBeLessThan(0.5);
  });

  it("says so when the first commit is bad already, and when nothing is", () => {
    expect(firstBadCommits(results(["F", "F", "F"]))[0]?.sentence).toContain(
      "fails already at the first commit",
    );
    expect(firstBadCommits(results([".", ".", "."]))).toEqual([]);
  });

  it("tells commits that ran nothing", () => {
    const [found] = firstBadCommits(results(["....", "-", "-", "FFFF"]));
    expect(found?.sentence).toContain("2 commits between it and the last good one ran nothing");
  });

  it("tells kernels that do not build from ones that fail", () => {
    const found = firstBadCommits(results([".", ".", "B", "B"]));
    expect(found.map(({ kind, commit, confidence }) => [kind, commit, confidence])).toEqual([
      ["build", commits[2], 1],
    ]);
  });

  it("is silent about results of one commit", () => {
    const plan = planFor(["TREE01"]);
    expect(firstBadCommits(partOf(plan, "shard-1", { TREE01: "failed" }).results)).toEqual([]);
  });
});
