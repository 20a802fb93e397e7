import type { Ending, Finding, FindingKind, Verdict } from "../results/schema.ts";
import type { ConsoleAnalysis } from "./analyzer.ts";
import { fingerprintOf } from "./findings/fingerprint.ts";

/** Kinds after which nobody expects the test to end by itself. */
const fatal: ReadonlySet<FindingKind> = new Set([
  "panic",
  "oops",
  "bug",
  "null-dereference",
  "paging-request",
  "general-protection",
  "divide-error",
  "double-fault",
  "hard-lockup",
]);

/**
 * Judges a guest by its console and by how it ended. A test that did not run to its end is never a pass, and
 * what a machine did is never the kernel's failure.
 *
 * - any finding of severity `error`: failed, however the guest ended
 * - a torture test (rcu, lock, scf) that did not say SUCCESS: failed when the guest ended by itself or was
 *   killed as hung; did not run when someone stopped it
 * - rcuscale and refscale: failed when they measured nothing
 * - a torture test that succeeded without a single grace period or operation: did not run
 *
 * @param analysis undefined where there is no console log
 * @returns the verdict, and the console's findings with those that the ending adds
 */
export function judgeGuest(
  analysis: ConsoleAnalysis | undefined,
  ending: Ending,
): { verdict: Verdict; findings: Finding[] } {
  const judged = judgeEnding(analysis, ending);
  if (judged.verdict !== "passed" || analysis === undefined || analysis.tested) return judged;
  const text = "The test says that it succeeded, and counted nothing. Run it for longer.";
  return {
    verdict: "did-not-run",
    findings: [
      ...judged.findings,
      { ...findingAtEnd(analysis, "other", nothingTested, text), severity: "notice" },
    ],
  };
}

/** Title of the finding that tells why a guest that ended well did not pass. */
export const nothingTested = "nothing was tested: no grace period or operation was counted";

function judgeEnding(
  analysis: ConsoleAnalysis | undefined,
  ending: Ending,
): { verdict: Verdict; findings: Finding[] } {
  const findings = [...(analysis?.findings ?? [])];
  if (findings.some(isError))
    return { verdict: "failed", findings: [...findings, ...more(analysis, ending, findings)] };
  switch (ending.cause) {
    case "not-started":
      return { verdict: "did-not-run", findings };
    case "qemu-failed":
    case "lost":
      return { verdict: "infrastructure-error", findings };
    case "cancelled":
    case "stopped":
      return { verdict: isComplete(analysis) ? "passed" : "did-not-run", findings };
    case "unknown":
    case "exited":
      // A log that is missing is no silence of the guest: there is nothing to judge.
      if (analysis === undefined) return { verdict: "did-not-run", findings };
      break;
    case "hung":
      break;
  }
  const added = more(analysis, ending, findings);
  return { verdict: added.some(isError) ? "failed" : "passed", findings: [...added, ...findings] };
}

const isError = (finding: Finding): boolean => finding.severity === "error";

/** Whether the test says that it came to its end. */
function isComplete(analysis: ConsoleAnalysis | undefined): boolean {
  if (analysis?.completion === "not-demanded") return (analysis.counters.durations?.count ?? 0) > 0;
  return analysis?.completion === "success" && analysis.scripts.failed === false;
}

/** An error that no line of the console shows, at its end. */
function findingAtEnd(
  analysis: ConsoleAnalysis | undefined,
  kind: FindingKind,
  title: string,
  text: string,
): Finding {
  const time = analysis?.counters.lastTime;
  return {
    kind,
    title,
    severity: "error",
    ...(time === undefined ? {} : { time }),
    consoleLine: Math.max(1, analysis?.lines ?? 1),
    lines: 1,
    text,
    truncated: false,
    count: 1,
    fingerprint: fingerprintOf(kind, title, undefined),
  };
}

/** Findings about what is missing on the console. */
function more(analysis: ConsoleAnalysis | undefined, ending: Ending, known: readonly Finding[]): Finding[] {
  const hung = ending.cause === "hung";
  if (!hung && ending.cause !== "exited" && ending.cause !== "unknown") return [];
  const at = analysis?.counters.lastTime;
  const when = at === undefined ? "" : ` The last line is from ${at.toFixed(1)} s after boot.`;
  const make = (kind: FindingKind, title: string, text: string) => findingAtEnd(analysis, kind, title, text);
  if (analysis === undefined)
    return [
      make("hang", "hang: its console log is missing", `The guest had to be killed. ${ending.detail}`.trim()),
    ];
  if (analysis.bytes === 0)
    return [
      make(
        "silence",
        "silence: nothing on the console",
        `The guest printed nothing. ${ending.detail}`.trim(),
      ),
    ];
  const ended = hasEnded(analysis);
  if (hung) {
    if (ended) return [make("hang", "hang at shutdown", `The test ended, the guest did not.${when}`)];
    if (!analysis.started)
      return [make("boot-failure", "hang during boot", `The torture test never began.${when}`)];
    return [make("hang", "hang during the test", `The guest had to be killed.${when}`)];
  }
  if (ended || known.some((finding) => isError(finding) && fatal.has(finding.kind))) return [];
  if (!analysis.started)
    return [
      make(
        "boot-failure",
        "boot failure: the test never began",
        `The guest ended without a torture test.${when}`,
      ),
    ];
  return [make("no-end", "no end of test", `The console has no End of test.${when}`)];
}

function hasEnded(analysis: ConsoleAnalysis): boolean {
  if (analysis.completion === "not-demanded") return (analysis.counters.durations?.count ?? 0) > 0;
  return analysis.completion !== "none";
}
