import { join } from "node:path";
import type { Knowledge } from "../../bisect/knowledge.ts";
import { renderLog } from "../../bisect/log.ts";
import type { Observation, Told } from "../../bisect/observations.ts";
import type { JobContext } from "../../context.ts";
import { exitStatus, messageOf } from "../../errors.ts";
import type { History } from "../../kernel/history.ts";
import { renderBisectHtml } from "../../report/bisection/html.ts";
import { renderBisectSummary } from "../../report/bisection/summary.ts";
import { renderBisectTerminal } from "../../report/bisection/terminal.ts";
import { bisectHeadline, nameOf, sureness } from "../../report/bisection/words.ts";
import { plural } from "../../report/format.ts";
import type { BisectResults } from "../../results/bisection.ts";
import { writeAtomically } from "../../storage/atomicFile.ts";
import { printableJson } from "../../text/door.ts";
import { ReportFiles } from "./reportFiles.ts";
import { uploadTask } from "./upload/task.ts";

interface Asked {
  readonly history: History;
  readonly told: readonly Told[];
}

/** What a bisection writes and says: as it goes, and at its end. */
export class BisectPages {
  readonly #context: JobContext;
  readonly #asked: Asked;
  readonly #folder: string;
  readonly #subjects: ReadonlyMap<string, string>;
  /** The newest text of the log that is not written yet. */
  #waiting: string | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** @param folder absolute path of what is written */
  constructor(context: JobContext, asked: Asked, folder: string) {
    this.#context = context;
    this.#asked = asked;
    this.#folder = folder;
    const { good, commits } = asked.history;
    this.#subjects = new Map([good, ...commits].map(({ commit, subject }) => [commit, subject]));
  }

  get #logFile(): string {
    return join(this.#folder, "bisect.log");
  }

  /** Writes all observations down, soon; of several calls the last one counts. */
  log({ failure, shows }: Knowledge, observations: readonly Observation[]): void {
    const { history, told } = this.#asked;
    const idle = this.#waiting === undefined;
    this.#waiting = renderLog({
      ...{ good: history.good.commit, bad: history.bad, observations, shows, told },
      failure: failure?.title,
      subject: (commit) => this.#subjects.get(commit) ?? "",
    });
    if (idle) this.#writing = this.#writing.then(() => this.#write());
  }

  async #write(): Promise<void> {
    const text = this.#waiting ?? "";
    this.#waiting = undefined;
    await writeAtomically(this.#logFile, text).catch((error: unknown) => {
      this.#context.ui.warning(`${this.#logFile}: not written: ${messageOf(error)}`);
    });
  }

  /** One line on how far it has come. */
  tell({ answer, spent, confidence }: BisectResults, step: number): void {
    const [first] = answer;
    if (step === 1 || first === undefined) return;
    const many = plural(answer.length, "commit");
    this.#context.ui.info(
      `After ${plural(spent.runs, "run")}: ${many} ${answer.length === 1 ? "holds" : "hold"} ${Math.round(confidence * 100)} %; most probable ${nameOf(first)}, ${sureness(first.probability)}.`,
    );
  }

  /** Puts the reports where people can open them after the runner is gone. */
  async #upload({ scenario }: BisectResults): Promise<void> {
    const task = uploadTask(this.#context);
    if (task === undefined || task.what === "none") return;
    const uploads = await task.open();
    if ("unavailable" in uploads) return;
    const { ui } = this.#context;
    const name = `bisect-${scenario}`;
    const page = await uploads.page(join(this.#folder, "report.html"), `${name}.html`);
    if (page.outcome === "uploaded" && page.url) ui.output("report-url", page.url);
    const paths = ["bisect.log", "bisect.json", "summary.md"].map((file) => join(this.#folder, file));
    const archive = await uploads.archive(this.#folder, paths, name);
    if (archive.outcome === "uploaded") {
      ui.output("artifact-id", String(archive.id));
      if (archive.url) ui.output("artifact-url", archive.url);
    }
    for (const one of [page, archive])
      if (one.outcome === "refused") ui.warning(`upload: the reports could not be uploaded: ${one.reason}.`);
  }

  /** The reports, the outputs and the answer. @returns the exit status of the command line */
  async publish(
    results: BisectResults,
    knowledge: Knowledge,
    observations: readonly Observation[],
  ): Promise<number> {
    const { ui } = this.#context;
    this.log(knowledge, observations);
    await this.#writing;
    const places = new Map(this.#asked.history.commits.map(({ commit }, place) => [commit, place]));
    const files = new ReportFiles(this.#folder);
    const found = results.outcome === "found" || results.outcome === "set";
    const json = await files.write("bisect.json", () => `${printableJson(results, 2)}\n`);
    await files.write("summary.md", () => renderBisectSummary(results));
    await files.write("report.html", () => renderBisectHtml(results, places));
    await this.#upload(results);
    if (json !== undefined) ui.output("results", json);
    ui.output("decision", found ? "yes" : "undecided");
    ui.output("first-bad-commit", found ? results.answer.map(({ commit }) => commit).join(" ") : "");
    const { length } = results.answer;
    ui.output("remaining", found || length === 0 ? "" : String(length));
    ui.output("bisect-log", this.#logFile);
    await ui.summary({
      markdown: renderBisectSummary(results),
      text: (look) => renderBisectTerminal(results, look),
    });
    files.tell(ui, this.#folder);
    if (!found) ui.error(`${bisectHeadline(results)}.`);
    return found ? exitStatus.passed : exitStatus.kernelFailed;
  }
}
