import type { JobContext } from "../context.ts";
import { earlierAttempts, keepAttempt } from "../handoff/attempts.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { readGitFacts } from "../kernel/git.ts";
import { exitStatusFor } from "../results/assemble.ts";
import { remoteNames, surveySystems } from "../stages/execute/systems/surveySystems.ts";
import { openStore, prepareKernels } from "../stages/prepare/kernels/prepare.ts";
import { announceDefaults, planJob, roomOn } from "../stages/prepare/plan.ts";
import { leftToRun } from "../stages/prepare/planRerun.ts";
import { expectedQemu } from "../systems/qemuProgram.ts";
import { execute, report } from "./finish.ts";
import { timesKnown } from "./times.ts";

/** Mode `run`: plan, build, run, judge, publish; a later attempt of a job runs what did not pass so far. */
export async function run(context: JobContext): Promise<number> {
  const { inputs } = context;
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const here = await planJob(context);
  announceDefaults(context, here);
  // git looks through the whole source, and meanwhile systems say what they are.
  const git = readGitFacts(here.tree.path, context.executor);
  // What is wrong with the systems is said first; nobody then waits for git.
  git.catch(() => undefined);
  // Half an hour of building is the wrong time to find out that qemu is missing.
  await using systems = await surveySystems(context, [expectedQemu(inputs.qemuCmd)]);
  const planned = remoteNames(inputs) === undefined ? here : await planJob(context, roomOn(systems));
  const store = await openStore(context);
  const earlier = store && (await earlierAttempts(context, store));
  const job = leftToRun(context, planned, earlier?.results, systems.widths);
  if ("done" in job) {
    const { publish } = await import("../stages/publish/publish.ts");
    await publish(job.done, context.ui);
    return exitStatusFor(job.done.verdict);
  }
  const kernels = await prepareKernels(
    context,
    job,
    await git,
    store,
    earlier?.keys,
    store && timesKnown(context, store, job),
  );
  if (store) await keepAttempt(context, store, kernels.builds);
  const prepared = { ...kernels, ignore, failedBefore: job.failedBefore };
  const executed = await execute(context, prepared, systems);
  const results = await report(context, prepared, executed, earlier?.results);
  if (store) await keepAttempt(context, store, results.builds, results);
  return exitStatusFor(results.verdict);
}
