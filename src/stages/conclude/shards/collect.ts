import { readdir } from "node:fs/promises";
import pLimit from "p-limit";
import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import { type BundleName, bundleKey, bundleName, bundlePrefix, withBundle } from "../../../handoff/bundle.ts";
import { readShard, type ShardResults } from "../../../handoff/shardResults.ts";
import type { PlanFile } from "../../../plan/planFile.ts";
import type { ShardPart } from "../../../results/merge.ts";
import { shardFile } from "../../../results/shardRecord.ts";
import type { Store } from "../../../storage/store.ts";

export interface Collected {
  readonly parts: readonly ShardPart[];
  /** What was refused, and why. */
  readonly problems: readonly string[];
  /** By shard: why there is nothing of it. */
  readonly missing: ReadonlyMap<string, string>;
}

/** Takes what belongs to the plan, each attempt of a shard once. */
class Collection {
  readonly #plan: PlanFile;
  readonly #parts = new Map<string, ShardPart>();
  readonly problems: string[] = [];
  readonly missing = new Map<string, string>();

  constructor(plan: PlanFile) {
    this.#plan = plan;
  }

  get parts(): ShardPart[] {
    return [...this.#parts.values()];
  }

  /** A part whose shard cannot be read, or is named only by its key. */
  refuse(shard: string | undefined, where: string, problem: string): void {
    this.problems.push(`${where}: its results are not used: ${problem}`);
    const there = this.parts.some(({ record }) => record.shard === shard);
    if (shard !== undefined && !there) this.missing.set(shard, `its results cannot be used: ${problem}`);
  }

  /** @returns whether it is taken */
  add({ record, results }: ShardResults, where: string): boolean {
    const { digest, shards } = this.#plan;
    if (record.plan !== digest) {
      this.problems.push(
        `${where}: its results are not used: they are of the plan ${record.plan.slice(0, 16)}, and this is ${digest.slice(0, 16)}`,
      );
      return false;
    }
    const shard = shards.find(({ id }) => id === record.shard);
    if (shard === undefined) {
      this.problems.push(`${where}: its results are not used: the plan has no ${record.shard}`);
      return false;
    }
    const belongs = ({ set, planned, sample }: (typeof record.guests)[number]) =>
      shard.guests.some((one) => one.set === set && one.name === planned && one.sample === sample);
    for (const { set, planned } of record.guests.filter((one) => !belongs(one))) {
      this.problems.push(
        `${where}: ${set}/${planned} is not used: the plan does not have it in ${record.shard}`,
      );
    }
    const key = `${record.shard} ${record.attempt}`;
    const other = this.#parts.get(key);
    const newer = other === undefined || record.createdAt > other.record.createdAt;
    if (other !== undefined && other.record.createdAt !== record.createdAt) {
      this.problems.push(
        `${where}: there are two results of ${record.shard}, attempt ${record.attempt}; the newer ones count`,
      );
    }
    if (newer) {
      this.#parts.set(key, { record: { ...record, guests: record.guests.filter(belongs) }, results });
      this.missing.delete(record.shard);
    }
    return newer;
  }
}

/** Bundles that are fetched at the same time. */
const atOnce = 6;

/** What a part's files are copied by, before they are gone. */
export type Keep = (part: ShardResults, folder: string) => Promise<void>;

/** Results of all attempts of all shards, from the stores: the artifacts of this workflow run. */
export async function collectFromStore(
  { environment }: JobContext,
  store: Store,
  plan: PlanFile,
  keep: Keep,
): Promise<Collected> {
  const prefix = bundlePrefix(plan, environment);
  const listed = (await store.records?.(`${prefix}shard-`)) ?? [];
  const names = listed.flatMap((key) => bundleName(prefix, key) ?? []);
  const found = new Set(names.map(({ id }) => id));
  // Some stores cannot list; asking by name works with all.
  const guesses = plan.shards
    .filter(({ id }) => !found.has(id))
    .flatMap(({ id }) =>
      Array.from({ length: environment.attempt }, (_, i): BundleName => ({ id, attempt: i + 1 })),
    );
  const collection = new Collection(plan);
  const collect = async (name: BundleName) => {
    const where = `${name.id}, attempt ${name.attempt}`;
    const fetched = await withBundle(store, bundleKey(plan, environment, name), async (folder) => {
      const part = await readShard(folder);
      if ("problem" in part) collection.refuse(name.id, where, part.problem);
      else if (collection.add(part, where)) await keep(part, folder);
    });
    if ("reason" in fetched && (fetched.damaged || !guesses.includes(name))) {
      collection.refuse(name.id, where, fetched.reason);
    }
  };
  const limit = pLimit(atOnce);
  await Promise.all([...names, ...guesses].map((name) => limit(() => collect(name))));
  collection.problems.sort();
  return collection;
}

/** Results of shards whose run directories lie somewhere below a folder. @throws InputError when none does */
export async function collectFromFolder(folder: string, plan: PlanFile, keep: Keep): Promise<Collected> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) throw new InputError(`shard-results: "${folder}" is not a folder.`);
  const places = entries.filter(({ name }) => name === shardFile).map(({ parentPath }) => parentPath);
  const collection = new Collection(plan);
  for (const place of places.sort()) {
    const part = await readShard(place);
    if ("problem" in part) collection.refuse(undefined, place, part.problem);
    else if (collection.add(part, place)) await keep(part, place);
  }
  return collection;
}
