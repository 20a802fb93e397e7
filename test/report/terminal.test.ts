import { stripVTControlCharacters, styleText } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { overviewOf } from "../../src/report/overview.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { summarise } from "../../src/statistics/summary.ts";
import { controlsIn } from "./controls.ts";
import { fixture, fixtureNames, hostile, hugeResults } from "./fixtures.ts";
import { hostileText } from "./hostile-text.ts";

const reports = [
  { label: "report", path: "res/2026.11.20-09.14.00/report.html" },
  { label: "results", path: "res/2026.11.20-09.14.00/results.json" },
];

describe("renderTerminal", () => {
  it.each(fixtureNames)("tells %s", async (name) => {
    const text = renderTerminal(fixture(name), { reports });
    await expect(text).toMatchFileSnapshot(`../fixtures/reports/terminal-${name}.txt`);
  });

  it("ends with where the reports are and the next step", () => {
    const lines = renderTerminal(fixture("busted"), { reports }).trimEnd().split("\n");
    expect(lines.slice(-4)).toEqual([
      "report   res/2026.11.20-09.14.00/report.html",
      "results  res/2026.11.20-09.14.00/results.json",
      "again    npx rcutorture-action run --kernel ~/linux --configs 'BUSTED TREE05' --duration 30s",
      "next     read res/2026.11.20-09.14.00/BUSTED/console.log from line 419",
    ]);
  });

  it("lines columns up by what the terminal shows, with wide characters too", () => {
    const results = fixture("all-passed");
    const guests = results.guests.map((guest, index) => ({
      ...guest,
      name: ["漢字", "TREE05"][index] ?? "",
    }));
    const lines = renderTerminal({ ...results, guests }).split("\n");
    const rows = lines.filter((line) => line.startsWith("passed"));
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map((row) => stringWidth(row))).size).toBe(1);
  });

  it("adds only colour when a style is given", () => {
    const style = (format: Parameters<typeof styleText>[0], text: string) =>
      styleText(format, text, { validateStream: false });
    const coloured = renderTerminal(fixture("busted"), { style });
    expect(coloured).toContain("\u001b[31mBUSTED failed");
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(fixture("busted")));
  });

  it.each(fixtureNames)("fits %s into the width, with whole titles", (name) => {
    const results = fixture(name);
    for (const width of [80, 120]) {
      const text = renderTerminal(results, { width, statistics: summarise([results]) });
      const [body = ""] = text.split(/\n(?=again )/);
      for (const line of body.split("\n")) {
        expect(stringWidth(line.replaceAll("\t", " "))).toBeLessThanOrEqual(width);
      }
      const flat = text.replace(/\s+/g, " ");
      for (const { title } of overviewOf(results).failures) expect(flat).toContain(title);
    }
  });

  it("folds the guests of a large run that passed into a line per scenario, failures first", () => {
    const base = fixture("busted");
    const [failed, model] = base.guests;
    if (failed === undefined || model === undefined) throw new Error("the fixture has no guests");
    const passed = ["TREE01", "TREE02", "SRCU-P"].flatMap((scenario, at) =>
      [8.4, 8.1, 90, 8.4].map((rate, index) => ({
        ...model,
        name: `${scenario}.${index + 1}`,
        scenario,
        counters: at === 2 ? {} : { ...model.counters, rate },
      })),
    );
    const text = renderTerminal({ ...base, guests: [...passed, failed] });
    const lines = text.split("\n");
    expect(lines.filter((line) => / × /.test(line))).toEqual([
      "SRCU-P  4 × passed",
      "TREE01  4 × passed, 8.4 GPs/s",
      "TREE02  4 × passed, 8.4 GPs/s",
    ]);
    expect(lines.filter((line) => line.startsWith("passed"))).toEqual([]);
    expect(lines.findIndex((line) => line.startsWith("failed   BUSTED"))).toBeLessThan(5);
    expect(text.indexOf("What failed")).toBeLessThan(text.indexOf("TREE01"));
  });

  it("never lets a console move the cursor or colour the terminal", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(controlsIn(renderTerminal(hostile(text)))).toEqual([]);
      }),
    );
  });

  it("is short for a huge run", () => {
    const lines = renderTerminal(hugeResults(2_000, 100)).split("\n");
    expect(lines.length).toBeLessThan(300);
    expect(lines).toContain("and 1,800 other guests");
  });
});
