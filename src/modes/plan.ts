import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { plannedCosts } from "../stages/prepare/kernels/costs.ts";
import { openStore } from "../stages/prepare/kernels/prepare.ts";
import { planJob } from "../stages/prepare/plan.ts";
import { showPlan } from "../stages/prepare/showPlan.ts";
import { publishPlan, publishShown } from "../stages/publish/plan.ts";
import { timesKnown } from "./times.ts";

/** Mode `plan`: the batches of a run and what they cost, in words and as `kvm.sh --dryrun batches` prints them, or as `show` says. */
export async function plan(context: JobContext): Promise<number> {
  const { show } = context.inputs;
  const planned = await planJob(context);
  if (show !== undefined) {
    await publishShown(context, await showPlan(context, planned, show));
    return exitStatus.passed;
  }
  const store = await openStore(context);
  const costs = await plannedCosts(context, planned, store, store && timesKnown(context, store, planned));
  await publishPlan(context, planned.tree.version, planned.plan, costs);
  return exitStatus.passed;
}
