import stringWidth from "string-width";
import type { Results } from "../results/schema.ts";
import type { Difference } from "../statistics/difference.ts";
import { pad, wrapWords } from "../text/columns.ts";
import { listOf, plural } from "./format.ts";
import { whereabouts } from "./guest-facts.ts";
import { headlineOf } from "./headline.ts";
import { kernelName } from "./links.ts";
import { labelOf, namesOf, type Overview, overviewOf, placeOf } from "./overview.ts";
import { setLines } from "./sets.ts";
import { notesOf, type ReportStatistics, sentences } from "./statistics.ts";
import { differenceLines } from "./terminal/difference.ts";
import { guestLines, verdictColours } from "./terminal/guests.ts";
import type { TerminalLook } from "./terminal/look.ts";
import { cleanLine, excerpt } from "./text.ts";

export type { TerminalStyle } from "./terminal/look.ts";

export type TerminalOptions = {
  /** Columns of the terminal; without them, as for a log, no line is broken. */
  width?: number;
  /** Colours: pass node:util's `styleText`, or leave it away for plain text. */
  style?: TerminalLook["style"];
  /** Where the reports are, in the order to show. */
  reports?: readonly { label: string; path: string }[];
  statistics?: ReportStatistics;
  /** Against earlier results. */
  difference?: Difference;
};

/** Columns of an excerpt from a console where the terminal does not say. */
const logWidth = 120;

function failureLines(overview: Overview, { width, style }: TerminalLook): string[] {
  const lines: string[] = [];
  for (const [index, group] of overview.failures.slice(0, 10).entries()) {
    const place = placeOf(group.finding);
    const names = listOf(
      group.guests.slice(0, 50).map((guest) => labelOf(overview, guest)),
      5,
    );
    lines.push(...wrapWords(group.title, width, 4, 2).map((line) => style("bold", line)));
    if (place) lines.push(`      at ${place}`);
    lines.push(...wrapWords(`on ${names}, ${whereabouts(group)}`, width, 9, 6));
    if (index === 0) {
      const { text } = excerpt(group.finding.text, {
        lines: 12,
        bytes: 4000,
        width: Math.max(20, Math.min(width, logWidth) - 8),
      });
      for (const line of text === "" ? [] : text.split("\n")) lines.push(style("dim", `      | ${line}`));
    }
  }
  const rest = overview.failures.length - 10;
  if (rest > 0) lines.push(`  and ${plural(rest, "other finding")}`);
  return lines;
}

function buildLines(overview: Overview, width: number): string[] {
  return overview.failedBuilds.slice(0, 10).flatMap(({ scenario, diagnostics }) => {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    return [
      `  ${cleanLine(scenario)} did not build`,
      ...errors
        .slice(0, 5)
        .flatMap((error) =>
          wrapWords([placeOf(error), cleanLine(error.message)].filter(Boolean).join(": "), width, 9, 6),
        ),
      ...(errors.length > 5 ? [`      and ${plural(errors.length - 5, "other error")}`] : []),
    ];
  });
}

function missingLines({ of }: Overview, { width }: TerminalLook): string[] {
  const missing = [...of["infrastructure-error"], ...of["did-not-run"]];
  return [...Map.groupBy(missing, ({ ending }) => cleanLine(ending.detail))]
    .slice(0, 20)
    .flatMap(([detail, guests]) => wrapWords(`${listOf(namesOf(guests), 5)}: ${detail}`, width, 4, 2));
}

/** What to do next, from what happened. */
function nextStepOf({ results, failures, failedBuilds, of }: Overview): string {
  const [worst] = failures;
  if (worst?.shownOn.console !== undefined) {
    return `read ${results.rundir}/${worst.shownOn.console} from line ${worst.finding.consoleLine}`;
  }
  if (failedBuilds[0] !== undefined) return `read ${results.rundir}/${failedBuilds[0].scenario}/Make.out`;
  if (of["infrastructure-error"].length > 0) return "see to the system, then run the lost guests again";
  if (of["did-not-run"].length > 0) return "run the guests that did not run to the end again";
  if (results.sets?.some(({ verdict }) => verdict === "did-not-run"))
    return "give the sets that did not run what they lack, or leave them out with torture-sets";
  return "run longer, or more scenarios: a failure rarer than this run is long goes unseen";
}

/** The summary for a terminal: plain words, aligned columns, ending with where the reports are and the next step. */
export function renderTerminal(results: Results, options: TerminalOptions = {}): string {
  const { width = Infinity, style = (_format, text) => text } = options;
  const look: TerminalLook = { width, style };
  const overview = overviewOf(results);
  const guests = guestLines(overview, look);
  const say = (text: string) => wrapWords(text, width, 4, 2);
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", ...(title ? [style("bold", title)] : []), ...lines];
  const statistics = options.statistics?.scenarios.slice(0, 20) ?? [];
  const ends = [
    ...(options.reports ?? []),
    ...(results.reproduce === undefined ? [] : [{ label: "again", path: results.reproduce }]),
    { label: "next", path: nextStepOf(overview) },
  ];
  const labels = Math.max(...ends.map(({ label }) => stringWidth(label)));
  const lines = [
    ...wrapWords(headlineOf(overview), width).map((line) => style(verdictColours[results.verdict], line)),
    ...wrapWords(`kernel ${kernelName(results.kernel)}, suite ${results.suite}`, width).map((line) =>
      style("dim", line),
    ),
    ...section("", guests.bad),
    ...section("Before and after", differenceLines(options.difference, width)),
    ...section("What failed", failureLines(overview, look)),
    ...section("What did not build", buildLines(overview, width)),
    ...section("No verdict", missingLines(overview, look)),
    ...section("", guests.passed),
    ...section("Infrastructure, not the kernel's doing", results.infrastructure.slice(0, 20).flatMap(say)),
    ...section(
      "Sets of torture.sh",
      setLines(results).map((line) => `  ${line}`),
    ),
    ...section("Statistics", [
      ...sentences(statistics).flatMap(({ name, words }) => say(`${name}${name === "" ? "" : ": "}${words}`)),
      ...notesOf(options.statistics).flatMap(say),
    ]),
    ...section(
      "",
      ends.flatMap(({ label, path }) => {
        // A path or a command is copied, and so stays whole.
        const [first = "", ...more] =
          label === "next" ? wrapWords(path, width - labels - 2) : [cleanLine(path)];
        return [`${pad(label, labels)}  ${first}`, ...more.map((line) => " ".repeat(labels + 2) + line)];
      }),
    ),
  ];
  return `${lines.join("\n")}\n`;
}
