import { type Verdict, verdicts } from "../../results/kinds.ts";
import { scenarioOf } from "../../results/scenario.ts";
import type { GuestResult } from "../../results/schema.ts";
import { formatPercent, livedText, plural, verdictWords, workNoun, workOf } from "../format.ts";
import { guestFacts, whereabouts } from "../guest-facts.ts";
import type { ReportHistory } from "../history.ts";
import { naturally } from "../importance.ts";
import { sourceLink } from "../links.ts";
import { escapeHtml } from "../markdown.ts";
import { type FindingGroup, labelOf, type Overview, placeOf, reasonOf } from "../overview.ts";
import type { Interval, ReportStatistics } from "../statistics.ts";
import { cleanLine, cutCharacters, excerpt } from "../text.ts";
import { curve, intervalBar } from "./curve.ts";
import { type GuestConsole, shownFindings } from "./data.ts";
import type { HtmlLevel } from "./level.ts";

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
    `<p class="keys"><kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous guest, <kbd>Enter</kbd> open, ` +
    `in a console <kbd>n</kbd> <kbd>p</kbd> next and previous finding, <kbd>Esc</kbd> close</p>`
  );
}

function chip(overview: Overview, guest: GuestResult, index: number): string {
  const words = `${labelOf(overview, guest)}: ${verdictWords[guest.verdict].word}`;
  return `<li><a class="${guest.verdict}" href="#guest-${index}" aria-label="${html(words, 300)}" title="${html(words, 300)}">${marks[guest.verdict]}</a></li>`;
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
export function grid(overview: Overview, level: HtmlLevel, statistics?: ReportStatistics): string {
  const indexed = overview.guests.slice(0, level.guests).map((guest, index) => ({ guest, index }));
  const tiles = [...Map.groupBy(indexed, ({ guest }) => scenarioOf(guest))].map(([scenario, runs]) => {
    const inOrder = runs.toSorted(
      ({ guest: a }, { guest: b }) =>
        a.repetition - b.repetition || a.attempt - b.attempt || a.sample - b.sample,
    );
    const bad = runs.some(({ guest }) => guest.verdict === "failed" || guest.verdict === "build-failed");
    const known = statistics?.scenarios.find((one) => one.scenario === scenario);
    const passed = runs.filter(({ guest }) => guest.verdict === "passed").length;
    const rate =
      known === undefined
        ? ""
        : `${intervalBar(known.failureProbability)}<p>${chance(known.failureProbability)}</p>`;
    return (
      `<li class="tile${bad ? " bad" : ""}"><h3 class="name">${html(scenario, 200)}</h3>` +
      `<p>${passed} of ${plural(runs.length, "run")} passed</p>` +
      `<ul class="chips">${inOrder.map(({ guest, index }) => chip(overview, guest, index)).join("")}</ul>${rate}</li>`
    );
  });
  return tiles.length === 0 ? "" : section("Scenarios", `<ul class="tiles">${tiles.join("")}</ul>`);
}

export function section(title: string, body: string, id?: string): string {
  return `<section${id === undefined ? "" : ` id="${id}"`}><h2>${escapeHtml(title)}</h2>${body}</section>`;
}

const consoleButton = (index: number, fingerprint: string, words: string) =>
  `<button type="button" data-guest="${index}" data-finding="${fingerprint}">${html(words, 200)}</button>`;

/** A finding's text: only the most important one's is open, so that a run with many stays readable. */
const folded = (title: string, text: string, open: boolean) =>
  `<details${open ? " open" : ""}><summary>Text</summary>` +
  `<pre tabindex="0" aria-label="${html(title, 200)}">${escapeHtml(text)}</pre></details>`;

function group(
  overview: Overview,
  one: FindingGroup,
  indexOf: ReadonlyMap<GuestResult, number>,
  level: HtmlLevel,
  first: boolean,
  history?: ReportHistory,
): string {
  const text = excerpt(one.finding.text, { lines: 60, bytes: Math.min(8_000, level.text) }).text;
  const past = history?.findings.find(({ fingerprint }) => fingerprint === one.fingerprint);
  const guests = one.guests.slice(0, 12).flatMap((guest) => {
    const index = indexOf.get(guest);
    return index === undefined ? [] : [consoleButton(index, one.fingerprint, labelOf(overview, guest))];
  });
  const rest = one.guests.length - guests.length;
  const at = place(overview, one.finding);
  return (
    `<article class="finding"><h3>${html(one.title)}</h3>` +
    `<p>${[at, html(whereabouts(one)), one.count > 1 ? plural(one.count, "time") : ""].filter(Boolean).join(", ")}</p>` +
    (past === undefined ? "" : `<p>${html(past.sentence)}</p>`) +
    `<p>Console: ${guests.join(" ")}${rest > 0 ? ` and ${plural(rest, "other")}` : ""}</p>` +
    `${text === "" ? "" : folded(one.title, text, first)}</article>`
  );
}

/** What failed and why, the most important first. */
export function failures(overview: Overview, level: HtmlLevel, history?: ReportHistory): string {
  const groups = overview.failures.slice(0, level.groups);
  if (groups.length === 0) return "";
  const indexOf = new Map(overview.guests.slice(0, level.guests).map((guest, index) => [guest, index]));
  const rest = overview.failures.length - groups.length;
  const more = rest > 0 ? `<p>and ${plural(rest, "other finding")}, see results.json</p>` : "";
  const articles = groups.map((one, i) => group(overview, one, indexOf, level, i === 0, history));
  return section("What failed", `${articles.join("")}${more}`);
}

function guestBody(
  overview: Overview,
  guest: GuestResult,
  index: number,
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
    return `<li>${words} ${consoleButton(index, finding.fingerprint, `console line ${finding.consoleLine}`)}</li>`;
  });
  const rest = guest.findings.length - findings.length;
  if (rest > 0) items.push(`<li>and ${plural(rest, "other finding")}, see its console</li>`);
  const isShown = findings.length > 0 || (console?.excerpts.length ?? 0) > 0;
  const open = isShown ? consoleButton(index, "", "Console") : "";
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
): string {
  const rows = overview.guests.slice(0, level.guests).map((guest, index) => {
    const { amount, rate } = workOf(guest);
    return (
      `<details class="guest" id="guest-${index}"${index === 0 && guest.verdict === "failed" ? " open" : ""}><summary><span>${badge(guest.verdict)}</span>` +
      `<span class="name">${html(labelOf(overview, guest), 200)}</span>` +
      `<span class="figure">${livedText(guest)}</span>` +
      `<span class="figure">${escapeHtml(amount)}</span><span class="figure">${escapeHtml(rate)}</span>` +
      `<span class="why">${html(reasonOf(overview, guest), 300)}</span></summary>` +
      `<div>${guestBody(overview, guest, index, level, consoles[index])}</div></details>`
    );
  });
  const noun = workNoun(overview.results.suite);
  const columns =
    `<div class="columns" aria-hidden="true"><span>Verdict</span><span>Guest</span><span class="figure">Lived</span>` +
    `<span class="figure">${escapeHtml(noun)}</span><span class="figure">Rate</span><span>Why</span></div>`;
  const hidden = overview.guests.length - rows.length;
  const more = hidden > 0 ? `<p>and ${plural(hidden, "other guest")}, see results.json</p>` : "";
  return rows.length === 0 ? "" : section("Guests", `${columns}${rows.join("")}${more}`, "guests");
}
