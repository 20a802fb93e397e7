import { join } from "node:path";
import type { JobContext } from "../context.ts";
import { messageOf } from "../errors.ts";
import type { PlanFile } from "../plan/planFile.ts";
import { readResults } from "../results/read.ts";
import type { Results } from "../results/schema.ts";
import { type ShardRecord, shardFile, shardRecordSchema } from "../results/shardRecord.ts";
import { textOf } from "../rundir/files.ts";
import { runFiles } from "../rundir/names.ts";
import type { Store } from "../storage/store.ts";
import { bundleKey, withBundle } from "./bundle.ts";

/** What one attempt of a shard left. */
export interface ShardResults {
  readonly record: ShardRecord;
  readonly results: Results;
}

/** Reads a shard's folder; the reason when it is not what a shard leaves. */
export async function readShard(folder: string): Promise<ShardResults | { readonly problem: string }> {
  let record: ShardRecord;
  try {
    const parsed = shardRecordSchema.safeParse(
      JSON.parse((await textOf(folder, join(folder, shardFile))) ?? ""),
    );
    if (!parsed.success) return { problem: `${shardFile} is not what this version writes` };
    record = parsed.data;
  } catch (error) {
    return { problem: `${shardFile}: ${messageOf(error)}` };
  }
  const text = await textOf(folder, join(folder, runFiles.results)).catch(() => undefined);
  if (text === undefined) return { problem: `${record.shard} has no ${runFiles.results}` };
  const read = readResults(text);
  return "problem" in read ? read : { record, results: read.results };
}

/** What earlier attempts of a shard left, the newest first. */
export async function shardBefore(
  { environment }: JobContext,
  store: Store,
  plan: PlanFile,
  id: string,
): Promise<Results[]> {
  const found: Results[] = [];
  for (let attempt = environment.attempt - 1; attempt >= 1; attempt--) {
    const key = bundleKey(plan, environment, { id, attempt });
    const fetched = await withBundle(store, key, readShard);
    if ("value" in fetched && !("problem" in fetched.value)) found.push(fetched.value.results);
  }
  return found;
}

/** Names in the shard of guests that passed in earlier attempts of it. */
export async function passedBefore(...shard: Parameters<typeof shardBefore>): Promise<ReadonlySet<string>> {
  const verdicts = new Map<string, boolean>();
  for (const { guests } of await shardBefore(...shard))
    for (const { name, verdict } of guests) {
      // A later attempt counts more.
      if (!verdicts.has(name)) verdicts.set(name, verdict === "passed");
    }
  return new Set([...verdicts].filter(([, passed]) => passed).map(([name]) => name));
}
