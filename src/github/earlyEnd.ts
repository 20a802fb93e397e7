import { renderEarlyEnd } from "../report/earlyEnd.ts";
import { describeError } from "../systems/disk.ts";
import type { SturdyUi } from "./sturdyUi.ts";

/**
 * A job that an error ended: the line that says what to do in the log and on the job's page, and `result` for later
 * steps. A verdict on the kernel that was given before stays, but for a pass that something of ours then spoilt.
 */
export async function endWithError(ui: SturdyUi, error: unknown): Promise<void> {
  // Without waiting where it is text: who calls this while the process exits has no time for more.
  const message = typeof error === "string" ? error : await describeError(error);
  ui.error(message);
  const early = ui.result === undefined;
  if (early || ui.result === "passed") ui.output("result", "infrastructure-error");
  if (!early) return;
  ui.output("failed-scenarios", "");
  await ui.summary({ markdown: renderEarlyEnd(message), text: () => message });
}
