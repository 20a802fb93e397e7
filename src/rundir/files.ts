import { constants } from "node:fs";
import { type FileHandle, lstat, open, realpath } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { parseGuestName } from "../contracts/guestNames.ts";
import { InputError } from "../errors.ts";
import { isBuildFile } from "./buildFiles.ts";
import { runFiles } from "./names.ts";

/**
 * The one way to open a file of a run directory, which may be a stranger's: regular files only, no link that leaves
 * the run directory, nothing that blocks or is changed by being opened.
 */

const mebibyte = 1024 * 1024;

/** Bytes of the texts that are read whole: a build log or the diff in `testid.txt` can be long. */
export const longestText = 256 * mebibyte;

/** Bytes of texts that say a few words: names, counts, one command. */
export const shortText = 16 * mebibyte;

/** What is not there, as opposed to what may not be read. */
const missing = new Set(["ENOENT", "ENOTDIR"]);

type Kind = { isFIFO(): boolean; isSocket(): boolean; isDirectory(): boolean };

function kindOf(found: Kind): string {
  if (found.isDirectory()) return "a folder";
  if (found.isFIFO()) return "a named pipe (FIFO)";
  return found.isSocket() ? "a socket" : "a device";
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "";

function unreadable(path: string, error: unknown): InputError {
  return new InputError(`${path}: cannot be read (${codeOf(error) || String(error)}).`);
}

/** Whether `path` is `folder` or lies in it; both real paths. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/**
 * Whether a guest's folder is there.
 * @throws InputError for a link, which would lead readers and removers elsewhere, and for what is not a folder
 */
export async function checkFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch((error: unknown) => {
    if (missing.has(codeOf(error))) return undefined;
    throw unreadable(path, error);
  });
  if (found === undefined || found.isDirectory()) return found !== undefined;
  const what = found.isSymbolicLink() ? "a link" : found.isFile() ? "a file" : kindOf(found);
  throw new InputError(`${path}: is ${what}, not a guest's folder; remove it, or put the folder there.`);
}

/** A build file of some scenario in another run directory: what the links of a soft re-run lead to. */
async function isBuildOfAnotherRun(real: string, name: string): Promise<boolean> {
  const folder = dirname(real);
  if (basename(real) !== name || parseGuestName(basename(folder)) === undefined) return false;
  // The image is called as its architecture likes; whatever it is, it is no file that says what a user keeps secret.
  const isImage = /^(bz|z|u|vm)?Image(\.gz)?$|^vmlinux(\.\w+)?$/.test(name);
  if (!isImage && !isBuildFile(name, undefined)) return false;
  const suites = runFiles.suite.map((file) => lstat(join(dirname(folder), file)).catch(() => undefined));
  return (await Promise.all(suites)).some((found) => found?.isFile());
}

/**
 * Where a file of a run directory really lies; undefined when it is not there, or is a link to nothing.
 * @param path below the run directory: `<run>/<file>` or `<run>/<guest>/<file>`
 * @throws InputError for anything but a regular file, and for links that lead out of the run directory other than to
 *   the same build file of another run
 */
export async function locateFile(run: string, path: string): Promise<string | undefined> {
  try {
    if (dirname(path) !== run) await checkFolder(dirname(path));
    const found = await lstat(path);
    if (found.isFile()) return path;
    if (!found.isSymbolicLink()) {
      throw new InputError(`${path}: is ${kindOf(found)}; a run directory holds regular files. Remove it.`);
    }
    const [real, root] = await Promise.all([realpath(path), realpath(run)]);
    if (!isInside(real, root) && !(await isBuildOfAnotherRun(real, basename(path)))) {
      throw new InputError(
        `${path}: is a link that leaves the run directory, to ${real}; remove it, or copy the file.`,
      );
    }
    const target = await lstat(real);
    if (target.isFile()) return real;
    throw new InputError(
      `${path}: is a link to ${kindOf(target)}; a run directory holds regular files. Remove it.`,
    );
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (missing.has(codeOf(error))) return undefined;
    if (codeOf(error) === "ELOOP") throw new InputError(`${path}: is a link to itself; remove it.`);
    throw unreadable(path, error);
  }
}

/**
 * Opens a file of a run directory for reading; undefined when it is not there.
 * @throws InputError as `locateFile`, and for what may not be read
 */
export async function openFile(run: string, path: string): Promise<FileHandle | undefined> {
  const real = await locateFile(run, path);
  if (real === undefined) return undefined;
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK, O_NOCTTY } = constants;
  let file: FileHandle;
  try {
    // It may have become something else since it was looked at: neither followed nor waited for.
    file = await open(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  } catch (error) {
    if (missing.has(codeOf(error))) return undefined;
    throw unreadable(path, error);
  }
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new InputError(`${path}: is not a regular file; remove it.`);
}

/**
 * The text of a file of a run directory; undefined when it is not there.
 * @param most bytes
 * @throws InputError as `openFile`, and for a file that is larger
 */
export async function textOf(run: string, path: string, most = longestText): Promise<string | undefined> {
  await using file = await openFile(run, path);
  if (file === undefined) return undefined;
  const { size } = await file.stat();
  if (size > most) {
    throw new InputError(
      `${path}: has ${size} bytes; at most ${Math.floor(most / mebibyte)} MiB of it are read. Remove it, or shorten it.`,
    );
  }
  return await file.readFile("utf8");
}

/** Bytes of a file of a run directory; undefined when it is not there. @throws InputError as `locateFile` */
export async function sizeOf(run: string, path: string): Promise<number | undefined> {
  const real = await locateFile(run, path);
  return real === undefined ? undefined : (await lstat(real)).size;
}
