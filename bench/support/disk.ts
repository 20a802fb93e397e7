import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "./figures.ts";

/** Megabytes of disk of what is new in a folder: a file with other links was there before. */
export function newDisk(folder: string): number {
  const paths = [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  ];
  const blocks = paths.map((path) => {
    const entry = lstatSync(path);
    return entry.isFile() && entry.nlink > 1 ? 0 : entry.blocks;
  });
  return (blocks.reduce((sum, count) => sum + count, 0) * 512) / 1024 / 1024;
}

interface Ready {
  /** Seconds. */
  readonly wall: number;
  /** Megabytes. */
  readonly disk: number;
}

/** Figures of both sides that made run directories: how long it took, and the disk that is new. */
export function wallAndDisk(what: string, ours: readonly Ready[], theirs: readonly Ready[]): Figure[] {
  const figure = (name: string, field: keyof Ready, unit: "s" | "MB", wanted: string): Figure => ({
    what: name,
    unit,
    ours: ours.map((run) => run[field]),
    beside: { name: "kvm-again.sh --dryrun", values: theirs.map((run) => run[field]) },
    wanted,
  });
  return [figure(what, "wall", "s", "≤ 1 s"), figure("new disk", "disk", "MB", "< 3 MB")];
}
