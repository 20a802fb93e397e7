import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMail, wrap } from "../../src/report/mail.ts";
import { controlsIn } from "./controls.ts";
import { fixture, fixtureNames, hostile, hugeResults } from "./fixtures.ts";
import { hostileText } from "./hostile-text.ts";

describe("renderMail", () => {
  it.each(fixtureNames)("tells %s", async (name) => {
    await expect(renderMail(fixture(name))).toMatchFileSnapshot(`../fixtures/reports/mail-${name}.txt`);
  });

  it("keeps prose to 72 columns", () => {
    const text = "rcu ".repeat(60);
    for (const line of wrap(text).split("\n")) expect(line.length).toBeLessThanOrEqual(72);
    expect(wrap(text).replaceAll("\n", " ")).toBe(text.trim());
    expect(wrap("a ".repeat(40), 4).split("\n")[1]).toMatch(/^ {4}a/);
    expect(wrap(`${"x".repeat(100)} y`)).toBe(`${"x".repeat(100)}\ny`);
  });

  it("has one subject line, then the body, whatever consoles hold", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [subject = "", blank, ...body] = renderMail(hostile(text)).split("\n");
        expect(subject).toMatch(/^Subject: \[rcutorture\] /);
        expect(blank).toBe("");
        expect(body.filter((line) => line === "-- ")).toHaveLength(1);
        expect(body.filter((line) => line.startsWith("From "))).toEqual([]);
        expect(controlsIn(body.join("\n"))).toEqual([]);
      }),
    );
  });

  it("stays a mail one would send for a huge run", () => {
    const text = renderMail(hugeResults(1_000, 200), { link: "https://github.com/o/r/actions/runs/1" });
    expect(text.length).toBeLessThan(60_000);
    expect(text).toContain("and 190 other findings");
    expect(text).toContain("\nReported-by: YOUR NAME <ADDRESS>\nLink: https://github.com/o/r/actions/runs/1");
  });
});
