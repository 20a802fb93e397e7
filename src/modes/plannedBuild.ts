import type { JobContext } from "../context.ts";
import { keepBuilt } from "../handoff/builtRecord.ts";
import { openPlan } from "../handoff/planStore.ts";
import { jobOf } from "../plan/planFile.ts";
import { prepareMachine } from "../stages/prepare/machine/prepareMachine.ts";
import { buildSets } from "../stages/prepare/pools/buildSets.ts";
import { withPlanInputs } from "../stages/prepare/pools/planInputs.ts";
import { publishBuilds } from "../stages/publish/builds.ts";

/** Mode `build` with `plan`: the kernels of one of its build jobs, into the stores. */
export async function plannedBuild(given: JobContext, id: string): Promise<number> {
  const store = await given.openStore();
  const plan = await openPlan(given, store);
  const context = withPlanInputs(given, plan);
  const job = jobOf(plan.builds, id);
  await prepareMachine(context, { build: true, qemus: [] });
  const { built, infrastructure } = await buildSets(context, plan, job, store);
  await keepBuilt(context, store, plan, id, built);
  const results = built.map(({ result }) => result);
  const sentence = (ready: number) => `${id}: ${ready} of ${job.builds.length} kernels ready.`;
  return publishBuilds(context, results, job.builds.length, infrastructure, sentence);
}
