/**
 * When a guest counts as hung: the rule of kvm-test-1-run-qemu.sh. At `seconds + grace` a guest is killed,
 * unless its console has changed over the last `checkInterval` and either it is dumping the ftrace buffer, or
 * its clock (printk's time stamps) says that it has not had its time yet, as when the host is overloaded.
 */

/** Seconds between two looks at the console, as in the scripts. */
export const checkInterval = 10;

/** Lines at the end of the console that are looked at: what `tail` prints. */
export const tailLines = 10;

export interface DeadlineCheck {
  /** Seconds of torture that were planned (`# seconds=`). */
  readonly seconds: number;
  /** Seconds on top of them for boot and shutdown (`TORTURE_SHUTDOWN_GRACE`). */
  readonly grace: number;
  /** Seconds that the guest has lived. */
  readonly elapsed: number;
  /** Last `tailLines` lines of the console at the look before and now. */
  readonly before: readonly string[];
  readonly now: readonly string[];
}

export type DeadlineVerdict =
  | { readonly kind: "in-time" }
  /** Past the deadline, yet getting on; `why` for people. */
  | { readonly kind: "overtime"; readonly why: string }
  | { readonly kind: "hung" };

/** Whole seconds of the last time stamp among these lines; 0 without one, as the scripts have it. */
export function lastTimeStamp(lines: readonly string[]): number {
  for (let at = lines.length - 1; at >= 0; at--) {
    const match = /^\[ *([0-9]+)\.[0-9]+]/.exec(lines[at] ?? "");
    if (match) return Number(match[1]);
  }
  return 0;
}

/** Whether these lines hold an ftrace record. The scripts look at the lines joined, with single spaces. */
function showsTrace(lines: readonly string[]): boolean {
  return / [0-9]+us : /.test(lines.join(" ").replace(/\s+/g, " ").trim());
}

/** As a shell's command substitution has it: without the newlines at the end. */
function asShellReads(lines: readonly string[]): string {
  return lines.join("\n").replace(/\n+$/, "");
}

/** @returns what to do with the guest now. */
export function checkDeadline({ seconds, grace, elapsed, before, now }: DeadlineCheck): DeadlineVerdict {
  if (elapsed < seconds + grace) return { kind: "in-time" };
  if (asShellReads(before) === asShellReads(now)) return { kind: "hung" };
  const time = lastTimeStamp(now);
  if (time > grace && time < seconds + grace) {
    return { kind: "overtime", why: `the guest's own clock says ${time} s` };
  }
  if (showsTrace(now)) return { kind: "overtime", why: "an ftrace dump is still being printed" };
  return { kind: "hung" };
}
