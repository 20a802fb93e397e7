import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { create } from "xmlbuilder2";
import { renderJunit } from "../../src/report/junit.ts";
import { controlsIn } from "./controls.ts";
import { fixture, fixtureNames, hostile } from "./fixtures.ts";
import { hostileText } from "./hostile-text.ts";

type Attributes = { [name: string]: string };
type Element = { name: string; attributes: Attributes; children: Element[]; text: string };

function elementOf(node: ReturnType<typeof create>["node"]): Element {
  const element = node as unknown as {
    nodeName: string;
    attributes: Iterable<{ name: string; value: string }>;
    childNodes: Iterable<ReturnType<typeof create>["node"]>;
    textContent: string;
  };
  return {
    name: element.nodeName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children: [...element.childNodes].filter(({ nodeType }) => nodeType === 1).map(elementOf),
    text: element.textContent,
  };
}

const parse = (xml: string) => elementOf(create(xml).root().node);

/** What jenkinsci/xunit-plugin's junit-10.xsd allows: children, and attributes (required ones with `!`). */
const schema: Record<string, { children: string[]; attributes: string[] }> = {
  testsuites: { children: ["testsuite"], attributes: ["name", "time", "tests", "failures", "errors"] },
  testsuite: {
    children: ["testsuite", "properties", "testcase", "system-out", "system-err"],
    attributes: [
      ..."name! tests failures errors time skipped timestamp hostname id package file log url".split(" "),
    ],
  },
  properties: { children: ["property"], attributes: [] },
  property: { children: [], attributes: ["name!", "value!"] },
  testcase: {
    children: ["skipped", "error", "failure", "system-out", "system-err"],
    attributes: ["name!", "classname", "time", "group", "file"],
  },
  skipped: { children: [], attributes: ["type", "message"] },
  error: { children: [], attributes: ["type", "message"] },
  failure: { children: [], attributes: ["type", "message"] },
  "system-out": { children: [], attributes: [] },
  "system-err": { children: [], attributes: [] },
};

function expectValid(element: Element): void {
  const rule = schema[element.name];
  expect(rule, element.name).toBeDefined();
  const names = Object.keys(element.attributes);
  const allowed = rule?.attributes ?? [];
  expect(names.filter((name) => !allowed.includes(name) && !allowed.includes(`${name}!`))).toEqual([]);
  expect(allowed.filter((name) => name.endsWith("!") && !names.includes(name.slice(0, -1)))).toEqual([]);
  for (const child of element.children) {
    expect(rule?.children).toContain(child.name);
    expectValid(child);
  }
}

const outcomes = (root: Element) =>
  root.children.flatMap(({ children }) =>
    children
      .filter(({ name }) => name === "testcase")
      .map(({ attributes, children: parts }) => {
        const outcome = parts.find(({ name }) => !name.startsWith("system-"));
        const what = outcome === undefined ? "ok" : `${outcome.name} ${outcome.attributes.type ?? ""}`.trim();
        return `${attributes.classname} ${attributes.name}: ${what}`;
      }),
  );

describe("renderJunit", () => {
  it.each(fixtureNames)("writes %s as the schema asks", async (name) => {
    const xml = renderJunit(fixture(name));
    await expect(xml).toMatchFileSnapshot(`../fixtures/reports/junit-${name}.xml`);
    expectValid(parse(xml));
  });

  it("tells failures, errors and skipped apart", () => {
    expect(outcomes(parse(renderJunit(fixture("busted"))))).toEqual([
      "rcutorture.rcu.BUSTED BUSTED: failure warning",
      "rcutorture.rcu.TREE05 TREE05: ok",
    ]);
    expect(outcomes(parse(renderJunit(fixture("build-failure"))))).toEqual([
      "rcutorture.rcu.TREE03 TREE03: error build-failed",
      "rcutorture.rcu.TINY01 TINY01: ok",
    ]);
    expect(outcomes(parse(renderJunit(fixture("lost-system"))))).toEqual([
      "rcutorture.rcu.SRCU-P SRCU-P: skipped",
      "rcutorture.rcu.TREE03 TREE03.2: error infrastructure-error",
      "rcutorture.rcu.TREE03 TREE03: ok",
      "rcutorture.rcu.TREE05 TREE05: ok",
    ]);
    expect(outcomes(parse(renderJunit({ ...fixture("build-failure"), guests: [] })))).toEqual([
      "rcutorture.rcu.TREE03 TREE03 (build): error build-failed",
      "rcutorture.rcu.TINY01 TINY01 (build): ok",
    ]);
  });

  it("counts what it holds", () => {
    for (const name of fixtureNames) {
      const root = parse(renderJunit(fixture(name)));
      const cases = outcomes(root);
      const suite = root.children[0]?.attributes ?? {};
      expect(suite.tests).toBe(String(cases.length));
      expect(suite.failures).toBe(String(cases.filter((c) => c.includes(": failure")).length));
      expect(suite.errors).toBe(String(cases.filter((c) => c.includes(": error")).length));
      expect(suite.skipped).toBe(String(cases.filter((c) => c.endsWith(": skipped")).length));
    }
  });

  it("keeps attempts apart by name", () => {
    const names = outcomes(parse(renderJunit(fixture("attempts"))));
    expect(names).toContain("rcutorture.rcu.TREE03 TREE03 (attempt 3): failure warning");
    expect(new Set(names).size).toBe(7);
  });

  it("appends the end of the console when the caller has it", () => {
    const xml = renderJunit(fixture("busted"), {
      consoleTail: ({ name }) => (name === "BUSTED" ? "reboot: \u0000Power down\u001b[0m\n" : undefined),
    });
    expect(parse(xml).children[0]?.children[1]?.children[1]?.text).toMatch(
      /Console: BUSTED\/console\.log\n\nreboot: Power down\n$/,
    );
  });

  it("writes XML 1.0 for any text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const xml = renderJunit(hostile(text), { consoleTail: () => text });
        // https://www.w3.org/TR/xml/#charsets
        expect(controlsIn(xml)).toEqual([]);
        expect(xml).not.toMatch(/[\ufffe\uffff]/);
        expect(xml.isWellFormed()).toBe(true);
        expectValid(parse(xml));
      }),
    );
  });
});
