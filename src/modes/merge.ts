import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { JobContext } from "../context.ts";
import { InfrastructureError, messageOf } from "../errors.ts";
import { openPlan } from "../handoff/planStore.ts";
import type { PlanFile } from "../plan/planFile.ts";
import { exitStatusFor } from "../results/assemble.ts";
import { historyFor } from "../stages/conclude/past.ts";
import { mergedResults, withoutPlan } from "../stages/conclude/shards/merge.ts";
import { newRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import { publish } from "../stages/publish/publish.ts";

/** Mode `report` with `plan`: one run directory and one report of what all shards left. Always leaves a report. */
export async function merge(context: JobContext): Promise<number> {
  const { inputs, environment, ui } = context;
  const res = join(environment.workspace, "res");
  const { path } = await newRunDirectory(inputs, res, environment.workspace, new Date(), "-merged");
  const store = await context.openStore();
  let plan: PlanFile;
  try {
    plan = await openPlan(context, store);
  } catch (error) {
    if (!(error instanceof InfrastructureError)) throw error;
    await mkdir(path, { recursive: true });
    const results = withoutPlan(context, path, messageOf(error));
    await publish(results, ui);
    return exitStatusFor(results.verdict);
  }
  await mkdir(path, { recursive: true });
  const results = await mergedResults(context, store, plan, path);
  const run = { suite: results.suite, tree: undefined, rerunOf: undefined };
  // Commits of a series are no past of each other.
  const history = plan.series.length > 0 ? undefined : await historyFor(context, { run, store }, results);
  await publish(results, ui, history?.past, history?.alike);
  await history?.keep();
  return exitStatusFor(results.verdict);
}
