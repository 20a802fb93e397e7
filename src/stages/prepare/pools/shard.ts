import { join } from "node:path";
import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import { type Built, builtSoFar } from "../../../handoff/builtRecord.ts";
import { passedBefore } from "../../../handoff/shardResults.ts";
import type { PlanFile, PlannedShard } from "../../../plan/planFile.ts";
import { type ShardGuest, shardGuests } from "../../../plan/shardGuests.ts";
import { type ShardRecord, shardFile } from "../../../results/shardRecord.ts";
import { openRunDirectory } from "../../../rundir/open.ts";
import { writeAtomically } from "../../../storage/atomicFile.ts";
import type { Store } from "../../../storage/store.ts";
import type { Prepared } from "../../data.ts";
import { newRunDirectory } from "../newRunDirectory.ts";
import { buildHere } from "./buildSets.ts";
import { makeShardRun } from "./shardRun.ts";

/** Guests of a pool with systems live on those; the job's runner only drives them. */
export function onSystems(context: JobContext, { pool, systems }: PlannedShard): JobContext {
  const given = context.inputs.systems;
  if (systems === undefined) return context;
  if (given.length > 0 && given.join(" ") !== systems.join(" ")) {
    throw new InputError(
      `systems: "${given.join(" ")}" contradicts the plan, whose pool "${pool}" has ${systems.join(" ")}; leave it out here.`,
    );
  }
  return { ...context, inputs: { ...context.inputs, systems } };
}

/** Guests of a shard that are to run: in a later attempt those that have not passed, or with a question all. */
export async function guestsLeft(
  context: JobContext,
  store: Store,
  plan: PlanFile,
  shard: PlannedShard,
): Promise<ShardGuest[]> {
  const { inputs, environment, ui } = context;
  const { id } = shard;
  const again = environment.attempt > 1 && inputs.rerun === "failed" && inputs.until === undefined;
  const passed = again ? await passedBefore(context, store, plan, id) : new Set<string>();
  const guests = shardGuests(plan, shard).filter(({ guest }) => !passed.has(guest.name));
  ui.info(
    `${id} of ${plan.shards.length}, plan ${plan.digest.slice(0, 16)}: ${guests.map(({ guest }) => guest.name).join(" ") || "nothing left to run"}`,
  );
  return guests;
}

/** Folder of a shard in the run directory of a job that puts it together with others. */
export function shardFolder({ id }: Pick<PlannedShard, "id">, attempt: number): string {
  return join(".shards", `${id}-${attempt}`);
}

/** A shard's run directory, and the record in it. */
export type PreparedShard = Omit<Prepared, "ignore"> & { readonly record: ShardRecord };

/** The runner may be another one than the plan was told. */
function compareWithPool({ ui }: JobContext, shard: PlannedShard, cpus: number): void {
  if (shard.systems === undefined && cpus < shard.cpus) {
    ui.warning(
      `pools: "${shard.pool}" has ${shard.cpus} CPUs by the plan, and this runner has ${cpus}: guests get fewer, and take longer.`,
    );
  }
}

/**
 * The run directory of a shard: kernels from the stores, and the record that tells the report whose results these are.
 * @param cpus that the systems have for guests
 * @param known what became of the plan's kernels; absent: as the build jobs left word
 */
export async function prepareShard(
  context: JobContext,
  store: Store,
  plan: PlanFile,
  shard: PlannedShard,
  guests: readonly ShardGuest[],
  cpus: number,
  known?: ReadonlyMap<string, Built>,
): Promise<PreparedShard> {
  const { inputs, environment, ui } = context;
  compareWithPool(context, shard, cpus);
  const res = join(environment.workspace, "res");
  const { path } = await newRunDirectory(inputs, res, environment.workspace, new Date(), `-${shard.id}`);
  const built = known ?? (await builtSoFar(context, store, plan));
  const grace = inputs.shutdownGrace;
  const builds = await makeShardRun({ path, plan, guests, cpus, grace }, store, built, {
    ui,
    build: (wanted) => buildHere(context, plan, wanted, store),
  });
  const record: ShardRecord = {
    format: "rcutorture-action shard",
    version: 1,
    plan: plan.digest,
    shard: shard.id,
    attempt: environment.attempt,
    createdAt: new Date().toISOString(),
    guests: guests.map(({ guest, planned, set }) => ({
      name: guest.name,
      set: planned.set,
      planned: planned.name,
      sample: planned.sample,
      suite: set.suite,
      ...(set.recipe?.mustFail ? { mustFail: true } : {}),
    })),
  };
  await writeAtomically(join(path, shardFile), `${JSON.stringify(record, null, 1)}\n`);
  const run = await openRunDirectory(path);
  const { describe, repository } = plan.kernel;
  return {
    record,
    run,
    builds,
    infrastructure: [],
    cpus,
    ...(guests.every(({ set }) => set.commit === undefined) ? { describe } : {}),
    repository,
    store,
    part: true,
    suites: new Map(guests.map(({ guest, set }) => [guest.name, set.suite])),
    mustFail: new Set(guests.filter(({ set }) => set.recipe?.mustFail).map(({ guest }) => guest.name)),
  };
}
