import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { keepPlan } from "../handoff/planStore.ts";
import { parsePools } from "../plan/pools.ts";
import { baselineText } from "../stages/conclude/gate.ts";
import { runsBefore } from "../stages/conclude/history.ts";
import { askedPlan, historyScope, planPools as plan } from "../stages/prepare/pools/planPools.ts";
import { publishPlanFile } from "../stages/publish/planFile.ts";
import { expectations } from "../statistics/expect.ts";

/** Mode `plan` with `pools`: what to build and what to run where, kept for the jobs that do it. */
export async function planPools(context: JobContext, poolsText: string): Promise<number> {
  const pools = parsePools(poolsText);
  const baseline = await baselineText(context);
  const asked = await askedPlan(context, pools);
  const store = await context.openStore();
  const runs = await runsBefore(context, store, historyScope(asked), asked.tree);
  const expected = expectations(runs.map(({ results }) => results));
  const planned = await plan(context, store, { ...asked, baseline }, pools, expected);
  await keepPlan(store, planned.file);
  await publishPlanFile(context, planned.file, planned.plan);
  return exitStatus.passed;
}
