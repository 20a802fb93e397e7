import { lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { JobContext } from "../../../context.ts";
import type { Built } from "../../../handoff/builtRecord.ts";
import { hasEarlier } from "../../../handoff/onlyJob.ts";
import type { PlanFile } from "../../../plan/planFile.ts";
import { mergeShards, placeResults, type ShardPart } from "../../../results/merge.ts";
import type { Results } from "../../../results/schema.ts";
import { runFiles } from "../../../rundir/names.ts";
import { writeAtomically } from "../../../storage/atomicFile.ts";
import type { Store } from "../../../storage/store.ts";
import { tool } from "../../../version.ts";
import { type Collected, collectFromStore } from "./collect.ts";
import { arrangeFiles, keepFiles, writeSetFiles } from "./mergedFiles.ts";

/** Where a job that does a whole plan by itself builds, in its run directory. */
export const buildsFolder = ".builds";

/** Folders of builds that no guest's folder shows: of sets that only build, and of builds that failed. */
async function keepBuildFolders(rundir: string): Promise<void> {
  const builds = join(rundir, buildsFolder);
  for (const set of await readdir(builds).catch(() => [])) {
    for (const scenario of await readdir(join(builds, set))) {
      const target = join(rundir, set, scenario);
      await mkdir(dirname(target), { recursive: true });
      const there = await lstat(target).catch(() => undefined);
      const empty = there?.isDirectory() && (await readdir(target)).length === 0;
      if (there === undefined || empty) await rename(join(builds, set, scenario), target);
    }
  }
  await rm(builds, { recursive: true, force: true });
}

/** What earlier attempts of this job left, their files brought into its run directory. */
export async function earlierParts(
  context: JobContext,
  store: Store,
  plan: PlanFile,
  rundir: string,
): Promise<Pick<Collected, "parts" | "problems">> {
  if (!hasEarlier(context)) return { parts: [], problems: [] };
  return await collectFromStore(context, store, plan, ({ record }, folder) =>
    keepFiles(rundir, record, folder),
  );
}

/** Leaves results beside the guests that they are of, as a shard's own job does. */
export async function writePart(path: string, results: Results): Promise<void> {
  await writeAtomically(join(path, runFiles.results), `${JSON.stringify(results)}\n`);
}

/** Results of a plan of which this one job did everything; its run directory becomes one of folders by set. */
export async function resultsInPlace(
  { environment }: Pick<JobContext, "environment">,
  plan: PlanFile,
  rundir: string,
  parts: readonly ShardPart[],
  built: readonly Built[],
  facts: readonly string[],
): Promise<Results> {
  // What they say about machines is said of this job, not of one of several.
  const silent = parts.map((part) => ({ ...part, results: { ...part.results, infrastructure: [] } }));
  await arrangeFiles(rundir, placeResults({ plan, parts: silent }));
  await keepBuildFolders(rundir);
  await writeSetFiles(rundir, plan);
  return mergeShards({
    plan,
    parts: silent,
    builds: new Map(built.map(({ planned, result }) => [planned, result])),
    problems: [...facts, ...parts.flatMap(({ results }) => results.infrastructure)],
    missing: new Map(),
    rundir,
    attempt: environment.attempt,
    tool,
    now: new Date(),
  });
}
