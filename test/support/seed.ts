import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const program = fileURLToPath(new URL("seedProgram.ts", import.meta.url));

/** Keys of the kernels in a directory store. */
function keysIn(store: string): string[] {
  const entries = join(store, "v1", "entries");
  return readdirSync(entries)
    .map((name) => JSON.parse(readFileSync(join(entries, name, "manifest.json"), "utf8")).key as string)
    .filter((key) => key.startsWith("rcutorture-") && !key.startsWith("rcutorture-job-"));
}

/** Copies the kernels of a directory store into the services that an environment names, by the real adapters. */
export async function seedStore(store: string, env: Record<string, string>, scratch: string): Promise<void> {
  // Not the synchronous kind: the services may live in this very process.
  await promisify(execFile)(process.execPath, [program, store, scratch, ...keysIn(store)], {
    env: { ...process.env, ...env, RUNNER_TEMP: env.RUNNER_TEMP ?? scratch },
  });
}
