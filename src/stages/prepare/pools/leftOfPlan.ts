import type { JobContext } from "../../../context.ts";
import { type Built, builtSoFar } from "../../../handoff/builtRecord.ts";
import { hasEarlier } from "../../../handoff/onlyJob.ts";
import type { PlanFile, PlannedBuilds, PlannedShard } from "../../../plan/planFile.ts";
import { type ShardGuest, shardGuests } from "../../../plan/shardGuests.ts";
import { hasKernel } from "../../../results/status.ts";
import type { Store } from "../../../storage/store.ts";
import { oneBuildJob } from "./onePool.ts";
import { guestsLeft } from "./shard.ts";

/** Of a plan that one job carries out alone, what this attempt of it has to do. */
export interface LeftOfPlan {
  readonly shard?: PlannedShard;
  readonly guests: readonly ShardGuest[];
  /** Absent: every kernel is there. */
  readonly job?: PlannedBuilds;
  /** What earlier attempts built, and what they could not. */
  readonly built: readonly Built[];
}

/** What earlier attempts passed is kept; all else is done: all guests and builds in a first attempt. */
export async function leftOfPlan(context: JobContext, store: Store, plan: PlanFile): Promise<LeftOfPlan> {
  const [shard] = plan.shards;
  const job = oneBuildJob(plan);
  const some = shard && { shard };
  if (!hasEarlier(context)) {
    return { ...some, guests: shard ? shardGuests(plan, shard) : [], ...(job && { job }), built: [] };
  }
  const guests = shard ? await guestsLeft(context, store, plan, shard) : [];
  const built = await builtSoFar(context, store, plan);
  const ofGuests = new Set(guests.map(({ planned }) => planned.build));
  // allmodconfig takes hours, and what sets only build is of no use to later attempts.
  const ofSets = new Set(plan.sets.flatMap(({ recipe }) => Object.values(recipe?.kernels ?? {})));
  const repeat = context.inputs.rerun !== "failed";
  const passed = (key: string) => {
    const before = built.get(key)?.result;
    return !repeat && before !== undefined && hasKernel(before);
  };
  const builds =
    job?.builds.filter(({ key }) => ofGuests.has(key) || (ofSets.has(key) && !passed(key))) ?? [];
  return {
    ...some,
    guests,
    ...(job && builds.length > 0 ? { job: { ...job, builds } } : {}),
    built: [...built.values()],
  };
}
