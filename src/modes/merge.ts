import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { JobContext } from "../context.ts";
import { InfrastructureError, messageOf } from "../errors.ts";
import { builtSoFar } from "../handoff/builtRecord.ts";
import { openPlan } from "../handoff/planStore.ts";
import type { PlanFile } from "../plan/planFile.ts";
import { resultsVersion } from "../results/kinds.ts";
import { mergeShards, placeResults } from "../results/merge.ts";
import type { Results } from "../results/schema.ts";
import { collectFromFolder, collectFromStore } from "../stages/conclude/shards/collect.ts";
import { arrangeFiles, keepFiles, writeSetFiles } from "../stages/conclude/shards/mergedFiles.ts";
import { historyFor } from "../stages/enrich/enrich.ts";
import { newRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import { publish } from "../stages/publish/publish.ts";
import type { Store } from "../storage/store.ts";
import { version } from "../version.ts";

const tool = { name: "rcutorture-action", version };

/** Without its plan nobody knows what should have run; the report says at least that. */
function withoutPlan(context: JobContext, rundir: string, reason: string): Results {
  return {
    version: resultsVersion,
    tool,
    createdAt: new Date().toISOString(),
    attempt: context.environment.attempt,
    suite: context.inputs.torture,
    rundir,
    kernel: { state: "unknown" },
    verdict: "infrastructure-error",
    scriptsExitStatus: 0,
    interrupted: false,
    systems: [],
    builds: [],
    guests: [],
    infrastructure: [reason],
  };
}

async function mergedResults(
  context: JobContext,
  store: Store,
  plan: PlanFile,
  rundir: string,
): Promise<Results> {
  const { inputs, environment, ui } = context;
  const keep = (part: Parameters<typeof keepFiles>[1], folder: string) => keepFiles(rundir, part, folder);
  const collected =
    inputs.shardResults === undefined
      ? await collectFromStore(context, store, plan, ({ record }, folder) => keep(record, folder))
      : await collectFromFolder(
          resolve(environment.workspace, inputs.shardResults),
          plan,
          ({ record }, folder) => keep(record, folder),
        );
  const { parts, problems, missing } = collected;
  for (const problem of problems) ui.warning(problem);
  const built = await builtSoFar(context, store, plan);
  const left = new Set(parts.map(({ record }) => record.shard)).size;
  ui.info(`Plan ${plan.digest.slice(0, 16)}: results of ${left} of ${plan.shards.length} shards.`);
  await arrangeFiles(rundir, placeResults({ plan, parts }));
  await writeSetFiles(rundir, plan);
  return mergeShards({
    plan,
    parts,
    builds: new Map([...built].map(([key, { result }]) => [key, result])),
    problems,
    missing,
    rundir,
    attempt: environment.attempt,
    tool,
    now: new Date(),
  });
}

/** Mode `report` with `plan`: one run directory and one report of what all shards left. Always leaves a report. */
export async function runMergeJob(context: JobContext): Promise<Results> {
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
    return results;
  }
  await mkdir(path, { recursive: true });
  const results = await mergedResults(context, store, plan, path);
  const run = { path, suite: results.suite, tree: undefined, rerunOf: undefined };
  const location = { run, builds: results.builds, store };
  // Commits of a series are no past of each other.
  const history = plan.series.length > 0 ? undefined : await historyFor(results, location, context);
  await publish(results, ui, history?.past, history?.alike);
  await history?.keep();
  return results;
}
