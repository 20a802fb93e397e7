import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import type { Annotation } from "../report/annotations.ts";
import type { Ui } from "../ui.ts";

const annotators = { error: core.error, warning: core.warning, notice: core.notice } as const;

/** The runner drops a whole summary above this many bytes. */
const summaryLimit = 1024 * 1024;

/** Writes text that may hold workflow commands (a guest's console may) so that the runner obeys none of them. */
function guarded(text: string): void {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text}${text.endsWith("\n") ? "" : "\n"}::${token}::\n`);
}

/** Lines of our own may quote a console or a file name; a line must stay one line and start no command. */
function line(text: string): string {
  return text.replace(/\r?\n/g, " ").replace(/^(\s*)::/, "$1: :");
}

function annotate(annotations: readonly Annotation[]): void {
  for (const { level, message, title, file, line: startLine, column } of annotations) {
    annotators[level](message, {
      title,
      ...(file === undefined ? {} : { file }),
      ...(startLine === undefined ? {} : { startLine }),
      ...(column === undefined ? {} : { startColumn: column }),
    });
  }
}

/** The log and the page of a job on GitHub. */
export function githubUi(): Ui {
  return {
    info: (text) => core.info(line(text)),
    warning: (text) => core.warning(text),
    error: (text) => core.error(text),
    folded(title, text) {
      core.startGroup(line(title));
      guarded(text);
      core.endGroup();
    },
    annotate,
    async summary({ markdown }) {
      const bytes = Buffer.byteLength(markdown);
      if (!process.env.GITHUB_STEP_SUMMARY) return;
      if (bytes > summaryLimit) throw new Error(`the summary has ${bytes} bytes, over ${summaryLimit}`);
      await core.summary.addRaw(markdown, true).write();
    },
    output: (name, value) => core.setOutput(name, value),
    mask: (secret) => core.setSecret(secret),
  };
}
