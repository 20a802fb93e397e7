import type { JobContext } from "../../../context.ts";
import { shardBefore } from "../../../handoff/shardResults.ts";
import type { PlanFile, PlannedShard } from "../../../plan/planFile.ts";
import type { Store } from "../../../storage/store.ts";
import type { AskedQuestion } from "../../data.ts";

/** Of the minutes after which GitHub ends a job, those in which guests run; the rest is for handing on what they showed. */
const usable = 0.9;

/** What a shard asks of its guests, so that all shards together can answer; what its earlier attempts saw counts. */
export async function shareOf(
  context: JobContext,
  asked: AskedQuestion,
  store: Store,
  plan: PlanFile,
  shard: PlannedShard,
): Promise<AskedQuestion> {
  const earlier = await shardBefore(context, store, plan, shard.id);
  const seconds = shard["timeout-minutes"] * 60 * usable;
  const budget = asked.budget ?? ({ clock: "wall", seconds } as const);
  return { ...asked, budget, jobs: plan.shards.length, earlier: [...asked.earlier, ...earlier] };
}
