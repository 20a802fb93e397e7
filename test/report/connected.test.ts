import { describe, expect, it } from "vitest";
import { renderSummary } from "../../src/report/summary.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { historyOf } from "../../src/statistics/history.ts";
import { summarise } from "../../src/statistics/summary.ts";
import { fixture } from "./fixtures.ts";

describe("reports take what src/statistics computes", () => {
  const results = fixture("attempts");
  const statistics = summarise([results]);
  const earlier = { ...fixture("attempts"), createdAt: "2026-11-01T00:00:00Z", rundir: "res/earlier" };
  const history = historyOf([{ results: earlier, run: "41" }], { results });

  it("in the summary", () => {
    const text = renderSummary(results, { statistics, history });
    expect(text).toMatch(/on TREE03 \(attempt 1\) and TREE03 \(attempt 3\); _flaky: first seen 2026-11-01/);
    expect(text).toMatch(/- \*\*TREE03\*\*: 2 of 3 runs failed/);
    expect(text).toMatch(
      /\| TREE03 \| 3 \| 2 \| 0\.256 \| 7\.8 \(0\.94\d? – 28\.\d\) \| 66\.7 % \(9\.43 % – 99\.2 %\) \|/,
    );
    expect(text).toContain("<summary>Rates against earlier runs</summary>");
  });

  it("on the terminal", () => {
    expect(renderTerminal(results, { statistics })).toMatch(/\nStatistics\n {2}TREE03: 2 of 3 runs failed/);
  });
});
