import { dirname, resolve } from "node:path";
import type { BuildResult } from "../results/schema.ts";
import { openRunDirectory, type RunDirectory } from "../rundir/open.ts";
import type { JobContext } from "./context.ts";

/** What `again` names: a run whose guests are to run once more. */
export interface OldRun extends AsyncDisposable {
  readonly run: RunDirectory;
  /** Folder in which the new run directory goes by default. */
  readonly beside: string;
  /** What `re-run` of the new run directory says, where that is no path. */
  readonly origin?: string;
  /** Where its kernels came from, as far as its folder does not say that. */
  readonly builds: readonly BuildResult[];
  /** Names of its guests that did not pass. */
  failed(): Promise<ReadonlySet<string>>;
}

/** The workflow run in `run:123`; undefined for a path. */
export function workflowRunIn(again: string): string | undefined {
  return /^run:(\d{1,20})$/.exec(again)?.[1];
}

/** Names of guests that did not pass, from their consoles. */
async function failedGuests(path: string): Promise<ReadonlySet<string>> {
  const { judgeRunDirectory } = await import("./report.ts");
  const {
    results: { guests },
  } = await judgeRunDirectory(path, [], 1, undefined);
  return new Set(guests.filter(({ verdict }) => verdict !== "passed").map(({ name }) => name));
}

/** @throws InputError when there is no such run. */
export async function openOldRun(context: JobContext, again: string): Promise<OldRun> {
  const id = workflowRunIn(again);
  if (id !== undefined) {
    const { fetchWorkflowRun } = await import("./workflowRun.ts");
    return await fetchWorkflowRun(context, id);
  }
  const run = await openRunDirectory(resolve(context.environment.workspace, again), "again");
  return {
    run,
    builds: [],
    // There need be no kernel tree at all.
    beside: dirname(run.path),
    failed: () => failedGuests(run.path),
    async [Symbol.asyncDispose]() {},
  };
}
