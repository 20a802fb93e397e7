import type { Finding, GuestResult, Results } from "../../results/schema.ts";
import { failuresOf, type Overview } from "../overview.ts";
import { cleanLine, cleanText, cutCharacters } from "../text.ts";
import type { HtmlLevel } from "./level.ts";

/** A piece of a guest's console: `text` begins at the 1-based line `firstLine` of the log. */
export type ConsoleExcerpt = { firstLine: number; text: string };

/** What a page shows of a guest's console; `link` leads from the page to the log, `lines` is how many that has. */
export type GuestConsole = { link: string; lines?: number; excerpts: readonly ConsoleExcerpt[] };

/** Every n-th point, the last one always. */
export function thinned<T>(points: readonly T[], most: number): T[] {
  if (points.length <= most) return [...points];
  if (most < 2) return [];
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => points[Math.round(index * step)] as T);
}

function shortened(finding: Finding, level: HtmlLevel): Finding {
  const text = cutCharacters(finding.text, level.text);
  return {
    ...finding,
    title: cleanLine(cutCharacters(finding.title, 1_000)),
    text: cleanText(text),
    truncated: finding.truncated || text !== finding.text,
  };
}

/** The findings a page shows of a guest: the most telling ones, in the order of the console. */
export function shownFindings(overview: Overview, guest: GuestResult, level: HtmlLevel): Finding[] {
  const notices = guest.findings.filter(({ severity }) => severity === "notice");
  return [...failuresOf(overview, guest), ...notices]
    .slice(0, level.findingsPerGuest)
    .sort((a, b) => a.consoleLine - b.consoleLine);
}

/** Results as the page embeds them: still valid results, guests in the order of the page, cut to the level. */
export function embeddedResults(overview: Overview, level: HtmlLevel): Results {
  return {
    ...overview.results,
    guests: overview.guests.slice(0, level.guests).map((guest) => ({
      ...guest,
      findings: shownFindings(overview, guest, level).map((finding) => shortened(finding, level)),
      progress: thinned(guest.progress, level.points),
    })),
  };
}

/** Consoles by the guest's place on the page; excerpts until the budget of characters is used up. */
export function embeddedConsoles(
  overview: Overview,
  level: HtmlLevel,
  budget: number,
  consoles: (guest: GuestResult) => GuestConsole | undefined,
): Record<number, GuestConsole> {
  const all: Record<number, GuestConsole> = {};
  let left = budget;
  for (const [index, guest] of overview.guests.slice(0, level.guests).entries()) {
    const console = consoles(guest);
    if (console === undefined) continue;
    let own = Math.min(level.console, left);
    const excerpts = console.excerpts.flatMap(({ firstLine, text }) => {
      const clean = cleanText(cutCharacters(text, own));
      own -= clean.length;
      left -= clean.length;
      return clean === "" ? [] : [{ firstLine, text: clean }];
    });
    all[index] = { ...console, excerpts };
  }
  return all;
}

// Line separators for JavaScript, C1 controls, and marks that reorder what an editor shows.
const unprintable = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON that can stand in a script element whatever it holds: no `<`, so neither `</script` nor `<!--`. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replace(unprintable, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
