import stringWidth from "string-width";
import { scenarioOf } from "../../results/scenario.ts";
import type { GuestResult, Verdict } from "../../results/schema.ts";
import { median } from "../../statistics/trend.ts";
import { pad, padLeft, wrapWords } from "../../text/columns.ts";
import { formatFigure, livedText, plural, verdictWords, workNoun, workOf } from "../format.ts";
import { naturally } from "../importance.ts";
import { labelOf, type Overview, reasonOf } from "../overview.ts";
import { cleanLine } from "../text.ts";
import type { TerminalLook, TerminalStyle } from "./look.ts";

export const verdictColours: Record<Verdict, TerminalStyle> = {
  failed: "red",
  "build-failed": "red",
  "did-not-run": "yellow",
  "infrastructure-error": "yellow",
  passed: "green",
};

const mostRows = 200;
/** More guests that passed than this are folded: their rows would push a failure off the screen. */
const mostPassed = 10;
/** Below this many columns a reason is not worth its place in the table. */
const leastWhy = 24;

function tableLines(overview: Overview, guests: readonly GuestResult[], look: TerminalLook): string[] {
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
  const before = widths.reduce((sum, columns) => sum + columns + 2, 0);
  const left = look.width - before;
  return [
    look.style("dim", [...align(header), left >= leastWhy ? "WHY" : ""].join("  ").trimEnd()),
    ...rows.flatMap(({ verdict, cells, reason }) => {
      const [first = "", ...rest] = align(cells);
      const [why = "", ...more] = left >= leastWhy ? wrapWords(reason, left) : [];
      return [
        [look.style(verdictColours[verdict], first), ...rest, why].join("  ").trimEnd(),
        ...more.map((line) => " ".repeat(before) + line),
      ];
    }),
  ];
}

/** Grace periods are counted by everybody who reads this. */
const rateUnit = (suite: string) => `${workNoun(suite).replace("grace periods", "GPs")}/s`;

/** Guests that passed, one line per scenario: `TREE01  4 × passed, 8.4 GPs/s`, the median of their rates. */
function foldedLines({ results, of }: Overview, look: TerminalLook): string[] {
  const scenarios = [...Map.groupBy(of.passed, scenarioOf)]
    .map(([scenario, guests]) => ({ scenario: cleanLine(scenario), guests }))
    .sort((a, b) => naturally(a.scenario, b.scenario));
  const widest = Math.max(...scenarios.map(({ scenario }) => stringWidth(scenario)));
  const digits = Math.max(...scenarios.map(({ guests }) => String(guests.length).length));
  const lines = scenarios.slice(0, mostRows).map(({ scenario, guests }) => {
    const rates = guests.flatMap(({ counters }) => counters.rate ?? []);
    const unit = rateUnit(guests[0]?.suite ?? results.suite);
    const passed = look.style("green", "passed");
    const times = padLeft(String(guests.length), digits);
    return `${pad(scenario, widest)}  ${times} × ${passed}${rates.length === 0 ? "" : `, ${formatFigure(median(rates))} ${unit}`}`;
  });
  const rest = scenarios.length - lines.length;
  return rest > 0 ? [...lines, `and ${plural(rest, "other scenario")}, all passed`] : lines;
}

/** What did not pass, guest by guest, and what passed, folded where it is much. */
export function guestLines(overview: Overview, look: TerminalLook): { bad: string[]; passed: string[] } {
  const bad = overview.guests.filter(({ verdict }) => verdict !== "passed");
  const passed = [...overview.of.passed].sort((a, b) => naturally(a.name, b.name));
  const folds = passed.length > mostPassed;
  const rows = [...bad, ...(folds ? [] : passed)];
  const shown = rows.slice(0, mostRows);
  const hidden = rows.length - shown.length;
  return {
    bad: [
      ...(shown.length === 0 ? [] : tableLines(overview, shown, look)),
      ...(hidden > 0 ? [`and ${plural(hidden, "other guest")}`] : []),
    ],
    passed: folds ? foldedLines(overview, look) : [],
  };
}
