import { join } from "node:path";
import prettyBytes from "pretty-bytes";
import type { NoUploads, Uploads } from "../../../contracts/uploads.ts";
import type { ReportLinks } from "../../../report/links.ts";
import type { Results } from "../../../results/schema.ts";
import type { Ui } from "../../../ui.ts";
import { mostBytes, selectFiles } from "./selection.ts";

/** What the inputs say about uploads, and who carries them out. */
export interface UploadTask {
  readonly what: "failed" | "all" | "none";
  open(): Promise<Uploads | NoUploads>;
}

/** Scenarios in a name, as long as they are few. */
function about({ guests, builds, suite }: Results): string {
  const all = [...guests.map(({ scenario }) => scenario), ...builds.map(({ scenario }) => scenario)];
  const scenarios = [...new Set(all)];
  return scenarios.length > 0 && scenarios.length <= 2 ? scenarios.join("-") : suite;
}

/** Uploads of one run's reports, in two steps: the second one holds files that link to the first. */
export class ReportUpload {
  readonly #results: Results;
  readonly #ui: Pick<Ui, "warning" | "info" | "output">;
  readonly #what: "failed" | "all";
  readonly #uploads: Uploads;
  readonly links: ReportLinks = {};

  private constructor(results: Results, what: "failed" | "all", uploads: Uploads, ui: Ui) {
    this.#results = results;
    this.#what = what;
    this.#uploads = uploads;
    this.#ui = ui;
  }

  /** @returns undefined where nothing is uploaded; why, is said where somebody may have expected it */
  static async open(
    results: Results,
    task: UploadTask | undefined,
    ui: Ui,
  ): Promise<ReportUpload | undefined> {
    if (task === undefined || task.what === "none") return undefined;
    const uploads = await task.open();
    if (!("unavailable" in uploads)) return new ReportUpload(results, task.what, uploads, ui);
    if (uploads.unavailable !== undefined) ui.info(`upload: ${uploads.unavailable}.`);
    return undefined;
  }

  /** The page that a browser opens. @param path of report.html */
  async page(path: string | undefined): Promise<void> {
    if (path === undefined) return;
    const uploaded = await this.#uploads.page(path, `${about(this.#results)}.html`);
    if (uploaded.outcome === "refused") return this.#refused("report.html", uploaded.reason);
    this.links.page = uploaded.url;
    if (uploaded.url) this.#ui.output("report-url", uploaded.url);
  }

  /** Reports, consoles, small files. @param most bytes of them */
  async files(most = mostBytes): Promise<void> {
    const { files, leftOut } = await selectFiles(this.#results, this.#what, most);
    const root = this.#results.rundir;
    const paths = files.map((path) => join(root, path));
    const uploaded = await this.#uploads.archive(root, paths, about(this.#results));
    if (uploaded.outcome === "refused") return this.#refused("the consoles", uploaded.reason);
    this.links.files = uploaded.url;
    this.#ui.output("artifact-id", String(uploaded.id));
    if (uploaded.url) this.#ui.output("artifact-url", uploaded.url);
    if (leftOut.length === 0) return;
    const named = leftOut
      .slice(0, 5)
      .map(({ path, size }) => `${path} (${prettyBytes(size, { binary: true })})`);
    const more = leftOut.length > named.length ? ` and ${leftOut.length - named.length} more` : "";
    const words = `left out, beyond ${prettyBytes(most, { binary: true })} in all: ${named.join(", ")}${more}`;
    this.links.leftOut = words;
    this.#ui.warning(`upload: ${uploaded.name}: ${words}.`);
  }

  #refused(what: string, reason: string): void {
    this.#ui.warning(`upload: ${what} could not be uploaded (${reason}); it is in ${this.#results.rundir}.`);
  }
}
