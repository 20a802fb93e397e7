import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import { errorCode } from "./files.ts";

/**
 * Makes a directory that is there whole or not at all: `fill` works in a hidden sibling, which is renamed into
 * place when it is done and removed when it fails. `directory` must not exist or be empty; its parents are made.
 * @throws {InputError} `directory` holds something already
 * @throws whatever `fill` throws
 */
export async function createAtomically<T>(
  directory: string,
  fill: (partial: string) => Promise<T>,
): Promise<T> {
  await refuseOccupied(directory);
  const parent = dirname(directory);
  await mkdir(parent, { recursive: true });
  const partial = join(parent, `.${basename(directory)}.partial-${randomUUID()}`);
  try {
    await mkdir(partial);
    const result = await fill(partial);
    // rename(2) replaces an empty directory, and fails when somebody else filled it meanwhile.
    await rename(partial, directory);
    return result;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (errorCode(error) === "ENOTEMPTY" || errorCode(error) === "EEXIST") throw occupied(directory);
    throw error;
  }
}

async function refuseOccupied(directory: string): Promise<void> {
  try {
    if ((await readdir(directory)).length > 0) throw occupied(directory);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

function occupied(directory: string): InputError {
  return new InputError(`${directory}: exists and is not empty; give a new directory`);
}
