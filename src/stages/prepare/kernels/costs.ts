import type { JobContext } from "../../../context.ts";
import { costsOf, type KnownTimes, renderCosts, timeLimitAdvice } from "../../../plan/costs.ts";
import { defaultDuration, type PlannedGuest } from "../../../plan/guest.ts";
import type { PlannedJob } from "../plan.ts";
import { roomHere } from "../plan.ts";

/**
 * Says how long the job is going to take, before anything starts, and where that is longer than a workflow's job may
 * take, what to change.
 * @param missing guests whose kernels are to be built
 * @param known what earlier runs know of scenarios; asked for only where there is something to build
 */
export async function announceCosts(
  { context, job }: { readonly context: JobContext; readonly job: PlannedJob },
  missing: readonly PlannedGuest[],
  known: (() => Promise<ReadonlyMap<string, KnownTimes>>) | undefined,
): Promise<void> {
  const { inputs, environment, ui } = context;
  const { machineCpus } = await roomHere(context);
  const question = {
    plan: job.plan,
    toBuild: [...new Set(missing.map(({ scenario }) => scenario))],
    known: missing.length === 0 || known === undefined ? new Map() : await known(),
    cpus: machineCpus,
    duration: inputs.mode === "build" ? undefined : (inputs.duration ?? defaultDuration),
    times: inputs.repeatFor === undefined ? inputs.repeat : Infinity,
  };
  const costs = costsOf(question);
  ui.info(renderCosts(question, costs));
  const advice =
    environment.variables.GITHUB_ACTIONS === "true" ? timeLimitAdvice(question, costs) : undefined;
  if (advice !== undefined) ui.warning(advice);
}
