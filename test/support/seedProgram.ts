/** See seed.ts: a process of its own, because the toolkit reads its environment when it is loaded. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { artifactStore } from "../../src/github/artifactStore.ts";
import { cacheStore } from "../../src/github/cacheStore.ts";
import { directoryStore } from "../../src/storage/directoryStore.ts";

const [kind, store = "", scratch = "", ...keys] = process.argv.slice(2);
mkdirSync(scratch, { recursive: true });
const from = directoryStore(store);
const temp = process.env.RUNNER_TEMP ?? scratch;
const to = kind === "artifact" ? artifactStore({ temp, attempt: 1 }) : cacheStore({ temp });
for (const [i, key] of keys.entries()) {
  const directory = join(scratch, String(i));
  const fetched = await from.fetch(key, directory);
  if (fetched.outcome !== "hit") throw new Error(`${key}: ${fetched.reason}`);
  const saved = await to.save({ directory, manifest: fetched.manifest });
  if (saved.outcome !== "saved" && saved.outcome !== "present") throw new Error(`${key}: ${saved.reason}`);
}
