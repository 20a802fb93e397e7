import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError, messageOf } from "../errors.ts";
import { readResults } from "../results/read.ts";
import type { Results } from "../results/schema.ts";
import { textOf } from "../rundir/files.ts";
import { runFiles } from "../rundir/names.ts";

/**
 * The results that a path names: a `results.json`, or the folder that it lies in.
 * @param input that gave the path, for the message
 * @throws InputError when there are none, or they cannot be read
 */
export async function resultsAt(input: string, path: string): Promise<Results> {
  const found = await stat(path).catch((error: unknown) => {
    throw new InputError(
      `${input}: "${path}" cannot be read (${messageOf(error)}); name a results.json, or its folder.`,
    );
  });
  const file = found.isDirectory() ? join(path, runFiles.results) : path;
  const text = await textOf(dirname(file), file);
  if (text === undefined) {
    throw new InputError(
      `${input}: "${dirname(file)}" has no ${basename(file)}; mode report writes one from a run directory.`,
    );
  }
  return resultsIn(input, text, file);
}

/**
 * The results that the text of a file holds.
 * @param input that led to the file, for the message
 * @throws InputError when it holds none
 */
export function resultsIn(input: string, text: string, file: string): Results {
  const read = readResults(text);
  if ("problem" in read) throw new InputError(`${input}: "${file}" cannot be used: ${read.problem}.`);
  return read.results;
}
