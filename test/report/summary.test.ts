import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { renderSummary } from "../../src/report/summary.ts";
import { fixture, fixtureNames, hostile, hugeResults } from "./fixtures.ts";
import { hostileText } from "./hostile-text.ts";
import { tagsOf } from "./tags.ts";

const markdown = new MarkdownIt({ html: true, linkify: true });

const ours = new Set([
  ..."h2 h3 p ul li strong em b a code pre table thead tbody tr th td details summary".split(" "),
]);

/** Renders as GitHub would and complains about anything a console smuggled in. */
function expectOnlyOurMarkup(text: string): void {
  const { tags, unclosed } = tagsOf(markdown.render(text));
  expect(unclosed).toEqual([]);
  expect(tags.filter(({ name }) => !ours.has(name))).toEqual([]);
  for (const { name, attributes } of tags) {
    if (name !== "a") continue;
    expect(attributes).toMatch(/^ href="https:\/\/github\.com\/torvalds\/linux\/(commit|blob)\/[0-9a-f]{40}/);
  }
}

describe("renderSummary", () => {
  it.each(fixtureNames)("tells %s", async (name) => {
    const text = renderSummary(fixture(name));
    await expect(text).toMatchFileSnapshot(`../fixtures/reports/summary-${name}.md`);
    expectOnlyOurMarkup(text);
  });

  it.each([
    ["all-passed", "## ✅ All 2 guests passed (1m of torture, "],
    [
      "busted",
      "## ❌ BUSTED failed: WARNING in rcu\\_torture\\_stats\\_print and 2 other findings (1 of 2 guests)\n",
    ],
    ["build-failure", "## 🔨 TREE03 did not build: kernel/rcu/tree.c:1834: implicit declaration"],
    ["lost-system", "## 🔌 No verdict on TREE03.2, the infrastructure failed: build02 went away"],
    ["interrupted", "## ⚪ Stopped early. TREE01 and TREE02 did not run to the end"],
    ["panic", "## ❌ TINY01 failed: Kernel panic - not syncing: VFS: Unable to mount root fs"],
    ["hang", "## ❌ TREE03.2 failed: rcu\\_preempt detected stalls on CPUs 3 and 1 other finding (1 of 3"],
    ["attempts", "## ❌ TREE03 failed: WARNING in rcu\\_torture\\_stats\\_print (2 of 7 runs)"],
  ] as const)("heads %s with what to act on", (name, start) => {
    expect(renderSummary(fixture(name)).slice(0, start.length)).toBe(start);
  });

  it("links findings to their source at the tested commit", () => {
    expect(renderSummary(fixture("busted"))).toContain(
      "(https://github.com/torvalds/linux/blob/adc218676eef25575469234709c2d87185ca223a/kernel/rcu/rcutorture.c#L2258)",
    );
  });

  it("keeps infrastructure apart from kernel failures", () => {
    const text = renderSummary(fixture("lost-system"));
    expect(text).not.toContain("### What failed");
    expect(text).toContain("### Infrastructure\n\nNot the kernel's doing:\n\n- build02 stopped answering");
  });

  it("shows statistics and history when they are given", () => {
    const results = fixture("busted");
    const text = renderSummary(results, {
      statistics: {
        confidence: 0.95,
        notes: ["build01 fails as often as build02 (p = 0.8)."],
        scenarios: [
          {
            scenario: "BUSTED",
            samples: 15,
            failures: 3,
            hours: 150,
            ratePerHour: { estimate: 0.02, low: 0.0041, high: 0.0584 },
            failureProbability: { estimate: 0.2, low: 0.0433, high: 0.4809 },
            sentence: "3 of 15 runs failed.",
            moreNeeded: "230 hours without a failure would show that it is gone (99 %).",
          },
        ],
      },
      history: {
        findings: [
          { fingerprint: "8f3e0a1b2c4d5e6f", state: "known", sentence: "known since v6.11: 3 of 15 runs" },
        ],
        trends: [{ scenario: "TREE05", sentence: "18 % fewer grace periods than usual", warning: true }],
      },
    });
    expect(text).toContain("on BUSTED; _known since v6.11: 3 of 15 runs_");
    expect(text).toContain("| BUSTED | 15 | 3 | 150 | 0.02 (0.0041 – 0.0584) | 20 % (4.33 % – 48.1 %) |");
    expect(text).toContain("- **BUSTED**: 3 of 15 runs failed. 230 hours without a failure would show");
    expect(text).toContain("- build01 fails as often");
    expect(text).toContain("- ⚠️ **TREE05**: 18 % fewer");
    expectOnlyOurMarkup(text);
  });

  it("shows any text as text, in every field", () => {
    fc.assert(fc.property(hostileText, (text) => expectOnlyOurMarkup(renderSummary(hostile(text)))));
    // Behind a character that counts as part of a word.
    expectOnlyOurMarkup(renderSummary(hostile("x__x__https://evil.example/a_www.evil.example")));
  });

  it("stays within any limit with every block closed", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 0, max: 20_000 }), (text, limit) => {
        const summary = renderSummary(hostile(text), { limit });
        expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(limit);
        expectOnlyOurMarkup(summary);
      }),
    );
  });

  it.each([200_000, 60_000, 20_000, 3_000])(
    "keeps the headline and the worst failures in %i bytes",
    (limit) => {
      const text = renderSummary(hugeResults(300, 100), { limit });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
      expect(text).toContain("TREE0, TREE1 and 298 more failed");
      expect(text).toContain("### What failed\n\n- **WARNING in function\\_1\\_with");
      expectOnlyOurMarkup(text);
    },
  );
});
