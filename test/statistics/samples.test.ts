import { describe, expect, it } from "vitest";
import { byScenario, noFinding, samplesOf, tally } from "../../src/statistics/samples.ts";
import { fingerprintOf, resultsOf } from "./build.ts";

describe("samplesOf", () => {
  it("counts only runs that passed or failed, and says what it left out", () => {
    const { samples, leftOut } = samplesOf([
      resultsOf([
        { hours: 10 },
        { hours: 2, errors: ["WARNING in f"] },
        { verdict: "did-not-run" },
        { verdict: "infrastructure-error", hours: 1 },
        { verdict: "build-failed" },
        { verdict: "did-not-run" },
      ]),
    ]);
    expect(tally(samples)).toEqual({ samples: 2, failures: 1, hours: 12 });
    expect(leftOut).toEqual({ "did-not-run": 2, "infrastructure-error": 1, "build-failed": 1 });
  });

  it("knows the hours from what was lived, else from what was planned", () => {
    const { samples } = samplesOf([resultsOf([{ hours: 1.5, planned: 7200 }, { planned: 7200 }, {}])]);
    expect(samples.map(({ hours }) => hours)).toEqual([1.5, 2, undefined]);
    expect(tally(samples).hours).toBe(3.5);
  });

  it("counts a run once, though it stands in a job's results and in the merged ones", () => {
    const guests = [
      { hours: 1, startedAt: "2026-11-22T10:00:01Z", system: "kvm1" },
      { hours: 1, startedAt: "2026-11-22T11:00:01Z", system: "kvm1" },
    ];
    const job = resultsOf(guests, { rundir: "res/a" });
    const merged = resultsOf(guests, { rundir: "res/merged", date: "2026-11-23T00:00:00Z" });
    expect(samplesOf([job, merged]).samples).toHaveLength(2);
    const other = resultsOf(guests, { commit: "0123456789abcdef" });
    expect(samplesOf([job, merged, other]).samples).toHaveLength(4);
    const untimed = resultsOf([{}], { rundir: "res/b" });
    expect(samplesOf([untimed, untimed, resultsOf([{}], { rundir: "res/c" })]).samples).toHaveLength(2);
  });

  it("keeps each error once per run, and stands in where a failure shows none", () => {
    const { samples } = samplesOf([
      resultsOf([{ errors: ["WARNING in f", "BUG in g"] }, { verdict: "failed" }, {}]),
    ]);
    expect(samples.map(({ errors }) => [...errors.keys()])).toEqual([
      [fingerprintOf("WARNING in f"), fingerprintOf("BUG in g")],
      [noFinding.fingerprint],
      [],
    ]);
  });

  it("tells the localhosts of different jobs apart", () => {
    const one = (hostname: string) =>
      resultsOf([{ system: "localhost" }], { rundir: hostname, systems: [{ name: "localhost", hostname }] });
    const { samples } = samplesOf([one("a"), one("b"), resultsOf([{ system: "localhost" }])]);
    expect(samples.map(({ system }) => system)).toEqual(["a", "b", "localhost"]);
  });

  it("keeps suites apart that have a scenario of the same name", () => {
    const { samples } = samplesOf([
      resultsOf([{ scenario: "TREE" }, { scenario: "TINY" }], { suite: "rcuscale" }),
      resultsOf([{ scenario: "TREE" }], { suite: "refscale" }),
    ]);
    expect(byScenario(samples).map(([first]) => `${first?.suite} ${first?.scenario}`)).toEqual([
      "rcuscale TREE",
      "rcuscale TINY",
      "refscale TREE",
    ]);
  });

  it("keeps kernels with a sanitizer apart, also where a plan's names say so", () => {
    const { samples } = samplesOf([
      resultsOf([{ scenario: "TREE03" }, { scenario: "TREE03", variant: "kasan" }]),
      resultsOf([{ scenario: "kcsan/TREE03", variant: "kcsan" }], { rundir: "res/merged" }),
    ]);
    expect(byScenario(samples).map(([first]) => first?.scenario)).toEqual([
      "TREE03",
      "TREE03 (kasan)",
      "kcsan/TREE03",
    ]);
  });
});
