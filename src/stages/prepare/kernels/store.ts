import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import type { JobContext, JobEnvironment } from "../../../context.ts";
import { buildKey, explainMiss, type Ingredients, keyPrefix } from "../../../kernel/fingerprint.ts";
import type { GitFacts } from "../../../kernel/git.ts";
import { gatherIngredients, ingredientsOf } from "../../../kernel/ingredients.ts";
import { imageName, isBuildFile } from "../../../rundir/buildFiles.ts";
import { guestFiles } from "../../../rundir/names.ts";
import { readQemuCmd } from "../../../rundir/open.ts";
import { createManifest, type Provenance } from "../../../storage/manifest.ts";
import { type Fetched, type Store, symbolsKey } from "../../../storage/store.ts";
import type { Ui } from "../../../ui.ts";
import type { PlannedJob } from "../plan.ts";

/** A scenario's key and what it is made of. */
export interface Keyed {
  readonly key: string;
  readonly ingredients: Ingredients;
}

/**
 * Keys of the planned scenarios; none where builds of this tree cannot be recognised again, which is said.
 */
export async function keysOf(
  context: JobContext,
  { tree, plan, suite }: PlannedJob,
  git: GitFacts,
): Promise<Map<string, Keyed>> {
  const { inputs, ui, executor, environment } = context;
  if (git.treeId === undefined) {
    ui.info(
      `${tree.path}: ${git.reason ?? "git says nothing"}; its builds are recognised by the content of its files.`,
    );
  }
  const gathered = await gatherIngredients(tree, git, inputs, executor, environment.variables);
  if ("unknown" in gathered) {
    ui.info(gathered.unknown);
    return new Map();
  }
  const keys = new Map<string, Keyed>();
  for (const name of new Set(plan.guests.map(({ scenario }) => scenario))) {
    const scenario = suite.scenarios.get(name);
    if (!scenario) continue;
    const ingredients = ingredientsOf(gathered.common, suite, scenario, inputs);
    keys.set(name, { key: buildKey(ingredients), ingredients });
  }
  return keys;
}

/** A disk or a service is kept busy by a few, and crowded by many. */
const fetchesAtATime = 4;

/**
 * Brings stored builds into `folder`, one folder a scenario.
 * @returns the scenarios that came, each with the store that had it and its manifest.
 */
export async function fetchBuilds(
  store: Store,
  keys: ReadonlyMap<string, string>,
  folder: string,
  ui: Ui,
): Promise<Map<string, Fetched>> {
  const some = pLimit(fetchesAtATime);
  const fetches = [...keys].map(([scenario, key]) =>
    some(async () => {
      const fetched = await store.fetch(key, join(folder, scenario));
      if (fetched.outcome === "hit") {
        ui.info(`${scenario}: kernel from the ${fetched.store} store (${key})`);
        return [[scenario, fetched]] as const;
      }
      if (fetched.outcome !== "miss") ui.info(`${scenario}: not from a store: ${fetched.reason}`);
      return [];
    }),
  );
  return new Map((await Promise.all(fetches)).flat());
}

/** Says which ingredient made a scenario miss. */
export async function explain(store: Store, { ingredients }: Keyed, ui: Ui): Promise<void> {
  const nearest = await store.nearest(keyPrefix(ingredients));
  if (nearest !== undefined && nearest.ingredients === undefined) {
    ui.info(`${ingredients.scenario}: not stored; the nearest stored build is ${nearest.key}`);
  } else ui.info(explainMiss(ingredients, nearest?.ingredients));
}

/** Where a build comes from, for its manifest. */
export interface BuildOrigin {
  readonly git: GitFacts;
  readonly workflowRun: Provenance["workflowRun"];
  /** Key of the tree's scripts, where they are kept. */
  readonly scripts: string | undefined;
}

/** The workflow run that this job belongs to, as the runner's variables say. */
export function workflowRunOf({ attempt, variables }: JobEnvironment): Provenance["workflowRun"] {
  const { GITHUB_RUN_ID: id, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = variables;
  if (!id) return undefined;
  return {
    id,
    attempt,
    ...(server && repository ? { url: `${server}/${repository}/actions/runs/${id}` } : {}),
  };
}

/**
 * Keeps a scenario's build, and its `vmlinux` as an entry of its own. The scripts must be done with its folder.
 */
export async function keepBuild(
  store: Store,
  rundir: string,
  scenario: string,
  { key, ingredients }: Keyed,
  origin: BuildOrigin,
): Promise<void> {
  const directory = join(rundir, scenario);
  const cmd = await readQemuCmd({ path: rundir }, scenario);
  const image = cmd && imageName(cmd);
  const names = await readdir(directory);
  const files = names
    .filter((name) => isBuildFile(name, image) && name !== guestFiles.vmlinux)
    .map((path) => ({ path, immutable: true }));
  const { git, workflowRun, scripts } = origin;
  const provenance = {
    ...(git.repository === undefined ? {} : { repository: git.repository }),
    ...(git.commit === undefined ? {} : { commit: git.commit }),
    ...(git.describe === undefined ? {} : { describe: git.describe }),
    ...(workflowRun === undefined ? {} : { workflowRun }),
    ...(scripts === undefined ? {} : { scripts }),
    toolchain: { compiler: ingredients.compiler, linker: ingredients.linker },
    ingredients: { ...ingredients },
  };
  const facts = { key, scenario, provenance };
  const manifest = await createManifest(directory, [...files, { path: guestFiles.qemuCmd }], facts);
  await store.save({ directory, manifest });
  if (!names.includes(guestFiles.vmlinux)) return;
  const symbols = await createManifest(directory, [{ path: guestFiles.vmlinux, immutable: true }], {
    ...facts,
    key: symbolsKey(key),
  });
  await store.save({ directory, manifest: symbols });
}

/** A folder beside the new run directory, on the same file system, for what stores give. */
export async function fetchFolder(rundir: string): Promise<string> {
  const folder = `${rundir}.${process.pid}.fetched`;
  await mkdir(folder, { recursive: true });
  return folder;
}
