import { existsSync } from "node:fs";
import { link, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JobContext } from "../../../context.ts";
import { InfrastructureError } from "../../../errors.ts";
import { stopOf } from "../../../guests/stop.ts";
import { type BuildReport, buildKernels } from "../../../kernel/build.ts";
import type { GitFacts } from "../../../kernel/git.ts";
import { lockTree } from "../../../kernel/treeLock.ts";
import type { KnownTimes } from "../../../plan/costs.ts";
import { renderBatchesFile, renderScenarios } from "../../../plan/files.ts";
import type { PlannedGuest } from "../../../plan/guest.ts";
import { defaultDuration } from "../../../plan/guest.ts";
import type { BuildResult } from "../../../results/schema.ts";
import { guestFiles, runFiles } from "../../../rundir/names.ts";
import { fromStore } from "../../../rundir/open.ts";
import { placeGuest } from "../../../rundir/place.ts";
import type { Fetched, Store } from "../../../storage/store.ts";
import { mortal } from "../../../systems/warden.ts";
import type { NewRunDirectory } from "../newRunDirectory.ts";
import type { PlannedJob } from "../plan.ts";
import { BuildKeeper } from "./buildKeeper.ts";
import { buildOptions } from "./buildOptions.ts";
import { announceCosts } from "./costs.ts";
import { explain, fetchBuilds, fetchFolder, type Keyed, keysOf } from "./store.ts";
import { renderTestId } from "./testId.ts";

/** A build job on its way. */
interface BuildTask {
  readonly context: JobContext;
  readonly job: PlannedJob;
  readonly rundir: NewRunDirectory;
  readonly git: GitFacts;
  readonly store: Store | undefined;
  readonly keys: ReadonlyMap<string, Keyed>;
}

/** Builds what no store had, with the tree's own `kvm.sh`, and keeps it. */
async function buildMissing(task: BuildTask, guests: readonly PlannedGuest[]): Promise<BuildReport> {
  const { context, job, rundir, git, store, keys } = task;
  const { inputs, ui } = context;
  const options = buildOptions(inputs, job.plan, guests, rundir);
  const scenarios = [...new Set(guests.map(({ scenario }) => scenario))];
  const keeper = store && new BuildKeeper(context, store, { rundir: rundir.path, tree: job.tree, git });
  const report = await buildKernels(job.tree, options, scenarios, {
    runner: context.buildRunner,
    executor: context.executor,
    path: context.environment.variables.PATH ?? "",
    signal: context.signal,
    listener: {
      info: (line) => ui.info(line),
      async built({ scenario, status, seconds }, output) {
        const took = seconds === undefined ? "" : ` in ${Math.round(seconds)} s`;
        const path = join(rundir.path, scenario, guestFiles.makeOut);
        if (status === "built") ui.info(`${scenario} built${took}`);
        else if (status === "skipped")
          ui.warning(`${scenario}: not built, and not because of the kernel${took}`);
        else ui.warning(`${scenario}: the build failed${took}`);
        ui.folded(`Build log of ${scenario}`, output, path);
        const keyed = keys.get(scenario);
        if (keyed && status === "built") keeper?.built(scenario, keyed);
      },
    },
  });
  await keeper?.finish();
  return report;
}

/** The files that `kvm.sh` would have written, for a run directory that needed no building at all. */
async function startRunDirectory({ job, rundir }: BuildTask, testId: string): Promise<void> {
  await mkdir(rundir.path, { recursive: true });
  const write = (name: string, text: string) => writeFile(join(rundir.path, name), text);
  await write(runFiles.suite[0], `${job.plan.suite}\n`);
  await write(
    runFiles.log,
    "rcutorture-action: all kernels came from a store, built there or with --trust-make\n",
  );
  await write(runFiles.testId, testId);
}

/**
 * Makes a run directory with a kernel for every planned scenario, laid out as `kvm.sh` lays it out: from a
 * store what one has, the rest built. A scenario that fails to build does not stop the others.
 * @param store absent: everything is built, nothing is kept
 * @param earlierKeys of builds that earlier attempts of this job kept; they count more than computed ones, which
 *   are others on a machine without a compiler
 * @param known what earlier runs know of scenarios; asked for where kernels have to be built
 */
