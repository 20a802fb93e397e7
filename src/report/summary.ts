import type { Results } from "../results/schema.ts";
import type { Difference } from "../statistics/difference.ts";
import { formatDuration, plural, tortureSeconds, verdictWords } from "./format.ts";
import { headlineOf } from "./headline.ts";
import type { ReportHistory } from "./history.ts";
import { commitLink, kernelName, type ReportLinks } from "./links.ts";
import { code, escapeMarkdown, link } from "./markdown.ts";
import { type Overview, overviewOf } from "./overview.ts";
import { setsSection } from "./sets.ts";
import type { ReportStatistics } from "./statistics.ts";
import { buildRemarksSection, buildsSection } from "./summary/builds.ts";
import { differenceSection } from "./summary/difference.ts";
import { consolesSection, failuresSection, noticesSection } from "./summary/failures.ts";
import { guestsSection } from "./summary/guests.ts";
import { type Level, levels } from "./summary/level.ts";
import {
  firstBadSection,
  ignoredSection,
  missingSection,
  reproduceSection,
  scriptsSection,
  statisticsSection,
  systemsSection,
  trendsSection,
} from "./summary/surroundings.ts";
import { timelineSection } from "./summary/timeline.ts";
import { byteLength, cutBytes, cutCharacters } from "./text.ts";

/** GitHub drops a step's whole summary above this. */
const platformLimit = 1024 * 1024;
const usualLimit = 900_000;

export type SummaryOptions = {
  history?: ReportHistory;
  statistics?: ReportStatistics;
  /** Against earlier results. */
  difference?: Difference;
  links?: ReportLinks;
  /** Why the job is red or not, where that is not what the verdict says. */
  decision?: string;
  /** Most bytes of UTF-8; 900,000 unless told, and never above GitHub's 1 MiB. */
  limit?: number;
};

function factsLine({ results, guests, columns }: Overview): string {
  const seconds = guests.reduce((sum, guest) => sum + tortureSeconds(guest), 0);
  return [
    `Kernel ${link(code(cutCharacters(kernelName(results.kernel), 200)), commitLink(results.kernel))}`,
    `suite ${escapeMarkdown(cutCharacters(results.suite, 50))}`,
    plural(guests.length, columns.length > 1 ? "run" : "guest"),
    ...(seconds > 0 ? [`${formatDuration(seconds)} of torture`] : []),
    ...(results.systems.length > 1 ? [plural(results.systems.length, "system")] : []),
    ...(results.attempt > 1 ? [`attempt ${results.attempt}`] : []),
  ].join(" · ");
}

/** Where everything can be looked at. */
function linksLine(links: ReportLinks = {}): string[] {
  const targets = [
    ...(links.page ? [link("Report with consoles", links.page)] : []),
    ...(links.files ? [link("Consoles and files", links.files)] : []),
  ];
  if (targets.length === 0) return [];
  const leftOut = links.leftOut === undefined ? "" : ` (${escapeMarkdown(links.leftOut)})`;
  return [`${targets.join(" · ")}${leftOut}`];
}

function render(overview: Overview, level: Level, shortened: boolean, options: SummaryOptions): string {
  const { history, statistics } = options;
  const { icon } = verdictWords[overview.results.verdict];
  const blocks = [
    `## ${icon} ${escapeMarkdown(headlineOf(overview))}`,
    factsLine(overview),
    ...linksLine(options.links),
    ...(options.decision === undefined ? [] : [`**${escapeMarkdown(options.decision)}**`]),
    ...(shortened ? ["_Shortened to what GitHub shows; results.json and report.html have everything._"] : []),
    ...firstBadSection(statistics, level),
    ...differenceSection(options.difference, level),
    ...setsSection(overview.results, level.rows),
    ...failuresSection(overview, level, options),
    ...buildsSection(overview, level),
    ...missingSection(overview, level),
    ...guestsSection(overview, level, options.links),
    ...consolesSection(overview, level),
    ...statisticsSection(statistics, level),
    ...trendsSection(history, level),
    ...reproduceSection(overview),
    ...noticesSection(overview, level, options),
    ...scriptsSection(overview, level),
    ...buildRemarksSection(overview, level),
    ...timelineSection(overview, level),
    ...systemsSection(overview, level),
    ...ignoredSection(overview, level),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/**
 * The job summary in GitHub-flavoured Markdown, from results alone. When it gets too long it tells less, level by
 * level, and never ends in the middle of a block: fences and details are always closed, whatever consoles held.
 */
export function renderSummary(results: Results, options: SummaryOptions = {}): string {
  const limit = Math.min(options.limit ?? usualLimit, platformLimit);
  const overview = overviewOf(results);
  for (const [index, level] of levels.entries()) {
    const text = render(overview, level, index > 0, options);
    if (byteLength(text) <= limit) return text;
  }
  // Plain text only, so that a cut anywhere leaves nothing open.
  const plain = headlineOf(overview)
    .replace(/[^\p{L}\p{N},;(]+/gu, " ")
    .trim();
  return cutBytes(`${plain}\n`, limit);
}
