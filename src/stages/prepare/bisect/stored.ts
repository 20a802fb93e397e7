import pLimit from "p-limit";
import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import { scriptsOf } from "../../../kernel/commits.ts";
import { buildKey } from "../../../kernel/fingerprint.ts";
import { gitCommand } from "../../../kernel/git.ts";
import type { HistoryCommit } from "../../../kernel/history.ts";
import { readSuite } from "../../../kernel/suite.ts";
import type { KernelTree } from "../../../kernel/tree.ts";
import { planGuests } from "../../../plan/plan.ts";
import type { Store } from "../../../storage/store.ts";
import { type Keyed, keysOf } from "../kernels/store.ts";
import type { PlannedJob, PlanRoom } from "../plan.ts";
import type { BisectSubject } from "./asked.ts";

type CommitFacts = Pick<HistoryCommit, "commit" | "treeId">;

/** One guest of the scenario, by a commit's scripts. @throws InputError for a scenario that they do not know */
export async function planOne(
  { inputs }: JobContext,
  scenario: string,
  tree: KernelTree,
  { cpus, machineCpus }: PlanRoom,
): Promise<PlannedJob> {
  const suite = await readSuite(tree.rcutorture, inputs.torture);
  const plan = planGuests({
    ...{ suite, configs: scenario, cpus, machineCpus },
    ...(inputs.bootargs === undefined ? {} : { bootargs: inputs.bootargs }),
    ...(inputs.kconfig === undefined ? {} : { kconfig: inputs.kconfig }),
  });
  return { tree, suite, plan };
}

/** Ids of the scripts' folder in each commit, where they have one. */
async function scriptsIds(
  tree: string,
  commits: readonly CommitFacts[],
  context: JobContext,
): Promise<string[]> {
  const command = gitCommand(tree, "cat-file", "--batch-check=%(objectname)");
  const stdin = commits.map(({ commit }) => `${commit}:tools/testing/selftests/rcutorture\n`).join("");
  const { stdout } = await context.executor.run({ ...command, stdin });
  return stdout.split("\n").map((line) => (/^[0-9a-f]+$/.test(line) ? line : ""));
}

/**
 * Commits whose kernels a store has. Commits with the same scripts differ in nothing but their trees, so one of them
 * answers for all.
 */
export async function storedKernels(
  context: JobContext,
  asked: BisectSubject,
  store: Store,
  commits: readonly CommitFacts[],
): Promise<string[]> {
  const path = asked.tree.path;
  const ids = await scriptsIds(path, commits, context);
  const groups = Map.groupBy(commits.keys(), (place) => ids[place] ?? "");
  const few = pLimit(8);
  const found: Promise<string[]>[] = [];
  for (const [scripts, places] of groups) {
    const [first] = places.flatMap((place) => commits[place] ?? []);
    const keyed = scripts === "" || first === undefined ? undefined : await keyOf(context, asked, first);
    for (const { commit, treeId } of places.flatMap((place) => commits[place] ?? [])) {
      if (keyed === undefined) continue;
      const key = buildKey({ ...keyed.ingredients, tree: treeId });
      found.push(few(async () => ((await store.lookup(key)).outcome === "hit" ? [commit] : [])));
    }
  }
  return (await Promise.all(found)).flat();
}

async function keyOf(
  context: JobContext,
  asked: BisectSubject,
  commit: CommitFacts,
): Promise<Keyed | undefined> {
  try {
    await using scripts = await scriptsOf(asked.tree.path, commit, context.executor);
    const job = await planOne(context, asked.scenario, scripts, { cpus: 0, machineCpus: 1 });
    const keyed = await keysOf(context, job, { ...commit, state: "clean" });
    return keyed.get(asked.scenario);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
