import { join } from "node:path";
import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { earlierAttempts, keepRecord } from "../handoff/attempts.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { type GitFacts, readGitFacts } from "../kernel/git.ts";
import { exitStatusFor } from "../results/assemble.ts";
import { unpassedScenarios } from "../results/attempts.ts";
import type { BuildResult } from "../results/schema.ts";
import { openRunDirectory } from "../rundir/open.ts";
import { expectedQemu } from "../stages/execute/systems/machine.ts";
import { remoteNames, surveySystems } from "../stages/execute/systems/surveySystems.ts";
import type { JobSystems } from "../stages/execute/systems/systems.ts";
import { buildJob } from "../stages/prepare/kernels/build.ts";
import { buildsVerdict } from "../stages/prepare/kernels/verdict.ts";
import { reserveRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import {
  announceDefaults,
  defaultDuration,
  type PlannedJob,
  type PlanRoom,
  planJob,
} from "../stages/prepare/plan.ts";
import { planRerun } from "../stages/prepare/planRerun.ts";
import type { Store } from "../storage/store.ts";
import { type Prepared, runPrepared } from "./finish.ts";

async function built(
  context: JobContext,
  job: PlannedJob,
  git: GitFacts,
  store: Store | undefined,
  earlierKeys: ReadonlyMap<string, string> = new Map(),
): Promise<Prepared> {
  const { inputs, environment } = context;
  const res = join(job.tree.rcutorture, "res");
  const target = await reserveRunDirectory(inputs, res, environment.workspace, new Date());
  const report = await buildJob(context, job, target, git, store, earlierKeys).catch(async (error) => {
    await target.giveUp();
    throw error;
  });
  if (store) await keepRecord(context, store, "built", { keys: keysIn(report.builds) });
  return {
    run: await openRunDirectory(target.path),
    builds: report.builds,
    infrastructure: report.infrastructure,
    cpus: job.plan.cpus,
    describe: git.describe,
    repository: git.repository,
    store,
  };
}

function keysIn(builds: readonly BuildResult[]): Record<string, string> {
  return Object.fromEntries(
    builds.flatMap(({ scenario, key }) => (key === undefined ? [] : [[scenario, key]])),
  );
}

async function openStore(context: JobContext): Promise<Store | undefined> {
  return context.inputs.store === "none" ? undefined : await context.openStore();
}

/** Mode `build`: kernels into a run directory, for a later run. */
export async function runBuildJob(context: JobContext): Promise<number> {
  const planned = await planJob(context);
  await announceDefaults(context, planned, undefined);
  const git = await readGitFacts(planned.tree.path, context.executor);
  const { run, builds, infrastructure } = await built(context, planned, git, await openStore(context));
  context.ui.output("rundir", run.path);
  for (const line of infrastructure) context.ui.warning(line);
  const failed = builds
    .filter(({ status }) => status === "failed" || status === "skipped")
    .map(({ scenario }) => scenario);
  context.ui.output("failed-scenarios", failed.join(" "));
  context.ui.output("result", buildsVerdict(builds, builds.length, infrastructure));
  const done = builds.length - failed.length;
  context.ui.info(`${done} of ${builds.length} kernels ready in ${run.path}.`);
  if (context.signal.aborted || infrastructure.length > 0) return exitStatus.infrastructure;
  return failed.length === 0 ? exitStatus.passed : exitStatus.kernelFailed;
}

/** What guests are planned for: the widest system. */
function roomOn({ cpus, machines }: JobSystems): PlanRoom {
  // The schedule knows which system has how much memory; these batches are for the run directory's own sake.
  return { cpus, machineCpus: Math.max(...machines.map(({ facts }) => facts.cpus)) };
}

/** Mode `run`: plan, build, run, judge, publish; a later attempt of a job runs what did not pass so far. */
export async function runRunJob(context: JobContext): Promise<number> {
  const { inputs, ui, environment } = context;
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const here = await planJob(context);
  await announceDefaults(context, here, inputs.duration ?? defaultDuration);
  // git looks through the whole source, and meanwhile systems say what they are.
  const git = readGitFacts(here.tree.path, context.executor);
  // What is wrong with the systems is said first; nobody then waits for git.
  git.catch(() => undefined);
  // Half an hour of building is the wrong time to find out that qemu is missing.
  await using systems = await surveySystems(context, [expectedQemu(inputs.qemuCmd)]);
  const planned = remoteNames(inputs) === undefined ? here : await planJob(context, roomOn(systems));
  const store = await openStore(context);
  const rerun = store && environment.attempt > 1 && inputs.rerun !== "never";
  const earlier = rerun ? await earlierAttempts(context, store) : undefined;
  const plan =
    earlier?.results && inputs.rerun === "failed"
      ? planRerun(context, planned.plan, earlier.results, systems.widths)
      : planned.plan;
  if (earlier?.results && plan === undefined) {
    ui.info("Every guest passed in an earlier attempt; nothing is left to run.");
    const { publish } = await import("../stages/publish/publish.ts");
    await publish(earlier.results, ui);
    return exitStatusFor(earlier.results.verdict);
  }
  const job = { ...planned, plan: plan ?? planned.plan };
  const { guests, batches, cpus } = job.plan;
  if (earlier?.results)
    ui.info(`Attempt ${environment.attempt}: ${guests.map(({ name }) => name).join(" ")} once more.`);
  ui.info(`Linux ${job.tree.version}: guests ${guests.length}, batches ${batches.length}, CPUs ${cpus}.`);
  const failedBefore = earlier?.results && new Set(unpassedScenarios(earlier.results));
  const prepared = { ...(await built(context, job, await git, store, earlier?.keys)), failedBefore };
  const results = await runPrepared(context, prepared, systems, ignore, earlier?.results);
  if (store) await keepRecord(context, store, "ended", { keys: keysIn(results.builds), results });
  return exitStatusFor(results.verdict);
}
