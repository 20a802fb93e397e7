import type { Results, SetResult } from "../results/schema.ts";
import { plural, verdictWords } from "./format.ts";
import { badge, html, section } from "./html/parts.ts";
import { table as htmlTable } from "./html/tables.ts";
import { code, details, escapeHtml, escapeMarkdown, fence, table } from "./markdown.ts";
import { cleanLine, cutCharacters } from "./text.ts";

/** What kvm.sh ends with for such a set; one that did not run is in neither list of torture.sh. */
const statusOf = { passed: 0, failed: 3, "build-failed": 2 } as const;

const hasStatus = (set: SetResult): set is SetResult & { verdict: keyof typeof statusOf } =>
  set.verdict in statusOf;

/**
 * The summary of a run of all sets as `torture.sh` prints it: successes and failures, each with its run directory, and
 * how many there are; and what did not run, with the reason.
 */
export function setLines({ sets = [], rundir }: Pick<Results, "sets" | "rundir">): string[] {
  if (sets.length === 0) return [];
  const line = (set: SetResult) =>
    `${set.id}(${hasStatus(set) ? statusOf[set.verdict] : "-"}) ${rundir}/${set.id}`;
  const reason = ({ detail }: SetResult) => (detail === undefined ? "" : `: ${cleanLine(detail)}`);
  const passed = sets.filter(({ verdict }) => verdict === "passed");
  const failed = sets.filter(({ verdict }) => verdict === "failed" || verdict === "build-failed");
  const others = sets.filter((set) => !hasStatus(set));
  return [
    "SUCCESSES:",
    ...passed.map(line),
    "FAILURES:",
    ...failed.map((set) => `${line(set)}${reason(set)}`),
    ...(others.length === 0 ? [] : ["DID NOT RUN:", ...others.map((set) => `${set.id}${reason(set)}`)]),
    `Summary: Successes: ${passed.length} Failures: ${failed.length}.` +
      (others.length === 0 ? "" : ` Did not run: ${others.length}.`),
  ];
}

/** Those that did not pass first. */
function inOrder({ sets = [] }: Pick<Results, "sets">) {
  const { bad = [], passed = [] } = Object.groupBy(sets, ({ verdict }) =>
    verdict === "passed" ? "passed" : "bad",
  );
  return [...bad, ...passed];
}

/** A row for each set, those that did not pass first; then the lines as torture.sh has them. */
export function setsSection({ sets = [], rundir }: Results, most: number): string[] {
  if (sets.length === 0) return [];
  const ordered = inOrder({ sets });
  const rows = ordered
    .slice(0, most)
    .map(({ id, suite, verdict, guests, kernels, detail = "" }) => [
      `${verdictWords[verdict].icon}\u00a0${verdictWords[verdict].word}`,
      code(id),
      escapeMarkdown(suite),
      guests === 0 ? plural(kernels, "kernel") : plural(guests, "guest"),
      escapeMarkdown(cutCharacters(cleanLine(detail), 300)),
    ]);
  const rest = ordered.length - rows.length;
  return [
    "### Sets of torture.sh",
    table([["Verdict", "Set", "Suite", "Of", "Why"], ...rows], "lllll"),
    ...(rest > 0 ? [`and ${plural(rest, "other set")}.`] : []),
    ...(most >= sets.length
      ? [details("As torture.sh says it", fence(setLines({ sets, rundir }).join("\n")))]
      : []),
  ];
}

/** The same for the page. */
export function setsPart(results: Results): string {
  const lines = setLines(results);
  if (lines.length === 0) return "";
  const rows = inOrder(results).map(({ id, suite, verdict, guests, kernels, detail = "" }) => [
    { short: badge(verdict) },
    `<span class="name">${html(id, 200)}</span>`,
    { short: html(suite, 50) },
    { short: guests === 0 ? plural(kernels, "kernel") : plural(guests, "guest") },
    { words: html(detail, 300) },
  ]);
  const scripts = escapeHtml(lines.map((line) => cutCharacters(line, 1000)).join("\n"));
  return section(
    "Sets of torture.sh",
    htmlTable([{ short: "Verdict" }, "Set", { short: "Suite" }, { short: "Of" }, "Why"], rows) +
      `<details><summary>As torture.sh says it</summary><pre>${scripts}</pre></details>`,
    "sets",
  );
}
