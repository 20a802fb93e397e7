import { dirname, resolve } from "node:path";
import type { JobContext } from "../../../context.ts";
import { openRunDirectory } from "../../../rundir/open.ts";
import type { OldRun } from "./oldRun.ts";

/** The workflow run in `run:123`; undefined for a path. */
function workflowRunIn(again: string): string | undefined {
  return /^run:(\d{1,20})$/.exec(again)?.[1];
}

/** Names of guests that did not pass, from their consoles. */
async function failedGuests(path: string): Promise<ReadonlySet<string>> {
  const { judgeRunDirectory } = await import("../../judge/runDirectory.ts");
  const {
    results: { guests },
  } = await judgeRunDirectory(path, { ignore: [], attempt: 1 });
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
