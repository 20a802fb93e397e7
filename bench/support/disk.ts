import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

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
