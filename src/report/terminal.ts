import stringWidth from "string-width";
import type { GuestResult, Results, Verdict } from "../results/schema.ts";
import { listOf, livedText, plural, verdictWords, workNoun, workOf } from "./format.ts";
import { whereabouts } from "./guest-facts.ts";
import { headlineOf } from "./headline.ts";
import { naturally } from "./importance.ts";
import { kernelName } from "./links.ts";
import { labelOf, namesOf, type Overview, overviewOf, placeOf, reasonOf } from "./overview.ts";
import { setLines } from "./sets.ts";
import { notesOf, type ReportStatistics, sentences } from "./statistics.ts";
import { cleanLine, excerpt } from "./text.ts";

/** A subset of node:util's `styleText` formats. */
export type TerminalStyle = "red" | "green" | "yellow" | "bold" | "dim";

export type TerminalOptions = {
  /** Columns; 80 unless told. */
  width?: number;
  /** Colours: pass node:util's `styleText`, or leave it away for plain text. */
  style?: (format: TerminalStyle, text: string) => string;
  /** Where the reports are, in the order to show. */
  reports?: readonly { label: string; path: string }[];
  statistics?: ReportStatistics;
};

const colours: Record<Verdict, TerminalStyle> = {
  failed: "red",
  "build-failed": "red",
  "did-not-run": "yellow",
  "infrastructure-error": "yellow",
  passed: "green",
};

/** At most `most` columns, cut with `…`. */
function cutColumns(text: string, most: number): string {
  if (stringWidth(text) <= most) return text;
  const kept: string[] = [];
  let columns = 0;
  for (const character of text) {
    columns += stringWidth(character);
    if (columns > most - 1) break;
    kept.push(character);
  }
  return `${kept.join("")}…`;
}

const pad = (text: string, columns: number) => text + " ".repeat(Math.max(0, columns - stringWidth(text)));
const padLeft = (text: string, columns: number) =>
  " ".repeat(Math.max(0, columns - stringWidth(text))) + text;

const mostRows = 200;
/** Below this many columns a reason is not worth its place in the table. */
const leastWhy = 24;

function tableLines(
  overview: Overview,
  guests: readonly GuestResult[],
  options: Required<Pick<TerminalOptions, "width" | "style">>,
): string[] {
  const withSystem = new Set(guests.flatMap(({ system }) => system ?? [])).size > 1;
  const rows = guests.map((guest) => {
    const { amount, rate } = workOf(guest);
    return {
      verdict: guest.verdict,
      cells: [
        verdictWords[guest.verdict].word,
        labelOf(overview, guest),
        livedText(guest),
        amount,
        rate,
        ...(withSystem ? [cleanLine(guest.system ?? "")] : []),
      ],
      reason: reasonOf(overview, guest),
    };
  });
  const noun = workNoun(overview.results.suite);
  const header = ["VERDICT", "GUEST", "TIME", noun.toUpperCase(), "RATE", ...(withSystem ? ["SYSTEM"] : [])];
  const widths = header.map((title, column) =>
    rows.reduce((most, { cells }) => Math.max(most, stringWidth(cells[column] ?? "")), stringWidth(title)),
  );
  const align = (cells: readonly string[]) =>
    cells.map((cell, column) => (column >= 2 && column <= 4 ? padLeft : pad)(cell, widths[column] ?? 0));
  const left = options.width - widths.reduce((sum, columns) => sum + columns + 2, 0);
  return [
    options.style("dim", [...align(header), left >= leastWhy ? "WHY" : ""].join("  ").trimEnd()),
    ...rows.map(({ verdict, cells, reason }) => {
      const [first = "", ...rest] = align(cells);
      const why = left >= leastWhy ? cutColumns(reason, left) : "";
      return [options.style(colours[verdict], first), ...rest, why].join("  ").trimEnd();
    }),
  ];
}

function failureLines(
  overview: Overview,
  { width, style }: Required<Pick<TerminalOptions, "width" | "style">>,
): string[] {
  const lines: string[] = [];
  for (const [index, group] of overview.failures.slice(0, 10).entries()) {
    const place = placeOf(group.finding);
    const names = listOf(
      group.guests.slice(0, 50).map((guest) => labelOf(overview, guest)),
      5,
    );
    lines.push(style("bold", cutColumns(`  ${group.title}`, width)));
    if (place) lines.push(`      at ${place}`);
    lines.push(cutColumns(`      on ${names}, ${whereabouts(group)}`, width));
    if (index === 0) {
      const { text } = excerpt(group.finding.text, {
        lines: 12,
        bytes: 4000,
        width: Math.max(20, width - 8),
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
        .map((error) =>
          cutColumns(`      ${[placeOf(error), cleanLine(error.message)].filter(Boolean).join(": ")}`, width),
        ),
      ...(errors.length > 5 ? [`      and ${plural(errors.length - 5, "other error")}`] : []),
    ];
  });
}

function missingLines({ of }: Overview): string[] {
  const missing = [...of["infrastructure-error"], ...of["did-not-run"]];
  return [...Map.groupBy(missing, ({ ending }) => cleanLine(ending.detail))]
    .slice(0, 20)
    .map(([detail, guests]) => `  ${listOf(namesOf(guests), 5)}: ${detail}`);
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
  return "run longer, or more scenarios: a failure rarer than this run is long goes unseen";
}

/** The summary for a terminal: plain words, aligned columns, ending with where the reports are and the next step. */
export function renderTerminal(results: Results, options: TerminalOptions = {}): string {
  const { width = 80, style = (_format: TerminalStyle, text: string) => text } = options;
  const look = { width, style };
  const overview = overviewOf(results);
  const passed = [...overview.of.passed].sort((a, b) => naturally(a.name, b.name));
  const shown = [...overview.guests.filter(({ verdict }) => verdict !== "passed"), ...passed].slice(
    0,
    mostRows,
  );
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", ...(title ? [style("bold", title)] : []), ...lines];
  const rows = shown.length === 0 ? [] : tableLines(overview, shown, look);
  if (overview.guests.length > shown.length) {
    rows.push(`and ${plural(overview.guests.length - shown.length, "other guest")}`);
  }
  const statistics = options.statistics?.scenarios.slice(0, 20) ?? [];
  const ends = [
    ...(options.reports ?? []),
    ...(results.reproduce === undefined ? [] : [{ label: "again", path: results.reproduce }]),
    { label: "next", path: nextStepOf(overview) },
  ];
  const labels = Math.max(...ends.map(({ label }) => stringWidth(label)));
  const lines = [
    style(colours[results.verdict], headlineOf(overview)),
    style("dim", `kernel ${kernelName(results.kernel)}, suite ${cleanLine(results.suite)}`),
    ...section("", rows),
    ...section("What failed", failureLines(overview, look)),
    ...section("What did not build", buildLines(overview, width)),
    ...section("No verdict", missingLines(overview)),
    ...section(
      "Infrastructure, not the kernel's doing",
      results.infrastructure.slice(0, 20).map((fact) => `  ${cleanLine(fact)}`),
    ),
    ...section(
      "Sets of torture.sh",
      setLines(results).map((line) => `  ${line}`),
    ),
    ...section("Statistics", [
      ...sentences(statistics).map(({ name, words }) => `  ${name}${name === "" ? "" : ": "}${words}`),
      ...notesOf(options.statistics).map((note) => `  ${note}`),
    ]),
    ...section(
      "",
      ends.map(({ label, path }) => `${pad(label, labels)}  ${cleanLine(path)}`),
    ),
  ];
  return `${lines.join("\n")}\n`;
}
