import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { JobContext } from "../../../context.ts";
import { InputError, messageOf } from "../../../errors.ts";
import { recordsOfRun } from "../../../handoff/attempts.ts";
import { resultsIn } from "../../../handoff/resultsFile.ts";
import type { Results } from "../../../results/schema.ts";
import { textOf } from "../../../rundir/files.ts";
import { runFiles } from "../../../rundir/names.ts";

/** Samples from before a change. */
export interface Before {
  readonly results: readonly Results[];
  /** Where they come from, for people. */
  readonly from: string;
}

async function ofWorkflowRun(context: JobContext, id: string): Promise<Before> {
  const store = await context.openStore([id]);
  const jobs = await recordsOfRun(store, id, context.ui);
  const results = jobs
    .flatMap((job) => job.results ?? [])
    .filter(({ suite }) => suite === context.inputs.torture);
  if (results.length === 0) {
    throw new InputError(
      `before: workflow run ${id} has left no results of ${context.inputs.torture} in the ${store.name} store; look at the id, and give github-token (with actions: read) for its artifacts.`,
    );
  }
  return { results, from: `workflow run ${id}` };
}

/**
 * What `before` names: a run directory (ours or the scripts'), a `results.json`, or `run:ID`.
 * @param judge judges a run directory that has no `results.json`
 * @throws InputError when there is no such thing, or it cannot be read
 */
export async function readBefore(
  context: JobContext,
  before: string,
  judge: (rundir: string) => Promise<Results>,
): Promise<Before> {
  const [, id] = /^run:(\d{1,20})$/.exec(before) ?? [];
  if (id !== undefined) return await ofWorkflowRun(context, id);
  const path = resolve(context.environment.workspace, before);
  const found = await stat(path).catch((error: unknown) => {
    throw new InputError(
      `before: "${before}" cannot be read (${messageOf(error)}); name a run directory, a results.json, or run:ID.`,
    );
  });
  if (found.isFile()) {
    const text = (await textOf(dirname(path), path)) ?? "";
    return { results: [resultsIn("before", text, path)], from: path };
  }
  if (!found.isDirectory()) {
    throw new InputError(`before: "${before}" is neither a run directory nor a results.json.`);
  }
  const file = join(path, runFiles.results);
  const text = await textOf(path, file);
  return { results: [text === undefined ? await judge(path) : resultsIn("before", text, file)], from: path };
}
