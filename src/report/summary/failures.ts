import { formatCount, listOf, plural } from "../format.ts";
import { whereabouts } from "../guest-facts.ts";
import type { ReportHistory } from "../history.ts";
import { findingLink, type ReportLinks, sourceLink } from "../links.ts";
import { code, details, escapeHtml, escapeMarkdown, fence, link } from "../markdown.ts";
import { type FindingGroup, labelOf, type Overview, placeOf } from "../overview.ts";
import { cutCharacters, excerpt } from "../text.ts";
import type { Level } from "./level.ts";

function seenOn(overview: Overview, group: FindingGroup, level: Level): string {
  const labels = group.guests.slice(0, level.names + 1).map((guest) => labelOf(overview, guest));
  const rest = group.guests.length - labels.length;
  const names = rest > 0 ? `${labels.join(", ")} and ${formatCount(rest)} more` : listOf(labels, level.names);
  return group.count > group.guests.length ? `${names}, ${plural(group.count, "time")}` : names;
}

/** What is known of findings beside the results. */
interface Beside {
  readonly history?: ReportHistory;
  readonly links?: ReportLinks;
}

function entry(overview: Overview, group: FindingGroup, level: Level, { history, links }: Beside): string {
  const { file, line } = group.finding;
  const place = placeOf(group.finding);
  const target = file === undefined ? undefined : sourceLink(overview.results.kernel, file, line);
  const past = history?.findings.find(({ fingerprint }) => fingerprint === group.fingerprint);
  return [
    `- **${link(escapeMarkdown(cutCharacters(group.title, 300)), findingLink(links, group.fingerprint))}**`,
    place === "" ? "" : ` at ${link(code(place), target)}`,
    ` on ${escapeMarkdown(seenOn(overview, group, level))}`,
    past === undefined ? "" : `; _${escapeMarkdown(past.sentence)}_`,
  ].join("");
}

function textBlock(overview: Overview, group: FindingGroup, level: Level, open: boolean): string {
  const shown = excerpt(group.finding.text, { lines: level.textLines, bytes: level.textBytes });
  const title = escapeHtml(cutCharacters(group.title, 300));
  const label = escapeHtml(labelOf(overview, group.shownOn));
  const more = shown.cut || group.finding.truncated ? "\n\n_There is more in the console log._" : "";
  const where = whereabouts(group);
  return details(
    `<b>${label}</b>: ${title}`,
    `${where ? `${escapeMarkdown(where)}\n\n` : ""}${fence(shown.text)}${more}`,
    open,
  );
}

/** What failed and why, the most important first. */
export function failuresSection(overview: Overview, level: Level, beside: Beside = {}): string[] {
  const { failures } = overview;
  const silent = overview.of.failed.filter(({ findings }) => !findings.some((f) => f.severity === "error"));
  if (failures.length === 0 && silent.length === 0) return [];
  const groups = failures.slice(0, level.groups);
  const list = groups.map((group) => entry(overview, group, level, beside));
  if (failures.length > groups.length) {
    list.push(`- and ${plural(failures.length - groups.length, "other finding")}, see results.json`);
  }
  for (const guest of silent.slice(0, level.items)) {
    list.push(
      `- **${escapeMarkdown(labelOf(overview, guest))}**: ${escapeMarkdown(cutCharacters(guest.ending.detail, 300))}`,
    );
  }
  return ["### What failed", list.join("\n")];
}

/** The failing consoles' own words, the most important finding unfolded. */
export function consolesSection(overview: Overview, level: Level): string[] {
  return overview.failures
    .slice(0, level.groups)
    .filter(({ finding }) => finding.text.trim() !== "")
    .slice(0, level.texts)
    .map((group, index) => textBlock(overview, group, level, index === 0));
}

/** What a maintainer should see although no guest failed by it. */
export function noticesSection(overview: Overview, level: Level, beside: Beside = {}): string[] {
  const groups = overview.notices.slice(0, level.items);
  if (groups.length === 0) return [];
  const list = groups.map((group) => entry(overview, group, level, beside)).join("\n");
  return [details(`Noticed, not failures (${formatCount(overview.notices.length)})`, list)];
}