export async function buildJob(
  context: JobContext,
  job: PlannedJob,
  rundir: NewRunDirectory,
  git: GitFacts,
  store: Store | undefined,
  earlierKeys: ReadonlyMap<string, string>,
  known?: () => Promise<ReadonlyMap<string, KnownTimes>>,
): Promise<BuildReport> {
  const { plan } = job;
  const keys = store ? await keysOf(context, job, git) : new Map<string, Keyed>();
  const task: BuildTask = { context, job, rundir, git, store, keys };
  const fetched = await fetchFolder(rundir.path);
  const { over } = mortal({ folder: fetched });
  try {
    const computed = [...keys].map(([scenario, { key }]) => [scenario, key] as const);
    const scenarios = new Set(plan.guests.map(({ scenario }) => scenario));
    const wanted = new Map([
      ...computed,
      ...[...earlierKeys].filter(([scenario]) => scenarios.has(scenario)),
    ]);
    // git looks through the whole source, which takes as long as all kernels take to come.
    const testId = store && renderTestId(job.tree.path, context.executor);
    testId?.catch(() => undefined);
    const hits = store ? await fetchBuilds(store, wanted, fetched, context.ui) : new Map<string, Fetched>();
    const isMissing = ({ scenario }: { readonly scenario: string }) => !hits.has(scenario);
    await using lock = plan.guests.some(isMissing)
      ? await lockTree(job.tree, {
          info: (line) => context.ui.info(line),
          signal: context.signal,
          killPrevious: context.inputs.killPrevious,
        })
      : undefined;
    if (store && lock?.waited) {
      // The job that was waited for may have kept just these kernels.
      const left = new Map([...wanted].filter(([scenario]) => !hits.has(scenario)));
      for (const [scenario, hit] of await fetchBuilds(store, left, fetched, context.ui))
        hits.set(scenario, hit);
    }
    const missing = plan.guests.filter(isMissing);
    for (const scenario of new Set(missing.map((guest) => guest.scenario))) {
      const keyed = keys.get(scenario);
      if (store && keyed) await explain(store, keyed, context.ui);
    }
    await announceCosts(task, missing, known);
    const report = missing.length > 0 ? await buildMissing(task, missing) : undefined;
    // Stopped before kvm.sh began: there is nothing to judge.
    if (report?.interrupted && !existsSync(rundir.path))
      throw new InfrastructureError(stopOf(context.signal.reason).detail);
    if (report === undefined) await startRunDirectory(task, (await testId) ?? "");
    for (const guest of plan.guests.filter(({ scenario }) => hits.has(scenario))) {
      const { duration = defaultDuration, shutdownGrace } = context.inputs;
      const places = { from: fetched, into: rundir.path, finally: rundir.path };
      await placeGuest({ ...places, guest, bring: link, seconds: duration, grace: shutdownGrace });
    }
    if (hits.size > 0) await writeFile(join(rundir.path, runFiles.reRun), `${fromStore}\n`);
    // kvm.sh packed for the widest guest; these are the batches of the machine that runs.
    await writeFile(join(rundir.path, runFiles.batches), renderBatchesFile(plan.batches, plan.cpus));
    await writeFile(join(rundir.path, runFiles.scenarios), renderScenarios(plan.batches));
    return {
      rundir: rundir.path,
      builds: [...(report?.builds ?? []), ...reusedBuilds(hits)].map((build) => withKey(build, wanted)),
      interrupted: report?.interrupted ?? false,
      infrastructure: report?.infrastructure ?? [],
    };
  } finally {
    await rm(fetched, { recursive: true, force: true });
    over();
  }
}

function reusedBuilds(hits: ReadonlyMap<string, Fetched>): BuildResult[] {
  return [...hits].map(([scenario, { store }]) => ({
    scenario,
    status: "reused",
    origin: `${store} store`,
    diagnostics: [],
    configErrors: [],
  }));
}

function withKey(build: BuildResult, keys: ReadonlyMap<string, string>): BuildResult {
  const key = keys.get(build.scenario);
  return key === undefined || build.status === "failed" ? build : { ...build, key };
}
