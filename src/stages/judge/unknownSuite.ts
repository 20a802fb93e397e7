import { suites } from "../../results/kinds.ts";
import type { Ui } from "../../ui.ts";

/** Says what is missing of a suite that the kernel tree has and this version does not know. */
export function tellUnknownSuite(suite: string, ui: Ui): void {
  if ((suites as readonly string[]).includes(suite)) return;
  ui.info(
    `The counters of suite ${suite} are not known here: its findings and the scripts' verdict are reported.`,
  );
}
