import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherTest } from "../../src/statistics/exactTests.ts";
import { samplesOf } from "../../src/statistics/samples.ts";
import { compareSystems, holm } from "../../src/statistics/systems.ts";
import { type GuestSpec, resultsOf } from "./build.ts";
import { seeded } from "./random.ts";

/** `runs` samples on `system`, the first `failures` of them failed. */
function ran(system: string, runs: number, failures: number, more: GuestSpec = {}): GuestSpec[] {
  return Array.from({ length: runs }, (_, i) => ({
    system,
    planned: 36_000,
    verdict: i < failures ? ("failed" as const) : ("passed" as const),
    ...more,
  }));
}

const compare = (...guests: GuestSpec[][]) => compareSystems(samplesOf([resultsOf(guests.flat())]).samples);

describe("holm", () => {
  it("corrects as in Holm's paper and R's p.adjust(c(0.01, 0.04, 0.03, 0.005), 'holm')", () => {
    const expected = [0.03, 0.06, 0.06, 0.02];
    for (const [i, p] of holm([0.01, 0.04, 0.03, 0.005]).entries())
      expect(p).toBeCloseTo(expected[i] ?? 0, 12);
  });

  it("never lowers a p value, keeps the order and stays below Bonferroni's", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (raw) => {
        const corrected = holm(raw);
        for (const [i, p] of raw.entries()) {
          const mine = corrected[i] ?? -1;
          expect(mine).toBeGreaterThanOrEqual(p);
          expect(mine).toBeLessThanOrEqual(1);
          expect(mine).toBeLessThanOrEqual(Math.min(1, p * raw.length) + 1e-12);
          for (const [j, q] of raw.entries()) if (p < q) expect(mine).toBeLessThanOrEqual(corrected[j] ?? 0);
        }
      }),
    );
  });
});

describe("compareSystems", () => {
  it("names the machine that fails more often", () => {
    const result = compare(ran("kvm1", 12, 1), ran("kvm2", 12, 0), ran("kvm3", 10, 7), ran("kvm4", 12, 1));
    expect(result?.suspicious).toEqual(["kvm3"]);
    const [worst] = result?.systems ?? [];
    const p = fisherTest({ failures: 7, runs: 10 }, { failures: 2, runs: 36 }, "more");
    expect(worst).toMatchObject({ system: "kvm3", samples: 10, failures: 7 });
    expect(worst?.pValue).toBeCloseTo(p, 12);
    expect(worst?.corrected).toBeCloseTo(4 * p, 12);
    expect(result?.sentence).toContain(
      "kvm3 fails more often than the rest: 7 of 10 runs (70 %), the others 2 of 36 (5.6 %)",
    );
    expect(result?.sentence).toContain("Look at the machine before blaming a commit.");
  });

  it("does not blame a machine for having run the hard scenario, kernel or the long runs", () => {
    const easy = ran("kvm1", 20, 0, { scenario: "TREE01" });
    const hard = ran("kvm2", 20, 18, { scenario: "TREE03" });
    const both = [...ran("kvm3", 4, 0, { scenario: "TREE01" }), ...ran("kvm3", 4, 4, { scenario: "TREE03" })];
    expect(compare(easy, hard, both)?.suspicious).toEqual([]);
    expect(compare(ran("kvm1", 20, 0), ran("kvm2", 20, 18, { planned: 360_000 }))?.suspicious).toEqual([]);
    const kernels = [
      resultsOf(ran("kvm1", 20, 0), { commit: "good" }),
      resultsOf(ran("kvm2", 20, 19), { commit: "bad" }),
    ];
    expect(compareSystems(samplesOf(kernels).samples)?.suspicious).toEqual([]);
  });

  it("adds up what several scenarios say", () => {
    const scenarios = ["TREE01", "TREE02", "TREE03", "TREE04"];
    const guests = scenarios.flatMap((scenario) => [
      ...ran("kvm1", 3, 2, { scenario }),
      ...ran("kvm2", 6, 0, { scenario }),
    ]);
    const result = compareSystems(samplesOf([resultsOf(guests)]).samples);
    // Each alone: 2 of 3 against 0 of 6, p = 3/36. All together: both failures of each scenario fell to kvm1.
    expect(result?.systems[0]?.pValue).toBeCloseTo((3 / 36) ** 4, 12);
    expect(result?.suspicious).toEqual(["kvm1"]);
  });

  it("says so when no machine stands out, and when nothing failed", () => {
    expect(compare(ran("a", 10, 1), ran("b", 10, 2))?.sentence).toMatch(
      /^No system fails more often .* b, p = /,
    );
    expect(compare(ran("a", 10, 0), ran("b", 10, 0))?.sentence).toBe("No run failed on any of 2 systems.");
  });

  it("needs two systems, and samples that know theirs", () => {
    expect(compare(ran("a", 10, 1))).toBeUndefined();
    expect(compareSystems(samplesOf([resultsOf([{}, {}])]).samples)).toBeUndefined();
  });

  it("accuses one of ten equal machines in at most 5 % of simulated fleets", () => {
    const random = seeded(1979);
    const fleets = 400;
    let accused = 0;
    for (let fleet = 0; fleet < fleets; fleet++) {
      const guests = Array.from({ length: 100 }, (_, i) => ({
        system: `kvm${i % 10}`,
        scenario: `TREE0${1 + (i % 3)}`,
        verdict: random() < 0.15 ? ("failed" as const) : ("passed" as const),
      }));
      if ((compareSystems(samplesOf([resultsOf(guests)]).samples)?.suspicious.length ?? 0) > 0) accused++;
    }
    expect(accused / fleets).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / fleets));
  });
});
