import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import { InfrastructureError } from "../../../errors.ts";
import { writeAtomically } from "../../../storage/atomicFile.ts";
import { cacheOf } from "../../../systems/home.ts";
import type { SystemsLease } from "../../context.ts";
import { leaseSchema } from "./lease.ts";

/** Milliseconds after which nobody asks any more what a dead job left on systems: they have swept up by themselves. */
const longest = 24 * 3600 * 1000;

const entrySchema = z.object({ pid: z.number().int().positive(), born: z.string(), lease: leaseSchema });

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

/** Notes what this process uses, for later jobs to find should it die; undefined: nothing any more. */
export async function note(journal: string, lease: SystemsLease | undefined): Promise<void> {
  if (lease === undefined) {
    await rm(journal, { force: true });
    return;
  }
  await mkdir(dirname(journal), { recursive: true, mode: 0o700 });
  const entry = { pid: process.pid, born: (await bornAt(process.pid)) ?? "", lease };
  await writeAtomically(journal, `${JSON.stringify(entry)}\n`);
}

/** What processes of this user that died were using. Entries that are of no use to anybody go. */
export async function abandonedLeases(variables: Variables): Promise<SystemsLease[]> {
  const folder = folderOf(variables);
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^\d+\.json$/.test(name));
  const leases = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      try {
        const entry = entrySchema.parse(JSON.parse(await readFile(path, "utf8")));
        if ((await bornAt(entry.pid)) === entry.born) return [];
        const { mtimeMs } = await stat(path);
        if (Date.now() - mtimeMs < longest) return [{ ...entry.lease, journal: path }];
      } catch {
        // Not one that we wrote.
      }
      await rm(path, { force: true });
      return [];
    }),
  );
  return leases.flat();
}
