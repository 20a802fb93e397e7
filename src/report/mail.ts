import type { GuestResult, Results } from "../results/schema.ts";
import { wrapWords } from "../text/columns.ts";
import { closing, configFact, trace } from "./bugReport.ts";
import { listOf, livedText, plural, verdictWords, workNoun, workOf } from "./format.ts";
import { whereabouts } from "./guest-facts.ts";
import { headlineOf } from "./headline.ts";
import type { ReportHistory } from "./history.ts";
import { type Fact, factLines, kernelFacts } from "./kernelFacts.ts";
import { frequency } from "./occurrence.ts";
import { type FindingGroup, labelOf, namesOf, type Overview, overviewOf, placeOf } from "./overview.ts";
import { type ReportStatistics, sentences } from "./statistics.ts";
import { cleanLine, cutCharacters } from "./text.ts";

const columns = 72;

export type MailOptions = {
  history?: ReportHistory;
  statistics?: ReportStatistics;
  /** Where the whole report can be read. */
  link?: string;
};

/** Words on lines of 72 columns; longer words stay whole. `first` and `hang` indent the first and the later lines. */
export const wrap = (text: string, hang = 0, first = 0): string =>
  wrapWords(text, columns, hang, first).join("\n");

function findingText(
  overview: Overview,
  group: FindingGroup,
  index: number,
  history?: ReportHistory,
): string {
  const labels = group.guests.slice(0, 9).map((guest) => labelOf(overview, guest));
  const rest = group.guests.length - labels.length;
  const names = rest > 0 ? `${labels.join(", ")} and ${plural(rest, "other")}` : listOf(labels, 9);
  const place = placeOf(group.finding);
  const past = history?.findings.find(({ fingerprint }) => fingerprint === group.fingerprint);
  const text = trace(group);
  return [
    wrap(`${index + 1}. ${cutCharacters(group.title, 300)}${place ? ` at ${place}` : ""}`, 3),
    wrap(`${frequency(overview, group)}${group.guests.length > 1 ? `: ${names}` : ""}`, 3, 3),
    wrap(whereabouts(group), 3, 3),
    ...(past === undefined ? [] : [wrap(past.sentence, 3, 3)]),
    ...(text === "" ? [] : ["", text]),
  ].join("\n");
}

function guestsText(overview: Overview): string {
  const shown = overview.guests.slice(0, 60);
  const rows = shown.map((guest: GuestResult) => {
    const { amount, rate } = workOf(guest);
    return [labelOf(overview, guest), verdictWords[guest.verdict].word, livedText(guest), amount, rate];
  });
  const header = ["guest", "verdict", "time", workNoun(overview.results.suite), "rate"];
  const widths = header.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? "").length)),
  );
  const lines = [header, ...rows].map((row) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  const rest = overview.guests.length - shown.length;
  return [...lines, ...(rest > 0 ? [`and ${plural(rest, "other guest")}`] : [])].join("\n");
}

function buildsText({ failedBuilds }: Overview): string {
  return failedBuilds
    .slice(0, 20)
    .map(({ scenario, diagnostics }) => {
      const errors = diagnostics.filter(({ severity }) => severity === "error").slice(0, 10);
      const lines = errors.map((error) =>
        [placeOf(error), `error: ${cleanLine(error.message)}`].filter(Boolean).join(": "),
      );
      return [`${cleanLine(scenario)} did not build:`, "", ...lines.map((line) => `   ${line}`)].join("\n");
    })
    .join("\n\n");
}

/** Short enough for the list of mails: who, what and on which kernel. */
function subjectOf(overview: Overview): string {
  const { of, failures, results } = overview;
  const [worst] = failures;
  const what =
    of.failed.length > 0 && worst !== undefined
      ? `${listOf(namesOf(of.failed), 2)}: ${worst.title}`
      : headlineOf(overview);
  const kernel = cleanLine(results.kernel.describe ?? results.kernel.commit?.slice(0, 12) ?? "");
  return `[rcutorture] ${cutCharacters(what, 120)}${kernel ? ` on ${cutCharacters(kernel, 60)}` : ""}`;
}

/**
 * A report as plain text, ready to be mailed (first line `Subject:`, then an empty line and the body), in the manner
 * of kernel test robots: the tree and commit, what was found with the console's own words, all guests, how to run it
 * again. Prose keeps to 72 columns; console lines are never broken.
 */
export function renderMail(results: Results, options: MailOptions = {}): string {
  const overview = overviewOf(results);
  const scenarios = [...new Set(overview.guests.map(({ scenario }) => scenario))];
  const systems = results.systems.slice(0, 20).map((system) => {
    const cpus = system.cpus === undefined ? "" : `, ${plural(system.cpus, "CPU")}`;
    const accelerator = system.accelerator === undefined ? "" : `, ${system.accelerator}`;
    return cleanLine(
      `${system.name}${cpus}${accelerator}${system.qemu === undefined ? "" : `, ${system.qemu}`}`,
    );
  });
  const facts: Fact[] = [
    ...kernelFacts(results, overview.guests),
    ["suite", cleanLine(results.suite)],
    ["config", configFact(results.suite, scenarios)],
    ...systems.map((system, index): Fact => [index === 0 ? "systems" : "", system]),
    ["date", results.createdAt.slice(0, 10)],
  ];
  const groups = overview.failures.slice(0, 10);
  const more = overview.failures.length - groups.length;
  const statistics = sentences(options.statistics?.scenarios.slice(0, 20) ?? []).map(({ name, words }) =>
    wrap(`${name}${name === "" ? "" : ": "}${words}`, 2),
  );
  const missing = [...overview.of["infrastructure-error"], ...overview.of["did-not-run"]]
    .slice(0, 20)
    .map((guest) => wrap(`${labelOf(overview, guest)}: ${guest.ending.detail}`, 2));
  const titled = (title: string, parts: readonly string[]) =>
    parts.length === 0 ? [] : [`${title}\n\n${parts.join("\n")}`];
  const blocks = [
    `Subject: ${subjectOf(overview)}`,
    "Hello,",
    wrap(`${headlineOf(overview)}.`),
    factLines(facts).join("\n"),
    ...groups.map((group, index) => findingText(overview, group, index, options.history)),
    ...(more > 0 ? [`and ${plural(more, "other finding")}`] : []),
    ...(overview.failedBuilds.length > 0 ? [buildsText(overview)] : []),
    ...(overview.guests.length > 0 ? [guestsText(overview)] : []),
    ...titled("No verdict:", missing),
    ...titled(
      "Infrastructure, not the kernel's doing:",
      results.infrastructure.slice(0, 20).map((fact) => wrap(fact, 2)),
    ),
    ...titled("Statistics:", statistics),
    ...closing(results, options.link, groups.length + overview.failedBuilds.length > 0),
    `-- \n${cleanLine(`${results.tool.name} ${results.tool.version}`)}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}
