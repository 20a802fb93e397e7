import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { roomHere } from "../stages/prepare/plan.ts";
import { planOnOne } from "../stages/prepare/pools/planOnOne.ts";

/** Mode `plan` with `suites: torture` and without `pools`: the sets of the tree's `torture.sh` on this machine. */
export async function planTorture(context: JobContext): Promise<number> {
  const { cpus } = await roomHere(context);
  await planOnOne(context, await context.openStore(), { cpus, count: 1 });
  return exitStatus.passed;
}
