import { describe, expect, it } from "vitest";
import type { Results } from "../../src/results/schema.ts";
import { differenceOf } from "../../src/statistics/difference.ts";
import { holm } from "../../src/statistics/holm.ts";
import { fixture } from "../report/fixtures.ts";

/** Started one after the other: the same guest at the same time would be one sample. */
let started = Date.parse("2026-11-01T00:00:00Z");

/** A run of so many guests, of which so many failed with one finding. */
function run(
  failures: number,
  samples: number,
  fingerprint = "1".repeat(16),
  title = "WARNING in f",
): Results {
  const base = fixture("busted");
  const [failed, passed] = base.guests;
  if (failed === undefined || passed === undefined) throw new Error("the fixture has no guests");
  const [finding] = failed.findings;
  if (finding === undefined) throw new Error("the fixture has no finding");
  const start = started;
  started += 1_000_000;
  const guests = Array.from({ length: samples }, (_, index) => ({
    ...(index < failures ? failed : passed),
    name: `TREE03.${index + 1}`,
    scenario: "TREE03",
    timing: { ...passed.timing, startedAt: new Date(start + index * 1_000).toISOString() },
    findings: index < failures ? [{ ...finding, also: [], fingerprint, title }] : [],
  }));
  return { ...base, rundir: `res/${title}/${failures}/${samples}`, guests };
}

describe("differenceOf", () => {
  it("tells what is new, gone and on both sides", () => {
    const before = [run(3, 10), run(2, 10, "2".repeat(16), "BUG in g")];
    const after = [run(1, 10), run(4, 10, "3".repeat(16), "KASAN in h")];
    const { failures } = differenceOf(before, after, "v6.11");
    expect(failures.map(({ state, title }) => `${state} ${title}`)).toEqual([
      "new KASAN in h",
      "both WARNING in f",
      "gone BUG in g",
    ]);
    expect(failures[1]).toMatchObject({
      before: { runs: 20, failures: 3 },
      after: { runs: 20, failures: 1 },
    });
  });

  it("knows a bug under its other title", () => {
    const before = run(1, 2);
    const after = run(1, 2, "4".repeat(16), "stall in f");
    for (const guest of after.guests) for (const one of guest.findings) one.also = ["WARNING in f"];
    expect(differenceOf([before], [after], "v6.11").failures).toMatchObject([
      { state: "both", title: "stall in f", before: { failures: 1 }, after: { failures: 1 } },
    ]);
  });

  it("tests how often each scenario fails, both ways", () => {
    const changed = (a: Results, b: Results) => differenceOf([a], [b], "v6.11").scenarios[0];
    expect(changed(run(0, 40), run(12, 40))).toMatchObject({ changed: true });
    expect(changed(run(12, 40), run(0, 40))).toMatchObject({ changed: true });
    expect(changed(run(2, 10), run(3, 10))).toMatchObject({ changed: false });
    expect(changed(run(0, 10), run(0, 10))).not.toHaveProperty("test");
  });

  it("shows a scenario that only one side has, without a test", () => {
    const other = fixture("all-passed");
    const { scenarios } = differenceOf([run(1, 3)], [other], "v6.11");
    expect(scenarios.map((one) => [one.scenario, one.before?.runs, one.after?.runs])).toEqual([
      ["TINY01", undefined, 1],
      ["TREE05", undefined, 1],
      ["TREE03", 3, undefined],
    ]);
    expect(scenarios.every(({ changed, test }) => !changed && test === undefined)).toBe(true);
  });
});

describe("holm", () => {
  it("is Holm's step-down, in the order given", () => {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(6)))).toEqual([
      0.03, 0.06, 0.06, 0.02,
    ]);
    expect(holm([])).toEqual([]);
  });
});
