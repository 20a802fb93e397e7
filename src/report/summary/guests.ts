import type { GuestResult } from "../../results/schema.ts";
import { listOf, livedText, plural, verdictWords, workNoun, workOf } from "../format.ts";
import { naturally } from "../importance.ts";
import { guestLink, type ReportLinks } from "../links.ts";
import { details, escapeMarkdown, link, table } from "../markdown.ts";
import { labelOf, namesOf, type Overview, reasonOf } from "../overview.ts";
import { cleanLine, cutCharacters } from "../text.ts";
import type { Level } from "./level.ts";

/** More guests that passed than this are folded away, so that the text of what failed follows soon. */
const mostPassed = 10;

/** Cells whose words belong on one line. */
const unbroken = (text: string) => text.replaceAll(" ", "\u00a0");

function row(
  overview: Overview,
  guest: GuestResult,
  withSystem: boolean,
  links: ReportLinks | undefined,
): string[] {
  const { icon, word } = verdictWords[guest.verdict];
  const { amount, rate } = workOf(guest);
  return [
    unbroken(`${icon} ${word}`),
    link(escapeMarkdown(labelOf(overview, guest)), guestLink(links, guest.name)),
    unbroken(livedText(guest)),
    amount,
    rate,
    escapeMarkdown(cutCharacters(reasonOf(overview, guest), 120)),
    ...(withSystem ? [escapeMarkdown(guest.system ?? "")] : []),
  ];
}

function tableOf(overview: Overview, guests: readonly GuestResult[], links?: ReportLinks): string {
  const withSystem = new Set(guests.flatMap(({ system }) => system ?? [])).size > 1;
  const noun = workNoun(overview.results.suite);
  const scale = guests.some(({ counters }) => counters.durations !== undefined);
  const header = [
    "Verdict",
    "Guest",
    "Time",
    scale ? "Median" : noun.charAt(0).toUpperCase() + noun.slice(1),
    scale ? "p99" : "Rate",
    "Findings",
    ...(withSystem ? ["System"] : []),
  ];
  const rows = guests.map((guest) => row(overview, guest, withSystem, links));
  return table([header, ...rows], `llrrrl${withSystem ? "l" : ""}`);
}

/** Guests in columns by attempt and sample: what changed between them is seen at a glance. */
function sideBySide(overview: Overview, level: Level): string {
  const columns = overview.columns.slice(-level.columns);
  const names = namesOf(overview.guests).slice(0, level.rows);
  const cells = new Map(overview.guests.map((g) => [`${cleanLine(g.name)} ${g.attempt} ${g.sample}`, g]));
  const rows = names.map((name) => [
    escapeMarkdown(name),
    ...columns.map(({ attempt, sample }) => {
      const guest = cells.get(`${name} ${attempt} ${sample}`);
      if (guest === undefined) return "";
      const { icon, word } = verdictWords[guest.verdict];
      return `${icon} ${workOf(guest).rate || word}`;
    }),
  ]);
  const header = ["Guest", ...columns.map(({ label }) => label.charAt(0).toUpperCase() + label.slice(1))];
  return table([header, ...rows], `l${"r".repeat(columns.length)}`);
}

/** More runs than columns fit: how often each guest came to each verdict. */
function tally(overview: Overview, level: Level): string {
  const byName = Map.groupBy(overview.guests, ({ name }) => name);
  const verdicts = Object.entries(overview.of).filter(([, guests]) => guests.length > 0);
  const rows = [...byName]
    .slice(0, level.rows)
    .map(([name, guests]) => [
      escapeMarkdown(name),
      String(guests.length),
      ...verdicts.map(([verdict]) => String(guests.filter((guest) => guest.verdict === verdict).length)),
    ]);
  const words = verdicts.map(([verdict]) => {
    const { icon, word } = verdictWords[verdict as keyof typeof verdictWords];
    return `${icon} ${word}`;
  });
  return table([["Guest", "Runs", ...words], ...rows], `lr${"r".repeat(verdicts.length)}`);
}

/** The table of guests: bad news first; when there are too many, those that passed are only counted. */
export function guestsSection(overview: Overview, level: Level, links?: ReportLinks): string[] {
  const { guests } = overview;
  if (guests.length === 0) return [];
  const bad = guests.filter(({ verdict }) => verdict !== "passed").slice(0, level.rows);
  const passed = [...overview.of.passed].sort((a, b) => naturally(a.name, b.name));
  const shownPassed = passed.slice(0, Math.min(level.passedRows, level.rows - bad.length));
  const shown = [...bad, ...shownPassed];
  const sections: string[] = [];
  if (overview.columns.length > 1 && level.columns > 0) {
    const fits = overview.columns.length <= level.columns;
    sections.push("### Runs side by side", fits ? sideBySide(overview, level) : tally(overview, level));
    if (shown.length > 0) {
      sections.push(details(`All runs (${shown.length})`, tableOf(overview, shown, links)));
    }
  } else if (shown.length > 0) {
    // A long list of what went well is folded away from what did not.
    const folds = shownPassed.length > mostPassed;
    sections.push("### Guests");
    if (!folds || bad.length > 0) sections.push(tableOf(overview, folds ? bad : shown, links));
    if (folds)
      sections.push(
        details(`${plural(shownPassed.length, "guest")} passed`, tableOf(overview, shownPassed, links)),
      );
  }
  const hidden = guests.length - shown.length;
  if (hidden > 0) {
    const counts = Object.entries(overview.of)
      .filter(([, all]) => all.length > 0)
      .map(([verdict, all]) => `${all.length} ${verdictWords[verdict as keyof typeof verdictWords].phrase}`);
    sections.push(
      `${shown.length > 0 ? `${plural(hidden, "guest")} not shown. ` : ""}In all: ${listOf(counts, 5)}.`,
    );
  }
  return sections;
}
