import * as core from "@actions/core";
import { harmlessLine, harmlessText, printable } from "../text/door.ts";
import { type Outlet, outletTo } from "../text/outlet.ts";
import type { Ui } from "../ui.ts";
import { command, maskCommand } from "./commands.ts";

/** The runner drops a whole summary above this many bytes. */
const summaryLimit = 1024 * 1024;

/**
 * The log and the page of a job on GitHub. The log ends with the text that a terminal shows, too: logs are what
 * people read under act and Gitea, and by `gh run view --log`.
 */
export function githubUi(log: Outlet = outletTo(process.stdout)): Ui {
  return {
    info: (text) => log.write(harmlessLine(text)),
    warning: (text) => log.write(command("warning", text)),
    error: (text) => log.write(command("error", text)),
    folded(title, text) {
      log.write(command("group", harmlessLine(title)));
      log.write(harmlessText(text));
      log.write(command("endgroup"));
    },
    annotate(annotations) {
      for (const { level, message, title, file, line, column: col } of annotations) {
        log.write(command(level, message, { title, file, line, col }));
      }
    },
    async summary({ markdown, text }) {
      log.write(harmlessText(text({})));
      const bytes = Buffer.byteLength(markdown);
      if (!process.env.GITHUB_STEP_SUMMARY) return;
      if (bytes > summaryLimit) throw new Error(`the summary has ${bytes} bytes, over ${summaryLimit}`);
      await core.summary.addRaw(printable(markdown), true).write();
    },
    output: (name, value) => core.setOutput(name, printable(value)),
    mask: (secret) => log.write(maskCommand(secret)),
  };
}
