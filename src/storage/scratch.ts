import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** Old enough that no writer can still be at it, whatever machine or container it is on. */
const abandonedAfter = 24 * 3_600_000;

/** Identifies this process's kernel and pid namespace, so that a pid means something: `host-4026531836`. */
function where(): string {
  let namespace = "0";
  try {
    namespace = readlinkSync("/proc/self/ns/pid").replaceAll(/\D/g, "");
  } catch {
    // Not Linux: one namespace per host.
  }
  return `${hostname()}-${namespace}`;
}

/** A new directory aside, on the same file system as the entries. */
export async function openScratch(home: string): Promise<string> {
  const scratch = join(home, "scratch", `${where()}.${process.pid}.${randomUUID()}`);
  await mkdir(scratch, { recursive: true });
  return scratch;
}

/** Takes an entry away: out of sight in one step, then removed. Harmless when another process was quicker. */
export async function discard(home: string, entry: string): Promise<void> {
  try {
    const scratch = await openScratch(home);
    await rename(entry, join(scratch, "discarded")).catch(() => {});
    await rm(scratch, { recursive: true, force: true });
  } catch {
    // A read-only store keeps its bad entry; every fetch of it says so again.
  }
}

/** Removes what killed processes left in the scratch directory. */
export async function sweepScratch(home: string): Promise<void> {
  const root = join(home, "scratch");
  const here = where();
  for (const name of await readdir(root).catch(() => [])) {
    const path = join(root, name);
    const [host = "", pid = ""] = splitName(name);
    const dead = host === here && !isAlive(Number(pid));
    if (dead || (await ageOf(path)) > abandonedAfter) await rm(path, { recursive: true, force: true });
  }
}

// Host names have dots in them, pids and UUIDs have none.
function splitName(name: string): [string, string] | [] {
  const match = /^(.*)\.(\d+)\.[^.]+$/.exec(name);
  return match?.[1] !== undefined && match[2] !== undefined ? [match[1], match[2]] : [];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function ageOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? 0 : Date.now() - found.mtimeMs;
}
