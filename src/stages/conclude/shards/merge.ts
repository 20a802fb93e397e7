import { resolve } from "node:path";
import type { JobContext } from "../../../context.ts";
import { builtSoFar } from "../../../handoff/builtRecord.ts";
import type { PlanFile } from "../../../plan/planFile.ts";
import { resultsVersion } from "../../../results/kinds.ts";
import { mergeShards, placeResults } from "../../../results/merge.ts";
import type { Results } from "../../../results/schema.ts";
import type { Store } from "../../../storage/store.ts";
import { tool } from "../../../version.ts";
import { collectFromFolder, collectFromStore } from "./collect.ts";
import { arrangeFiles, keepFiles, writeSetFiles } from "./mergedFiles.ts";

/** Without its plan nobody knows what should have run; the report says at least that. */
export function withoutPlan(context: JobContext, rundir: string, reason: string): Results {
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

/**
 * Results of what all shards of a plan left, and their files in one run directory.
 */
export async function mergedResults(
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
