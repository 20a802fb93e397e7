import { rm } from "node:fs/promises";
import type { JobContext } from "../context.ts";
import { exitStatus, InputError } from "../errors.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import type { Batch } from "../plan/guest.ts";
import { selectGuests } from "../plan/select.ts";
import { exitStatusFor } from "../results/assemble.ts";
import type { BuildResult } from "../results/schema.ts";
import { makeAgain } from "../rundir/again.ts";
import { makeInPlace } from "../rundir/inPlace.ts";
import { openRunDirectory, type RunDirectory, readQemuCmd } from "../rundir/open.ts";
import { expectedQemu } from "../stages/execute/systems/machine.ts";
import { remoteNames, surveySystems } from "../stages/execute/systems/surveySystems.ts";
import type { JobSystems } from "../stages/execute/systems/systems.ts";
import type { OldRun } from "../stages/prepare/again/oldRun.ts";
import { openOldRun } from "../stages/prepare/again/openOldRun.ts";
import { checkCommands } from "../stages/prepare/again/trust.ts";
import { reserveRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import { roomHere } from "../stages/prepare/plan.ts";
import { runPrepared } from "./finish.ts";

const scenariosOf = (batches: readonly Batch[]) =>
  new Set(batches.flatMap(({ guests }) => guests.map(({ scenario }) => scenario)));

const namesOf = (batches: readonly Batch[]) =>
  batches.flatMap(({ guests }) => guests.map(({ name }) => name));

/** Makes the run directory that the inputs ask for, and opens it. */
async function prepare(
  context: JobContext,
  oldRun: OldRun,
  batches: readonly Batch[],
  cpus: number,
): Promise<RunDirectory> {
  const { inputs, environment, ui } = context;
  const { run: old, beside, origin } = oldRun;
  const bootargs = inputs.bootargs?.split(/\s+/);
  const common = {
    batches,
    cpus,
    ...(inputs.duration === undefined ? {} : { seconds: inputs.duration }),
    ...(inputs.shutdownGrace === undefined ? {} : { grace: inputs.shutdownGrace }),
    ...(bootargs === undefined ? {} : { bootargs }),
  };
  if (inputs.link === "inplace" || inputs.link === "inplace-force") {
    await makeInPlace({ ...common, run: old, force: inputs.link === "inplace-force" });
    await checkCommands(old, namesOf(batches), inputs);
    return await openRunDirectory(old.path);
  }
  const target = await reserveRunDirectory(inputs, beside, environment.workspace, new Date(), "-again");
  const { path } = target;
  await makeAgain({
    ...common,
    old,
    path,
    link: inputs.link,
    origin,
    command: `rcutorture-action run --again ${inputs.again ?? old.path}`,
    onNote: (line) => ui.info(line),
  }).catch(async (error) => {
    await target.giveUp();
    throw error;
  });
  try {
    const run = await openRunDirectory(path);
    // As they will be run: two readers might have understood the old ones differently.
    await checkCommands(run, namesOf(run.batches), inputs);
    return run;
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    throw error;
  }
}

/** The systems, and whether they can run the guests, which may want several qemus. */
async function surveyFor(
  context: JobContext,
  old: RunDirectory,
  batches: readonly Batch[],
): Promise<JobSystems> {
  const scenarios = scenariosOf(batches);
  const commands = await Promise.all([...scenarios].map((scenario) => readQemuCmd(old, scenario)));
  const programs = new Set(commands.map((cmd) => cmd?.argv[0] ?? expectedQemu(context.inputs.qemuCmd)));
  const [first, ...others] = programs;
  if (first === undefined) throw new InputError("configs: selects no guests of the old run.");
  return await surveySystems(context, [first, ...others]);
}

/** `again`: the guests of an old run once more, without building. */
export async function runAgainJob(context: JobContext, again: string): Promise<number> {
  const { inputs, ui } = context;
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const { run, builds, systems: surveyed, failedBefore } = await prepareRun(context, again);
  ui.output("rundir", run.path);
  if (surveyed === undefined) return exitStatus.passed;
  await using systems = surveyed;
  const prepared = { run, builds, infrastructure: [], cpus: systems.cpus, failedBefore };
  const results = await runPrepared(context, prepared, systems, ignore);
  return exitStatusFor(results.verdict);
}

/** Scenarios of the old run that failed, as far as that is known without reading its consoles for it. */
async function failedScenarios(
  { path, batches }: RunDirectory,
  names: ReadonlySet<string> | undefined,
): Promise<ReadonlySet<string>> {
  if (names === undefined) {
    const { knownFailures } = await import("../stages/judge/runDirectory.ts");
    return await knownFailures(path);
  }
  const guests = batches.flatMap((batch) => batch.guests).filter(({ name }) => names.has(name));
  return new Set(guests.map(({ scenario }) => scenario));
}

/** A re-run, ready to go. */
interface Rerun {
  readonly run: RunDirectory;
  readonly builds: readonly BuildResult[];
  /** Undefined when no guests are to run. */
  readonly systems: JobSystems | undefined;
  readonly failedBefore: ReadonlySet<string> | undefined;
}

/** Makes the new run directory, and surveys the systems if guests are to run. */
async function prepareRun(context: JobContext, again: string): Promise<Rerun> {
  const { inputs, ui } = context;
  await using oldRun = await openOldRun(context, again);
  const old = oldRun.run;
  const guests = old.batches.flatMap((batch) => batch.guests);
  let names: Promise<ReadonlySet<string>> | undefined;
  const failed = () => {
    names ??= oldRun.failed();
    return names;
  };
  const select = (cpus: number) => selectGuests({ guests, words: inputs.configs, failed, cpus });
  let { cpus } = await roomHere(context);
  let batches = await select(cpus);
  const remote = remoteNames(inputs) !== undefined;
  const inPlace = inputs.link === "inplace" || inputs.link === "inplace-force";
  await checkCommands(old, [...scenariosOf(batches), ...(inPlace ? namesOf(batches) : [])], inputs);
  // At the same time, because both take a moment; what is wrong with the systems comes first.
  const survey = inputs.dryrun ? undefined : surveyFor(context, old, batches);
  // Running in place loses what is there: not for a machine that cannot run its guests.
  if (inPlace || remote) await survey;
  let failedBefore: ReadonlySet<string> | undefined;
  if (remote && survey) {
    ({ cpus } = await survey);
    // What was selected once can be selected again: only the batches are others.
    batches = await select(cpus);
    failedBefore = await failedScenarios(old, await names);
  }
  const [made, systems] = await Promise.allSettled([prepare(context, oldRun, batches, cpus), survey]);
  if (systems.status === "rejected" || made.status === "rejected") {
    if (made.status === "fulfilled" && !inPlace) await rm(made.value.path, { recursive: true, force: true });
    if (systems.status === "fulfilled") await systems.value?.close();
    throw systems.status === "rejected" ? systems.reason : (made as PromiseRejectedResult).reason;
  }
  const run = made.value;
  await oldRun.finish?.(run.path);
  ui.info(`Re-run of ${oldRun.origin ?? run.rerunOf ?? old.path} in ${run.path}`);
  const scenarios = scenariosOf(batches);
  const builds = oldRun.builds.filter(({ scenario }) => scenarios.has(scenario));
  return { run, builds, systems: systems.value, failedBefore };
}
