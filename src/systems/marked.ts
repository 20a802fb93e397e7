import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { processIds } from "./processes.ts";

/**
 * The environment variable that marks the processes of one child program of ours. Children inherit it, also
 * across process groups and sessions, so that all of them can be found and ended.
 */
export const markVariable = "RCUTORTURE_ACTION_MARK";

/** The same for a guest: whatever it starts, and wherever that goes (setsid, daemons), ends with it. */
export const guestMarkVariable = "RCUTORTURE_ACTION_GUEST";

/** Process ids on this machine whose environment carries the mark; zombies have none any more. */
export function markedProcesses(mark: string, variable = markVariable): number[] {
  const wanted = `${variable}=${mark}`;
  return processIds().filter((pid) => pid !== process.pid && environmentOf(pid).includes(wanted));
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0");
  } catch {
    // Gone meanwhile, or another user's.
    return [];
  }
}

/** SIGKILLs every marked process, again until none is left (a process may fork while we look). */
export async function killMarked(mark: string, variable = markVariable): Promise<void> {
  for (let round = 0; round < 50; round++) {
    const pids = markedProcesses(mark, variable);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It ended by itself.
      }
    }
    await sleep(20);
  }
}
