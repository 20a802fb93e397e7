import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { planJob } from "../stages/prepare/plan.ts";
import { publishPlan } from "../stages/publish/plan.ts";

/** Mode `plan`: the batches of a run, in words and as `kvm.sh --dryrun batches` prints them. */
export async function plan(context: JobContext): Promise<number> {
  const planned = await planJob(context);
  await publishPlan(context, planned.tree.version, planned.plan);
  return exitStatus.passed;
}
