import { join, resolve } from "node:path";
import type { JobContext } from "../../../context.ts";
import { InfrastructureError, InputError } from "../../../errors.ts";
import type { Built } from "../../../handoff/builtRecord.ts";
import type { BuildReport } from "../../../kernel/build.ts";
import { checkOut } from "../../../kernel/commits.ts";
import { contentId } from "../../../kernel/content.ts";
import { type GitFacts, readGitFacts } from "../../../kernel/git.ts";
import { type MakeTask, runMakeTask } from "../../../kernel/makeTask.ts";
import { readSuite } from "../../../kernel/suite.ts";
import { type KernelTree, openKernelTree } from "../../../kernel/tree.ts";
import { lockTree } from "../../../kernel/treeLock.ts";
import { planGuests } from "../../../plan/plan.ts";
import type { PlanFile, PlannedBuilds } from "../../../plan/planFile.ts";
import type { BuildResult } from "../../../results/schema.ts";
import { datestamp } from "../../../rundir/names.ts";
import type { Store } from "../../../storage/store.ts";
import type { Executor } from "../../../systems/command.ts";
import { buildJob } from "../kernels/build.ts";
import { keysOf } from "../kernels/store.ts";
import { newRunDirectory } from "../newRunDirectory.ts";
import { type PlannedJob, roomHere } from "../plan.ts";
import { taskOf } from "./makeTask.ts";
import { inputsOfSet } from "./sets.ts";

type PlanSet = PlanFile["sets"][number];
type Wanted = PlannedBuilds["builds"][number];

/** Another tree than the planned one would give other kernels under the plan's name. */
async function checkTree(
  plan: PlanFile,
  set: PlanSet,
  tree: KernelTree,
  facts: GitFacts,
  executor: Executor,
): Promise<void> {
  const { commit, content } = plan.kernel;
  const wanted = set.commit ?? commit;
  if (wanted !== undefined && facts.commit !== wanted) {
    throw new InputError(
      `kernel "${tree.path}": is at ${facts.commit ?? "no commit"}, and the plan is of ${wanted}; check that out.`,
    );
  }
  if (content !== undefined && (await contentId(tree.path, executor)) !== content) {
    throw new InputError(
      `kernel "${tree.path}": its files are not those that were planned with; unpack the same sources here.`,
    );
  }
}

/** What came of the kernels of one set. */
interface BuiltSet {
  readonly built: readonly Built[];
  readonly infrastructure: readonly string[];
  /** Run directory that has those that were not left in a store; absent: none. */
  readonly rundir?: string;
}

/** Builds the wanted scenarios of one set, each from a store where it has it by now. */
async function buildSet(
  context: JobContext,
  plan: PlanFile,
  set: PlanSet,
  wanted: readonly Wanted[],
  store: Store,
  name: string,
  trusted = !again(context),
): Promise<BuiltSet> {
  const { environment, executor, ui, signal } = context;
  const inputs = inputsOfSet(context.inputs, set);
  const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
  // Not while another job builds what is checked out now.
  await using _lock =
    set.commit === undefined
      ? undefined
      : await lockTree(tree, {
          info: (line) => ui.info(line),
          signal,
          killPrevious: context.inputs.killPrevious,
        });
  const before = await readGitFacts(tree.path, executor);
  await using _checkedOut =
    set.commit === undefined ? undefined : await checkOut(tree, before, set.commit, executor);
  const facts = set.commit === undefined ? before : await readGitFacts(tree.path, executor);
  await checkTree(plan, set, tree, facts, executor);
  const suite = await readSuite(tree.rcutorture, set.suite);
  const { cpus, machineCpus } = await roomHere({ ...context, inputs });
  const room = { cpus, machineCpus };
  const jobFor = (scenarios: readonly string[]): PlannedJob => ({
    tree,
    suite,
    plan: planGuests({
      suite,
      configs: scenarios.join(" "),
      ...room,
      ...(inputs.bootargs === undefined ? {} : { bootargs: inputs.bootargs }),
      ...(inputs.kconfig === undefined ? {} : { kconfig: inputs.kconfig }),
    }),
  });
  const names = wanted.map(({ scenario }) => scenario);
  const here = { ...context, inputs };
  // A kernel may be wanted because the stored one is damaged: then only one that comes whole counts.
  const there = !trusted ? [] : await storedMeanwhile(here, jobFor(names), facts, store);
  const missing = names.filter((name) => !there.some(({ scenario }) => scenario === name));
  const report =
    missing.length === 0
      ? { builds: [], infrastructure: [], rundir: undefined }
      : await buildMissing(here, jobFor(missing), facts, store, name, set.id);
  const built = [...there, ...report.builds].flatMap((result) => {
    const planned = wanted.find(({ scenario }) => scenario === result.scenario)?.key;
    if (planned === undefined) return [];
    if (result.key !== undefined && result.key !== planned) {
      ui.info(
        `${result.scenario}: the tools here are not those of the machine that planned; kept as ${result.key}`,
      );
    }
    return [{ planned, set: set.id, result }];
  });
  const { infrastructure, rundir } = report;
  return { built, infrastructure, ...(rundir === undefined ? {} : { rundir }) };
}

function again({ environment }: JobContext): boolean {
  return environment.attempt > 1;
}

/** A kernel that was built for a shard. */
export interface BuiltHere {
  readonly result: BuildResult;
  /** Folder of the build. */
  readonly folder: string;
}

/**
 * Builds kernels that no store gives to a shard, where the plan's tree and the tools are; where they are not, says why.
 * @returns what became of them, by the key in the plan
 */
