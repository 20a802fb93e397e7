import { join } from "node:path";
import { annotationsOf } from "../report/annotations.ts";
import type { ReportHistory } from "../report/history.ts";
import { renderHtml } from "../report/html.ts";
import { renderJunit } from "../report/junit.ts";
import { renderKtap } from "../report/ktap.ts";
import { renderMail } from "../report/mail.ts";
import type { ReportStatistics } from "../report/statistics.ts";
import { renderSummary } from "../report/summary.ts";
import { renderTerminal } from "../report/terminal.ts";
import { failedNames } from "../results/assemble.ts";
import type { Results } from "../results/schema.ts";
import { runFiles } from "../rundir/names.ts";
import { summarise } from "../statistics/summary.ts";
import type { Ui } from "../ui.ts";
import { writeWhole } from "./files.ts";

/** The runner shows ten annotations of a kind for a step. */
const annotationLimit = 10;

interface Options {
  readonly statistics: ReportStatistics;
  readonly history?: ReportHistory;
}

/** Reports in the run directory, for people to open and programs to read. */
const reports: Readonly<Record<string, (results: Results, options: Options) => string>> = {
  "summary.md": renderSummary,
  "report.html": renderHtml,
  "junit.xml": (results) => renderJunit(results),
  "results.ktap": renderKtap,
  "mail.txt": renderMail,
};

/**
 * Publishes what is in `results.json`, from that alone: files beside it, annotations, the summary, outputs.
 * `results.json` is written first, so that nothing later can lose it.
 * @param history what earlier runs of the branch say about this one
 */
export async function publish(results: Results, ui: Ui, history?: ReportHistory): Promise<void> {
  const { rundir } = results;
  const path = join(rundir, runFiles.results);
  await writeWhole(path, `${JSON.stringify(results, null, 2)}\n`);
  ui.output("results", path);
  ui.output("rundir", rundir);
  ui.output("result", results.verdict);
  ui.output("failed-scenarios", failedNames(results.guests, results.builds).join(" "));
  const options: Options = {
    statistics: summarise([results]),
    ...(history === undefined ? {} : { history }),
  };
  for (const [name, render] of Object.entries(reports)) {
    await writeWhole(join(rundir, name), render(results, options));
  }
  ui.annotate(annotationsOf(results, { limit: annotationLimit }));
  const shown = [
    { label: "report", path: join(rundir, "report.html") },
    { label: "results", path },
  ];
  await ui.summary({
    markdown: renderSummary(results, options),
    text: (look) => renderTerminal(results, { ...look, reports: shown, statistics: options.statistics }),
  });
}
