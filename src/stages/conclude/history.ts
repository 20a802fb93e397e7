import { hash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { JobContext } from "../../context.ts";
import { messageOf } from "../../errors.ts";
import { gitCommand } from "../../kernel/git.ts";
import type { HistoryScope } from "../../plan/historyScope.ts";
import type { Results } from "../../results/schema.ts";
import { hasVerdict } from "../../results/status.ts";
import type { RunDirectory } from "../../rundir/open.ts";
import { type History, historyOf } from "../../statistics/history.ts";
import { createManifest } from "../../storage/manifest.ts";
import type { Store } from "../../storage/store.ts";
import { earlierRuns, parseHistory, renderHistory, type StoredRun, slimResults } from "./historyRecord.ts";

const file = "history.json";

export interface BranchHistory {
  /** What earlier runs say about this one; undefined when there are none. */
  readonly past: History | undefined;
  /** Those of them that had the very same kernel: their guests are samples of it as well. */
  readonly alike: readonly Results[];
  /** Adds this run's results to the branch's record. Never rejects. */
  keep(): Promise<void>;
}

/**
 * The branches whose past counts, the own one first, a pull request's base next.
 * @param tree the kernel tree, asked outside GitHub; absent: its branch may have changed since the build
 */
async function branches(
  { environment, executor }: JobContext,
  tree: string | undefined,
): Promise<readonly string[]> {
  const { GITHUB_HEAD_REF: head, GITHUB_BASE_REF: base, GITHUB_REF_NAME: ref } = environment.variables;
  const own = head || ref;
  // A push says no base; a new branch comes from the default one, as a rule.
  const from = base || (own && (await defaultBranch(environment.variables.GITHUB_EVENT_PATH)));
  const named = [...new Set([own, from].filter((name) => name !== undefined && name !== ""))] as string[];
  if (named.length > 0 || tree === undefined) return named;
  const asked = await executor.run(gitCommand(tree, "symbolic-ref", "--short", "--quiet", "HEAD"));
  return [(asked.exitStatus === 0 && asked.stdout.trim()) || "local"];
}

const eventSchema = z.object({ repository: z.object({ default_branch: z.string() }) });

/** The repository's default branch, as the event that started the workflow says; undefined: it does not. */
async function defaultBranch(eventPath: string | undefined): Promise<string | undefined> {
  if (!eventPath) return undefined;
  try {
    const event = eventSchema.parse(JSON.parse(await readFile(eventPath, "utf8")));
    return event.repository.default_branch;
  } catch {
    return undefined;
  }
}

const digest = (text: string) => hash("sha256", text).slice(0, 16);

/** Start of the keys of a branch's records. Branches may have any name, so a digest stands for it. */
function branchPrefix({ suite, architecture }: HistoryScope, branch: string): string {
  const plain = (text: string) => text.replace(/[^\w.]+/g, "-").slice(0, 60);
  const readable = plain(branch);
  // Of several suites it is a list, and keys have no commas.
  return `rcutorture-history-1-${plain(suite)}-${architecture}-${readable}-${digest(branch)}-`;
}

async function fetchRuns(store: Store, key: string): Promise<StoredRun[]> {
  const folder = await mkdtemp(join(tmpdir(), "rcutorture-history-"));
  try {
    const fetched = await store.fetch(key, folder);
    return fetched.outcome === "hit" ? parseHistory(await readFile(join(folder, file), "utf8")) : [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The newest record of the same scenarios (jobs of a matrix have one each), else of any; else of the next branch. */
async function newestRuns(store: Store, scope: HistoryScope, names: readonly string[]): Promise<StoredRun[]> {
  for (const branch of names) {
    const prefix = branchPrefix(scope, branch);
    const entry = (await store.nearest(`${prefix}${setOf(scope)}-`)) ?? (await store.nearest(prefix));
    const runs = entry === undefined ? [] : await fetchRuns(store, entry.key);
    if (runs.length > 0) return runs;
  }
  return [];
}

const setOf = ({ scenarios }: HistoryScope) => digest([...new Set(scenarios)].sort().join(" "));

async function saveRuns(store: Store, key: string, suite: string, runs: readonly StoredRun[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "rcutorture-history-"));
  try {
    await writeFile(join(directory, file), renderHistory(runs));
    const manifest = await createManifest(directory, [{ path: file }], {
      key,
      scenario: `history of ${suite}`,
      provenance: { toolchain: {}, ingredients: {} },
    });
    await store.save({ directory, manifest });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** What earlier runs of this branch left, the newest first. Never rejects. */
export async function runsBefore(
  context: JobContext,
  store: Store,
  scope: HistoryScope,
  tree: string,
): Promise<StoredRun[]> {
  try {
    return await newestRuns(store, scope, await branches(context, tree));
  } catch (error) {
    context.ui.warning(`Nothing is known of earlier runs: ${messageOf(error)}`);
    return [];
  }
}

/** This run's entry in the record. */
function stored({ environment }: JobContext, results: Results): StoredRun {
  const { GITHUB_RUN_ID: id, GITHUB_RUN_NUMBER: run } = environment.variables;
  return { ...(id ? { id } : {}), ...(run ? { run } : {}), results: slimResults(results) };
}

/**
 * Looks up what earlier runs of this branch left in the store: results of the newest runs without their texts, one
 * record a run, each holding its predecessors. Two runs that end at the same time may lose one of them; a
 * history with a gap is still one. Never rejects.
 */
export async function branchHistory(
  context: JobContext,
  store: Store,
  run: Pick<RunDirectory, "suite" | "tree" | "rerunOf">,
  results: Results,
): Promise<BranchHistory> {
  const harmless = (what: string) => (error: unknown) => {
    context.ui.warning(`${what}: ${messageOf(error)}`);
    return undefined;
  };
  const architecture = results.systems.at(-1)?.architecture ?? "unknown";
  const scenarios = results.guests.map(({ scenario }) => scenario);
  const scope: HistoryScope = { suite: run.suite, architecture, scenarios };
  const own = stored(context, results);
  const look = async () => {
    const [branch, ...bases] = await branches(context, run.rerunOf === undefined ? run.tree : undefined);
    if (branch === undefined) return undefined;
    const runs = await newestRuns(store, scope, [branch, ...bases]);
    const past = earlierRuns(runs, own.id);
    return { branch, runs, past: past.length === 0 ? undefined : historyOf(past, { results }) };
  };
  const found = await look().catch(harmless("Nothing is known of earlier runs"));
  return {
    past: found?.past,
    alike: (found?.runs ?? []).filter((one) => sameKernel(one, own)).map((one) => one.results),
    async keep() {
      const judged = results.guests.some(hasVerdict);
      if (found === undefined || !judged) return;
      // An earlier attempt of the same job stands in these results too.
      const others = found.runs.filter((one) => !sameJob(one, own));
      const key = `${branchPrefix(scope, found.branch)}${setOf(scope)}-${Date.parse(results.createdAt)}`;
      await saveRuns(store, key, run.suite, [own, ...others]).catch(
        harmless("Later runs will not know of this one"),
      );
    },
  };
}

function sameJob(one: StoredRun, own: StoredRun): boolean {
  const names = ({ results }: StoredRun) => new Set(results.guests.map(({ scenario }) => scenario));
  return one.id !== undefined && one.id === own.id && [...names(one)].every((name) => names(own).has(name));
}

/** Another workflow run of a commit, whose tree was as committed both times. */
function sameKernel(one: StoredRun, own: StoredRun): boolean {
  const [theirs, ours] = [one.results.kernel, own.results.kernel];
  const clean = theirs.state === "clean" && ours.state === "clean";
  return clean && ours.commit !== undefined && theirs.commit === ours.commit && one.id !== own.id;
}
