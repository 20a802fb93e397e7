import { chmodSync, constants, copyFileSync, linkSync, mkdirSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errorCode } from "./files.ts";
import type { Manifest, ManifestFile } from "./manifest.ts";

const bigFile = 1024 * 1024;

// The destination is on another file system, the file has all the links it can have, or the system forbids links
// to other people's files (fs.protected_hardlinks): a copy is just as good.
const noLinkHere: Readonly<Record<string, string>> = {
  EXDEV: "the store is on another file system",
  EMLINK: "the file has too many hard links",
  EPERM: "hard links are not permitted here",
};

/**
 * Puts a manifest's files from one directory into another: immutable ones as hard links if `link` says so and the
 * file system can, all others as copies of their own.
 */
export async function placeFiles(
  from: string,
  to: string,
  manifest: Manifest,
  link: boolean,
): Promise<{ linked: number; copied: number; copyReason?: string }> {
  let linked = 0;
  let copied = 0;
  let copyReason: string | undefined;
  const made = new Set([to]);
  for (const file of manifest.files) {
    const target = join(to, file.path);
    const parent = dirname(target);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    if (link && file.immutable) {
      const reason = tryLink(join(from, file.path), target);
      if (reason === undefined) {
        linked += 1;
        continue;
      }
      copyReason ??= reason;
    }
    await copy(join(from, file.path), target, file);
    copied += 1;
  }
  return { linked, copied, ...(copyReason !== undefined && { copyReason }) };
}

function tryLink(from: string, to: string): string | undefined {
  try {
    linkSync(from, to);
    return undefined;
  } catch (error) {
    const reason = noLinkHere[errorCode(error) ?? ""];
    if (reason === undefined) throw error;
    return reason;
  }
}

async function copy(from: string, to: string, file: ManifestFile): Promise<void> {
  const mode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;
  // Small ones at once: dozens of scripts would spend more time waiting for the thread pool than being copied.
  if (file.size < bigFile) copyFileSync(from, to, mode);
  else await copyFile(from, to, mode);
  chmodSync(to, file.mode);
}
