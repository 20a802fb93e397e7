import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderHtml } from "../../src/report/html.ts";
import { resultsSchema } from "../../src/results/schema.ts";
import { controlsIn } from "./controls.ts";
import { fixture, fixtureNames, hostile, hugeResults } from "./fixtures.ts";
import { hostileText } from "./hostile-text.ts";
import { tagsOf } from "./tags.ts";

const embedded = (page: string, id: string): unknown =>
  JSON.parse(new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`).exec(page)?.[1] ?? "");

/** The markup without what scripts and styles hold. */
const skeleton = (page: string) => page.replace(/(<(script|style)[^>]*>)[\s\S]*?(<\/\2>)/g, "$1$3");

const attribute = / ([a-z-]+)(?:="([^"]*)")?/gi;

/** Elements with the names of their attributes; links with where they lead. Nothing in it may vary by content. */
const shapeOf = (page: string) =>
  tagsOf(skeleton(page)).tags.map(({ name, attributes }) => {
    const names = [...attributes.matchAll(attribute)].map(([, key = "", value = ""]) =>
      key === "href"
        ? `href ${/^(#|data:,$|TREE03\/console\.log$|https:\/\/github\.com\/torvalds\/linux\/)/.exec(value)?.[1]}`
        : key,
    );
    return [name, ...names, attributes.replace(attribute, "").replace(/ ?\/$/, "")].join(" ").trim();
  });

describe("renderHtml", () => {
  it.each(fixtureNames)("makes a whole page of %s", (name) => {
    const results = fixture(name);
    const page = renderHtml(results);
    expect(tagsOf(skeleton(page)).unclosed).toEqual([]);
    const inside = resultsSchema.parse(embedded(page, "results"));
    expect(inside.guests.map((guest) => guest.name).toSorted()).toEqual(
      results.guests.map((g) => g.name).toSorted(),
    );
    expect({ ...inside, guests: [] }).toEqual({ ...results, guests: [] });
  });

  it("draws what each guest counted, with a mark at each failure", () => {
    const page = renderHtml(fixture("busted"));
    expect(page.match(/<svg class="curve"/g)).toHaveLength(2);
    expect(page).toContain('aria-label="grace periods over time: 3,912 after 31.4s"');
    expect(page).toContain("<title>WARNING in rcu_torture_stats_print, 15.4 s</title>");
  });

  it("shows intervals when statistics are given", () => {
    const page = renderHtml(fixture("busted"), {
      statistics: {
        confidence: 0.95,
        scenarios: [
          {
            scenario: "BUSTED",
            samples: 15,
            failures: 3,
            hours: 0,
            ratePerHour: { estimate: 0, low: 0, high: Infinity },
            failureProbability: { estimate: 0.2, low: 0.0433, high: 0.4809 },
            sentence: "3 of 15 runs failed.",
          },
        ],
      },
    });
    expect(page).toContain("fails in 20&nbsp;% of runs (4.33–48.1&nbsp;%)");
    expect(page).toContain('<td class="short" data-label="Interval">0 – ∞</td>');
  });

  it("embeds console excerpts as data", () => {
    const page = renderHtml(fixture("busted"), {
      consoles: ({ name }) =>
        name === "BUSTED"
          ? {
              link: "BUSTED/console.log",
              excerpts: [{ firstLine: 400, text: "a</script><script>alert(1)</script>\u0000b" }],
            }
          : undefined,
    });
    expect(page).not.toContain("<script>alert");
    expect(embedded(page, "consoles")).toEqual({
      0: {
        link: "BUSTED/console.log",
        excerpts: [{ firstLine: 400, text: "a</script><script>alert(1)</script>b" }],
      },
    });
  });

  it("has the same shape whatever consoles hold", () => {
    const consoles = (text: string) => () => ({
      link: "TREE03/console.log",
      excerpts: [{ firstLine: 1, text }],
    });
    const shape = shapeOf(renderHtml(hostile("plain"), { consoles: consoles("plain") }));
    expect(shape).toContain("pre tabindex aria-label");
    fc.assert(
      fc.property(hostileText, (text) => {
        // Around it, letters: an empty text has no excerpt, an odd path no link.
        const page = renderHtml(hostile(`a${text}z`), { consoles: consoles(text) });
        expect(tagsOf(skeleton(page)).unclosed).toEqual([]);
        const names = new Set([...shape, "a href https://github.com/torvalds/linux/ rel"]);
        expect(shapeOf(page).filter((name) => !names.has(name))).toEqual([]);
        expect(controlsIn(page)).toEqual([]);
        expect(resultsSchema.safeParse(embedded(page, "results")).success).toBe(true);
        embedded(page, "consoles");
      }),
    );
  });

  it("holds less of a huge run, but every guest and the worst failures", () => {
    const page = renderHtml(hugeResults(300, 200), { limit: 3_000_000 });
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(3_000_000);
    expect(page).toContain("This run is too big for one page");
    expect(resultsSchema.parse(embedded(page, "results")).guests).toHaveLength(300);
    expect(page).toContain(">WARNING in function_1_with_quite_a_long_name</a></h3>");
  });
});
