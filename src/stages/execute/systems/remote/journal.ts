import { readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import type { SystemsLease } from "../../../../context.ts";
import { InfrastructureError, messageOf } from "../../../../errors.ts";
import { leaseSchema } from "../../../../handoff/lease.ts";
import {
  checkAbove,
  NotPrivate,
  privateFolder,
  readPrivate,
  writePrivate,
} from "../../../../process/privateFile.ts";
import { cacheOf } from "../../../../systems/home.ts";

/** Milliseconds after which nobody asks any more what a dead job left on systems: they have swept up by themselves. */
const longest = 24 * 3600 * 1000;

const entrySchema = z.strictObject({
  pid: z.number().int().positive(),
  born: z.string(),
  lease: leaseSchema,
  releaseCommand: z.string().optional(),
});

/** What a job uses, and how to release it. */
export interface NotedLease {
  readonly lease: SystemsLease;
  readonly releaseCommand?: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Where jobs of this user note on which systems they are; a folder nobody else can enter. */
function folderOf(variables: Variables): string {
  const cache = cacheOf(variables);
  if (cache === undefined)
    throw new InfrastructureError("systems: this user has no home directory; set HOME.");
  return join(cache, "in-use");
}

/** Tells a process from all others that ever had or will have its number; undefined: there is none. */
async function bornAt(pid: number): Promise<string | undefined> {
  try {
    const [boot, line] = await Promise.all([
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
      readFile(`/proc/${pid}/stat`, "utf8"),
    ]);
    // The program's name is in parentheses and may hold anything; the 22nd field of all is the time of the start.
    return `${boot.trim()} ${line.slice(line.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return undefined;
  }
}

/** Path of this process's entry. */
export function journalPath(variables: Variables): string {
  return join(folderOf(variables), `${process.pid}.json`);
}

/**
 * Notes what this process uses, for later jobs to find should it die; undefined: nothing any more.
 * @throws NotPrivate where others could write what a later job then runs
 */
export async function note(journal: string, noted: NotedLease | undefined): Promise<void> {
  if (noted === undefined) {
    await rm(journal, { force: true });
    return;
  }
  privateFolder(dirname(journal));
  checkAbove(dirname(journal));
  const entry = { pid: process.pid, born: (await bornAt(process.pid)) ?? "", ...noted };
  writePrivate(journal, `${JSON.stringify(entry)}\n`);
}

/** Names of entries; none where others may enter the folder, which is said. */
async function entriesIn(folder: string, warn: (line: string) => void): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return [];
  try {
    privateFolder(folder);
    checkAbove(folder);
  } catch (error) {
    warn(`${messageOf(error)}: what earlier jobs noted there is not used. Remove it, or chmod 700.`);
    return [];
  }
  return names.filter((name) => /^\d+\.json$/.test(name));
}

/**
 * What processes of this user that died were using. Entries that are of no use to anybody go, and so do those that
 * somebody else may have written: their commands would be run.
 */
export async function abandonedLeases(
  variables: Variables,
  warn: (line: string) => void,
): Promise<NotedLease[]> {
  const folder = folderOf(variables);
  const names = await entriesIn(folder, warn);
  const leases = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      try {
        const entry = entrySchema.parse(JSON.parse(readPrivate(path)));
        if ((await bornAt(entry.pid)) === entry.born) return [];
        const { mtimeMs } = await stat(path);
        const { lease, releaseCommand } = entry;
        if (Date.now() - mtimeMs < longest) return [{ lease: { ...lease, journal: path }, releaseCommand }];
      } catch (error) {
        // Others are of another version, or half of one.
        if (error instanceof NotPrivate) warn(`${error.message}: it is not used, and removed.`);
      }
      await rm(path, { force: true });
      return [];
    }),
  );
  return leases.flat();
}
