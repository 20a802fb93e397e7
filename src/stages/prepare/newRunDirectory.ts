import { access, constants, lstat, mkdir, rmdir } from "node:fs/promises";
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

type Naming = Pick<Inputs, "rundir" | "datestamp">;

function at(path: string): NewRunDirectory {
  return { results: dirname(path), datestamp: basename(path), path };
}

/** The folder itself, or what there is of it. */
async function nearestFolder(folder: string): Promise<string> {
  const up = dirname(folder);
  if (folder === up || (await lstat(folder).catch(() => undefined))) return folder;
  return await nearestFolder(up);
}

/** @throws InputError when a run directory cannot be made there */
async function checkPlace({ results, path }: NewRunDirectory): Promise<void> {
  const folder = await nearestFolder(results);
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const readOnly = (error as NodeJS.ErrnoException).code === "EROFS";
    const why = readOnly ? "its file system is read-only" : `no permission to write to ${folder}`;
    throw new InputError(
      `rundir: "${path}" cannot be made (${why}); name a folder that you may write to with rundir.`,
    );
  }
}

function taken(inputs: Naming, path: string): InputError {
  const input = inputs.rundir === undefined ? "datestamp" : "rundir";
  return new InputError(`${input}: "${path}" exists already; give another name, or remove it.`);
}

function named(inputs: Naming, res: string, workspace: string, name: string): NewRunDirectory {
  return at(inputs.rundir === undefined ? join(res, name) : resolve(workspace, inputs.rundir));
}

/**
 * The new run directory that the inputs ask for: `rundir`, or `datestamp` (by default date and time) in `res`.
 * @param res folder of run directories, `res/` of the tree's rcutorture folder.
 * @param suffix behind the default name: `-again`.
 * @throws InputError when it exists already, or cannot be made.
 */
export async function newRunDirectory(
  inputs: Naming,
  res: string,
  workspace: string,
  now: Date,
  suffix = "",
): Promise<NewRunDirectory> {
  const place = named(inputs, res, workspace, inputs.datestamp ?? `${datestamp(now)}${suffix}`);
  if (await lstat(place.path).catch(() => undefined)) throw taken(inputs, place.path);
  await checkPlace(place);
  return place;
}

/** Empty, and nobody else's. */
export interface ReservedRunDirectory extends NewRunDirectory {
  /** Removes what is still empty of it: the job ended before it was used. */
  giveUp(): Promise<void>;
}

/** More jobs than that do not start in one second. */
const mostInASecond = 1000;

/**
 * The same, made at once and empty, so that no other job takes the name. A name that nobody gave is made another one
 * when it is taken: two jobs may start within a second.
 * @throws InputError as `newRunDirectory`
 */
export async function reserveRunDirectory(
  inputs: Naming,
  res: string,
  workspace: string,
  now: Date,
  suffix = "",
): Promise<ReservedRunDirectory> {
  const given = inputs.rundir !== undefined || inputs.datestamp !== undefined;
  for (let number = 1; number <= mostInASecond; number++) {
    const time = number === 1 ? datestamp(now) : `${datestamp(now)}.${number}`;
    const place = named(inputs, res, workspace, inputs.datestamp ?? `${time}${suffix}`);
    await checkPlace(place);
    const first = await mkdir(place.results, { recursive: true });
    try {
      await mkdir(place.path);
      return { ...place, giveUp: () => removeEmpty(place.path, first ?? place.path) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (given) throw taken(inputs, place.path);
    }
  }
  throw new InputError(
    `rundir: more than ${mostInASecond} jobs started in ${res} at once; name one with rundir.`,
  );
}

/** Removes `folder` and those above it up to `last`, as far as they are empty. */
async function removeEmpty(folder: string, last: string): Promise<void> {
  const removed = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (removed && folder !== last) await removeEmpty(dirname(folder), last);
}
