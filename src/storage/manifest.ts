import { join } from "node:path";
import * as z from "zod";
import { InputError } from "../errors.ts";
import { digestFile, listFiles, regularFile } from "./files.ts";
import { isSafePath } from "./safePath.ts";

/** Of the manifest and of what entries hold. Part of the key too, so that a change makes misses, not surprises. */
export const formatVersion = 1;

/** Name of the manifest in an archive; no file of a build may have it. */
/** Bytes of a manifest: far more than any build has files. */
export const mostManifest = 16 * 1024 * 1024;

export const manifestName = "manifest.json";

/** The Actions cache takes 512 characters and no comma; some are left for `symbolsKey`. */
export const keySchema = z
  .string()
  .regex(/^[!-+\--~]{1,500}$/, "a key is 1 to 500 printable ASCII characters, no blanks, no commas");

export const manifestFileSchema = z.object({
  /** Relative to the entry, with `/`. */
  path: z.string().refine(isSafePath, "a path inside the entry, without . or .. in it"),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** Permission bits: 0o644 is 420 in the JSON. */
  mode: z.number().int().min(0).max(0o777),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** A run only reads it: it may be hard-linked between the store and run directories. */
  immutable: z.boolean(),
});
export type ManifestFile = z.infer<typeof manifestFileSchema>;

export const provenanceSchema = z.object({
  /** `owner/name` or a URL. */
  repository: z.string().optional(),
  /** Full hexadecimal id. */
  commit: z.string().optional(),
  describe: z.string().optional(),
  workflowRun: z
    .object({ id: z.string(), attempt: z.number().int().positive(), url: z.string().optional() })
    .optional(),
  /** Key of the entry that holds the scripts of the tree it was built in. */
  scripts: keySchema.optional(),
  /** Tool to version: `{compiler: "gcc 12.2.0", binutils: "2.40"}`. */
  toolchain: z.record(z.string(), z.string()),
  /** What the key was made of, by name, to explain misses with. */
  ingredients: z.record(z.string(), z.string()),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** What an entry of the store is: every file with its digest, and where it came from. */
export const manifestSchema = z.object({
  format: z.literal("rcutorture-action build"),
  version: z.literal(formatVersion),
  key: keySchema,
  scenario: z.string().min(1),
  /** ISO 8601 UTC. */
  createdAt: z.iso.datetime(),
  files: z
    .array(manifestFileSchema)
    .min(1)
    .refine((files) => new Set(files.map((file) => file.path)).size === files.length, "a file named twice"),
  provenance: provenanceSchema,
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A file to keep. */
export interface FileToKeep {
  /** Relative to the build's directory, with `/`. */
  readonly path: string;
  /** A run only reads it; see `ManifestFile`. Default `false`, which is always safe. */
  readonly immutable?: boolean;
}

export interface BuildFacts {
  readonly key: string;
  readonly scenario: string;
  readonly provenance: Provenance;
  /** Default: now. */
  readonly createdAt?: Date;
}

/**
 * Reads the files of a build and writes down what they are. Symbolic links are read through: an entry holds
 * only regular files.
 * @throws {InputError} a file that is missing or not a regular file, a path that leaves the directory
 */
export async function createManifest(
  directory: string,
  files: readonly FileToKeep[],
  facts: BuildFacts,
): Promise<Manifest> {
  const described: ManifestFile[] = [];
  for (const { path, immutable = false } of files) {
    if (!isSafePath(path) || path === manifestName) {
      throw new InputError(`${path}: not a name for a file of a build; use a relative path without ..`);
    }
    const absolute = join(directory, path);
    const found = regularFile(absolute, { follow: true });
    if (found === undefined) throw new InputError(`${absolute}: no such file to store, or not a regular one`);
    described.push({
      path,
      size: found.size,
      mode: found.mode,
      sha256: await digestFile(absolute, found.size),
      immutable,
    });
  }
  return manifestSchema.parse({
    format: "rcutorture-action build",
    version: formatVersion,
    key: facts.key,
    scenario: facts.scenario,
    createdAt: (facts.createdAt ?? new Date()).toISOString(),
    files: described,
    provenance: facts.provenance,
  });
}

/** The manifest in a text, or what is wrong with it in one line. */
export function parseManifest(text: string): { readonly manifest: Manifest } | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: "its manifest is not JSON" };
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return { manifest: parsed.data };
  const [issue] = parsed.error.issues;
  return { problem: `its manifest is not valid: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}` };
}

export function serializeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/**
 * Compares a directory with a manifest: every file there, a regular file, of that size, mode and digest, and no
 * other. Returns one line for each difference, none when all is well. A file named `manifest.json` at the top is
 * the manifest itself and not counted.
 */
export async function verify(directory: string, manifest: Manifest): Promise<string[]> {
  const problems: string[] = [];
  const wanted = new Set(manifest.files.map((file) => file.path));
  for (const path of listFiles(directory)) {
    if (!wanted.has(path) && path !== manifestName) problems.push(`${path}: not in the manifest`);
  }
  for (const file of manifest.files) {
    const problem = await verifyFile(join(directory, file.path), file);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

/** What is wrong with one file, `undefined` when nothing is. `follow`: a symbolic link to a file is one too. */
export async function verifyFile(
  absolute: string,
  file: ManifestFile,
  { follow = false } = {},
): Promise<string | undefined> {
  const found = regularFile(absolute, { follow });
  if (found === undefined) return `${file.path}: missing, or not a regular file`;
  if (found.size !== file.size) return `${file.path}: ${found.size} bytes, the manifest says ${file.size}`;
  if (found.mode !== file.mode) {
    return `${file.path}: mode ${found.mode.toString(8)}, the manifest says ${file.mode.toString(8)}`;
  }
  const sha256 = await digestFile(absolute, found.size);
  if (sha256 !== file.sha256) return `${file.path}: SHA-256 ${sha256}, the manifest says ${file.sha256}`;
  return undefined;
}
