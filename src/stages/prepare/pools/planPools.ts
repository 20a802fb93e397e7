import { join, resolve } from "node:path";
import pLimit from "p-limit";
import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import { keepPlan, renderPlanFile } from "../../../handoff/planStore.ts";
import { resolveCommits, type SeriesCommit, scriptsOf } from "../../../kernel/commits.ts";
import { type GitFacts, readGitFacts } from "../../../kernel/git.ts";
import { openKernelTree } from "../../../kernel/tree.ts";
import { type Expectation, expectations } from "../../../plan/expect.ts";
import { type BuildJob, type MatrixGuest, planMatrix } from "../../../plan/matrix.ts";
import { matrixMarkdown } from "../../../plan/matrixMarkdown.ts";
import { matrixOutputs } from "../../../plan/matrixOutputs.ts";
import { renderMatrix } from "../../../plan/matrixText.ts";
import { type PlanFile, planFile } from "../../../plan/planFile.ts";
import { type Pool, parsePools } from "../../../plan/pools.ts";
import { nameInPlan, setsOf, type TortureSet, type Variant } from "../../../plan/sets.ts";
import { writeAtomically } from "../../../storage/atomicFile.ts";
import type { Store } from "../../../storage/store.ts";
import { runsBefore } from "../../conclude/history.ts";
import { explain } from "../kernels/store.ts";
import { defaultDuration } from "../plan.ts";
import { inputsToKeep } from "./planInputs.ts";
import { type PlannedSet, planSets } from "./sets.ts";

/** Expected seconds of a build of which nothing is known: a defconfig kernel on four CPUs. */
const usualBuild = 900;
/** Reasons for a miss that are looked up; each asks the store. */
const mostExplained = 20;

const megabytes = 2 ** 20;

/** Bytes of a guest's memory: what is asked for, or kvm.sh's defaults. */
function memoryOf(memory: string | undefined, variant: Variant): number {
  const [, number, unit] = /^(\d+)([MG]?)$/.exec(memory ?? (variant === "kasan" ? "2G" : "512")) ?? [];
  return Number(number) * megabytes * (unit === "G" ? 1024 : 1);
}

function variantsOf({ inputs }: JobContext): readonly Variant[] {
  if (inputs.variants.length > 0) return inputs.variants as readonly Variant[];
  if (inputs.kasan && inputs.kcsan) {
    throw new InputError(
      "kcsan: not together with kasan in one kernel; with pools, give variants: kasan kcsan.",
    );
  }
  return [inputs.kasan ? "kasan" : inputs.kcsan ? "kcsan" : "plain"];
}

/** Guests and keys of every set; those of a series from the scripts of each commit. */
async function allSets(
  context: JobContext,
  facts: GitFacts,
  series: readonly SeriesCommit[],
  sets: readonly TortureSet[],
  pools: readonly Pool[],
): Promise<PlannedSet[]> {
  const path = resolve(context.environment.workspace, context.inputs.kernel);
  if (series.length === 0) return await planSets(context, await openKernelTree(path), facts, sets, pools);
  const planned: PlannedSet[] = [];
  for (const one of series) {
    await using scripts = await scriptsOf(path, one, context.executor);
    const own = sets.filter(({ commit }) => commit === one.commit);
    const clean: GitFacts = { commit: one.commit, treeId: one.treeId, state: "clean" };
    planned.push(...(await planSets(context, scripts, clean, own, pools)));
  }
  return planned;
}

/** Kernels that no store has. */
async function missingBuilds(
  { ui }: JobContext,
  store: Store,
  planned: readonly PlannedSet[],
  expected: ReadonlyMap<string, Expectation>,
): Promise<BuildJob[]> {
  const limit = pLimit(8);
  const wanted = planned.flatMap(({ set, keyed }) =>
    [...keyed].map(([scenario, one]) => ({ set, scenario, ...one })),
  );
  const byKey = new Map(wanted.map((one) => [one.key, one]));
  const looked = await Promise.all(
    [...byKey.values()].map((one) => limit(async () => ({ one, found: await store.lookup(one.key) }))),
  );
  const missing = looked.filter(({ found }) => found.outcome !== "hit").map(({ one }) => one);
  ui.info(`Kernels: ${byKey.size}, of which the ${store.name} store has ${byKey.size - missing.length}.`);
  for (const { ingredients, key } of missing.slice(0, mostExplained)) {
    await explain(store, { ingredients, key }, ui);
  }
  return missing.map(({ key, scenario, set }) => ({
    key,
    scenario,
    set: set.id,
    architecture: set.architecture,
    seconds: expected.get(nameInPlan(set, scenario))?.buildSeconds ?? usualBuild,
  }));
}

