import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { planJob } from "../stages/prepare/plan.ts";
import { showPlan } from "../stages/prepare/showPlan.ts";
import { publishPlan, publishShown } from "../stages/publish/plan.ts";

/** Mode `plan`: the batches of a run, in words and as `kvm.sh --dryrun batches` prints them, or as `show` says. */
export async function plan(context: JobContext): Promise<number> {
  const { show } = context.inputs;
  const planned = await planJob(context);
  if (show === undefined) await publishPlan(context, planned.tree.version, planned.plan);
  else await publishShown(context, await showPlan(context, planned, show));
  return exitStatus.passed;
}
