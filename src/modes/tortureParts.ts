import type { JobContext } from "../context.ts";
import type { Built } from "../handoff/builtRecord.ts";
import { keepBuiltForLater, keepGuestsForLater } from "../handoff/onlyJob.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import type { PlanFile } from "../plan/planFile.ts";
import type { ShardPart } from "../results/merge.ts";
import { writePart } from "../stages/conclude/shards/inPlace.ts";
import type { JobSystems } from "../stages/execute/systems/systems.ts";
import { buildSets } from "../stages/prepare/pools/buildSets.ts";
import type { LeftOfPlan } from "../stages/prepare/pools/leftOfPlan.ts";
import { prepareShard } from "../stages/prepare/pools/shard.ts";
import type { Store } from "../storage/store.ts";
import { conclude } from "./conclude.ts";
import { execute } from "./finish.ts";

/** Builds what is left to build, and says what is known of all kernels by then. */
export async function buildLeft(
  context: JobContext,
  store: Store,
  plan: PlanFile,
  { job, built: before }: LeftOfPlan,
): Promise<{ readonly built: readonly Built[]; readonly infrastructure: readonly string[] }> {
  if (job === undefined) return { built: before, infrastructure: [] };
  const { built, infrastructure } = await buildSets(context, plan, job, store);
  await keepBuiltForLater(context, store, plan, job.id, built);
  return { built: [...before, ...built], infrastructure };
}

/** Runs the guests that are left, and judges them; undefined: none are. */
export async function runLeft(
  context: JobContext,
  store: Store,
  plan: PlanFile,
  { shard, guests }: LeftOfPlan,
  built: readonly Built[],
  systems: JobSystems,
): Promise<ShardPart | undefined> {
  if (shard === undefined || guests.length === 0 || context.signal.aborted) return undefined;
  const ignore = parseIgnoreLines(context.inputs.ignore, new Date());
  const known = new Map(built.map((one) => [one.planned, one]));
  const made = await prepareShard(context, store, plan, shard, guests, systems.cpus, known);
  const prepared = { ...made, ignore };
  const executed = await execute(context, prepared, systems);
  const results = await conclude(context, prepared, executed);
  await writePart(prepared.run.path, results);
  await keepGuestsForLater(context, store, prepared.run.path);
  return { record: made.record, results };
}
