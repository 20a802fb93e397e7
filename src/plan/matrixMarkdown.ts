import { markdownTable } from "markdown-table";
import type { MatrixPlan } from "./matrix.ts";
import { matrixSentences } from "./matrixText.ts";
import type { PlanFile } from "./planFile.ts";

/** Rows of the table of jobs that are shown; a page of hundreds is read by nobody. */
const mostRows = 60;
const mostNames = 8;

function names(all: readonly string[]): string {
  const rest = all.length - mostNames;
  return rest > 0 ? `${all.slice(0, mostNames).join(" ")} and ${rest} more` : all.join(" ");
}

const minutes = (seconds: number) => `${Math.max(1, Math.round(seconds / 60))} min`;

/** The plan on the page of its job. */
export function matrixMarkdown(plan: MatrixPlan, file: PlanFile): string {
  const qualified = ({ set, name }: { readonly set: string; readonly name: string }) =>
    file.sets.length > 1 ? `${set}/${name}` : name;
  const rows = [
    ...plan.builds.map(({ id, pool, builds, seconds }) => [
      id,
      pool,
      names(builds.map(({ set, scenario }) => qualified({ set, name: scenario }))),
      minutes(seconds),
    ]),
    ...plan.shards.map(({ id, pool, guests, seconds }) => [
      id,
      pool,
      names(guests.map(qualified)),
      minutes(seconds),
    ]),
  ];
  const shown = rows.slice(0, mostRows);
  const more = rows.length > shown.length ? `\n\nAnd ${rows.length - shown.length} more jobs.` : "";
  return [
    "### rcutorture plan\n",
    matrixSentences(plan)
      .map((line) => (line.startsWith("  ") ? `- ${line.trim()}` : `${line}\n`))
      .join("\n"),
    "",
    markdownTable([["Job", "Pool", "Scenarios", "Expected"], ...shown], { alignDelimiters: false }) + more,
    "",
    `Plan \`${file.digest.slice(0, 16)}\``,
    "",
  ].join("\n");
}
