import { cp, lstat, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { renderBatchesFile, renderScenarios } from "../../../plan/files.ts";
import type { PlanFile } from "../../../plan/planFile.ts";
import { setBatches } from "../../../plan/setBatches.ts";
import { nameInPlan, onlySet } from "../../../plan/sets.ts";
import { mergedFolder, type PlacedResult } from "../../../results/merge.ts";
import type { ShardRecord } from "../../../results/shardRecord.ts";
import { runFiles } from "../../../rundir/names.ts";

/** Where the files of shards wait until it is known which attempt of a guest is its newest. */
const waiting = ".shards";

const folderOf = (rundir: string, { shard, attempt }: Pick<ShardRecord, "shard" | "attempt">) =>
  join(rundir, waiting, `${shard}-${attempt}`);

/** Copies what a shard left, regular files and folders only. */
export async function keepFiles(rundir: string, record: ShardRecord, folder: string): Promise<void> {
  const target = folderOf(rundir, record);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const { name } of record.guests) {
    await cp(join(folder, name), join(target, name), {
      recursive: true,
      filter: async (path) => {
        const found = await lstat(path);
        return found.isFile() || found.isDirectory();
      },
    }).catch((error: NodeJS.ErrnoException) => {
      // Bundles hold files: an empty folder is none.
      if (error.code !== "ENOENT") throw error;
    });
  }
}

/** Puts every guest's folder where the merged results say it is. */
export async function arrangeFiles(rundir: string, placed: readonly PlacedResult[]): Promise<void> {
  // Folders of other samples and attempts are inside those of the first.
  const outermostFirst = placed
    // All lives of a guest in its shard share a folder.
    .filter(({ life }) => life === 0)
    .toSorted((a, b) => Number(b.newest) - Number(a.newest) || a.planned.sample - b.planned.sample);
  for (const { part, planned, guest, newest } of outermostFirst) {
    const name = nameInPlan({ id: planned.set }, planned.name);
    const run = { sample: planned.sample, attempt: part.record.attempt, newest };
    const target = join(rundir, mergedFolder(name, run));
    await mkdir(dirname(target), { recursive: true });
    await rename(join(folderOf(rundir, part.record), guest.name), target).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
      },
    );
  }
  await rm(join(rundir, waiting), { recursive: true, force: true });
}

/** Files that make a run directory of each set's folder, for the tree's own scripts. */
export async function writeSetFiles(rundir: string, plan: PlanFile): Promise<void> {
  for (const set of plan.sets) {
    const folder = set.id === onlySet ? rundir : join(rundir, set.id);
    await mkdir(folder, { recursive: true });
    const batches = setBatches(plan, set.id);
    const write = (name: string, text: string) => writeFile(join(folder, name), text);
    await write(runFiles.suite[0], `${set.suite}\n`);
    await write(runFiles.batches, renderBatchesFile(batches, 0));
    await write(runFiles.scenarios, renderScenarios(batches));
    await write(runFiles.reRun, "kernels from a store\n");
    const commit = set.commit ?? plan.kernel.commit;
    const clean = set.commit !== undefined || plan.kernel.state === "clean";
    if (commit !== undefined) {
      await write(runFiles.testId, `Current commit: ${commit}\n${clean ? "nothing to commit\n" : ""}`);
    }
  }
}
