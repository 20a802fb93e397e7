import type { JobContext } from "../context.ts";
import type { Prepared } from "../stages/data.ts";

/** What `post` has to know to publish what was measured, should this process be killed. */
export function remember(
  context: JobContext,
  { run, ignore }: Pick<Prepared, "ignore"> & { readonly run: Pick<Prepared["run"], "path"> },
  finished: boolean,
): void {
  const { attempt, repository } = context.environment;
  const { upload: wanted, retentionDays } = context.inputs;
  // A cancelled step has seconds left: post has minutes.
  const upload = finished && !context.signal.aborted ? "none" : wanted;
  context.remember({ rundir: run.path, finished, ignore, attempt, repository, upload, retentionDays });
}
