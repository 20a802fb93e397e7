import { scenarioOf } from "../results/scenario.ts";
import type { Results } from "../results/schema.ts";
import { listOf } from "./format.ts";
import { whereabouts } from "./guest-facts.ts";
import type { ReportHistory } from "./history.ts";
import { factLines, kernelFacts } from "./kernelFacts.ts";
import { frequency } from "./occurrence.ts";
import { type FindingGroup, labelOf, type Overview, placeOf } from "./overview.ts";
import { waysToReproduce } from "./reproduce.ts";
import { cleanLine, cutCharacters, excerpt } from "./text.ts";

/** A report of one bug, but for the console's own words, which stand between the two parts. */
export type BugReport = { before: string; after: string };

export type BugReportOptions = {
  history?: ReportHistory | undefined;
  /** Where the whole report can be read. */
  link?: string | undefined;
};

/** Lines of a body that mail programs would take for something else are kept apart by a space. */
export const quoted = (text: string): string =>
  text
    .split("\n")
    .map((line) => (/^(From |>|-- ?$|\.$)/.test(line) ? ` ${line}` : line))
    .join("\n");

/** Which configuration kernels of these scenarios have. */
export function configFact(suite: string, scenarios: readonly string[]): string {
  const names = scenarios.map(cleanLine);
  const file = names.length === 1 ? names[0] : "SCENARIO";
  return `${listOf(names, 12)} of tools/testing/selftests/rcutorture/configs/${cleanLine(suite)}; as built: ${file}/.config`;
}

/** A title within a sentence. */
export const lowered = (title: string) => title.charAt(0).toLowerCase() + title.slice(1);

/** What closes a report: how to run it again, who reports it, where there is something to report, and where the rest is. */
export function closing(results: Results, link: string | undefined, isBug = true): string[] {
  const what = isBug ? "reproduce it" : "run it again";
  const ways = waysToReproduce(results).map(({ title, text }, _, { length }) => {
    const where = length === 1 ? "" : ` (${lowered(title)})`;
    return `To ${what}${where}:\n\n${cutCharacters(text, 2_000).replaceAll(/^(?=.)/gm, "    ")}`;
  });
  const lines = [
    ...(isBug ? ["Reported-by: YOUR NAME <ADDRESS>"] : []),
    ...(link === undefined ? [] : [`Link: ${cleanLine(link)}`]),
  ];
  return [...ways, ...(lines.length === 0 ? [] : [lines.join("\n")])];
}

/** One finding as plain text that can go into a mail as it is. */
export function bugReport(
  overview: Overview,
  group: FindingGroup,
  options: BugReportOptions = {},
): BugReport {
  const { results } = overview;
  const place = placeOf(group.finding);
  const past = options.history?.findings.find(({ fingerprint }) => fingerprint === group.fingerprint);
  const scenarios = [...new Set(group.guests.map(scenarioOf))];
  const facts = [
    ...kernelFacts(results, group.guests),
    ["config", configFact(group.shownOn.suite ?? results.suite, scenarios)] as const,
    ...(place === "" ? [] : [["where", place] as const]),
    ["seen", frequency(overview, group)] as const,
    ["console", `${labelOf(overview, group.shownOn)}: ${whereabouts(group)}`] as const,
    ...(past === undefined ? [] : [["history", cleanLine(past.sentence)] as const]),
  ];
  return {
    before: `${cutCharacters(group.title, 300)}\n\n${factLines(facts).join("\n")}\n\n`,
    after: `${traceOf(group).cut ? "\n[ ... ]" : ""}\n\n${closing(results, options.link).join("\n\n")}\n`,
  };
}

function traceOf({ finding }: FindingGroup): { text: string; cut: boolean } {
  const { text, cut } = excerpt(finding.text, { lines: 60, bytes: 8_000 });
  return { text: quoted(text), cut: cut || finding.truncated };
}

/** The console's own words as a report quotes them: at most 60 lines. */
export function trace(group: FindingGroup): string {
  const { text, cut } = traceOf(group);
  return [...(text === "" ? [] : [text]), ...(cut ? ["[ ... ]"] : [])].join("\n");
}
