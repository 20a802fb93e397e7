import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { directoryStore } from "../../src/storage/directoryStore.ts";

const program = fileURLToPath(new URL("seedProgram.ts", import.meta.url));

const entriesOf = (store: string) => join(store, "v1", "entries");

/** The kernels in a directory store: names of their entries, and their keys. */
function kernelsIn(store: string): { readonly name: string; readonly key: string }[] {
  const entries = entriesOf(store);
  return readdirSync(entries)
    .map((name) => ({
      name,
      key: JSON.parse(readFileSync(join(entries, name, "manifest.json"), "utf8")).key,
    }))
    .filter(({ key }) => /^rcutorture-\d/.test(key));
}

const keysIn = (store: string) => kernelsIn(store).map(({ key }) => key);

/** A directory store with the kernels of another one, and nothing that other tests left there. */
export function copyKernels(store: string, target: string): void {
  mkdirSync(entriesOf(target), { recursive: true });
  const entries = kernelsIn(store).map(({ name }) => join(entriesOf(store), name));
  execFileSync("cp", ["-al", ...entries, entriesOf(target)]);
}

/** Copies the kernels of a directory store into a service that an environment names, by the real adapter. */
export async function seedStore(
  store: string,
  env: Record<string, string>,
  scratch: string,
  kind: "cache" | "artifact" = "cache",
): Promise<void> {
  // Not the synchronous kind: the services may live in this very process.
  await promisify(execFile)(process.execPath, [program, kind, store, scratch, ...keysIn(store)], {
    env: { ...process.env, ...env, RUNNER_TEMP: env.RUNNER_TEMP ?? scratch },
  });
}

/**
 * Stores a kernel under another key: where a test needs a kernel of other options or of another commit, and not its
 * build.
 * @param scenario whose kernel; the newest there is
 */
export async function aliasKernel(store: string, key: string, scenario: string): Promise<void> {
  const from = directoryStore(store);
  const found = keysIn(store).find((one) => one.includes(`-${scenario}.`));
  if (found === undefined) throw new Error(`${store} has no kernel of ${scenario}`);
  const scratch = await mkdtemp(join(tmpdir(), "alias-"));
  try {
    const directory = join(scratch, "kernel");
    const fetched = await from.fetch(found, directory, { link: false });
    if (fetched.outcome !== "hit") throw new Error(fetched.reason);
    const saved = await from.save({ directory, manifest: { ...fetched.manifest, key } });
    if (saved.outcome !== "saved" && saved.outcome !== "present") throw new Error(saved.reason);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
