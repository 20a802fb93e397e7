import { type Verdict, verdicts } from "../../results/kinds.ts";
import { scenarioOf } from "../../results/scenario.ts";
import type { GuestResult } from "../../results/schema.ts";
import { formatPercent, livedText, plural, verdictWords, workNoun, workOf } from "../format.ts";
import { guestFacts } from "../guest-facts.ts";
import { naturally } from "../importance.ts";
import { sourceLink } from "../links.ts";
import { escapeHtml } from "../markdown.ts";
import { labelOf, type Overview, placeOf, reasonOf } from "../overview.ts";
import type { Interval, ReportStatistics } from "../statistics.ts";
import { cleanLine, cutCharacters } from "../text.ts";
import { curve, intervalBar } from "./curve.ts";
import { type GuestConsole, shownFindings } from "./data.ts";
import type { HtmlLevel } from "./level.ts";

/** Anchors of guests on the page. */
export type Anchors = ReadonlyMap<GuestResult, string>;

/** Cleaned, bounded and escaped: all text that is not ours goes through here. */
export const html = (text: string, most = 2_000): string => escapeHtml(cutCharacters(cleanLine(text), most));

const marks: Record<Verdict, string> = {
  failed: "✗",
  "build-failed": "✗",
  "did-not-run": "–",
  "infrastructure-error": "?",
  passed: "✓",
};

export const badge = (verdict: Verdict): string =>
  `<span class="badge ${verdict}">${escapeHtml(verdictWords[verdict].word)}</span>`;

/** A file and line, linked to the source at the tested commit where that is known. HTML. */
export function place(
  overview: Overview,
  where: { file?: string | undefined; line?: number | undefined },
): string {
  const text = placeOf(where);
  if (where.file === undefined || text === "") return "";
  const target = sourceLink(overview.results.kernel, where.file, where.line);
  const shown = `<code>${html(text)}</code>`;
  return target === undefined ? shown : `<a href="${escapeHtml(target)}" rel="noreferrer">${shown}</a>`;
}

/** Search, one box per verdict that occurs, the system where there are several. */
export function tools(overview: Overview): string {
  const boxes = verdicts
    .filter((verdict) => overview.of[verdict].length > 0)
    .map(
      (verdict) =>
        `<label><input type="checkbox" name="verdict" value="${verdict}" checked> ${escapeHtml(verdictWords[verdict].word)} (${overview.of[verdict].length})</label>`,
    );
  const names = [...new Set(overview.guests.flatMap(({ system }) => system ?? []))].sort(naturally);
  const options = names.map((name) => `<option value="${escapeHtml(name)}">${html(name, 100)}</option>`);
  const systems = `<label>System <select id="system"><option value="">all</option>${options.join("")}</select></label>`;
  return (
    `<div class="tools" role="search"><label>Search <input id="search" type="search" autocomplete="off"></label>` +
    `<fieldset aria-label="Verdicts">${boxes.join("")}</fieldset>${names.length > 1 ? systems : ""}` +
    `<output id="shown" aria-live="polite"></output></div>` +
    `<section id="found" aria-live="polite" hidden><h2>Found on consoles</h2><p id="found-count"></p><ol></ol></section>` +
    `<p class="keys"><kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous guest, <kbd>Enter</kbd> open, ` +
    `in a console <kbd>n</kbd> <kbd>p</kbd> next and previous finding, <kbd>Esc</kbd> close; the address says what is shown</p>`
  );
}

function chip(overview: Overview, guest: GuestResult, anchor: string): string {
  const words = `${labelOf(overview, guest)}: ${verdictWords[guest.verdict].word}`;
  return `<li><a class="${guest.verdict}" href="#${escapeHtml(anchor)}" aria-label="${html(words, 300)}" title="${html(words, 300)}">${marks[guest.verdict]}</a></li>`;
}

const chance = ({ estimate, low, high }: Interval) => {
  const most = formatPercent(Math.min(1, high));
  const words =
    estimate === 0
      ? `fails in fewer than ${most} of runs`
      : `fails in ${formatPercent(estimate)} of runs (${formatPercent(low).replace(/ %$/, "")}–${most})`;
  // On a narrow tile, what belongs together stays on one line.
  return html(words).replaceAll(" %", "&nbsp;%");
};

