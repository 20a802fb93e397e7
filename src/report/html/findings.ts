import type { GuestResult } from "../../results/schema.ts";
import { bugReport } from "../bugReport.ts";
import { plural } from "../format.ts";
import { whereabouts } from "../guest-facts.ts";
import type { ReportHistory } from "../history.ts";
import { escapeHtml } from "../markdown.ts";
import { frequency } from "../occurrence.ts";
import { type FindingGroup, labelOf, type Overview } from "../overview.ts";
import { excerpt } from "../text.ts";
import { findingAnchor } from "./anchors.ts";
import type { HtmlLevel } from "./level.ts";
import { type Anchors, consoleLink, html, place, section } from "./parts.ts";

/** Guests of a finding that are named. */
const mostGuests = 12;

/** A finding's text: only the most important one's is open, so that a run with many stays readable. */
const folded = (title: string, text: string, open: boolean) =>
  `<details${open ? " open" : ""}><summary>Text</summary>` +
  `<pre tabindex="0" aria-label="${html(title, 200)}">${escapeHtml(text)}</pre></details>`;

const lineOf = (guest: GuestResult, fingerprint: string) =>
  guest.findings.find((finding) => finding.fingerprint === fingerprint)?.consoleLine ?? "end";

function article(
  overview: Overview,
  one: FindingGroup,
  anchors: Anchors,
  level: HtmlLevel,
  first: boolean,
  history?: ReportHistory,
): string {
  const text = excerpt(one.finding.text, { lines: 60, bytes: Math.min(8_000, level.text) }).text;
  const past = history?.findings.find(({ fingerprint }) => fingerprint === one.fingerprint);
  const onPage = new Set(overview.guests.slice(0, level.guests));
  const guests = one.guests
    .slice(0, mostGuests)
    .filter((guest) => onPage.has(guest))
    .map((guest) =>
      consoleLink(anchors.get(guest) ?? "", lineOf(guest, one.fingerprint), labelOf(overview, guest)),
    );
  const rest = one.guests.length - guests.length;
  const at = place(overview, one.finding);
  const anchor = findingAnchor(one.fingerprint);
  return (
    `<article class="finding" id="${anchor}"><h3><a class="self" href="#${anchor}">${html(one.title)}</a></h3>` +
    `<p>${[at, html(whereabouts(one)), html(frequency(overview, one))].filter(Boolean).join(", ")}</p>` +
    (past === undefined ? "" : `<p>${html(past.sentence)}</p>`) +
    `<p>Console: ${guests.join(" ")}${rest > 0 ? ` and ${plural(rest, "other")}` : ""} ` +
    `<button type="button" data-copy="${one.fingerprint}">Copy bug report</button></p>` +
    `${text === "" ? "" : folded(one.title, text, first)}</article>`
  );
}

/** What failed and why, the most important first. */
export function failures(
  overview: Overview,
  level: HtmlLevel,
  anchors: Anchors,
  history?: ReportHistory,
): string {
  const groups = overview.failures.slice(0, level.groups);
  if (groups.length === 0) return "";
  const rest = overview.failures.length - groups.length;
  const more = rest > 0 ? `<p>and ${plural(rest, "other finding")}, see results.json</p>` : "";
  const articles = groups.map((one, i) => article(overview, one, anchors, level, i === 0, history));
  return section("What failed", `${articles.join("")}${more}`);
}

/** What a page puts around a finding's text to make a report of it, by fingerprint. */
export function embeddedReports(
  overview: Overview,
  level: HtmlLevel,
  history?: ReportHistory,
): Record<string, { before: string; after: string }> {
  return Object.fromEntries(
    overview.failures
      .slice(0, level.groups)
      .map((group) => [group.fingerprint, bugReport(overview, group, { history })]),
  );
}
