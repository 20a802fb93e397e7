import { describe, expect, it } from "vitest";
import { renderHtml } from "../../../src/report/html.ts";
import { renderSummary } from "../../../src/report/summary.ts";
import { renderTerminal } from "../../../src/report/terminal.ts";
import type { Results } from "../../../src/results/schema.ts";
import { comparedWith } from "../../../src/stages/conclude/difference.ts";
import type { Difference } from "../../../src/statistics/difference.ts";
import { controlsIn } from "../../report/controls.ts";
import { fixture, hostile } from "../../report/fixtures.ts";
import { recordingUi } from "../../support/ui.ts";

const before = { results: [fixture("all-passed")], from: "res/old" };

function compared(...[earlier, later]: [Parameters<typeof comparedWith>[0], Results]): Difference {
  const difference = comparedWith(earlier, later, recordingUi());
  if (difference === undefined) throw new Error("nothing was compared");
  return difference;
}

describe("a report with before", () => {
  const results = fixture("busted");
  const difference = compared(before, results);

  it("says what is new on the terminal, within its columns", () => {
    for (const width of [80, 120]) {
      const text = renderTerminal(results, { width, difference });
      expect(text).toMatch(
        /\nBefore and after\n {2}Compared with v6\.12 \(res\/old\): 3 failures new, 0 gone, 0 on both/,
      );
      expect(text).toContain("  new: WARNING in rcu_torture_stats_print (before no run, after 1 of 1)");
      expect(text).toMatch(/\n {2}TREE05 +0 of 1 failed, 96\.9\/s +0 of 1 failed, 96\.9\/s +0 %\n/);
      const [part = ""] = text.split("What failed");
      for (const line of part.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    }
  });

  it("says so in the summary and in the page", () => {
    const summary = renderSummary(results, { difference });
    expect(summary).toContain("### Before and after");
    expect(summary).toContain(
      "- **new**: WARNING in rcu\\_torture\\_stats\\_print (before no run, after 1 of 1)",
    );
    const page = renderHtml(results, { difference });
    expect(page).toContain('<section id="difference"><h2>Before and after</h2>');
    expect(page).toMatch(/<a href="#finding-[0-9a-f]{16}">WARNING in rcu_torture_stats_print<\/a>/);
  });

  it("says what is gone", () => {
    const now = fixture("all-passed");
    const told = (guests: typeof now.guests) => {
      const after = { ...now, guests };
      const difference = compared({ results: [results], from: "res/old" }, after);
      return renderTerminal(after, { difference });
    };
    const busted = now.guests.map((guest) => ({ ...guest, scenario: "BUSTED" }));
    expect(told(busted)).toContain(
      "  gone: WARNING in rcu_torture_stats_print (before 1 of 1, after 0 of 2)",
    );
    expect(told(now.guests)).toContain(
      "  not run again: WARNING in rcu_torture_stats_print (before 1 of 1, after no run)",
    );
  });

  it("compares nothing with results of another suite, says so, and goes on", () => {
    const other = recordingUi();
    expect(comparedWith(before, { ...results, suite: "lock" }, other)).toBeUndefined();
    expect(other.warnings).toEqual([
      "before: res/old is of suite rcu, and this run of lock; only results of the same suite can be compared, so nothing is.",
    ]);
  });

  it("is harmless whatever the earlier results hold", () => {
    const attack = "</script><img src=x onerror=alert(1)>\u001b[31m";
    const odd = { ...hostile(attack), suite: "rcu" };
    const shown = compared({ results: [odd], from: attack }, results);
    expect(controlsIn(renderTerminal(results, { difference: shown }))).toEqual([]);
    expect(renderHtml(results, { difference: shown })).not.toContain("<img");
  });
});
