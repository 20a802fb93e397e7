import { join } from "node:path";
import type { IgnoreRule } from "../console/noise.ts";
import { exitStatus } from "../errors.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { readGitFacts } from "../kernel/git.ts";
import { exitStatusFor } from "../results/assemble.ts";
import type { BuildResult, Results } from "../results/schema.ts";
import { openRunDirectory, type RunDirectory } from "../rundir/open.ts";
import { buildJob } from "./build.ts";
import { readBuilds } from "./builds.ts";
import type { JobContext } from "./context.ts";
import { type RunGuest, runGuests } from "./guests.ts";
import { guestResult } from "./judge.ts";
import { expectedQemu, type Machine, surveyMachine } from "./machine.ts";
import { type PlannedJob, planJob } from "./plan.ts";
import { publish } from "./publish.ts";
import { assembleResults } from "./results.ts";
import { newRunDirectory } from "./rundir.ts";

/** What a job knows before its guests run. */
interface Prepared {
  readonly run: RunDirectory;
  readonly builds: readonly BuildResult[];
  readonly infrastructure: readonly string[];
  readonly cpus: number;
  readonly describe?: string | undefined;
  readonly repository?: string | undefined;
}

/** Guests whose kernel is there, in the batches they were planned in. */
function runnable(run: RunDirectory, builds: readonly BuildResult[]) {
  const failed = new Set(
    builds
      .filter(({ status }) => status === "failed" || status === "skipped")
      .map(({ scenario }) => scenario),
  );
  return run.batches
    .map((batch) => ({ ...batch, guests: batch.guests.filter(({ scenario }) => !failed.has(scenario)) }))
    .filter((batch) => batch.guests.length > 0);
}

/** Guests that were never handed to the dispatcher, because their kernel did not build. */
function unbuilt(run: RunDirectory, ran: readonly RunGuest[]): RunGuest[] {
  const names = new Set(ran.map(({ outcome }) => outcome.guest.name));
  return run.batches.flatMap((batch) =>
    batch.guests
      .filter(({ name }) => !names.has(name))
      .map((guest) => ({
        outcome: {
          guest,
          batch: batch.number,
          silences: [],
          ending: {
            cause: "not-started",
            exitStatus: null,
            signal: null,
            detail: "Its kernel was not built.",
          },
        },
        sample: 1,
        analysis: undefined,
        planned: undefined,
      })),
  );
}

/** Runs the guests of a prepared run directory on this machine, judges and publishes. */
export async function runPrepared(
  context: JobContext,
  prepared: Prepared,
  machine: Machine,
  ignore: readonly IgnoreRule[],
): Promise<Results> {
  const { inputs, ui, signal, environment } = context;
  const { run } = prepared;
  const { attempt, repository } = environment;
  const remember = (finished: boolean) =>
    context.remember({ rundir: run.path, finished, ignore, attempt, repository });
  remember(false);
  const { accelerator, reason } = machine.accelerator;
  ui.info(`Guests run on ${machine.facts.name} with ${accelerator.toUpperCase()}: ${reason}`);
  const batches = runnable(run, prepared.builds);
  const ran = await runGuests({
    path: run.path,
    suite: run.suite,
    batches,
    cpus: prepared.cpus,
    machine,
    jitter: inputs.jitter,
    stopOnFailure: inputs.stopOnFailure,
    repeat: inputs.repeat,
    repeatFor: inputs.repeatFor ?? 0,
    ignore,
    signal,
    ui,
  });
  const { builds, scriptsErrors } = await readBuilds(run, prepared.builds);
  const guests = [...ran, ...unbuilt(run, ran)].map(({ outcome, analysis, planned, sample }) => {
    const build = builds.find(({ scenario }) => scenario === outcome.guest.scenario);
    return guestResult({ outcome, analysis, planned, sample, build, attempt });
  });
  const { availableMemory: _, ...facts } = machine.facts;
  const results = assembleResults({
    run,
    guests,
    builds,
    scriptsBuildErrors: scriptsErrors,
    systems: [{ ...facts, accelerator, acceleratorReason: reason }],
    attempt,
    repository: repository ?? prepared.repository,
    describe: prepared.describe,
    interrupted: signal.aborted,
    infrastructure: [...prepared.infrastructure, ...ran.flatMap(({ outcome }) => outcome.problems ?? [])],
    now: new Date(),
  });
  await publish(results, ui);
  remember(true);
  return results;
}

async function built(context: JobContext, job: PlannedJob): Promise<Prepared> {
  const { inputs, environment, executor } = context;
  const target = await newRunDirectory(
    inputs,
    join(job.tree.rcutorture, "res"),
    environment.workspace,
    new Date(),
  );
  const git = await readGitFacts(job.tree.path, executor);
  const store = inputs.store === "none" ? undefined : await context.openStore();
  const report = await buildJob(context, job, target, git, store);
  return {
    run: await openRunDirectory(target.path),
    builds: report.builds,
    infrastructure: report.infrastructure,
    cpus: job.plan.cpus,
    describe: git.describe,
    repository: git.repository,
  };
}

/** Mode `build`: kernels into a run directory, for a later run. */
export async function runBuildJob(context: JobContext): Promise<number> {
  const { run, builds, infrastructure } = await built(context, await planJob(context));
  context.ui.output("rundir", run.path);
  for (const line of infrastructure) context.ui.warning(line);
  const failed = builds
    .filter(({ status }) => status === "failed" || status === "skipped")
    .map(({ scenario }) => scenario);
  context.ui.output("failed-scenarios", failed.join(" "));
  context.ui.output("result", failed.length === 0 ? "passed" : "build-failed");
  const done = builds.length - failed.length;
  context.ui.info(`${done} of ${builds.length} kernels ready in ${run.path}.`);
  if (context.signal.aborted || infrastructure.length > 0) return exitStatus.infrastructure;
  return failed.length === 0 ? exitStatus.passed : exitStatus.kernelFailed;
}

/** Mode `run`: plan, build, run, judge, publish. */
export async function runRunJob(context: JobContext): Promise<number> {
  const { inputs, executor, ui } = context;
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const job = await planJob(context);
  // Half an hour of building is the wrong time to find out that qemu is missing.
  const machine = await surveyMachine(executor, inputs, expectedQemu(inputs.qemuCmd));
  const { guests, batches, cpus } = job.plan;
  ui.info(`Linux ${job.tree.version}: ${guests.length} guests in ${batches.length} batches on ${cpus} CPUs.`);
  const prepared = await built(context, job);
  const results = await runPrepared(context, prepared, machine, ignore);
  return exitStatusFor(results.verdict);
}
