import { formatBytes, formatCount, formatFigure, formatPercent, listOf, plural } from "../format.ts";
import type { ReportHistory, ScenarioTrend } from "../history.ts";
import { code, details, escapeMarkdown, fence, table } from "../markdown.ts";
import { labelOf, type Overview } from "../overview.ts";
import { waysToReproduce } from "../reproduce.ts";
import { disagreements, scriptsStatus } from "../scripts.ts";
import { type Interval, type ReportStatistics, sentences } from "../statistics.ts";
import { cleanLine, cutBytes, cutCharacters } from "../text.ts";
import type { Level } from "./level.ts";

function bullets(items: readonly string[], most: number): string {
  const lines = items.slice(0, most).map((item) => `- ${item}`);
  if (items.length > lines.length) lines.push(`- and ${formatCount(items.length - lines.length)} more`);
  return lines.join("\n");
}

/** Guests without a verdict, by reason; then facts about machines and services. Never mixed with failures. */
export function missingSection(overview: Overview, level: Level): string[] {
  const missing = [...overview.of["infrastructure-error"], ...overview.of["did-not-run"]];
  const facts = overview.results.infrastructure.map((fact) => escapeMarkdown(cutCharacters(fact, 500)));
  const sections: string[] = [];
  if (missing.length > 0) {
    const byReason = Map.groupBy(missing, ({ ending }) => cleanLine(ending.detail));
    const items = [...byReason].map(([reason, guests]) => {
      const labels = guests.slice(0, level.names + 1).map((guest) => labelOf(overview, guest));
      const rest = guests.length - labels.length;
      const names =
        rest > 0 ? `${labels.join(", ")} and ${formatCount(rest)} more` : listOf(labels, level.names);
      return `**${escapeMarkdown(names)}**: ${escapeMarkdown(cutCharacters(reason, 500))}`;
    });
    sections.push("### No verdict", bullets(items, level.items));
  }
  if (facts.length > 0) {
    sections.push("### Infrastructure", "Not the kernel's doing:", bullets(facts, level.items));
  }
  return sections;
}

const interval = ({ estimate, low, high }: Interval, show: (value: number) => string) =>
  `${show(estimate)} (${show(low)} – ${Number.isFinite(high) ? show(high) : "∞"})`;

/** Failure rates with their intervals, and what they say in plain words. */
export function statisticsSection(statistics: ReportStatistics | undefined, level: Level): string[] {
  if (statistics === undefined || statistics.scenarios.length === 0 || level.rows === 0) return [];
  const shown = statistics.scenarios.slice(0, level.rows);
  const rows = shown.map((s) => [
    escapeMarkdown(s.scenario),
    formatCount(s.samples),
    formatCount(s.failures),
    formatFigure(s.hours),
    interval(s.ratePerHour, formatFigure),
    interval(s.failureProbability, formatPercent),
  ]);
  const header = ["Scenario", "Runs", "Failed", "Hours", "Failures per hour", "A run fails with"];
  const words = sentences(shown).map(
    ({ name, words }) => `${name === "" ? "" : `**${escapeMarkdown(name)}**: `}${escapeMarkdown(words)}`,
  );
  const notes = (statistics.notes ?? []).map((note) => escapeMarkdown(note));
  return [
    "### Statistics",
    bullets([...words, ...notes], level.items),
    details(
      `Failure rates with intervals (${formatPercent(statistics.confidence)} confidence)`,
      table([header, ...rows], "lrrrrr"),
    ),
  ];
}

/** Of a series: the first bad commit of each scenario that failed, and how sure that is. */
export function firstBadSection(statistics: ReportStatistics | undefined, level: Level): string[] {
  const found = statistics?.firstBad ?? [];
  if (found.length === 0) return [];
  const items = found.map(({ sentence }) => escapeMarkdown(cutCharacters(sentence, 1000)));
  return ["### First bad commit", bullets(items, level.items)];
}

