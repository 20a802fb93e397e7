import { readFile, realpath, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { messageOf } from "../errors.ts";

const noRoom: Readonly<Record<string, string>> = {
  ENOSPC: "is full",
  EDQUOT: "is used up to the quota",
  EROFS: "is read-only",
  EIO: "has errors",
};

/** One line of `/proc/self/mountinfo`: proc(5). Spaces are `\040`. */
interface Mount {
  readonly point: string;
  readonly type: string;
  readonly source: string;
}

function parseMounts(text: string): Mount[] {
  const plain = (word = "") =>
    word.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
  return text.split("\n").flatMap((line) => {
    const [before, after] = line.split(" - ");
    const point = before?.split(" ")[4];
    const [type, source] = after?.split(" ") ?? [];
    return point === undefined || type === undefined
      ? []
      : [{ point: plain(point), type, source: plain(source) }];
  });
}

/** The mount that holds a path: the longest mount point above it, of equals the last one. Pure. */
export function mountOf(path: string, mountinfo: string): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of parseMounts(mountinfo)) {
    const { point } = mount;
    const above = point === "/" || path === point || path.startsWith(`${point}/`);
    if (above && point.length >= (best?.point.length ?? 0)) best = mount;
  }
  return best;
}

/** The path, or its nearest parent that exists, without links. */
async function existing(path: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined);
  return found ?? (dirname(path) === path ? path : await existing(dirname(path)));
}

/** `/dev/sda1, mounted at /srv`: the disk that holds a path, for people. */
export async function diskName(path: string): Promise<string> {
  const mountinfo = await readFile("/proc/self/mountinfo", "utf8").catch(() => "");
  const mount = mountOf(await existing(path), mountinfo);
  if (mount === undefined) return `the disk of ${path}`;
  const { source, type, point } = mount;
  return `${source.startsWith("/") ? source : type}, mounted at ${point}`;
}

/** Why a path could not be written, when its disk is the reason: `The disk (tmpfs, mounted at /tmp) is full`. */
export async function diskTrouble(error: unknown, path: string): Promise<string | undefined> {
  const how = noRoom[(error as NodeJS.ErrnoException)?.code ?? ""];
  return how === undefined ? undefined : `The disk (${await diskName(path)}) ${how}`;
}

/** The message of anything thrown, with the disk that was the reason, where the error names a file on it. */
export async function describeError(error: unknown): Promise<string> {
  const { path, dest } = (error ?? {}) as { path?: unknown; dest?: unknown };
  const file = typeof dest === "string" ? dest : path;
  const trouble = typeof file === "string" ? await diskTrouble(error, file) : undefined;
  return trouble === undefined ? messageOf(error) : `${messageOf(error)}. ${trouble}.`;
}

/** Bytes that we may still write to the file system of a path; undefined: it does not say. */
export async function roomAt(path: string): Promise<number | undefined> {
  const { blocks, bavail, bfree, bsize } = await statfs(await existing(path));
  if (blocks === 0) return undefined;
  return (process.getuid?.() === 0 ? bfree : bavail) * bsize;
}

/** The disk with the least room of those that hold these paths. */
export async function fullestDisk(paths: readonly [string, ...string[]]): Promise<string> {
  let [fullest] = paths;
  let least = Number.POSITIVE_INFINITY;
  for (const path of paths) {
    const room = (await roomAt(path).catch(() => undefined)) ?? Number.POSITIVE_INFINITY;
    if (room < least) [fullest, least] = [path, room];
  }
  return await diskName(fullest);
}
