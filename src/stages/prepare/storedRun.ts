import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderBatchesFile, renderScenarios } from "../../plan/files.ts";
import type { PlannedGuest } from "../../plan/guest.ts";
import { runFiles } from "../../rundir/names.ts";
import { fromStore } from "../../rundir/open.ts";

/** A run directory whose kernels were not built in it. */
export interface StoredRun {
  readonly path: string;
  readonly suite: string;
  readonly guests: readonly PlannedGuest[];
  readonly cpus: number;
  /** What it is, in words. */
  readonly log: string;
  readonly commit: string | undefined;
  /** The tree is as the commit has it. */
  readonly clean: boolean;
}

/** The files of such a run directory; guests start in their order, each as soon as there is room for it. */
export async function writeStoredRun(run: StoredRun): Promise<void> {
  const write = (name: string, text: string) => writeFile(join(run.path, name), text);
  const batches = run.guests.map((guest, i) => ({ number: i + 1, guests: [guest] }));
  await write(runFiles.suite[0], `${run.suite}\n`);
  await write(runFiles.reRun, `${fromStore}\n`);
  await write(runFiles.log, `rcutorture-action: ${run.log}\n`);
  await write(runFiles.batches, renderBatchesFile(batches, run.cpus));
  await write(runFiles.scenarios, renderScenarios(batches));
  if (run.commit === undefined) return;
  const state = run.clean ? "nothing to commit\n" : "";
  await write(runFiles.testId, `Current commit: ${run.commit}\n${state}`);
}
