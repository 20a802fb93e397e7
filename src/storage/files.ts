import { createHash, hash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { join, relative, sep } from "node:path";

// A build has dozens of small scripts and one or two big images. Below this many bytes, reading at once is
// several times quicker than a trip through the thread pool; above it, the event loop is kept free.
const smallFile = 256 * 1024;
const pieceOfFile = 1024 * 1024;

/** Size in bytes and permission bits of a regular file; `undefined` for anything else, or nothing. */
export function regularFile(
  path: string,
  { follow }: { readonly follow: boolean },
): { readonly size: number; readonly mode: number } | undefined {
  const found = (follow ? statSync : lstatSync)(path, { throwIfNoEntry: false });
  return found?.isFile() ? { size: found.size, mode: found.mode & 0o777 } : undefined;
}

/**
 * Text of a regular file. Neither follows a link nor waits, as it would for a FIFO.
 * @param most bytes
 * @throws a system error; one with the code `EFTYPE` for anything else than such a file
 */
export function readRegular(path: string, most: number): string {
  const file = openSync(
    path,
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY,
  );
  try {
    const found = fstatSync(file);
    if (!found.isFile() || found.size > most) {
      throw Object.assign(new Error(`${path} is not a regular file of at most ${most} bytes`), {
        code: "EFTYPE",
      });
    }
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

/** SHA-256 in hexadecimal of a file of (about) `size` bytes. */
export async function digestFile(path: string, size: number): Promise<string> {
  if (size <= smallFile) return hash("sha256", readFileSync(path));
  const digest = createHash("sha256");
  // One buffer for the whole file: a stream makes one for each piece, and the collector has to take them away.
  const buffer = Buffer.allocUnsafe(pieceOfFile);
  await using file = await open(path);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return digest.digest("hex");
    digest.update(buffer.subarray(0, bytesRead));
  }
}

/** Paths, relative and with `/`, of everything below a directory that is not itself a directory. */
export function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** The `code` of a system error: `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const explained: Readonly<Record<string, string>> = {
  ENOSPC: "no space left on the device",
  EDQUOT: "disk quota exceeded",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EROFS: "read-only file system",
  ENOTDIR: "a file stands where a directory should be",
};

/** A system error as people say it, naming the path that was worked on. */
export function explainSystemError(error: unknown, path: string): string {
  const code = errorCode(error);
  const words = code === undefined ? undefined : explained[code];
  if (words !== undefined) return `${path}: ${words}`;
  return `${path}: ${error instanceof Error ? error.message : String(error)}`;
}
