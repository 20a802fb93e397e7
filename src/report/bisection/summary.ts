import type { BisectResults, ProbedCommit } from "../../results/bisection.ts";
import { formatDuration, formatPercent, plural } from "../format.ts";
import { code, details, escapeMarkdown, link, table } from "../markdown.ts";
import { cutCharacters } from "../text.ts";
import {
  bisectHeadline,
  linkOf,
  mostAnswers,
  nextSteps,
  short,
  sparkline,
  spentText,
  sureness,
  wordFor,
} from "./words.ts";

const icons: Partial<Record<BisectResults["outcome"], string>> = { found: "🎯", set: "🎯", undecided: "⏳" };

/** Rows of a table that people still read. */
const mostRows = 200;

function answerTable(results: BisectResults): string[] {
  const { answer } = results;
  if (answer.length === 0) return [];
  const rows = answer
    .slice(0, mostAnswers)
    .map((one) => [
      link(code(short(one.commit)), linkOf(results, one)),
      escapeMarkdown(cutCharacters(one.subject, 120)),
      escapeMarkdown(cutCharacters(one.author, 100)),
      sureness(one.probability),
    ]);
  const more = answer.length - rows.length;
  return [
    table([["Commit", "Subject", "Author", "Probability"], ...rows], "lllr"),
    ...(more > 0 ? [`and ${plural(more, "more commit")}, each less probable.`] : []),
  ];
}

function probedTable(results: BisectResults): string[] {
  const { probed } = results;
  if (probed.length === 0) return [];
  const row = (one: ProbedCommit) => [
    `${link(code(short(one.commit)), linkOf(results, one))}${one.role === undefined ? "" : ` (${one.role})`}`,
    escapeMarkdown(cutCharacters(one.subject, 100)),
    wordFor(one),
    `${one.failures} of ${one.failures + one.passes}`,
    one.others + one.cut === 0 ? "" : String(one.others + one.cut),
    one.seconds === 0 ? "" : formatDuration(one.seconds),
    one.bad === undefined ? "" : sureness(one.bad).replaceAll(" ", "\u00a0"),
  ];
  const header = ["Commit", "Subject", "Result", "Failed runs", "Other errors", "Guest time", "Probably bad"];
  return ["### Commits that were run", table([header, ...probed.slice(0, mostRows).map(row)], "lllrrrr")];
}

/** The bisection's part of a job's page: the answer first. Markdown. */
export function renderBisectSummary(results: BisectResults): string {
  const { outcome, failure, scenario, suite, posterior, rate, others, stopped } = results;
  const facts = [
    ...(failure === undefined ? [] : [`Failure: ${code(cutCharacters(failure, 200))}`]),
    `${escapeMarkdown(suite)} ${escapeMarkdown(scenario)}, ${formatDuration(results.duration)} each`,
    `${plural(posterior.length, "candidate")}`,
    ...(rate === undefined
      ? []
      : [
          `bad commits fail in ${formatPercent(rate.mean)} of runs (${formatPercent(rate.low)} to ${formatPercent(rate.high)})`,
        ]),
  ];
  const blocks = [
    `## ${icons[outcome] ?? "❌"} ${escapeMarkdown(bisectHeadline(results))}`,
    facts.join(" · "),
    ...(stopped === undefined ? [] : [escapeMarkdown(stopped)]),
    ...answerTable(results),
    ...(posterior.length > 1 ? [`Probability along the history: ${code(sparkline(posterior, 80))}`] : []),
    ...nextSteps(results).map((step) => `- ${escapeMarkdown(step)}`),
    ...probedTable(results),
    ...(others.length === 0
      ? []
      : [
          details(
            "Other errors, which did not count",
            others
              .map(
                ({ title, runs, commits }) =>
                  `- ${code(cutCharacters(title, 200))}: ${plural(runs, "run")} of ${plural(commits, "commit")}`,
              )
              .join("\n"),
          ),
        ]),
    `Spent: ${spentText(results)}.`,
  ];
  return `${blocks.join("\n\n").replaceAll(/\n\n(?=- )/g, "\n")}\n`;
}
