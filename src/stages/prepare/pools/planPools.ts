import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pLimit from "p-limit";
import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import { resolveCommits, type SeriesCommit, scriptsOf } from "../../../kernel/commits.ts";
import { type GitFacts, readGitFacts } from "../../../kernel/git.ts";
import { openKernelTree } from "../../../kernel/tree.ts";
import { defaultDuration } from "../../../plan/guest.ts";
import type { HistoryScope } from "../../../plan/historyScope.ts";
import { type BuildJob, type MatrixGuest, type MatrixPlan, planMatrix } from "../../../plan/matrix.ts";
import { type PlanFile, planFile } from "../../../plan/planFile.ts";
import type { Pool } from "../../../plan/pools.ts";
import { nameInPlan, setsOf, type TortureSet, type Variant } from "../../../plan/sets.ts";
import type { Expectation } from "../../../statistics/expect.ts";
import type { Store } from "../../../storage/store.ts";
import { mortal } from "../../../systems/warden.ts";
import { explain } from "../kernels/store.ts";
import { inputsToKeep } from "./planInputs.ts";
import { type PlannedSet, planSets } from "./sets.ts";
import { asksForTorture, tortureSets } from "./tortureSets.ts";

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

/** What the times of builds rest on. */
function renderBasis(known: number, missing: number): string {
  if (known === missing) return "Times of builds are those of earlier runs.";
  const guess = `about ${usualBuild / 60} min for a defconfig kernel on 4 CPUs`;
  return known === 0
    ? `Times of builds: no history, ${guess}.`
    : `Times of builds: ${known} as in earlier runs, the others ${guess}.`;
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

/** Whether a store gives an entry whole: it is fetched, verified and thrown away. */
async function readWhole(store: Store, key: string): Promise<{ readonly outcome: string }> {
  const folder = await mkdtemp(join(tmpdir(), "rcutorture-verify-"));
  const { over } = mortal({ folder });
  try {
    return await store.fetch(key, join(folder, "entry"));
  } finally {
    await rm(folder, { recursive: true, force: true });
    over();
  }
}

/** Kernels that no store has. */
async function missingBuilds(
  { ui, environment }: JobContext,
  store: Store,
  planned: readonly PlannedSet[],
  expected: ReadonlyMap<string, Expectation>,
): Promise<BuildJob[]> {
  const limit = pLimit(8);
  const wanted = planned.flatMap(({ set, keyed }) =>
    [...keyed].map(([scenario, one]) => ({ set, scenario, ...one })),
  );
  const byKey = new Map<string, (typeof wanted)[number]>();
  // Of sets that share a kernel the first one builds it: its options are in the order that the key has.
  for (const one of wanted) if (!byKey.has(one.key)) byKey.set(one.key, one);
  // A re-run may have been asked for because a stored kernel is damaged, which only shows when it is read.
  const look = (key: string) => (environment.attempt > 1 ? readWhole(store, key) : store.lookup(key));
  const looked = await Promise.all(
    [...byKey.values()].map((one) => limit(async () => ({ one, found: await look(one.key) }))),
  );
  const missing = looked.filter(({ found }) => found.outcome !== "hit").map(({ one }) => one);
  const known = missing.filter(({ set, scenario }) => expected.get(nameInPlan(set, scenario))?.buildSeconds);
  const times = missing.length === 0 ? "" : ` ${renderBasis(known.length, missing.length)}`;
  ui.info(
    `Kernels: ${byKey.size}, of which the ${store.name} store has ${byKey.size - missing.length}.${times}`,
  );
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

/** Where the branch's history keeps runs of such a plan: under the names that scenarios have in merged results. */
export function historyScope({ planned }: AskedPlan): HistoryScope {
  const [first] = planned;
  const scenarios = planned.flatMap(({ set, keyed }) =>
    [...keyed.keys()].map((scenario) => nameInPlan(set, scenario)),
  );
  const suite = [...new Set(planned.map(({ set }) => set.suite))].join(", ");
  return { suite, architecture: first?.set.architecture ?? "", scenarios };
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
      seconds: set.recipe?.seconds ?? inputs.duration ?? defaultDuration,
      memory: memoryOf(set.recipe?.memory ?? inputs.memory, set.variant),
      architecture: set.architecture,
      ...(inputs.accel === "kvm" ? { kvm: true } : {}),
      ...extraOf(expected.get(nameInPlan(set, guest.scenario)) ?? { failedLastTime: false }),
    })),
  );
}

