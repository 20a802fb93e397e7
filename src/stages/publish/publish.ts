import { annotationsOf } from "../../report/annotations.ts";
import { renderBadge } from "../../report/badge.ts";
import { formatDuration, plural } from "../../report/format.ts";
import type { ConsoleTail } from "../../report/guest-facts.ts";
import type { ReportHistory } from "../../report/history.ts";
import { type HtmlOptions, renderHtml } from "../../report/html.ts";
import { renderJunit } from "../../report/junit.ts";
import { renderKtap } from "../../report/ktap.ts";
import type { ReportLinks } from "../../report/links.ts";
import { renderMail } from "../../report/mail.ts";
import type { ReportStatistics } from "../../report/statistics.ts";
import { renderSummary } from "../../report/summary.ts";
import { renderTerminal } from "../../report/terminal.ts";
import { failedNames } from "../../results/assemble.ts";
import type { Gate } from "../../results/gate.ts";
import { verdicts } from "../../results/kinds.ts";
import type { Results } from "../../results/schema.ts";
import { runFiles } from "../../rundir/names.ts";
import type { Difference } from "../../statistics/difference.ts";
import { summarise } from "../../statistics/summary.ts";
import { printableJson } from "../../text/door.ts";
import type { Ui } from "../../ui.ts";
import { consolesFor } from "./consoles.ts";
import { ReportFiles } from "./reportFiles.ts";
import { ReportUpload, type UploadTask } from "./upload/upload.ts";

/** The runner shows ten annotations of a kind for a step. */
const annotationLimit = 10;

/** What a report says beyond the results; all of it is optional. */
export interface PublishOptions {
  /** What earlier runs of the branch say about this one. */
  readonly history?: ReportHistory | undefined;
  /** Results of earlier runs of the same kernel, to be counted in statistics. */
  readonly alike?: readonly Results[] | undefined;
  /** Folder of the files, where that is not the run directory. */
  readonly out?: string;
  readonly uploads?: UploadTask | undefined;
  /** Against earlier results. */
  readonly difference?: Difference | undefined;
  /** What makes the job red. */
  readonly gate?: Gate;
}

interface Options {
  readonly statistics: ReportStatistics;
  readonly history?: ReportHistory;
  readonly consoles: NonNullable<HtmlOptions["consoles"]>;
  readonly links: ReportLinks;
  readonly decision?: string;
  readonly difference?: Difference;
}

type Report = readonly [name: string, render: (results: Results, options: Options) => string];

/** Reports in the run directory, for people to open and programs to read. */
const page: Report = ["report.html", renderHtml];
const others: readonly Report[] = [
  ["summary.md", renderSummary],
  ["junit.xml", (results, { consoles }) => renderJunit(results, { consoleTail: tailFrom(consoles) })],
  ["results.ktap", renderKtap],
  ["badge.json", (results) => renderBadge(results)],
  ["mail.txt", (results, options) => renderMail(results, withLink(options))],
];

function withLink(options: Options) {
  const link = options.links.page ?? options.links.files;
  return link === undefined ? options : { ...options, link };
}

/** Lines at the end of a console that a test report shows. */
const tailLines = 50;

/** The end of the console of a guest that did not pass. */
function tailFrom(consoles: Options["consoles"]): ConsoleTail {
  return (guest) => {
    const last = guest.verdict === "passed" ? undefined : consoles(guest)?.excerpts.at(-1);
    return last?.text.trimEnd().split("\n").slice(-tailLines).join("\n");
  };
}

/** Outputs that name a file, in the table of outputs. */
const outputOf: Readonly<Record<string, string>> = {
  "report.html": "report-html",
  "junit.xml": "junit",
  "summary.md": "summary",
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

function outputAnswer({ answer }: Results, ui: Ui): void {
  if (answer === undefined) return;
  const { decision, remaining } = answer;
  ui.output("decision", decision);
  ui.output("remaining", remaining?.seconds === undefined ? "" : formatDuration(remaining.seconds));
}

function tellCounts({ guests, builds }: Results, gate: Gate | undefined, ui: Ui): void {
  for (const verdict of verdicts) {
    ui.output(verdict, String(guests.filter((guest) => guest.verdict === verdict).length));
  }
  if (gate !== undefined) ui.output("new-failures", String(gate.newFailures.length));
  const reused = builds.length > 0 && builds.every(({ status }) => status === "reused");
  ui.output("cache-hit", String(reused));
}

/**
 * Publishes what is in `results.json`: files beside it, annotations, the summary, outputs, uploads. All of it comes from
 * the results alone, but for the lines of consoles in `report.html`, which are read where the results say they lie.
 * `results.json` is written first, so that nothing later can lose it. What cannot be written or uploaded costs a
 * warning; the verdict is told all the same.
 */
export async function publish(results: Results, ui: Ui, options: PublishOptions = {}): Promise<void> {
  const { rundir } = results;
  const { history, alike = [], out = rundir, gate, difference } = options;
  const files = new ReportFiles(out);
  const path = await files.write(runFiles.results, () => `${printableJson(results, 2)}\n`);
  if (path !== undefined) ui.output("results", path);
  ui.output("rundir", rundir);
  ui.output("result", results.verdict);
  outputAnswer(results, ui);
  ui.output("failed-scenarios", failedNames(results.guests, results.builds).join(" "));
  tellCounts(results, gate, ui);
  const consoles = await consolesFor(results, out);
  const [reason] = consoles.unread;
  if (reason !== undefined) {
    ui.warning(`report.html lacks ${plural(consoles.unread.length, "console")}: ${reason}`);
  }
  const upload = await ReportUpload.open(results, options.uploads, ui);
  const shownWith: Options = {
    statistics: statisticsOf(results, alike),
    consoles: (guest) => consoles.of.get(guest),
    links: upload?.links ?? {},
    ...(history === undefined ? {} : { history }),
    ...(difference === undefined ? {} : { difference }),
    ...(gate?.sentence === undefined ? {} : { decision: gate.sentence }),
  };
  const write = async ([name, render]: Report) => {
    const written = await files.write(name, () => render(results, shownWith));
    const output = outputOf[name];
    if (output !== undefined && written !== undefined) ui.output(output, written);
    return written;
  };
  const html = await write(page);
  // Everything that follows links to it.
  await upload?.page(html);
  for (const report of others) await write(report);
  await upload?.files();
  ui.annotate(annotationsOf(results, { limit: annotationLimit, links: shownWith.links }));
  const shown = [
    { label: "report", path: html },
    { label: "results", path },
  ].flatMap(({ label, path: file }) => (file === undefined ? [] : [{ label, path: file }]));
  await ui.summary({
    markdown: renderSummary(results, shownWith),
    text: (look) => renderTerminal(results, { ...look, ...shownWith, reports: shown }),
  });
  files.tell(ui, rundir);
}
