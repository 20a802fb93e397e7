import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as z from "zod";
import { createManifest } from "../storage/manifest.ts";
import type { Store } from "../storage/store.ts";
import type { Ui } from "../ui.ts";

const file = "record.json";

/**
 * Keeps a value as an entry of its own.
 * @returns why it was not kept; undefined: it was.
 */
export async function saveRecord(store: Store, key: string, record: unknown): Promise<string | undefined> {
  const directory = await mkdtemp(join(tmpdir(), "rcutorture-record-"));
  try {
    await writeFile(join(directory, file), JSON.stringify(record));
    const manifest = await createManifest(directory, [{ path: file }], {
      key,
      scenario: "record",
      provenance: { toolchain: {}, ingredients: {} },
    });
    const saved = await store.save({ directory, manifest });
    return saved.outcome === "saved" || saved.outcome === "present" ? undefined : saved.reason;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** What was kept under a key; undefined: nothing, or nothing that this version can read (which is said). */
export async function fetchRecord<T>(
  store: Store,
  key: string,
  schema: z.ZodType<T>,
  ui: Ui,
): Promise<T | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "rcutorture-record-"));
  try {
    const fetched = await store.fetch(key, folder);
    if (fetched.outcome !== "hit") return undefined;
    const parsed = schema.safeParse(JSON.parse(await readFile(join(folder, file), "utf8")));
    if (!parsed.success) ui.warning(`${key}: is not what this version writes; it is not used.`);
    return parsed.data;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
