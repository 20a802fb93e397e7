import { annotationsOf } from "../../report/annotations.ts";
import { renderBadge } from "../../report/badge.ts";
import { plural } from "../../report/format.ts";
import type { ReportHistory } from "../../report/history.ts";
import { type HtmlOptions, renderHtml } from "../../report/html.ts";
import { renderJunit } from "../../report/junit.ts";
import { renderKtap } from "../../report/ktap.ts";
import { renderMail } from "../../report/mail.ts";
import type { ReportStatistics } from "../../report/statistics.ts";
import { renderSummary } from "../../report/summary.ts";
import { renderTerminal } from "../../report/terminal.ts";
import { failedNames } from "../../results/assemble.ts";
import type { Results } from "../../results/schema.ts";
import { runFiles } from "../../rundir/names.ts";
import { summarise } from "../../statistics/summary.ts";
import { printableJson } from "../../text/door.ts";
import type { Ui } from "../../ui.ts";
import { consolesFor } from "./consoles.ts";
import { ReportFiles } from "./reportFiles.ts";

/** The runner shows ten annotations of a kind for a step. */
const annotationLimit = 10;

interface Options {
  readonly statistics: ReportStatistics;
  readonly history?: ReportHistory;
  readonly consoles: NonNullable<HtmlOptions["consoles"]>;
}

/** Reports in the run directory, for people to open and programs to read. */
const reports: Readonly<Record<string, (results: Results, options: Options) => string>> = {
  "summary.md": renderSummary,
  "report.html": renderHtml,
  "junit.xml": (results) => renderJunit(results),
  "results.ktap": renderKtap,
  "mail.txt": renderMail,
  "badge.json": (results) => renderBadge(results),
};

/** Of this run and of earlier ones of the same kernel, which is said. */
function statisticsOf(results: Results, alike: readonly Results[]): ReportStatistics {
  const own = summarise([results]);
  if (alike.length === 0) return own;
  const all = summarise([results, ...alike]);
  const known = new Set(own.scenarios.map(({ scenario }) => scenario));
  return {
    ...all,
    scenarios: all.scenarios.filter(({ scenario }) => known.has(scenario)),
    notes: [
      ...all.notes,
      `Counted in: ${plural(all.total.samples - own.total.samples, "run")} of guests in ${plural(alike.length, "earlier workflow run")} of the same kernel.`,
    ],
  };
}

/**
 * Publishes what is in `results.json`: files beside it, annotations, the summary, outputs. All of it comes from the
 * results alone, but for the lines of consoles in `report.html`, which are read where the results say they lie.
 * `results.json` is written first, so that nothing later can lose it. What cannot be written costs a warning; the
 * verdict is told all the same.
 * @param history what earlier runs of the branch say about this one
 * @param alike results of earlier runs of the same kernel, to be counted in statistics
 * @param out folder of the files, where that is not the run directory
 */
export async function publish(
  results: Results,
  ui: Ui,
  history?: ReportHistory,
  alike: readonly Results[] = [],
  out: string = results.rundir,
): Promise<void> {
  const { rundir } = results;
  const files = new ReportFiles(out);
  const path = await files.write(runFiles.results, () => `${printableJson(results, 2)}\n`);
  if (path !== undefined) ui.output("results", path);
  ui.output("rundir", rundir);
  ui.output("result", results.verdict);
  ui.output("failed-scenarios", failedNames(results.guests, results.builds).join(" "));
  const consoles = await consolesFor(results, out);
  const [reason] = consoles.unread;
  if (reason !== undefined) {
    ui.warning(`report.html lacks ${plural(consoles.unread.length, "console")}: ${reason}`);
  }
  const options: Options = {
    statistics: statisticsOf(results, alike),
    consoles: (guest) => consoles.of.get(guest),
    ...(history === undefined ? {} : { history }),
  };
  const written = new Map<string, string | undefined>();
  for (const [name, render] of Object.entries(reports)) {
    written.set(name, await files.write(name, () => render(results, options)));
  }
  ui.annotate(annotationsOf(results, { limit: annotationLimit }));
  const shown = [
    { label: "report", path: written.get("report.html") },
    { label: "results", path },
  ].flatMap(({ label, path: file }) => (file === undefined ? [] : [{ label, path: file }]));
  await ui.summary({
    markdown: renderSummary(results, options),
    text: (look) => renderTerminal(results, { ...look, reports: shown, statistics: options.statistics }),
  });
  files.tell(ui, rundir);
}