/** Scenarios whose rate dropped beyond its noise; the others folded. */
export function trendsSection(history: ReportHistory | undefined, level: Level): string[] {
  const trends = history?.trends ?? [];
  const item = ({ scenario, sentence }: ScenarioTrend) =>
    `**${escapeMarkdown(scenario)}**: ${escapeMarkdown(sentence)}`;
  const dropped = trends.filter(({ warning }) => warning).map((trend) => `⚠️ ${item(trend)}`);
  const usual = trends.filter(({ warning }) => !warning).map(item);
  return [
    ...(dropped.length > 0 ? ["### Slower than before", bullets(dropped, level.items)] : []),
    ...(usual.length > 0 ? [details("Rates against earlier runs", bullets(usual, level.items))] : []),
  ];
}

/** What the tree's own scripts would say of the run; where they judge a guest otherwise, and why ours differs. */
export function scriptsSection(overview: Overview, level: Level): string[] {
  const status = `kvm-recheck.sh would end with ${scriptsStatus(overview.results)}`;
  const other = disagreements(overview.guests);
  if (other.length === 0) return [`${status}.`];
  const items = other.slice(0, level.items + 1).map(({ guest, name, reason, complaint }) => {
    const says = guest.scripts?.failed ? "fails it" : "passes it";
    return (
      `**${escapeMarkdown(labelOf(overview, guest))}**: kvm-recheck.sh ${says}` +
      `${complaint ? ` (${code(complaint)})` : ""}. ${reason} (${code(name)})`
    );
  });
  return [
    details(
      `The tree's own scripts judge ${plural(other.length, "guest")} differently (${status})`,
      bullets(items, level.items),
    ),
  ];
}

/** The machines, and why each one ran with the accelerator it did. */
export function systemsSection(overview: Overview, level: Level): string[] {
  const systems = overview.results.systems.slice(0, level.rows);
  if (systems.length === 0) return [];
  const rows = systems.map((s) => [
    escapeMarkdown(s.hostname === undefined || s.hostname === s.name ? s.name : `${s.name} (${s.hostname})`),
    s.cpus === undefined ? "" : String(s.cpus),
    s.memory === undefined ? "" : formatBytes(s.memory),
    escapeMarkdown(cutCharacters(s.qemu ?? "", 80)),
    escapeMarkdown(cutCharacters([s.accelerator, s.acceleratorReason].filter(Boolean).join(": "), 300)),
    ...(systems.some(({ lost }) => lost !== undefined)
      ? [escapeMarkdown(cutCharacters(s.lost ?? "", 300))]
      : []),
  ]);
  const lost = (rows[0]?.length ?? 0) > 5;
  const header = ["System", "CPUs", "Memory", "QEMU", "Accelerator", ...(lost ? ["Lost"] : [])];
  return [details(plural(overview.results.systems.length, "system"), table([header, ...rows], "lrrlll"))];
}

/** What was hidden as known noise, how often and why. */
export function ignoredSection(overview: Overview, level: Level): string[] {
  const sums = new Map<string, { reason: string; source: string; count: number }>();
  for (const { ignored } of overview.guests) {
    for (const { pattern, reason, source, count } of ignored) {
      const sum = sums.get(pattern) ?? { reason, source, count: 0 };
      sums.set(pattern, { ...sum, count: sum.count + count });
    }
  }
  const hits = [...sums].filter(([, { count }]) => count > 0).sort(([, a], [, b]) => b.count - a.count);
  if (hits.length === 0) return [];
  const items = hits
    .slice(0, level.items + 1)
    .map(
      ([pattern, { reason, source, count }]) =>
        `${plural(count, "time")} ${code(cutCharacters(pattern, 200))}: ${escapeMarkdown(cutCharacters(reason, 300))}` +
        `${source === "input" ? " (asked for by this run)" : ""}`,
    );
  const total = hits.reduce((sum, [, { count }]) => sum + count, 0);
  return [details(`Ignored as known noise: ${plural(total, "line")}`, bullets(items, level.items))];
}

/** How to make the same run again. */
export function reproduceSection(overview: Overview): string[] {
  const { rerunOf } = overview.results;
  const ways = waysToReproduce(overview.results);
  if (ways.length === 0) return [];
  const of = rerunOf === undefined ? "" : `This was a re-run of ${code(cutCharacters(rerunOf, 300))}.\n\n`;
  const blocks = ways.map(({ title, text, language }) => {
    const block = fence(cutBytes(text, 4000), language);
    return ways.length === 1 && language === "sh" ? block : `${title}:\n\n${block}`;
  });
  return [`### Run it again\n\n${of}${blocks.join("\n\n")}`];
}
