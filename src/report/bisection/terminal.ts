import stringWidth from "string-width";
import type { BisectOutcome, BisectResults, ProbedCommit } from "../../results/bisection.ts";
import { pad, wrapWords } from "../../text/columns.ts";
import { formatDuration, formatPercent, plural } from "../format.ts";
import type { TerminalStyle } from "../terminal.ts";
import { cleanLine, cutCharacters } from "../text.ts";
import {
  bisectHeadline,
  mostAnswers,
  nextSteps,
  short,
  sparkline,
  spentText,
  sureness,
  wordFor,
} from "./words.ts";

const colours: Partial<Record<BisectOutcome, TerminalStyle>> = {
  found: "green",
  set: "green",
  undecided: "yellow",
};

export interface BisectLook {
  /** Columns; 80 unless told. */
  readonly width?: number;
  readonly style?: (format: TerminalStyle, text: string) => string;
}

/** Below this many columns the last cell of a row has a line of its own. */
const leastRest = 20;

/** Rows in columns that are as wide as what is in them; the last one takes what is left, or the next line. */
function columns(rows: readonly (readonly string[])[], width: number): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => stringWidth(row[i] ?? ""))));
  const used = widths.slice(0, -1).reduce((sum, own) => sum + own + 2, 2);
  const left = width - used;
  return rows.flatMap((row) => {
    const before = `  ${row
      .slice(0, -1)
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join("  ")}`;
    const rest = row.at(-1) ?? "";
    if (left >= leastRest) return [`${before}  ${cutCharacters(rest, left)}`.trimEnd()];
    return [before.trimEnd(), `    ${cutCharacters(rest, width - 4)}`];
  });
}

function probedRow(one: ProbedCommit): string[] {
  const runs = one.failures + one.passes;
  return [
    short(one.commit),
    wordFor(one),
    runs === 0 ? "" : `${one.failures} of ${runs}`,
    one.seconds === 0 ? "" : formatDuration(one.seconds),
    one.bad === undefined ? (one.role ?? "") : sureness(one.bad),
    cleanLine(one.subject),
  ];
}

/** What a bisection found, for a terminal or a log. */
export function renderBisectTerminal(results: BisectResults, look: BisectLook = {}): string {
  const { width = 80, style = (_: TerminalStyle, text: string) => text } = look;
  const { answer, probed, posterior, rate, failure, others, stopped, outcome, folder } = results;
  const sentence = (text: string) => wrapWords(text, width);
  const answers = answer
    .slice(0, mostAnswers)
    .map((one) => [
      sureness(one.probability),
      short(one.commit),
      cleanLine(one.author).replace(/ <.*/, ""),
      cleanLine(one.subject),
    ]);
  const lines = [
    "",
    ...sentence(`${bisectHeadline(results)}.`).map((line) =>
      style("bold", style(colours[outcome] ?? "red", line)),
    ),
    ...(stopped === undefined ? [] : sentence(stopped)),
    ...(failure === undefined ? [] : sentence(`Failure: ${cleanLine(failure)}`)),
    ...(rate === undefined
      ? []
      : sentence(
          `Bad commits fail in ${formatPercent(rate.mean)} of runs (${formatPercent(rate.low)} to ${formatPercent(rate.high)}).`,
        )),
    ...(answers.length === 0 ? [] : ["", ...columns(answers, width)]),
    ...(answer.length > answers.length
      ? [`  and ${plural(answer.length - answers.length, "more commit")}`]
      : []),
    ...(posterior.length > 1 ? ["", `  good ${sparkline(posterior, Math.min(60, width - 14))} bad`] : []),
    ...(probed.length === 0
      ? []
      : [
          "",
          ...columns(
            [["COMMIT", "RESULT", "FAILED", "TIME", "PROBABLY BAD", "SUBJECT"], ...probed.map(probedRow)],
            width,
          ).map((line) => (/^ +(?:COMMIT|SUBJECT)\b/.test(line) ? style("dim", line) : line)),
        ]),
    ...(others.length === 0 ? [] : ["", "Other errors, which did not count:"]),
    ...others.flatMap(({ title, runs }) =>
      wrapWords(`${plural(runs, "run")}: ${cleanLine(title)}`, width, 4, 2),
    ),
    "",
    ...sentence(`Spent: ${spentText(results)}.`),
    ...nextSteps(results).flatMap(sentence),
    `Report: ${folder}/report.html`,
  ];
  return `${lines.join("\n")}\n`;
}