export async function buildHere(
  context: JobContext,
  plan: PlanFile,
  wanted: readonly Wanted[],
  store: Store,
): Promise<Map<string, BuiltHere>> {
  const { ui, signal } = context;
  const all = new Map<string, BuiltHere>();
  const stamp = datestamp(new Date());
  for (const [setId, some] of Map.groupBy(wanted, ({ set }) => set)) {
    const set = plan.sets.find((one) => one.id === setId);
    if (set === undefined || signal.aborted) continue;
    const names = some.map(({ scenario }) => scenario).join(" ");
    try {
      // Wherever this job's guests run, their kernels go to a folder of their own.
      const own = { ...context, inputs: { ...context.inputs, rundir: undefined, datestamp: undefined } };
      const { built, rundir } = await buildSet(own, plan, set, some, store, `${stamp}-shard-${setId}`, false);
      for (const { planned, result } of built)
        if (rundir !== undefined) all.set(planned, { result, folder: join(rundir, result.scenario) });
    } catch (error) {
      if (!(error instanceof InputError || error instanceof InfrastructureError)) throw error;
      ui.warning(`${names}: cannot be built here: ${error.message}`);
    }
  }
  return all;
}

/** Kernels that a store has by now, be it under the key of this machine's own tools. */
async function storedMeanwhile(
  context: JobContext,
  job: PlannedJob,
  facts: GitFacts,
  store: Store,
): Promise<BuildResult[]> {
  const keys = await keysOf(context, job, facts);
  const looked = await Promise.all(
    [...keys].map(async ([scenario, { key }]) => ({ scenario, key, found: await store.lookup(key) })),
  );
  return looked.flatMap(({ scenario, key, found }) => {
    if (found.outcome !== "hit") return [];
    const origin = `${found.entry.store} store`;
    context.ui.info(`${scenario}: the ${origin} has its kernel by now (${key})`);
    return [{ scenario, status: "reused", origin, key, diagnostics: [], configErrors: [] }];
  });
}

/** Builds into a run directory of its own, and keeps what comes out. */
async function buildMissing(
  context: JobContext,
  job: PlannedJob,
  facts: GitFacts,
  store: Store,
  name: string,
  set: string,
): Promise<BuildReport> {
  const { inputs, environment } = context;
  const target = await newRunDirectory(
    { rundir: inputs.rundir && join(inputs.rundir, set), datestamp: inputs.datestamp ?? name },
    join(job.tree.rcutorture, "res"),
    environment.workspace,
    new Date(),
  );
  return await buildJob(context, job, target, facts, store, new Map());
}

const unbuilt = (scenario: string, reason: string): BuildResult => ({
  scenario,
  status: "skipped",
  reason,
  diagnostics: [],
  configErrors: [],
});

function withoutTools(set: PlanSet, wanted: readonly Wanted[], reason: string) {
  const built = wanted.map(
    ({ key, scenario }): Built => ({ planned: key, set: set.id, result: unbuilt(scenario, reason) }),
  );
  return { built, infrastructure: [`${set.id}: ${reason}`] };
}

/** What a set of `torture.sh` asks `make` for, in the tree. */
async function doTask(
  context: JobContext,
  task: MakeTask,
  set: PlanSet,
  wanted: readonly Wanted[],
  name: string,
) {
  const { inputs, environment, buildRunner: runner, ui, signal } = context;
  const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
  await using _lock = await lockTree(tree, { info: (line) => ui.info(line), signal });
  const folder = join(tree.rcutorture, "res", name);
  const path = environment.variables.PATH ?? "";
  const report = await runMakeTask(tree, task, { runner, path, signal, folder });
  const reason = report.reason === undefined ? {} : { reason: report.reason };
  if (report.status !== "built") ui.warning(`${set.id}: ${report.reason}`);
  const built = wanted.map(
    ({ key, scenario }): Built => ({
      planned: key,
      set: set.id,
      result: {
        scenario,
        status: report.status,
        diagnostics: report.diagnostics,
        configErrors: [],
        ...reason,
      },
    }),
  );
  return { built, infrastructure: [] };
}

/** Builds what a build job of a plan has to build, set by set. */
export async function buildSets(
  context: JobContext,
  plan: PlanFile,
  job: PlannedBuilds,
  store: Store,
): Promise<{ readonly built: readonly Built[]; readonly infrastructure: readonly string[] }> {
  const { ui, signal } = context;
  const { id } = job;
  const stamp = datestamp(new Date());
  const all: Built[] = [];
  const infrastructure: string[] = [];
  for (const [setId, wanted] of Map.groupBy(job.builds, ({ set }) => set)) {
    const set = plan.sets.find((one) => one.id === setId);
    if (set === undefined || signal.aborted) continue;
    const names = wanted.map(({ scenario }) => scenario).join(" ");
    const what = set.recipe === undefined ? `${set.suite} ${set.variant}` : set.id;
    ui.info(`${id}: ${what}${set.commit ? ` of ${set.commit}` : ""}: ${names}`);
    const name = `${stamp}-${id}-${setId}`;
    const task = taskOf(set);
    const building =
      task === undefined
        ? buildSet(context, plan, set, wanted, store, name)
        : doTask(context, task, set, wanted, name);
    const { built, ...report } = await building.catch((error: unknown) => {
      // Of torture.sh's many sets, one that lacks its tools (clang) does not stop the others.
      if (set.recipe === undefined || !(error instanceof InfrastructureError)) throw error;
      return withoutTools(set, wanted, error.message);
    });
    all.push(...built);
    infrastructure.push(...report.infrastructure);
  }
  return { built: all, infrastructure };
}