/** One tile per scenario with a mark per run, and its failure rate where it is known. */
export function grid(
  overview: Overview,
  level: HtmlLevel,
  anchors: Anchors,
  statistics?: ReportStatistics,
): string {
  const shown = overview.guests.slice(0, level.guests);
  const tiles = [...Map.groupBy(shown, scenarioOf)].map(([scenario, runs]) => {
    const inOrder = runs.toSorted(
      (a, b) => a.repetition - b.repetition || a.attempt - b.attempt || a.sample - b.sample,
    );
    const bad = runs.some(({ verdict }) => verdict === "failed" || verdict === "build-failed");
    const known = statistics?.scenarios.find((one) => one.scenario === scenario);
    const passed = runs.filter(({ verdict }) => verdict === "passed").length;
    const rate =
      known === undefined
        ? ""
        : `${intervalBar(known.failureProbability)}<p>${chance(known.failureProbability)}</p>`;
    return (
      `<li class="tile${bad ? " bad" : ""}"><h3 class="name">${html(scenario, 200)}</h3>` +
      `<p>${passed} of ${plural(runs.length, "run")} passed</p>` +
      `<ul class="chips">${inOrder.map((guest) => chip(overview, guest, anchors.get(guest) ?? "")).join("")}</ul>${rate}</li>`
    );
  });
  return tiles.length === 0 ? "" : section("Scenarios", `<ul class="tiles">${tiles.join("")}</ul>`);
}

export function section(title: string, body: string, id?: string): string {
  return `<section${id === undefined ? "" : ` id="${id}"`}><h2>${escapeHtml(title)}</h2>${body}</section>`;
}

/** Leads to a line of a guest's console, or to its end. */
export const consoleLink = (anchor: string, line: number | "end", words: string): string =>
  `<a class="button" href="#${escapeHtml(anchor)}:${line}">${html(words, 200)}</a>`;

function guestBody(
  overview: Overview,
  guest: GuestResult,
  anchor: string,
  level: HtmlLevel,
  console: GuestConsole | undefined,
): string {
  const facts = guestFacts(guest, overview.results.suite)
    .split("\n")
    .map((fact) => `<li>${html(fact)}</li>`);
  const findings = shownFindings(overview, guest, level).slice(0, 20);
  const items = findings.map((finding) => {
    const at = place(overview, finding);
    const words = `${html(finding.title, 300)}${at ? ` at ${at}` : ""}`;
    return `<li>${words} ${consoleLink(anchor, finding.consoleLine, `console line ${finding.consoleLine}`)}</li>`;
  });
  const rest = guest.findings.length - findings.length;
  if (rest > 0) items.push(`<li>and ${plural(rest, "other finding")}, see its console</li>`);
  const isShown = findings.length > 0 || (console?.excerpts.length ?? 0) > 0;
  const open = isShown ? consoleLink(anchor, findings[0]?.consoleLine ?? "end", "Console") : "";
  const log = console === undefined ? "" : ` <a href="${escapeHtml(console.link)}">console.log</a>`;
  return (
    `<ul>${facts.join("")}</ul>${curve(guest, workNoun(overview.results.suite), level.points)}` +
    `${items.length > 0 ? `<ul>${items.join("")}</ul>` : ""}${open}${log}`
  );
}

/** Every guest as a row that unfolds. */
export function guestList(
  overview: Overview,
  level: HtmlLevel,
  consoles: Readonly<Record<number, GuestConsole>>,
  anchors: Anchors,
): string {
  const rows = overview.guests.slice(0, level.guests).map((guest, index) => {
    const { amount, rate } = workOf(guest);
    const anchor = anchors.get(guest) ?? "";
    return (
      `<details class="guest" id="${escapeHtml(anchor)}"${index === 0 && guest.verdict === "failed" ? " open" : ""}><summary><span>${badge(guest.verdict)}</span>` +
      `<span class="name">${html(labelOf(overview, guest), 200)}</span>` +
      `<span class="figure">${livedText(guest)}</span>` +
      `<span class="figure">${escapeHtml(amount)}</span><span class="figure">${escapeHtml(rate)}</span>` +
      `<span class="why">${html(reasonOf(overview, guest), 300)}</span></summary>` +
      `<div>${guestBody(overview, guest, anchor, level, consoles[index])}</div></details>`
    );
  });
  const noun = workNoun(overview.results.suite);
  const columns =
    `<div class="columns" aria-hidden="true"><span>Verdict</span><span>Guest</span><span class="figure">Lived</span>` +
    `<span class="figure">${escapeHtml(noun.charAt(0).toUpperCase() + noun.slice(1))}</span><span class="figure">Rate</span><span>Why</span></div>`;
  const hidden = overview.guests.length - rows.length;
  const more = hidden > 0 ? `<p>and ${plural(hidden, "other guest")}, see results.json</p>` : "";
  return rows.length === 0 ? "" : section("Guests", `${columns}${rows.join("")}${more}`, "guests");
}
