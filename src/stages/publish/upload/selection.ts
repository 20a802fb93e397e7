import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Results } from "../../../results/schema.ts";
import { locateFile } from "../../../rundir/files.ts";
import { isSafePath } from "../../../storage/safePath.ts";

const mebibyte = 2 ** 20;

/** Bytes of an archive before it is packed; consoles pack to a tenth. */
export const mostBytes = 512 * mebibyte;
/** Files of a guest's folder other than consoles: a kernel or an initrd is larger, and can be built again. */
const mostOfFile = mebibyte;
const isConsole = (name: string) => name.startsWith("console.");
const isKernel = (name: string) => /^(?:vmlinux|System\.map|initrd|(?:bz|z|u|vm)?Image)/.test(name);

/** A file, and a file or folder, by its path below the run directory. */
interface Candidate {
  readonly path: string;
  readonly size: number;
}

export interface Selection {
  /** Paths below the folder, in the order of their importance. */
  readonly files: readonly string[];
  /** What did not fit: path and bytes. */
  readonly leftOut: readonly Candidate[];
}

/** Files of a folder that may be looked at; none where it is not there. */
async function filesIn(run: string, folder: string): Promise<Candidate[]> {
  const names = await readdir(join(run, folder)).catch(() => []);
  const found = await Promise.all(
    names.sort().map(async (name) => {
      const path = join(folder, name);
      // A link that leaves the run directory would bring a file along that nobody meant to publish.
      const real = await locateFile(run, join(run, path)).catch(() => undefined);
      const size = real === undefined ? undefined : (await stat(real).catch(() => undefined))?.size;
      return size === undefined || isKernel(name) ? [] : [{ path, size }];
    }),
  );
  return found.flat();
}

/** Folders of guests whose files are wanted, the failed ones first, each once. */
function foldersOf({ guests, builds }: Results, what: "failed" | "all"): string[] {
  const passed = guests.filter(({ verdict }) => verdict === "passed").map(({ name }) => name);
  const others = guests.filter(({ verdict }) => verdict !== "passed").map(({ name }) => name);
  const unbuilt = builds.filter(({ status }) => status === "failed").map(({ scenario }) => scenario);
  const all = [...others, ...unbuilt, ...(what === "all" ? passed : [])];
  return [...new Set(all)].filter((name) => isSafePath(name));
}

/**
 * Chooses what is uploaded of a run directory: reports and other files at its top, then consoles and small files of
 * guests, as much as fits, small files first.
 * @param most bytes
 */
export async function selectFiles(
  results: Results,
  what: "failed" | "all",
  most = mostBytes,
): Promise<Selection> {
  const run = results.rundir;
  const top = (await filesIn(run, "")).filter(({ size }) => size <= 64 * mebibyte);
  const folders = await Promise.all(foldersOf(results, what).map((folder) => filesIn(run, folder)));
  const ofGuests = folders.flat();
  const named = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  const small = ofGuests.filter(({ path, size }) => !isConsole(named(path)) && size <= mostOfFile);
  const consoles = ofGuests
    .filter(({ path }) => isConsole(named(path)))
    .toSorted((one, other) => one.size - other.size);
  const files: string[] = [];
  const leftOut: Candidate[] = [];
  let room = most;
  for (const candidate of [...top, ...small, ...consoles]) {
    if (candidate.size > room) leftOut.push(candidate);
    else {
      files.push(candidate.path);
      room -= candidate.size;
    }
  }
  return { files, leftOut };
}
