import { describe, expect, it } from "vitest";
import { failedNames, overallVerdict } from "../../src/results/assemble.ts";
import { latestGuests, mergeAttempts, unpassedScenarios } from "../../src/results/attempts.ts";
import { type GuestResult, type Results, resultsSchema, type Verdict } from "../../src/results/schema.ts";

function guest(scenario: string, attempt: number, verdict: Verdict, repetition = 1): GuestResult {
  return {
    name: repetition === 1 ? scenario : `${scenario}.${repetition}`,
    scenario,
    repetition,
    sample: 1,
    attempt,
    verdict,
    timing: {},
    ending: { cause: "exited", exitStatus: 0, signal: null, detail: "qemu ended by itself." },
    counters: {},
    findings: [],
    ignored: [],
    progress: [],
  };
}

function results(attempt: number, guests: GuestResult[]): Results {
  return resultsSchema.parse({
    version: 1,
    tool: { name: "rcutorture-action", version: "1" },
    createdAt: "2026-11-22T00:00:00Z",
    attempt,
    suite: "rcu",
    rundir: `/res/${attempt}`,
    kernel: { state: "clean" },
    verdict: overallVerdict(guests, []),
    scriptsExitStatus: 0,
    systems: [{ name: "localhost" }],
    builds: [],
    guests,
    infrastructure: [],
  });
}

describe("attempts of a job", () => {
  const first = results(1, [
    guest("BUSTED", 1, "failed"),
    guest("TINY01", 1, "passed"),
    guest("TREE03", 1, "did-not-run"),
  ]);

  it("are kept side by side; the latest of each scenario counts", () => {
    const second = results(2, [guest("BUSTED", 2, "passed"), guest("TREE03", 2, "passed")]);
    const merged = mergeAttempts(first, second);
    expect(merged.guests).toHaveLength(5);
    expect(merged.verdict).toBe("passed");
    expect(merged.attempt).toBe(2);
    expect(latestGuests(merged.guests).map(({ scenario, attempt }) => [scenario, attempt])).toEqual([
      ["TINY01", 1],
      ["BUSTED", 2],
      ["TREE03", 2],
    ]);
  });

  it("say what is left to run, also when one copy of several failed", () => {
    expect(unpassedScenarios(first)).toEqual(["BUSTED", "TREE03"]);
    const second = results(2, [guest("BUSTED", 2, "passed"), guest("BUSTED", 2, "failed", 2)]);
    expect(unpassedScenarios(mergeAttempts(first, second))).toEqual(["TREE03", "BUSTED"]);
  });
});

describe("the verdict over all", () => {
  it("is the worst one, and no guest is no pass", () => {
    expect(overallVerdict([], [])).toBe("did-not-run");
    expect(overallVerdict([guest("A", 1, "passed"), guest("B", 1, "infrastructure-error")], [])).toBe(
      "infrastructure-error",
    );
    expect(overallVerdict([guest("A", 1, "did-not-run"), guest("B", 1, "failed")], [])).toBe("failed");
    const broken = { scenario: "C", status: "failed", diagnostics: [], configErrors: [] } as const;
    expect(
      overallVerdict([guest("A", 1, "passed")], [{ ...broken, diagnostics: [], configErrors: [] }]),
    ).toBe("build-failed");
    expect(
      failedNames(
        [guest("A", 1, "passed"), guest("B", 1, "failed")],
        [{ ...broken, diagnostics: [], configErrors: [] }],
      ),
    ).toEqual(["B", "C"]);
  });
});
