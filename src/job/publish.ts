import { join } from "node:path";
import { annotationsOf } from "../report/annotations.ts";
import { renderJunit } from "../report/junit.ts";
import { renderSummary } from "../report/summary.ts";
import { renderTerminal } from "../report/terminal.ts";
import { failedNames } from "../results/assemble.ts";
import type { Results } from "../results/schema.ts";
import { runFiles } from "../rundir/names.ts";
import type { Ui } from "../ui.ts";
import { writeWhole } from "./files.ts";

/** The runner shows ten annotations of a kind for a step. */
const annotationLimit = 10;

/**
 * Publishes what is in `results.json`, from that alone: files beside it, annotations, the summary, outputs.
 * `results.json` is written first, so that nothing later can lose it.
 */
export async function publish(results: Results, ui: Ui): Promise<void> {
  const path = join(results.rundir, runFiles.results);
  await writeWhole(path, `${JSON.stringify(results, null, 2)}\n`);
  ui.output("results", path);
  ui.output("rundir", results.rundir);
  ui.output("result", results.verdict);
  ui.output("failed-scenarios", failedNames(results.guests, results.builds).join(" "));
  const markdown = renderSummary(results);
  await writeWhole(join(results.rundir, "summary.md"), markdown);
  await writeWhole(join(results.rundir, "junit.xml"), renderJunit(results));
  ui.annotate(annotationsOf(results, { limit: annotationLimit }));
  await ui.summary({ markdown, text: renderTerminal(results) });
}
