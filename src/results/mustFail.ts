import type { Finding, GuestResult } from "./schema.ts";

/** The words of the script that first had such runs (`srcu_lockdep.sh`). */
const unexpected: Finding = {
  kind: "torture-failure",
  title: "Unexpected success: this guest had to fail",
  severity: "error",
  consoleLine: 1,
  lines: 1,
  text: "The kernel was given a deadlock that it must complain about, and it did not.",
  truncated: false,
  count: 1,
  fingerprint: "0e4bec7ed50cce55",
};

/**
 * The result of a guest that must fail: that it did is a pass, and what it found was wanted; that it did not is a
 * failure. One that did not run, or has no kernel, says nothing, as ever.
 */
export function asExpected(guest: GuestResult): GuestResult {
  const marked = { ...guest, mustFail: true } as const;
  if (guest.verdict === "failed") {
    const findings = guest.findings.map((one) => ({ ...one, severity: "notice" as const }));
    return { ...marked, verdict: "passed", findings };
  }
  if (guest.verdict === "passed")
    return { ...marked, verdict: "failed", findings: [unexpected, ...guest.findings] };
  return marked;
}

/** Whether the scripts' failure of a guest counts: not where it was wanted. */
export function countsAsFailure({ scripts, mustFail }: Pick<GuestResult, "scripts" | "mustFail">): boolean {
  return mustFail ? scripts?.failed === false : (scripts?.failed ?? false);
}
