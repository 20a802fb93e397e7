import { createHash } from "node:crypto";
import type { BisectResults, ProbedCommit } from "../../results/bisection.ts";
import { formatDuration, formatPercent, plural } from "../format.ts";
import { html } from "../html/parts.ts";
import { style } from "../html/style.ts";
import { table } from "../html/tables.ts";
import { escapeHtml } from "../markdown.ts";
import { cleanLine } from "../text.ts";
import {
  bisectHeadline,
  linkOf,
  mostAnswers,
  nextSteps,
  short,
  spentText,
  sureness,
  wordFor,
} from "./words.ts";

const own = `${style}
.posterior { display: block; width: 100%; height: auto; margin: 0.5rem 0; }
.posterior .bar { fill: var(--accent); }
.posterior .answer { fill: var(--failed); }
.posterior .probed { stroke-width: 1.5; fill: var(--page); }
.posterior .bad { stroke: var(--failed); fill: var(--failed); }
.posterior .fine { stroke: var(--passed); fill: var(--passed); }
.posterior .none { stroke: var(--unknown); }
.legend { display: flex; justify-content: space-between; margin: 0; color: var(--muted); font-size: 0.85rem; }
.facts { margin-bottom: 1rem; }
@media (max-width: 40rem) { .posterior .probed { r: 9px; } }
td .name { white-space: nowrap; }
`;

