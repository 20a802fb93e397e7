import { stripVTControlCharacters, styleText } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { renderTerminal } from "../../src/report/terminal.ts";
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

  it("fits tables and excerpts into the width", () => {
    for (const width of [60, 80, 120]) {
      const text = renderTerminal(fixture("busted"), { width });
      const bounded = text.split("\n").filter((line) => /^(VERDICT|failed|passed| {6}\|)/.test(line));
      expect(bounded.length).toBeGreaterThan(10);
      for (const line of bounded) expect(stringWidth(line.replaceAll("\t", " "))).toBeLessThanOrEqual(width);
    }
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