/** The id of a tree without git, as the keys have it. */
function contentOf(planned: readonly PlannedSet[]): string | undefined {
  const [first] = planned.flatMap(({ keyed }) => [...keyed.values()]);
  return first?.ingredients.tree;
}

/** What the inputs ask a plan for: guests and keys of all sets, not yet given to runners. */
export interface AskedPlan {
  /** Path of the kernel tree. */
  readonly tree: string;
  readonly facts: GitFacts;
  readonly series: readonly SeriesCommit[];
  readonly sets: readonly TortureSet[];
  readonly planned: readonly PlannedSet[];
  /** Text of the file of known failures. */
  readonly baseline?: string | undefined;
}

/** A set as the plan has it: with the kernels that no guest of it names. */
function withKernels({ set, guests, keyed }: PlannedSet): TortureSet {
  if (set.recipe === undefined || guests.length > 0) return set;
  const kernels = Object.fromEntries([...keyed].map(([scenario, { key }]) => [scenario, key]));
  return { ...set, recipe: { ...set.recipe, kernels } };
}

/** @throws InputError for a tree whose builds nobody could recognise again, and for what no set can have */
export async function askedPlan(context: JobContext, pools: readonly Pool[]): Promise<AskedPlan> {
  const { inputs, executor, environment, ui } = context;
  const path = resolve(environment.workspace, inputs.kernel);
  const tree = await openKernelTree(path);
  const facts = await readGitFacts(tree.path, executor);
  const series = await resolveCommits(tree.path, inputs.commits, executor);
  const asked = asksForTorture(context)
    ? await tortureSets(context, tree, pools)
    : setsOf({
        commits: series.map(({ commit }) => commit),
        suites: inputs.suites.length > 0 ? inputs.suites : [inputs.torture],
        variants: variantsOf(context),
        architectures: [...new Set(pools.map(({ architecture }) => architecture))],
      });
  const planned = await allSets(context, facts, series, asked, pools);
  const sets = planned.map(withKernels);
  for (const { id, recipe } of sets) {
    if (recipe?.refused !== undefined) ui.warning(`${id} will not run: ${recipe.refused}.`);
  }
  ui.info(
    `Linux ${tree.version}: sets ${sets.length}, guests ${planned.reduce((n, { guests }) => n + guests.length, 0)}.`,
  );
  return { tree: path, facts, series, sets, planned };
}

/**
 * Gives guests and missing kernels to the runners of the pools.
 * @param expected what earlier runs of the branch make expect, by the names of `historyScope`
 */
export async function planPools(
  context: JobContext,
  store: Store,
  { facts, series, sets, planned, baseline }: AskedPlan,
  pools: readonly Pool[],
  expected: ReadonlyMap<string, Expectation>,
): Promise<{ readonly plan: MatrixPlan; readonly file: PlanFile }> {
  const { inputs, environment } = context;
  const builds = await missingBuilds(context, store, planned, expected);
  const plan = planMatrix({ guests: matrixGuests(context, planned, expected), builds, pools });
  const { commit, describe, repository = environment.repository, state } = facts;
  const content = facts.treeId === undefined ? contentOf(planned) : undefined;
  const file = planFile(
    {
      kernel: {
        ...(commit && { commit }),
        ...(content && { content }),
        ...(describe && { describe }),
        ...(repository && { repository }),
        state,
      },
      series: series.map(({ treeId: _, ...one }) => one),
      sets,
      inputs: inputsToKeep(inputs),
      ...(baseline === undefined ? {} : { baseline }),
    },
    plan,
  );
  return { plan, file };
}
