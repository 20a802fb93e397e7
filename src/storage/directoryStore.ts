import { hash } from "node:crypto";
import { chmod, constants, copyFile, mkdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import { createAtomically } from "./atomicDirectory.ts";
import { BadEntry } from "./badEntry.ts";
import { errorCode, explainSystemError, readRegular } from "./files.ts";
import {
  formatVersion,
  type Manifest,
  manifestName,
  mostManifest,
  parseManifest,
  serializeManifest,
  verifyFile,
} from "./manifest.ts";
import { ownershipProblem } from "./ownership.ts";
import { placeFiles } from "./placeFiles.ts";
import { makeRoom, readEntries } from "./room.ts";
import { discard, openScratch } from "./scratch.ts";
import type { Build, Fetch, Lookup, Save, Store, StoredEntry } from "./store.ts";

export interface DirectoryStoreOptions {
  /** Bytes of files it may hold; the least recently used entries go first. Default 10 GiB. */
  readonly maxBytes?: number;
}

export const defaultMaxBytes = 10 * 1024 ** 3;

/**
 * A store in a directory, shared by any number of processes without locks: an entry is a directory that is
 * filled aside and renamed into place, and renamed away before it is removed, so that nobody sees half of one.
 * Entries are unpacked: files that a run only reads are hard-linked out of the store, the others are copied.
 *
 * Nothing is trusted: every byte is hashed on the way out. A file that somebody changed through a hard link, a
 * disk that lies, or a power cut before the data was written: a loud miss, and the entry is gone.
 *
 *     ROOT/v1/entries/<SHA-256 of the key>/manifest.json
 *     ROOT/v1/entries/<SHA-256 of the key>/files/…         its time stamp: last use
 *     ROOT/v1/scratch/<who>/…                              being filled, or being removed
 */
export function directoryStore(root: string, options: DirectoryStoreOptions = {}): Store {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  // The format version is in the path, so that an older and a newer version of this tool can share a root.
  const home = join(root, `v${formatVersion}`);
  const entries = join(home, "entries");
  const problem = () => ownershipProblem(root, [`v${formatVersion}`, "entries"]);
  const entryOf = (key: string) => join(entries, hash("sha256", key));

  async function fetch(key: string, directory: string, { link = true } = {}): Promise<Fetch> {
    const reason = problem();
    if (reason !== undefined) return { outcome: "unavailable", reason };
    const entry = entryOf(key);
    const found = readManifest(entry, key);
    if (found.outcome === "corrupt") await discard(home, entry);
    if (found.outcome !== "hit") return found;
    const { manifest } = found;
    try {
      const placed = await createAtomically(directory, async (partial) => {
        for (const file of manifest.files) {
          const problem = await verifyFile(join(entry, "files", file.path), file);
          if (problem !== undefined) throw new BadEntry(problem);
        }
        return placeFiles(join(entry, "files"), partial, manifest, link);
      });
      await utimes(entry, new Date(), new Date()).catch(() => {}); // Not ours, or read-only: it still is a hit.
      return { outcome: "hit", store: "directory", manifest, ...placed };
    } catch (error) {
      if (error instanceof InputError) throw error;
      if (!(error instanceof BadEntry)) {
        if (errorCode(error) === "ENOENT")
          return { outcome: "miss", reason: "evicted while it was being read" };
        return { outcome: "unavailable", reason: explainSystemError(error, directory) };
      }
      // Missing files of an entry that is gone altogether: another process evicted it.
      if (readManifest(entry, key).outcome === "miss")
        return { outcome: "miss", reason: "evicted meanwhile" };
      await discard(home, entry);
      return { outcome: "corrupt", reason: `${error.message}; the entry was removed from ${root}` };
    }
  }

  async function save(build: Build): Promise<Save> {
    const { manifest } = build;
    const reason = problem();
    if (reason !== undefined) return { outcome: "unavailable", reason };
    const entry = entryOf(manifest.key);
    if (readManifest(entry, manifest.key).outcome === "hit") return { outcome: "present" };
    const size = sizeOf(manifest);
    if (size > maxBytes) {
      return { outcome: "refused", reason: `${size} bytes, and ${root} may hold ${maxBytes} in all` };
    }
    let scratch: string | undefined;
    try {
      await mkdir(entries, { recursive: true });
      await makeRoom(home, maxBytes - size);
      scratch = await openScratch(home);
      await copyIn(build, scratch);
      await rename(scratch, entry);
      await makeRoom(home, maxBytes); // Others may have saved at the same time.
      return { outcome: "saved" };
    } catch (error) {
      if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
      if (errorCode(error) === "ENOTEMPTY" || errorCode(error) === "EEXIST") return { outcome: "present" };
      if (error instanceof BadEntry) {
        return { outcome: "refused", reason: `changed while it was being stored: ${error.message}` };
      }
      return { outcome: "refused", reason: explainSystemError(error, root) };
    }
  }

  return {
    name: "directory",
    fetch,
    save,
    async lookup(key): Promise<Lookup> {
      const reason = problem();
      if (reason !== undefined) return { outcome: "unavailable", reason };
      const found = readManifest(entryOf(key), key);
      if (found.outcome === "hit") return { outcome: "hit", entry: describe(found.manifest) };
      // Whoever fetches a corrupt entry hears more of it, and it goes; here nothing is changed.
      return { outcome: found.outcome === "unavailable" ? "unavailable" : "miss", reason: found.reason };
    },
    async nearest(prefix): Promise<StoredEntry | undefined> {
      if (problem() !== undefined) return undefined;
      const [newest] = readEntries(home)
        .flatMap((entry) => (entry.manifest?.key.startsWith(prefix) ? [entry.manifest] : []))
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
      return newest === undefined ? undefined : describe(newest);
    },
    async records(prefix) {
      if (problem() !== undefined) return [];
      return readEntries(home).flatMap(({ manifest }) =>
        manifest?.key.startsWith(prefix) ? [manifest.key] : [],
      );
    },
    async forget(key) {
      if (problem() === undefined && readManifest(entryOf(key), key).outcome === "hit")
        await discard(home, entryOf(key));
    },
  };
}

async function copyIn({ directory, manifest }: Build, scratch: string): Promise<void> {
  for (const file of manifest.files) {
    const target = join(scratch, "files", file.path);
    await mkdir(dirname(target), { recursive: true });
    // A copy, never a link: what happens in the build's directory later must not reach the store. Where the file
    // system can share blocks, it does.
    await copyFile(join(directory, file.path), target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await chmod(target, file.mode);
    const problem = await verifyFile(target, file);
    if (problem !== undefined) throw new BadEntry(problem);
  }
  await writeFile(join(scratch, manifestName), serializeManifest(manifest));
}

function readManifest(
  entry: string,
  key: string,
): { outcome: "hit"; manifest: Manifest } | { outcome: "miss" | "corrupt" | "unavailable"; reason: string } {
  let text: string;
  try {
    text = readRegular(join(entry, manifestName), mostManifest);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { outcome: "miss", reason: "no entry under this key" };
    // A link, a FIFO, a socket: none of them is ours.
    if (["EFTYPE", "ELOOP", "ENXIO"].includes(errorCode(error) ?? "")) {
      return { outcome: "corrupt", reason: "its manifest is not a regular file" };
    }
    return { outcome: "unavailable", reason: explainSystemError(error, entry) };
  }
  const parsed = parseManifest(text);
  if ("problem" in parsed) return { outcome: "corrupt", reason: parsed.problem };
  if (parsed.manifest.key !== key) {
    return { outcome: "corrupt", reason: `its manifest is of another key: ${parsed.manifest.key}` };
  }
  return { outcome: "hit", manifest: parsed.manifest };
}

function describe(manifest: Manifest): StoredEntry {
  return {
    key: manifest.key,
    store: "directory",
    createdAt: manifest.createdAt,
    size: sizeOf(manifest),
    ingredients: manifest.provenance.ingredients,
  };
}

function sizeOf(manifest: Manifest): number {
  return manifest.files.reduce((total, file) => total + file.size, 0);
}
