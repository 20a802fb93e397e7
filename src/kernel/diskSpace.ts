import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import prettyBytes from "pretty-bytes";
import { InfrastructureError } from "../errors.ts";
import type { BuildOptions } from "./buildOptions.ts";

const mebibyte = 1024 * 1024;

/** Bytes that a build takes at the very least. */
export interface SpaceNeeded {
  /** Object files in the tree. */
  readonly tree: number;
  /** Image, vmlinux and the like in the run directory, for all scenarios. */
  readonly results: number;
}

/**
 * Lower bounds, so that nobody who would have succeeded is refused. Measured with Linux 6.12 on x86-64 from
 * `tinyconfig`: 95 MiB of objects and 12 MiB for each scenario. `defconfig` compiles some seven times as much,
 * and debug information (which KASAN and KCSAN bring along) makes objects at least four times as large.
 */
export function spaceNeeded(options: BuildOptions, scenarios: number): SpaceNeeded {
  const size = /tinyconfig|allnoconfig/.test(options.defconfig ?? "") ? 1 : 7;
  const debug = options.debugInfo || options.kasan || options.kcsan ? 4 : 1;
  return {
    tree: 95 * size * debug * mebibyte,
    results: 10 * size * debug * scenarios * mebibyte,
  };
}

/** @throws InfrastructureError when a file system has too little room for the build. */
export async function checkDiskSpace(tree: string, results: string, needed: SpaceNeeded): Promise<void> {
  const [treeDisk, resultsDisk] = [await diskOf(tree), await diskOf(results)];
  const together = treeDisk.id === resultsDisk.id;
  refuse(tree, treeDisk.free, needed.tree + (together ? needed.results : 0));
  if (!together) refuse(results, resultsDisk.free, needed.results);
}

function refuse(folder: string, free: number, needed: number): void {
  if (free >= needed) return;
  throw new InfrastructureError(
    `Disk space: ${prettyBytes(free, { binary: true })} are free at ${folder}, and the build needs at least ` +
      `${prettyBytes(needed, { binary: true })}. Free some, or give kernel and rundir on a larger disk.`,
  );
}

/** The file system of a folder, or of its nearest parent that exists. */
async function diskOf(folder: string): Promise<{ id: string; free: number }> {
  const found = await statfs(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && dirname(folder) !== folder) return undefined;
    throw new InfrastructureError(`Disk space of ${folder} cannot be read: ${error.message}`);
  });
  if (found === undefined) return diskOf(dirname(folder));
  return { id: `${found.type} ${found.blocks} ${found.files}`, free: found.bavail * found.bsize };
}
