import { createHash } from "node:crypto";
import type { GuestResult, Results } from "../results/schema.ts";
import type { Difference } from "../statistics/difference.ts";
import { formatDuration, plural, tortureSeconds } from "./format.ts";
import { headlineOf } from "./headline.ts";
import type { ReportHistory } from "./history.ts";
import { guestAnchors } from "./html/anchors.ts";
import { embeddedConsoles, embeddedResults, type GuestConsole, jsonForScript } from "./html/data.ts";
import { differencePart } from "./html/difference.ts";
import { embeddedReports, failures } from "./html/findings.ts";
import { estimate, type HtmlLevel, htmlLevels } from "./html/level.ts";
import { badge, grid, guestList, html, tools } from "./html/parts.ts";
import { script } from "./html/script.ts";
import { answerPart } from "./html/sequence.ts";
import { style } from "./html/style.ts";
import { buildsPart, scriptsPart, statisticsPart, surroundings } from "./html/tables.ts";
import { trendsPart } from "./html/trends.ts";
import { commitLink, kernelName } from "./links.ts";
import { escapeHtml } from "./markdown.ts";
import { type Overview, overviewOf } from "./overview.ts";
import { setsPart } from "./sets.ts";
import type { ReportStatistics } from "./statistics.ts";
import { byteLength } from "./text.ts";

export type HtmlOptions = {
  history?: ReportHistory;
  statistics?: ReportStatistics;
  /** Against earlier results. */
  difference?: Difference;
  /** Pieces of a guest's console, for the viewer; without them it shows the findings' own lines. */
  consoles?: (guest: GuestResult) => GuestConsole | undefined;
  /** Bytes the page should stay under; 16 MB unless told. */
  limit?: number;
};

const usualLimit = 16_000_000;

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing is loaded from anywhere, and only our own script and style are obeyed. */
const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;

function facts({ results, guests, columns }: Overview): string {
  const seconds = guests.reduce((sum, guest) => sum + tortureSeconds(guest), 0);
  const commit = commitLink(results.kernel);
  const kernel = html(kernelName(results.kernel), 300);
  return [
    `Kernel ${commit === undefined ? kernel : `<a href="${escapeHtml(commit)}" rel="noreferrer">${kernel}</a>`}`,
    `suite ${html(results.suite, 50)}`,
    plural(guests.length, columns.length > 1 ? "run" : "guest"),
    ...(seconds > 0 ? [`${formatDuration(seconds)} of torture`] : []),
    html(results.createdAt.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC")),
    `<code>${html(results.rundir, 300)}</code>`,
    `${html(results.tool.name, 50)} ${html(results.tool.version, 50)}`,
  ].join(" · ");
}

const viewer =
  `<dialog id="console" aria-labelledby="console-title"><div class="bar"><h2 id="console-title"></h2>` +
  `<label>Finding <select id="picker"></select></label><button type="button" id="previous">Previous</button>` +
  `<button type="button" id="next">Next</button><button type="button" id="close">Close</button></div>` +
  `<p id="extent"></p><pre id="lines" tabindex="0" aria-label="Console"></pre></dialog>`;

function page(overview: Overview, level: HtmlLevel, cut: boolean, options: HtmlOptions): string {
  const { history, statistics, consoles = () => undefined, limit = usualLimit } = options;
  const headline = html(headlineOf(overview));
  const anchors = guestAnchors(overview);
  const excerpts = embeddedConsoles(overview, level, limit / 2, consoles);
  return [
    `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">`,
    `<title>${headline}</title><link rel="icon" href="data:,"><style>${style}</style></head><body>`,
    `<a class="skip" href="#guests">Skip to the guests</a>`,
    `<header><h1>${badge(overview.results.verdict)} ${headline}</h1><button type="button" id="theme">Dark</button>`,
    `<p class="facts">${facts(overview)}</p></header>`,
    cut ? `<p>This run is too big for one page; results.json has everything.</p>` : "",
    `<noscript><p>Filter and console viewer need JavaScript; everything else works without.</p></noscript>`,
    tools(overview),
    `<main>`,
    answerPart(overview),
    setsPart(overview.results),
    differencePart(options.difference),
    failures(overview, level, anchors, history),
    grid(overview, level, anchors, statistics),
    guestList(overview, level, excerpts, anchors),
    statisticsPart(statistics),
    trendsPart(overview, history),
    buildsPart(overview),
    scriptsPart(overview),
    surroundings(overview),
    `</main>`,
    viewer,
    `<script type="application/json" id="results">${jsonForScript(embeddedResults(overview, level))}</script>`,
    `<script type="application/json" id="consoles">${jsonForScript(excerpts)}</script>`,
    `<script type="application/json" id="reports">${jsonForScript(embeddedReports(overview, level, history))}</script>`,
    `<script>${script}</script></body></html>\n`,
  ].join("\n");
}

/**
 * The report as one self-contained HTML page that loads nothing: what failed, the grid of scenarios, every guest
 * with its curve, a console viewer, filter and search. When the run is too big it holds less, level by level; the
 * last level is written whatever its size. Consoles are data here and never markup.
 */
export function renderHtml(results: Results, options: HtmlOptions = {}): string {
  const { limit = usualLimit } = options;
  const overview = overviewOf(results);
  for (const [index, level] of htmlLevels.entries()) {
    const last = index === htmlLevels.length - 1;
    if (!last && estimate(overview.guests, level) > 2 * limit) continue;
    const text = page(overview, level, index > 0, options);
    if (last || byteLength(text) <= limit) return text;
  }
  throw new RangeError("there are no levels");
}
