import { lstat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../../errors.ts";
import type { Inputs } from "../../inputs/table.ts";
import { datestamp } from "../../rundir/names.ts";

/** Where a new run directory goes, as `kvm.sh --results FOLDER --datestamp NAME` takes it. */
export interface NewRunDirectory {
  readonly results: string;
  readonly datestamp: string;
  readonly path: string;
}

/**
 * The new run directory that the inputs ask for: `rundir`, or `datestamp` (by default date and time) in `res`.
 * @param res folder of run directories, `res/` of the tree's rcutorture folder.
 * @param suffix behind the default name: `-again`.
 * @throws InputError when it exists already.
 */
export async function newRunDirectory(
  inputs: Pick<Inputs, "rundir" | "datestamp">,
  res: string,
  workspace: string,
  now: Date,
  suffix = "",
): Promise<NewRunDirectory> {
  const name = inputs.datestamp ?? `${datestamp(now)}${suffix}`;
  const path = inputs.rundir === undefined ? join(res, name) : resolve(workspace, inputs.rundir);
  if (await lstat(path).catch(() => undefined)) {
    const input = inputs.rundir === undefined ? "datestamp" : "rundir";
    throw new InputError(`${input}: "${path}" exists already; give another name, or remove it.`);
  }
  return { results: dirname(path), datestamp: basename(path), path };
}
