import { readFile, realpath } from "node:fs/promises";
import { dirname } from "node:path";

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
