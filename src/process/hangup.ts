import { readFileSync } from "node:fs";
import { isatty } from "node:tty";

/** Bit of SIGHUP (signal 1) in the masks of `/proc/PID/status`. */
const hangupBit = 1n;

/** Whether a process ignores SIGHUP, as `/proc/PID/status` says; false where that cannot be known. */
export function ignoresHangup(status: string): boolean {
  const mask = /^SigIgn:\s*([0-9a-f]+)$/m.exec(status)?.[1];
  return mask !== undefined && (BigInt(`0x${mask}`) & hangupBit) !== 0n;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

/**
 * Whether the shell said that the end of its terminal is not ours: `nohup`, `trap '' HUP`. Node resets ignored signals
 * before any JavaScript runs (`PlatformInit` in its node.cc), so this is told from what else these leave behind: `nohup`
 * takes all three streams away from the terminal, and a script that it runs, or a shell with that trap, ignores the
 * signal itself.
 *
 * @param terminal whether any of our three streams is a terminal
 * @param parent `/proc/PID/status` of our parent
 */
export function hangupIsIgnored(
  terminal: boolean = [0, 1, 2].some((stream) => isatty(stream)),
  parent: string = statusOf(process.ppid),
): boolean {
  return !terminal || ignoresHangup(parent);
}
