import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** A file or folder that somebody else may have made or changed: nothing of it is used. */
export class NotPrivate extends Error {
  override readonly name = "NotPrivate";
}

/** Bytes that a private file may have. */
const mostBytes = 256 * 1024;

const othersMayWrite = 0o022;
const othersMayEnter = 0o077;
const sticky = 0o1000;

const ownUser = () => process.getuid?.() ?? 0;

/**
 * Only the owner and root can move another folder to this path, all the way up (as sshd's StrictModes has it). In a
 * container root's home often belongs to the user of the machine: that one can do all that root can there.
 * @throws NotPrivate
 */
export function checkAbove(folder: string): void {
  for (let path = dirname(folder); ; path = dirname(path)) {
    const { uid, gid, mode } = lstatSync(path);
    if (ownUser() !== 0 && uid !== 0 && uid !== ownUser())
      throw new NotPrivate(`${path} belongs to another user`);
    // A group of one's own is common, and so is a folder like /tmp, from which others cannot take what is ours.
    const group = gid === process.getgid?.() ? 0o020 : 0;
    if ((mode & othersMayWrite & ~group) !== 0 && (mode & sticky) === 0) {
      throw new NotPrivate(`others may write to ${path}`);
    }
    if (path === dirname(path)) return;
  }
}

/**
 * Makes a folder that only this user can enter, or checks the one that is there.
 * @throws NotPrivate
 */
export function privateFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  checkPrivateFolder(path);
}

/** @throws NotPrivate for a folder that is a link, another user's, or open to others */
export function checkPrivateFolder(path: string): void {
  const found = lstatSync(path);
  if (!found.isDirectory()) throw new NotPrivate(`${path} is not a folder`);
  if (found.uid !== ownUser()) throw new NotPrivate(`${path} belongs to another user`);
  if ((found.mode & othersMayEnter) !== 0) throw new NotPrivate(`others may enter ${path}`);
}

function problemOf({ uid, mode, nlink, size }: Stats, isFile: boolean): string | undefined {
  if (!isFile) return "is not a regular file";
  if (uid !== ownUser()) return "belongs to another user";
  if ((mode & othersMayEnter) !== 0) return "can be read or written by others";
  if (nlink !== 1) return "has another name, too (a hard link)";
  return size > mostBytes ? `has more than ${mostBytes} bytes` : undefined;
}

/**
 * Text of a file that `writePrivate` wrote. Never waits, as it would for a FIFO, and follows no link.
 * @throws NotPrivate; a system error where there is none
 */
export function readPrivate(path: string): string {
  let file: number;
  try {
    file = openSync(
      path,
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY,
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ELOOP") throw new NotPrivate(`${path} is a link`);
    if (code === "ENXIO") throw new NotPrivate(`${path} is not a regular file`);
    throw error;
  }
  try {
    const found = fstatSync(file);
    const problem = problemOf(found, found.isFile());
    if (problem !== undefined) throw new NotPrivate(`${path} ${problem}`);
    const buffer = Buffer.alloc(found.size);
    return buffer.toString("utf8", 0, readSync(file, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(file);
  }
}

/** Writes a file that only this user can read, whole or not at all; what stood at the path is replaced. */
export function writePrivate(path: string, text: string): void {
  const temporary = join(dirname(path), `.${randomUUID()}`);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  const file = openSync(temporary, flags, 0o600);
  try {
    writeSync(file, text);
    closeSync(file);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
