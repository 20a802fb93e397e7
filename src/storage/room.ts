import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { readRegular } from "./files.ts";
import { type Manifest, manifestName, mostManifest, parseManifest } from "./manifest.ts";
import { discard, sweepScratch } from "./scratch.ts";

interface EntryOnDisk {
  readonly path: string;
  /** `undefined`: unreadable or not valid. */
  readonly manifest: Manifest | undefined;
  /** Bytes of its files. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly usedAt: number;
}

/** All entries of a directory store, as far as other processes leave them in place while we look. */
export function readEntries(home: string): EntryOnDisk[] {
  return namesIn(join(home, "entries")).flatMap((name) => {
    const path = join(home, "entries", name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return [];
    const manifest = readManifestOf(path);
    const size = manifest?.files.reduce((total, file) => total + file.size, 0) ?? 0;
    return [{ path, manifest, size, usedAt: found.mtimeMs }];
  });
}

/**
 * Removes what killed processes left behind, entries that cannot be read, and then the least recently used
 * entries, until the rest holds at most `maxBytes`.
 */
export async function makeRoom(home: string, maxBytes: number): Promise<void> {
  await sweepScratch(home);
  const entries = readEntries(home).sort((a, b) => a.usedAt - b.usedAt);
  let total = entries.reduce((sum, entry) => sum + entry.size, 0);
  for (const entry of entries) {
    if (entry.manifest !== undefined && total <= maxBytes) continue;
    await discard(home, entry.path);
    total -= entry.size;
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return []; // Nothing stored yet.
  }
}

function readManifestOf(entry: string): Manifest | undefined {
  try {
    const parsed = parseManifest(readRegular(join(entry, manifestName), mostManifest));
    return "manifest" in parsed ? parsed.manifest : undefined;
  } catch {
    return undefined;
  }
}
