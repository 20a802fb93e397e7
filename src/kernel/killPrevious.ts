import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { processIds } from "../systems/processes.ts";

/** Milliseconds that a job has to end what it has started, before it is killed. */
const patience = 10_000;

/** Processes that have a file open: `kvm.sh` hands its lock on to all that it starts. */
export function holdersOf(file: string): number[] {
  return processIds().filter((pid) => pid !== process.pid && opened(pid).includes(file));
}

function opened(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  } catch {
    return []; // Gone meanwhile, or somebody else's.
  }
}

/** The process that started another one; undefined when that is gone, or has lost it. */
export function parentOf(pid: number): number | undefined {
  try {
    const parent = Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    return parent > 1 ? parent : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Ends processes: SIGTERM, so that they end what they have started and say so, later SIGKILL.
 * @returns those that may not be signalled: another user's
 */
export async function endProcesses(pids: readonly number[]): Promise<number[]> {
  const denied = pids.filter((pid) => !signal(pid, "SIGTERM"));
  const left = () => pids.filter((pid) => !denied.includes(pid) && signal(pid, 0));
  for (const end = performance.now() + patience; left().length > 0 && performance.now() < end; )
    await sleep(50);
  for (const pid of left()) signal(pid, "SIGKILL");
  return denied;
}

/** @returns false when it may not be signalled, and for signal 0 also when there is none */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return name !== 0 && (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
