import { dirname, resolve } from "node:path";
import type { JobContext } from "../../../context.ts";
import { openRunDirectory } from "../../../rundir/open.ts";
import type { OldRun } from "./oldRun.ts";

/** The workflow run in `run:123`; undefined for a path. */
function workflowRunIn(again: string): string | undefined {
  return /^run:(\d{1,20})$/.exec(again)?.[1];
}

/**
 * Opens what `again` names.
 * @param failedIn names of the guests of a run directory that did not pass
 * @throws InputError when there is no such run.
 */
export async function openOldRun(
  context: JobContext,
  again: string,
  failedIn: (rundir: string) => Promise<ReadonlySet<string>>,
): Promise<OldRun> {
  const id = workflowRunIn(again);
  if (id !== undefined) {
    const { fetchWorkflowRun } = await import("./workflowRun.ts");
    return await fetchWorkflowRun(context, id);
  }
  const run = await openRunDirectory(resolve(context.environment.workspace, again), "again");
  let failed: Promise<ReadonlySet<string>> | undefined;
  return {
    run,
    builds: [],
    // There need be no kernel tree at all.
    beside: dirname(run.path),
    failed() {
      failed ??= failedIn(run.path);
      return failed;
    },
    async [Symbol.asyncDispose]() {},
  };
}
