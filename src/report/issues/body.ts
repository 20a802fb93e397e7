import { lowered, trace } from "../bugReport.ts";
import { whereabouts } from "../guest-facts.ts";
import { factLines, kernelFacts } from "../kernelFacts.ts";
import { sourceLink } from "../links.ts";
import { code, details, escapeMarkdown, fence, link, table } from "../markdown.ts";
import { type FindingGroup, labelOf, type Overview, placeOf } from "../overview.ts";
import { waysToReproduce } from "../reproduce.ts";
import { cutCharacters } from "../text.ts";
import { type IssueRecord, type Night, renderRecord } from "./record.ts";

/** Where the part begins that tells of the last time the failure was seen; it stays as it is in clean nights. */
const lastSeen = "### The last time";

/** Before the last paragraph. */
const closingRule = "\n\n---\n";

const nightRow = ({ date, kernel, runs, failures, url }: Night): string[] => [
  date,
  escapeMarkdown(kernel),
  failures === 0 ? `none of ${runs}` : `**${failures} of ${runs}**`,
  link("report", url).replace(/^report$/, ""),
];

function nightsPart({ nights, scenarios }: IssueRecord): string {
  const runs = nights.reduce((sum, one) => sum + one.runs, 0);
  const failures = nights.reduce((sum, one) => sum + one.failures, 0);
  const shown = nights.filter((one) => one.failures > 0).length;
  const names = scenarios.map((one) => one.replace(/^rcu /, ""));
  const rows = nights.toReversed().map(nightRow);
  return [
    `Seen in ${shown} of ${nights.length === 1 ? "1 night" : `${nights.length} nights`}, ${failures} of ${runs} runs of ${escapeMarkdown(cutCharacters(names.join(", "), 500))}.`,
    table([["Night", "Kernel", "Failed", ""], ...rows], "lllr"),
  ].join("\n\n");
}

function seenPart(overview: Overview, group: FindingGroup): string {
  const { results } = overview;
  const { file, line } = group.finding;
  const place = placeOf(group.finding);
  const target = file === undefined ? undefined : sourceLink(results.kernel, file, line);
  const text = trace(group);
  return [
    lastSeen,
    `**${escapeMarkdown(cutCharacters(group.title, 300))}**${place === "" ? "" : ` at ${link(code(place), target)}`}, on ${escapeMarkdown(labelOf(overview, group.shownOn))}: ${escapeMarkdown(whereabouts(group))}`,
    ...(text === "" ? [] : [details("The console's own words", fence(text), true)]),
    details("Kernel", fence(factLines(kernelFacts(results, group.guests)).join("\n"))),
    ...waysToReproduce(results).map(
      ({ title, text, language }) =>
        `To reproduce it (${lowered(title)}):\n\n${fence(cutCharacters(text, 4_000), language)}`,
    ),
  ].join("\n\n");
}

/**
 * The body of an issue, with its record in it.
 * @param group the failure as this run shows it; absent: it does not
 * @param before the body so far, whose account of the last time it is kept then
 */
export function renderIssue(
  overview: Overview,
  record: IssueRecord,
  { closeAfter }: { readonly closeAfter: number },
  group: FindingGroup | undefined,
  before = "",
): string {
  const kept = before.indexOf(lastSeen);
  const last =
    group === undefined
      ? kept < 0
        ? ""
        : before.slice(kept, before.lastIndexOf(closingRule))
      : seenPart(overview, group);
  const nights = closeAfter === 1 ? "one night" : `${closeAfter} nights in a row`;
  const parts = [renderRecord(record), nightsPart(record), ...(last === "" ? [] : [last])];
  return `${parts.join("\n\n")}${closingRule}_Written by rcutorture-action (fingerprint ${code(record.fingerprint)}). It closes this issue after ${nights} without the failure, and opens it again if the failure comes back. Close it as "not planned" to hear no more of it._`;
}
