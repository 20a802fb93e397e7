import { describe, expect, it } from "vitest";
import { renderBisectHtml } from "../../src/report/bisection/html.ts";
import { renderBisectSummary } from "../../src/report/bisection/summary.ts";
import { renderBisectTerminal } from "../../src/report/bisection/terminal.ts";
import type { BisectResults } from "../../src/results/bisection.ts";
import { controlsIn } from "./controls.ts";

const attack = '</title><img src=x onerror="alert(1)">\u001b[31m';

const commit = (
  digit: string,
  subject = "locking/mutex: Take the slow path only where the owner is not running",
) => ({
  commit: digit.repeat(40),
  subject,
  author: "Some Author <author@example.org>",
});
const probe = { failures: 0, passes: 14, others: 0, cut: 0, seconds: 8_400 };

function found(subject?: string): BisectResults {
  return {
    ...{ format: "rcutorture-action bisection results", version: 1, createdAt: "2026-11-28T07:00:00Z" },
    ...{ kernel: { path: "/src/linux" }, suite: "rcu", scenario: "TREE03", duration: 600 },
    ...{ good: commit("1"), bad: commit("9"), failure: "INFO: rcu detected stall in rcu_torture_stall" },
    ...{ outcome: "found", confidence: 0.95, answer: [{ ...commit("5", subject), probability: 0.962 }] },
    posterior: Array.from({ length: 300 }, (_, place) => (place === 170 ? 0.962 : 0.038 / 299)),
    rate: { mean: 0.2, low: 0.13, high: 0.29 },
    probed: [
      { ...commit("9"), ...probe, role: "bad", failures: 3, bad: 1 },
      { ...commit("1"), ...probe, role: "good" },
      { ...commit("5", subject), ...probe, failures: 2, bad: 1 },
      { ...commit("6"), ...probe, passes: 0, seconds: 0, untestable: "build", bad: 0.99 },
    ],
    others: [{ title: `WARNING in ${"a_function_of_long_name_".repeat(3)}`, runs: 1, commits: 1 }],
    spent: { runs: 70, guests: 42_000, builds: 6, building: 5_400, wall: 21_000 },
    folder: "/res/bisect",
  };
}

describe("reports of a bisection", () => {
  it.each([80, 120])("fit a terminal of %i columns", (width) => {
    const text = renderBisectTerminal(found(), { width });
    for (const line of text.split("\n")) expect(line.length, line).toBeLessThanOrEqual(width);
    expect(text.replaceAll(/\s+/g, " ")).toContain("First bad commit: 555555555555");
    // Subjects are there, beside their commit or below it.
    expect(text.match(/locking\/mutex: Take the/g)?.length).toBeGreaterThanOrEqual(5);
  });

  it("are cards on a phone, whose cells name their columns", () => {
    const page = renderBisectHtml(found(), new Map([["5".repeat(40), 170]]));
    for (const label of ["Result", "Failed runs", "Guest time", "Probably bad"])
      expect(page).toContain(`data-label="${label}"`);
    // Letters in a picture shrink with it.
    expect(page).not.toContain("<text");
  });

  it("are harmless whatever a subject holds", () => {
    const results = found(attack);
    expect(renderBisectHtml(results, new Map())).not.toContain("<img");
    expect(renderBisectSummary(results)).not.toContain("<img");
    expect(controlsIn(renderBisectTerminal(results))).toEqual([]);
  });
});
