import type { JobContext } from "../context.ts";
import { InfrastructureError } from "../errors.ts";
import { digestOf } from "../plan/matrix.ts";
import type { PlanFile } from "../plan/planFile.ts";
import type { Store } from "../storage/store.ts";
import { jobIdentity } from "./attempts.ts";
import { type Built, keepBuilt } from "./builtRecord.ts";
import { saveShard } from "./shardBundle.ts";

/**
 * A plan that one job carries out alone, under a digest by which that job's later attempts find what it left. What the
 * stores have by then changes the plan, and not what it is of.
 */
export function planOfOnlyJob(context: JobContext, plan: PlanFile): PlanFile {
  const identity = jobIdentity(context);
  if (identity === undefined) return plan;
  const sets = plan.sets.map(({ id, recipe: { kernels: _, ...recipe } = {} }) => ({ id, recipe }));
  return { ...plan, digest: digestOf({ identity, commit: plan.kernel.commit, sets }) };
}

/** Whether earlier attempts of such a job are to be asked what they left. */
export function hasEarlier(context: JobContext): boolean {
  const { inputs, environment } = context;
  return environment.attempt > 1 && inputs.rerun !== "never" && jobIdentity(context) !== undefined;
}

const lost = ({ ui }: JobContext, reason: string) =>
  ui.warning(`A re-run of this job will not know of this attempt: ${reason}`);

/** Tells later attempts what was built. Where no store takes it, that is said. */
export async function keepBuiltForLater(
  context: JobContext,
  store: Store,
  plan: PlanFile,
  id: string,
  built: readonly Built[],
): Promise<void> {
  if (jobIdentity(context) === undefined) return;
  await keepBuilt(context, store, plan, id, built).catch((error: unknown) => {
    if (!(error instanceof InfrastructureError)) throw error;
    lost(context, error.message);
  });
}

/** Keeps what the guests left, in their run directory with its record and results, for later attempts. */
export async function keepGuestsForLater(context: JobContext, store: Store, path: string): Promise<void> {
  if (jobIdentity(context) === undefined) return;
  const saved = await saveShard(context, store, path);
  const { outcome, reason = "another job has left one under its name" } = saved;
  if (outcome !== "saved") lost(context, reason);
}
