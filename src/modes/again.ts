import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { exitStatusOfRun } from "../stages/conclude/answer.ts";
import { readBaseline } from "../stages/conclude/gate.ts";
import type { Prepared } from "../stages/data.ts";
import { remoteNames, surveySystems } from "../stages/execute/systems/surveySystems.ts";
import type { JobSystems } from "../stages/execute/systems/systems.ts";
import { failedGuests } from "../stages/judge/failedGuests.ts";
import { knownFailures } from "../stages/judge/known.ts";
import { makeRerun, runsInPlace, withSurvey } from "../stages/prepare/again/makeRerun.ts";
import { openOldRun } from "../stages/prepare/again/openOldRun.ts";
import { selectRerun } from "../stages/prepare/again/selectRerun.ts";
import { prepareMachine } from "../stages/prepare/machine/prepareMachine.ts";
import { roomHere } from "../stages/prepare/plan.ts";
import { withSampleLog } from "../stages/prepare/question/earlier.ts";
import { execute, report } from "./finish.ts";
import { askedOf } from "./question.ts";

/** Mode `run` with `again`: the guests of an old run once more, without building. */
export async function again(given: JobContext, name: string): Promise<number> {
  const { context, question } = (await askedOf(given)) ?? { context: given, question: undefined };
  const { prepared, systems: surveyed } = await prepare(context, name);
  context.ui.output("rundir", prepared.run.path);
  if (surveyed === undefined) return exitStatus.passed;
  await using systems = surveyed;
  const whole = await withSampleLog(context, { ...prepared, cpus: systems.cpus, question });
  const executed = await execute(context, whole, systems);
  const { results, status } = await report(context, whole, executed);
  return exitStatusOfRun(results, status);
}

/** The new run directory, and the systems if guests are to run. */
async function prepare(
  context: JobContext,
  name: string,
): Promise<{ readonly prepared: Prepared; readonly systems: JobSystems | undefined }> {
  const { inputs } = context;
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const baseline = await readBaseline(context);
  await using old = await openOldRun(context, name, failedGuests);
  const { cpus } = await roomHere(context);
  let selected = await selectRerun(context, old, cpus);
  if (!inputs.dryrun) await prepareMachine(context, { build: false, qemus: selected.qemus });
  // At the same time, because both take a moment.
  const survey = inputs.dryrun ? undefined : surveySystems(context, selected.qemus);
  // What is wrong with the systems is told where the survey is waited for.
  survey?.catch(() => undefined);
  // Running in place loses what is there: not for a machine that cannot run its guests.
  if (runsInPlace(inputs)) await survey;
  let failedBefore: ReadonlySet<string> | undefined;
  if (survey && remoteNames(inputs) !== undefined) {
    // What was selected once can be selected again: only the batches are others.
    const { cpus, widths } = await survey;
    selected = await selectRerun(context, old, cpus, widths);
    failedBefore = selected.failed ?? (await knownFailures(old.run.path));
  }
  const [made, systems] = await withSurvey(context, makeRerun(context, old, selected), survey);
  return { prepared: { ...made, ignore, baseline, failedBefore }, systems };
}
