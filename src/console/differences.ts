import type { Verdict } from "../results/schema.ts";
import type { ConsoleAnalysis } from "./analyzer.ts";

/**
 * Where our verdict may differ from the scripts' (`parse-console.sh` and `kvm-recheck-<suite>.sh` of Linux 6.1
 * and 6.12, run in a UTF-8 locale). Everything else is equal; test/parity/console.test.ts checks it.
 */
export interface Difference {
  readonly name: string;
  /** What we do instead. */
  readonly ours: "passes" | "fails" | "says more";
  readonly reason: string;
}

export const differences: readonly Difference[] = [
  {
    name: "harmless-lines",
    ours: "passes",
    reason:
      "The scripts take any line with Warn, BUG or !!! for an assertion failure: ACPI's Processor Platform Limit notice, `!!! built as module`. Ours needs a report of the kernel; such lines are counted under `ignored`.",
  },
  {
    name: "badness-without-report",
    ours: "passes",
    reason:
      "A lone rule of equal signs, a stack that a dump prints for information, a `WARNING:` of a program: shown as notices at most.",
  },
  {
    name: "ignored-by-user",
    ours: "passes",
    reason: "Findings that an `ignore` rule hides; the scripts know no such rules.",
  },
  {
    name: "nul-hides-badness",
    ours: "fails",
    reason:
      "A NUL on the console, usually from firmware, makes grep print nothing from that 96 KiB block on: the scripts then see no splat and no totals. Ours reads on.",
  },
  {
    name: "unprinted-lines",
    ours: "fails",
    reason:
      "grep prints no line that is not UTF-8, so a splat with a garbled byte is missing from the scripts' view.",
  },
  {
    name: "reports-without-badness-words",
    ours: "fails",
    reason:
      "Oopses of arm64 and s390, `general protection fault`, panics, hung tasks, UBSAN: no word of theirs is on the scripts' list unless a stack follows.",
  },
  {
    name: "ended-otherwise",
    ours: "fails",
    reason:
      "A guest that had to be killed, that started over, or a scale test that measured nothing: the scripts look at the console's words only.",
  },
  {
    name: "stopped-or-lost",
    ours: "passes",
    reason:
      "A guest that someone stopped, or whose machine went away, did not fail: the verdict says `did-not-run` or `infrastructure-error`, where the scripts miss a SUCCESS.",
  },
  {
    name: "file-name-expansion",
    ours: "says more",
    reason:
      "The scripts echo console text unquoted, so `???` turns into file names of the current directory; ours shows the text.",
  },
  {
    name: "garbled-measurements",
    ours: "says more",
    reason:
      "A garbled line in refscale's table makes the script print text as the maximum, durations of zero make rcuscale's divide by zero; ours leaves such lines out and prints numbers.",
  },
  {
    name: "other-encodings",
    ours: "says more",
    reason:
      "UTF-16 is binary to grep, and a console with carriage returns alone is one line to it; ours reads the text, and shows what the scripts would say of it.",
  },
  {
    name: "very-long-lines",
    ours: "says more",
    reason: "Of a line beyond 16 KiB only its beginning is shown, though all of it is searched.",
  },
];

/** Whether our verdict and the scripts' are of different classes, so that a difference above must explain it. */
export function disagrees(analysis: ConsoleAnalysis, verdict: Verdict): boolean {
  return analysis.scripts.failed !== (verdict === "failed");
}