const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(own).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`;

const [width, height] = [960, 240];
const margin = { left: 4, right: 4, top: 4, bottom: 22 };
/** Bars that a screen can show. */
const mostBars = 480;

/** Which bar a commit is in. */
interface Bars {
  readonly sums: readonly number[];
  readonly of: (place: number) => number;
}

function barsOf(posterior: readonly number[]): Bars {
  const size = Math.max(1, Math.ceil(posterior.length / mostBars));
  const sums = Array.from({ length: Math.ceil(posterior.length / size) }, (_, i) =>
    posterior.slice(i * size, (i + 1) * size).reduce((sum, value) => sum + value, 0),
  );
  return { sums, of: (place) => Math.floor(place / size) };
}

const classOf = ({ untestable, failures, passes }: ProbedCommit) =>
  untestable !== undefined || failures + passes === 0 ? "none" : failures > 0 ? "bad" : "fine";

/** How probable each candidate is, from good to bad, and what was run where: inline SVG. */
export function posteriorPicture(results: BisectResults, places: ReadonlyMap<string, number>): string {
  const { posterior, answer, probed } = results;
  if (posterior.length === 0) return "";
  const { sums, of } = barsOf(posterior);
  const top = Math.max(...sums, 1e-9);
  const step = (width - margin.left - margin.right) / sums.length;
  const floor = height - margin.bottom;
  const x = (bar: number) => margin.left + bar * step;
  const answers = new Set(answer.flatMap(({ commit }) => places.get(commit) ?? []).map(of));
  const bars = sums.map((sum, i) => {
    const tall = (sum / top) * (floor - margin.top);
    const gap = step > 4 ? 1 : 0;
    return `<rect class="${answers.has(i) ? "answer" : "bar"}" x="${x(i).toFixed(1)}" y="${(floor - tall).toFixed(1)}" width="${Math.max(0.5, step - gap).toFixed(1)}" height="${Math.max(tall, sum > 0 ? 0.7 : 0).toFixed(1)}"><title>${escapeHtml(`${sureness(sum)}`)}</title></rect>`;
  });
  const marks = probed.flatMap((one) => {
    const place = places.get(one.commit);
    if (place === undefined) return [];
    const words = `${short(one.commit)} ${wordFor(one)}: ${one.failures} of ${one.failures + one.passes} runs failed; ${cleanLine(one.subject)}`;
    return `<circle class="probed ${classOf(one)}" cx="${(x(of(place)) + step / 2).toFixed(1)}" cy="${floor + 10}" r="4"><title>${escapeHtml(words)}</title></circle>`;
  });
  const words = `Probability of being the first bad commit, for ${plural(posterior.length, "candidate")} from good to bad`;
  return (
    `<svg class="posterior" role="img" viewBox="0 0 ${width} ${height}" aria-label="${escapeHtml(words)}">` +
    `<line class="axis" x1="${margin.left}" x2="${width - margin.right}" y1="${floor}" y2="${floor}"/>${bars.join("")}${marks.join("")}` +
    `</svg>` +
    // Below the picture, not in it: it shrinks on a phone, and its letters would with it.
    `<p class="legend"><span>good, oldest first</span><span>bad</span></p>` +
    `<p class="legend">The highest bar is ${escapeHtml(formatPercent(top))}. Dots: red failed, green passed, hollow could not be tested.</p>`
  );
}

function named(results: BisectResults, commit: BisectResults["answer"][number] | ProbedCommit): string {
  const target = linkOf(results, commit);
  const id = `<code class="name">${short(commit.commit)}</code>`;
  return target === undefined ? id : `<a href="${escapeHtml(target)}" rel="noreferrer">${id}</a>`;
}

function answerPart(results: BisectResults): string {
  const { answer } = results;
  if (answer.length === 0) return "";
  const rows = answer
    .slice(0, mostAnswers)
    .map((one) => [
      named(results, one),
      { words: html(one.subject, 200) },
      html(one.author, 200),
      { figure: sureness(one.probability) },
    ]);
  const more = answer.length - rows.length;
  return (
    table(["Commit", "Subject", "Author", { figure: "Probability" }], rows) +
    (more > 0 ? `<p>and ${plural(more, "more commit")}</p>` : "")
  );
}

function probedPart(results: BisectResults): string {
  if (results.probed.length === 0) return "";
  const rows = results.probed.map((one) => [
    `${named(results, one)}${one.role === undefined ? "" : ` (${one.role})`}`,
    { words: html(one.subject, 200) },
    { short: wordFor(one) },
    { figure: `${one.failures} of ${one.failures + one.passes}` },
    { figure: one.others + one.cut === 0 ? "" : String(one.others + one.cut) },
    { figure: one.seconds === 0 ? "" : formatDuration(one.seconds) },
    { figure: one.bad === undefined ? "" : sureness(one.bad) },
  ]);
  const figures = ["Failed runs", "Other errors", "Guest time", "Probably bad"].map((figure) => ({ figure }));
  return `<h2>Commits that were run</h2>${table(["Commit", "Subject", { short: "Result" }, ...figures], rows)}`;
}

function othersPart({ others }: BisectResults): string {
  if (others.length === 0) return "";
  const items = others.map(
    ({ title, runs }) => `<li><code>${html(title, 300)}</code>: ${plural(runs, "run")}</li>`,
  );
  return `<h2>Other errors, which did not count</h2><ul>${items.join("")}</ul>`;
}

/**
 * The report of a bisection as one page that loads nothing.
 * @param places of candidates in `posterior`, by their ids
 */
export function renderBisectHtml(results: BisectResults, places: ReadonlyMap<string, number>): string {
  const headline = html(bisectHeadline(results), 400);
  const { failure, rate, suite, scenario, duration, createdAt, folder, stopped, confidence } = results;
  const facts = [
    ...(failure === undefined ? [] : [`failure <code>${html(failure, 300)}</code>`]),
    `${html(suite, 50)} ${html(scenario, 100)}, ${formatDuration(duration)} each`,
    `confidence ${formatPercent(confidence)}`,
    ...(rate === undefined
      ? []
      : [
          `bad commits fail in ${formatPercent(rate.mean)} of runs (${formatPercent(rate.low)} to ${formatPercent(rate.high)})`,
        ]),
    html(createdAt.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC")),
    `<code>${html(folder, 300)}</code>`,
  ];
  return [
    `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">`,
    `<title>${headline}</title><link rel="icon" href="data:,"><style>${own}</style></head><body>`,
    `<header><h1>${headline}</h1><p class="facts">${facts.join(" · ")}</p></header><main>`,
    ...(stopped === undefined ? [] : [`<p>${html(stopped, 300)}</p>`]),
    answerPart(results),
    results.posterior.length > 1 ? `<h2>Where it can be</h2>${posteriorPicture(results, places)}` : "",
    `<h2>What to do now</h2><ul>${nextSteps(results)
      .map((step) => `<li>${html(step, 500)}</li>`)
      .join("")}</ul>`,
    probedPart(results),
    othersPart(results),
    `<p>Spent: ${escapeHtml(spentText(results))}.</p></main></body></html>\n`,
  ].join("\n");
}
