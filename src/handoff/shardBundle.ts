import { basename, join } from "node:path";
import type { JobContext } from "../context.ts";
import { type ShardRecord, shardFile, shardRecordSchema } from "../results/shardRecord.ts";
import { imageName } from "../rundir/buildFiles.ts";
import { textOf } from "../rundir/files.ts";
import { guestFiles, runFiles } from "../rundir/names.ts";
import { readQemuCmd } from "../rundir/open.ts";
import type { Save, Store } from "../storage/store.ts";
import { bundleKey, filesBelow, keepBundle } from "./bundle.ts";

/** Relative paths of what a shard leaves for the report: results and consoles, all but the kernels. */
async function filesToKeep(path: string, { guests }: ShardRecord): Promise<string[]> {
  const names = new Set(guests.map(({ name }) => name));
  const commands = await Promise.all([...names].map((name) => readQemuCmd({ path }, name)));
  const kernels = new Set([...commands.map((cmd) => cmd && imageName(cmd)), guestFiles.vmlinux]);
  const ofGuest = (file: string) => names.has(file.split("/")[0] ?? "") && !kernels.has(basename(file));
  return (await filesBelow(path)).filter(
    (file) => file === runFiles.results || file === shardFile || (file.includes("/") && ofGuest(file)),
  );
}

async function recordIn(path: string): Promise<ShardRecord> {
  return shardRecordSchema.parse(JSON.parse((await textOf(path, join(path, shardFile))) ?? ""));
}

/**
 * Keeps what a shard measured under the key that names its plan, workflow run and attempt.
 * @param path of its run directory, with results and `shard.json`
 */
export async function saveShard(
  { environment }: Pick<JobContext, "environment">,
  store: Store,
  path: string,
): Promise<Save> {
  const record = await recordIn(path);
  const { shard: id, attempt, plan } = record;
  const key = bundleKey({ digest: plan }, environment, { id, attempt });
  return await keepBundle(store, key, path, await filesToKeep(path, record));
}

/**
 * Keeps what a shard measured where the report looks for it.
 * @returns whether the report will find it; what is wrong has been said
 */
export async function keepShard(
  context: Pick<JobContext, "environment" | "ui">,
  store: Store,
  path: string,
): Promise<boolean> {
  const saved = await saveShard(context, store, path);
  if (saved.outcome === "saved") return true;
  const why =
    saved.outcome === "present"
      ? "another job of this attempt has left some already; two matrix entries have the same id"
      : saved.reason;
  const { shard: id } = await recordIn(path);
  context.ui.error(`${id}: its results do not reach the report: ${why}`);
  return false;
}

/** Is this the run directory of a shard? */
export async function isShard(path: string): Promise<boolean> {
  return (await textOf(path, join(path, shardFile))) !== undefined;
}