/** What earlier runs of the branch make expect, by the names that scenarios have in merged results. */
async function expectedOf(
  context: JobContext,
  store: Store,
  planned: readonly PlannedSet[],
): Promise<ReadonlyMap<string, Expectation>> {
  const { inputs, environment } = context;
  const [first] = planned;
  const scenarios = planned.flatMap(({ set, keyed }) =>
    [...keyed.keys()].map((scenario) => nameInPlan(set, scenario)),
  );
  // As the merged results of such a plan are remembered.
  const suite = [...new Set(planned.map(({ set }) => set.suite))].join(", ");
  const scope = { suite, architecture: first?.set.architecture ?? "", scenarios };
  const tree = resolve(environment.workspace, inputs.kernel);
  const runs = (await runsBefore(context, store, scope, tree)).map(({ results }) => results);
  return expectations(runs);
}

function matrixGuests(
  { inputs }: JobContext,
  planned: readonly PlannedSet[],
  expected: ReadonlyMap<string, Expectation>,
): MatrixGuest[] {
  const extraOf = ({ failedLastTime, extra }: Expectation) => ({
    failedLastTime,
    ...(extra === undefined ? {} : { extra }),
  });
  return planned.flatMap(({ set, guests, keyed }) =>
    guests.map((guest) => ({
      guest,
      set: set.id,
      suite: set.suite,
      build: keyed.get(guest.scenario)?.key ?? "",
      seconds: inputs.duration ?? defaultDuration,
      memory: memoryOf(inputs.memory, set.variant),
      architecture: set.architecture,
      ...(inputs.accel === "kvm" ? { kvm: true } : {}),
      ...extraOf(expected.get(nameInPlan(set, guest.scenario)) ?? { failedLastTime: false }),
    })),
  );
}

async function publishPlan(
  { ui, environment }: JobContext,
  file: PlanFile,
  plan: ReturnType<typeof planMatrix>,
): Promise<void> {
  const folder = environment.variables.RUNNER_TEMP || environment.workspace;
  const path = join(folder, `rcutorture-plan-${file.digest.slice(0, 16)}.json`);
  await writeAtomically(path, renderPlanFile(file));
  const outputs = matrixOutputs(plan);
  ui.output("plan", file.digest);
  ui.output("builds", outputs.builds);
  ui.output("shards", outputs.shards);
  // Seen on the run's page while all other jobs are still at work.
  ui.annotate([{ level: "notice", title: "rcutorture plan", message: renderMatrix(plan) }]);
  await ui.summary({
    markdown: matrixMarkdown(plan, file),
    text: () => `${renderMatrix(plan)}\n\nThe plan: ${path}\n`,
  });
}

/** Mode `plan` with `pools`: what to build and what to run where, kept for the jobs that do it. */
export async function runMatrixPlanJob(context: JobContext, poolsText: string): Promise<void> {
  const { inputs, executor, environment, ui } = context;
  const pools = parsePools(poolsText);
  const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
  const facts = await readGitFacts(tree.path, executor);
  if (facts.treeId === undefined) {
    throw new InputError(
      `kernel: a plan names kernels by what git says of the tree, and ${facts.reason ?? "git says nothing"}; check the tree out with git.`,
    );
  }
  const series = await resolveCommits(tree.path, inputs.commits, executor);
  const sets = setsOf({
    commits: series.map(({ commit }) => commit),
    suites: inputs.suites.length > 0 ? inputs.suites : [inputs.torture],
    variants: variantsOf(context),
    architectures: [...new Set(pools.map(({ architecture }) => architecture))],
  });
  const store = await context.openStore();
  const planned = await allSets(context, facts, series, sets, pools);
  ui.info(
    `Linux ${tree.version}: sets ${sets.length}, guests ${planned.reduce((n, { guests }) => n + guests.length, 0)}.`,
  );
  const expected = await expectedOf(context, store, planned);
  const builds = await missingBuilds(context, store, planned, expected);
  const plan = planMatrix({ guests: matrixGuests(context, planned, expected), builds, pools });
  const { commit, describe, repository = environment.repository, state } = facts;
  const file = planFile(
    {
      kernel: {
        ...(commit && { commit }),
        ...(describe && { describe }),
        ...(repository && { repository }),
        state,
      },
      series: series.map(({ treeId: _, ...one }) => one),
      sets,
      inputs: inputsToKeep(inputs),
    },
    plan,
  );
  await keepPlan(store, file);
  await publishPlan(context, file, plan);
}
