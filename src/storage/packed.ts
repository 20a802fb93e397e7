import { copyFile, link, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import { pack, unpack } from "./archive.ts";
import { createAtomically } from "./atomicDirectory.ts";
import { BadEntry } from "./badEntry.ts";
import { explainSystemError } from "./files.ts";
import {
  type Manifest,
  manifestName,
  parseManifest,
  serializeManifest,
  verify,
  verifyFile,
} from "./manifest.ts";
import type { Build, Corrupt, Unavailable } from "./store.ts";

/**
 * Packs a build with its manifest into one `.tar.zst`.
 * @throws {BadEntry} a file is no longer what the manifest says
 */
export async function packBuild({ directory, manifest }: Build, archive: string): Promise<void> {
  for (const file of manifest.files) {
    const problem = await verifyFile(join(directory, file.path), file, { follow: true });
    if (problem !== undefined) throw new BadEntry(`changed while it was being stored: ${problem}`);
  }
  const paths = manifest.files.map((file) => file.path);
  try {
    await pack(directory, paths, archive, { path: manifestName, text: serializeManifest(manifest) });
  } catch (error) {
    await rm(archive, { force: true });
    throw error;
  }
}

/**
 * Puts the packed build at `path`, packing it only if nobody has yet (see `Build.archive`).
 * @throws {BadEntry} a file is no longer what the manifest says
 */
export async function archiveAt(build: Build, path: string): Promise<void> {
  if (build.archive === undefined) return packBuild(build, path);
  const shared = await build.archive();
  try {
    await link(shared, path);
  } catch {
    await copyFile(shared, path); // Another file system.
  }
}

/**
 * Unpacks a packed build into `directory`, whole and verified, or not at all.
 * @throws {InputError} `directory` holds something already
 */
export async function unpackBuild(
  archive: string,
  key: string,
  directory: string,
): Promise<{ readonly outcome: "hit"; readonly manifest: Manifest } | Corrupt | Unavailable> {
  try {
    const manifest = await createAtomically(directory, async (partial) => {
      await unpack(archive, partial);
      const found = await readManifest(join(partial, manifestName));
      if (found.key !== key) throw new BadEntry(`holds the build of another key: ${found.key}`);
      const [problem, ...more] = await verify(partial, found);
      if (problem !== undefined)
        throw new BadEntry(problem + (more.length ? `, and ${more.length} more` : ""));
      await rm(join(partial, manifestName));
      return found;
    });
    return { outcome: "hit", manifest };
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof BadEntry) return { outcome: "corrupt", reason: error.message };
    return { outcome: "unavailable", reason: explainSystemError(error, directory) };
  }
}

async function readManifest(path: string): Promise<Manifest> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) throw new BadEntry("holds no manifest");
  const parsed = parseManifest(text);
  if ("problem" in parsed) throw new BadEntry(parsed.problem);
  return parsed.manifest;
}
