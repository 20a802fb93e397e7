import { join } from "node:path";
import { unpassedScenarios } from "../../results/attempts.ts";
import { type Results, resultsSchema } from "../../results/schema.ts";
import { textOf } from "../../rundir/files.ts";
import { runFiles } from "../../rundir/names.ts";

/** `results.json` as it lies there; undefined when it is not there, or not one of this version. */
export async function earlierResults(run: string): Promise<Results | undefined> {
  const text = await textOf(run, join(run, runFiles.results));
  if (text === undefined) return undefined;
  try {
    return resultsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Scenarios of a run directory that did not pass, by its `results.json`; none where there is none. */
export async function knownFailures(path: string): Promise<Set<string>> {
  const results = await earlierResults(path).catch(() => undefined);
  return new Set(results ? unpassedScenarios(results) : []);
}
