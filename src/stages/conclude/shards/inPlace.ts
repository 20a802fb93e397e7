import { lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { JobContext } from "../../../context.ts";
import type { Built } from "../../../handoff/builtRecord.ts";
import type { PlanFile } from "../../../plan/planFile.ts";
import { mergeShards, placeResults, type ShardPart } from "../../../results/merge.ts";
import type { Results } from "../../../results/schema.ts";
import { tool } from "../../../version.ts";
import { arrangeFiles, writeSetFiles } from "./mergedFiles.ts";

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

/** Results of a plan of which this one job did everything; its run directory becomes one of folders by set. */
export async function resultsInPlace(
  { environment }: Pick<JobContext, "environment">,
  plan: PlanFile,
  rundir: string,
  part: ShardPart | undefined,
  built: readonly Built[],
  facts: readonly string[],
): Promise<Results> {
  // What it says about machines is said of this job, not of one of several.
  const parts = part === undefined ? [] : [{ ...part, results: { ...part.results, infrastructure: [] } }];
  await arrangeFiles(rundir, placeResults({ plan, parts }));
  await keepBuildFolders(rundir);
  await writeSetFiles(rundir, plan);
  return mergeShards({
    plan,
    parts,
    builds: new Map(built.map(({ planned, result }) => [planned, result])),
    problems: [...facts, ...(part?.results.infrastructure ?? [])],
    missing: new Map(),
    rundir,
    attempt: environment.attempt,
    tool,
    now: new Date(),
  });
}
