import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderKtap } from "../../src/report/ktap.ts";
import { fixture, fixtureNames, hostile } from "./fixtures.ts";
import { hostileText } from "./hostile-text.ts";

type Test = { ok: boolean; name: string; directive: string; children: Test[] };

const resultLine = /^(not )?ok (\d+) ([^#\n]+?)(?: # (?:(SKIP|TODO|XFAIL|TIMEOUT|ERROR)\b)?.*)?$/;

/** Reads strictly what Documentation/dev-tools/ktap.rst describes: version, plan, results in order, two spaces a level. */
function parse(lines: string[], indent = ""): Test[] {
  const own = () => lines[0]?.startsWith(indent) && !lines[0].slice(indent.length).startsWith(" ");
  expect(lines.shift()).toBe(`${indent}KTAP version 1`);
  const plan = /^( *)1\.\.(\d+)/.exec(lines.shift() ?? "");
  expect(plan?.[1]).toBe(indent);
  const tests: Test[] = [];
  let children: Test[] = [];
  while (lines.length > 0) {
    if (lines[0] === `${indent}  KTAP version 1`) {
      children = parse(lines, `${indent}  `);
      continue;
    }
    if (!own()) break;
    const line = (lines.shift() ?? "").slice(indent.length);
    if (line.startsWith("# ")) continue;
    const match = resultLine.exec(line);
    expect(match, line).not.toBeNull();
    expect(match?.[2]).toBe(String(tests.length + 1));
    tests.push({
      ok: match?.[1] === undefined,
      name: match?.[3] ?? "",
      directive: match?.[4] ?? "",
      children,
    });
    children = [];
  }
  expect(tests).toHaveLength(Number(plan?.[2]));
  return tests;
}

const read = (text: string) => parse(text.trimEnd().split("\n"));

describe("renderKtap", () => {
  it.each(fixtureNames)("writes %s so that a strict reader takes it", async (name) => {
    const results = fixture(name);
    const text = renderKtap(results);
    await expect(text).toMatchFileSnapshot(`../fixtures/reports/${name}.ktap`);
    const [suite] = read(text);
    expect(suite?.ok).toBe(results.verdict === "passed");
  });

  it("nests the runs of a scenario that ran more than once", () => {
    const [suite] = read(renderKtap(fixture("attempts")));
    expect(
      suite?.children.map(({ name, ok, children }) => [name, ok, children.map((one) => one.ok)]),
    ).toEqual([
      ["TREE03", false, [false, true, false]],
      ["TREE05", true, [true, true, true]],
      ["TREE07", true, []],
    ]);
  });

  it("tells hangs, errors and skipped ones apart, and none of them is ok", () => {
    const told = (name: (typeof fixtureNames)[number]) =>
      read(renderKtap(fixture(name)))[0]
        ?.children.flatMap((one) => (one.children.length > 0 ? one.children : [one]))
        .filter(({ ok }) => !ok)
        .map(({ name: guest, directive }) => `${guest} ${directive}`.trim());
    expect(told("hang")).toEqual(["TREE03.2 TIMEOUT"]);
    expect(told("lost-system")).toEqual(["SRCU-P SKIP", "TREE03.2 ERROR"]);
    expect(told("build-failure")).toEqual(["TREE03 ERROR"]);
    expect(told("busted")).toEqual(["BUSTED"]);
  });

  it("tells builds without guests, and a run of nothing", () => {
    const results = { ...fixture("build-failure"), guests: [] };
    expect(read(renderKtap(results))[0]?.children.map(({ name, ok }) => [name, ok])).toEqual([
      ["TREE03", false],
      ["TINY01", true],
    ]);
    expect(read(renderKtap({ ...results, builds: [] }))[0]?.children).toEqual([]);
  });

  it("is read the same whatever consoles hold", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [suite, ...others] = read(renderKtap(hostile(text)));
        expect(others).toEqual([]);
        const runs = suite?.children.flatMap((one) => (one.children.length > 0 ? one.children : [one])) ?? [];
        expect(runs.filter(({ ok }) => ok)).toHaveLength(1);
      }),
    );
  });
});
