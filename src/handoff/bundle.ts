import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobEnvironment } from "../context.ts";
import type { PlanFile } from "../plan/planFile.ts";
import { createManifest } from "../storage/manifest.ts";
import { planPrefix, type Save, type Store } from "../storage/store.ts";

/** What jobs of one plan hand on: files under a key that names plan, workflow run, job of the plan and attempt. */
export interface BundleName {
  readonly id: string;
  readonly attempt: number;
}

/** Key of a plan. */
export function planKey(digest: string): string {
  return `${planPrefix}${digest}`;
}

/** What the keys of a plan's bundles in this workflow run begin with. */
export function bundlePrefix({ digest }: Pick<PlanFile, "digest">, { variables }: JobEnvironment): string {
  return `${planPrefix}${digest.slice(0, 16)}.${variables.GITHUB_RUN_ID || "local"}-`;
}

export function bundleKey(
  plan: Pick<PlanFile, "digest">,
  environment: JobEnvironment,
  name: BundleName,
): string {
  return `${bundlePrefix(plan, environment)}${name.id}-${name.attempt}`;
}

/** Id and attempt in a bundle's key. */
export function bundleName(prefix: string, key: string): BundleName | undefined {
  const [, id, attempt] = /^([a-z]+-\d+)-(\d+)$/.exec(key.slice(prefix.length)) ?? [];
  return key.startsWith(prefix) && id !== undefined ? { id, attempt: Number(attempt) } : undefined;
}

/** Keeps files of a folder under a key. */
export async function keepBundle(
  store: Store,
  key: string,
  directory: string,
  files: readonly string[],
): Promise<Save> {
  const manifest = await createManifest(
    directory,
    files.map((path) => ({ path })),
    { key, scenario: key.slice(planPrefix.length), provenance: { toolchain: {}, ingredients: {} } },
  );
  return await store.save({ directory, manifest });
}

/** Brings a bundle into a new folder of its own, for as long as `use` takes. */
export async function withBundle<T>(
  store: Store,
  key: string,
  use: (folder: string) => Promise<T>,
): Promise<{ readonly value: T } | { readonly reason: string; readonly damaged: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), "rcutorture-bundle-"));
  try {
    const fetched = await store.fetch(key, folder);
    if (fetched.outcome !== "hit") return { reason: fetched.reason, damaged: fetched.outcome === "corrupt" };
    return { value: await use(folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Relative paths of the regular files below a folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
