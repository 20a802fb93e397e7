import type { JobContext } from "../context.ts";
import { earlierAttempts, keepAttempt } from "../handoff/attempts.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { readGitFacts } from "../kernel/git.ts";
import { exitStatusOfRun } from "../stages/conclude/answer.ts";
import { decide, readBaseline } from "../stages/conclude/gate.ts";
import { remoteNames } from "../stages/execute/systems/surveySystems.ts";
import { checkAttended } from "../stages/prepare/attended.ts";
import { openStore, prepareKernels } from "../stages/prepare/kernels/prepare.ts";
import { announceDefaults, planJob, roomOn } from "../stages/prepare/plan.ts";
import { copiesToRun, leftToRun } from "../stages/prepare/planRerun.ts";
import { withEarlier, withSampleLog } from "../stages/prepare/question/earlier.ts";
import { uploadTask } from "../stages/publish/upload/task.ts";
import { execute, report } from "./finish.ts";
import { openSystems } from "./machines.ts";
import { askedOf } from "./question.ts";
import { timesKnown } from "./times.ts";

/** Mode `run`: plan, build, run, judge, publish; a later attempt of a job runs what did not pass so far. */
export async function run(given: JobContext): Promise<number> {
  const asked = await askedOf(given);
  const context = asked?.context ?? given;
  const { inputs } = context;
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const baseline = await readBaseline(context);
  const here = await planJob(context);
  checkAttended(context, here.plan.batches);
  announceDefaults(context, here);
  // git looks through the whole source, and meanwhile systems say what they are.
  const git = readGitFacts(here.tree.path, context.executor);
  // What is wrong with the systems is said first; nobody then waits for git.
  git.catch(() => undefined);
  // Half an hour of building is the wrong time to find out that qemu is missing.
  await using systems = await openSystems(context, true);
  const planned = remoteNames(inputs) === undefined ? here : await planJob(context, roomOn(systems));
  const store = await openStore(context);
  const earlier = store && (await earlierAttempts(context, store));
  const question = asked && withEarlier(asked.question, earlier?.results);
  const job = question
    ? copiesToRun(context, planned, systems.widths)
    : leftToRun(context, planned, earlier?.results, systems.widths);
  if ("done" in job) {
    const { publish } = await import("../stages/publish/publish.ts");
    const decided = decide(context, job.done, baseline, undefined);
    await publish(job.done, context.ui, { uploads: uploadTask(context), gate: decided });
    return decided.status;
  }
  const times = store && timesKnown(context, store, job);
  const kernels = await prepareKernels(context, job, await git, store, earlier?.keys, times);
  if (store) await keepAttempt(context, store, kernels.builds);
  const { failedBefore } = job;
  const prepared = await withSampleLog(context, { ...kernels, ignore, baseline, failedBefore, question });
  const executed = await execute(context, prepared, systems);
  const { results, status } = await report(context, prepared, executed, earlier?.results);
  if (store) await keepAttempt(context, store, results.builds, results);
  return exitStatusOfRun(results, status);
}
