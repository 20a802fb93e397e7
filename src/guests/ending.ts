import type { GuestExit } from "../contracts/guestHost.ts";
import type { Ending } from "../results/schema.ts";

/** Why we killed a guest, when we did. */
export type KillReason = Pick<Ending, "cause" | "detail">;

/** The line in which qemu says what it does not like, else the last one; for people. */
function lastOutput(exit: GuestExit): string {
  const lines = exit.output.split("\n").filter((line) => line.trim() !== "");
  const line = lines.find((text) => /^\S*qemu\S*: /.test(text)) ?? lines.at(-1);
  return line === undefined ? "it printed nothing" : `it printed "${line.trim().slice(0, 400)}"`;
}

/** `qemu: terminating on signal 15 from pid 123 (sh)`: qemu exits with status 0 after that. */
function terminatedBy(exit: GuestExit): { signal: string; pid: string } | undefined {
  const match = /terminating on signal (\d+)(?: from pid (\d+))?/.exec(exit.output);
  return match ? { signal: match[1] ?? "", pid: match[2] ?? "unknown" } : undefined;
}

/**
 * How a guest ended, from what its host saw and from what we did to it. The first cause wins: a guest that we
 * killed was hung, stopped or cancelled, whatever its process said on its way out.
 */
export function endingOf(exit: GuestExit, killed: KillReason | undefined): Ending {
  const { exitStatus, signal, failure } = exit;
  const ending = (cause: Ending["cause"], detail: string): Ending => ({ cause, exitStatus, signal, detail });
  if (killed) return ending(killed.cause, killed.detail);
  if (failure?.kind === "lost") return ending("lost", failure.detail);
  // We ended it, not the kernel: its files could not be written.
  if (failure?.kind === "unfollowed") return ending("cancelled", failure.detail);
  if (failure) return ending("qemu-failed", failure.detail);
  const terminated = terminatedBy(exit);
  if (terminated) {
    return ending(
      "qemu-failed",
      `Process ${terminated.pid}, not of this job, ended qemu with signal ${terminated.signal}.`,
    );
  }
  if (signal === "SIGKILL") {
    return ending(
      "qemu-failed",
      "Something other than this job killed qemu with SIGKILL; if that was the kernel for want of memory, its log says so.",
    );
  }
  if (signal !== null) return ending("qemu-failed", `qemu died of ${signal}; ${lastOutput(exit)}.`);
  if (exitStatus !== 0) {
    return ending("qemu-failed", `qemu exited with status ${exitStatus}; ${lastOutput(exit)}.`);
  }
  return ending("exited", "qemu ended by itself.");
}

/** What the scripts find in `qemu-retval`: a shell's `$?`. */
export function shellStatus(
  exit: Pick<GuestExit, "exitStatus" | "signal">,
  signals: Record<string, number>,
): number {
  if (exit.exitStatus !== null) return exit.exitStatus;
  return 128 + (signals[exit.signal ?? ""] ?? 0);
}
