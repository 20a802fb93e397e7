import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { JobContext } from "../context.ts";
import { InfrastructureError, messageOf } from "../errors.ts";
import { openPlan } from "../handoff/planStore.ts";
import type { PlanFile } from "../plan/planFile.ts";
import { exitStatusOfRun, withAnswer } from "../stages/conclude/answer.ts";
import { comparedWith } from "../stages/conclude/difference.ts";
import { decide, plannedBaseline, readBaseline } from "../stages/conclude/gate.ts";
import { historyFor } from "../stages/conclude/past.ts";
import { reproductionOf } from "../stages/conclude/reproduction.ts";
import { mergedResults, withoutPlan } from "../stages/conclude/shards/merge.ts";
import { newRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import { publish } from "../stages/publish/publish.ts";
import { uploadTask } from "../stages/publish/upload/task.ts";
import { askedOf, namedBefore } from "./question.ts";

/** Mode `report` with `plan`: one run directory and one report of what all shards left. Always leaves a report. */
export async function merge(context: JobContext): Promise<number> {
  const { inputs, environment, ui } = context;
  const own = await readBaseline(context);
  const uploads = uploadTask(context);
  const asked = await askedOf(context);
  // What a question compares with is in its answer.
  const before = asked === undefined ? await namedBefore(context) : undefined;
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
    await publish(results, ui, { uploads });
    return decide(context, results, own, undefined).status;
  }
  const baseline = [...own, ...plannedBaseline(plan)];
  await mkdir(path, { recursive: true });
  const whole = await mergedResults(context, store, plan, path);
  const merged = asked === undefined ? whole : withAnswer(whole, asked.question);
  const reproduction = reproductionOf(context, merged, { texts: plan.inputs, stored: true });
  const results = reproduction === undefined ? merged : { ...merged, reproduction };
  const run = { suite: results.suite, tree: undefined, rerunOf: undefined };
  // Commits of a series are no past of each other.
  const history = plan.series.length > 0 ? undefined : await historyFor(context, { run, store }, results);
  const decided = decide(context, results, baseline, history?.past?.findings);
  const difference = before && comparedWith(before, results, ui);
  const past = { history: history?.past, alike: history?.alike };
  await publish(results, ui, { ...past, difference, uploads, gate: decided });
  await history?.keep();
  return exitStatusOfRun(results, decided.status);
}
