import type { JobContext } from "../context.ts";
import { keepAttempt } from "../handoff/attempts.ts";
import { readGitFacts } from "../kernel/git.ts";
import { openStore, prepareKernels } from "../stages/prepare/kernels/prepare.ts";
import { prepareMachine } from "../stages/prepare/machine/prepareMachine.ts";
import { announceDefaults, planJob } from "../stages/prepare/plan.ts";
import { publishBuilds } from "../stages/publish/builds.ts";
import { timesKnown } from "./times.ts";

/** Mode `build`: kernels into a run directory, for a later run. */
export async function build(context: JobContext): Promise<number> {
  const planned = await planJob(context);
  announceDefaults(context, planned);
  await prepareMachine(context, { build: true, qemus: [] });
  const git = await readGitFacts(planned.tree.path, context.executor);
  const store = await openStore(context);
  const { run, builds, infrastructure } = await prepareKernels(
    context,
    planned,
    git,
    store,
    undefined,
    store && timesKnown(context, store, planned),
  );
  if (store) await keepAttempt(context, store, builds);
  context.ui.output("rundir", run.path);
  return publishBuilds(
    context,
    builds,
    builds.length,
    infrastructure,
    (ready) => `${ready} of ${builds.length} kernels ready in ${run.path}.`,
  );
}
