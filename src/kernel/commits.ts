import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InfrastructureError, InputError } from "../errors.ts";
import type { Executor } from "../systems/command.ts";
import { type GitFacts, gitCommand, ownFiles } from "./git.ts";
import { type KernelTree, openKernelTree } from "./tree.ts";

/** A commit of a series. */
export interface SeriesCommit {
  readonly commit: string;
  readonly treeId: string;
  readonly describe?: string;
  /** First line of its message. */
  readonly subject: string;
}

/** More are no series for a plan, but a typing error. */
const mostCommits = 500;

/** What may be given: no option, nothing that a shell would read. */
export const commitWord = /^[A-Za-z0-9][\w./~^@{}+-]*$/;

class Repository {
  readonly #tree: string;
  readonly #executor: Executor;

  constructor(tree: string, executor: Executor) {
    this.#tree = tree;
    this.#executor = executor;
  }

  async ask(...args: string[]): Promise<string | undefined> {
    const result = await this.#executor.run(gitCommand(this.#tree, ...args));
    return result.exitStatus === 0 ? result.stdout.trim() : undefined;
  }

  /** Full id of one commit, fetched from the origin where a shallow clone lacks it. */
  async commit(given: string): Promise<string> {
    const find = (name: string) => this.ask("rev-parse", "--verify", "--quiet", `${name}^{commit}`);
    const here = await find(given);
    if (here !== undefined) return here;
    const fetched = await this.ask("fetch", "--quiet", "--depth=1", "origin", given);
    const there = fetched === undefined ? undefined : await find("FETCH_HEAD");
    if (there !== undefined) return there;
    throw new InputError(`commits: "${given}" is not a commit that this repository or its origin knows.`);
  }

  async range(given: string): Promise<string[]> {
    const listed = await this.ask("rev-list", "--reverse", `--max-count=${mostCommits + 1}`, given);
    if (listed === undefined) {
      throw new InputError(
        `commits: "${given}" is not a range that this repository knows; check out with fetch-depth: 0.`,
      );
    }
    const commits = listed.split("\n").filter(Boolean);
    if (commits.length === 0) throw new InputError(`commits: "${given}" has no commits in it.`);
    return commits;
  }
}

/**
 * The commits that words name, in their order, ranges oldest first.
 * @throws InputError for what is not a commit, one that is listed twice, and too many
 */
export async function resolveCommits(
  tree: string,
  words: readonly string[],
  executor: Executor,
): Promise<SeriesCommit[]> {
  const repository = new Repository(tree, executor);
  const ids: string[] = [];
  for (const given of words) {
    if (!commitWord.test(given)) {
      throw new InputError(
        `commits: "${given}" is not a commit; write tags, branches, ids or ranges such as A..B.`,
      );
    }
    ids.push(...(given.includes("..") ? await repository.range(given) : [await repository.commit(given)]));
    if (ids.length > mostCommits) {
      throw new InputError(`commits: "${given}" makes them more than ${mostCommits}; name fewer.`);
    }
  }
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new InputError(`commits: ${twice} is listed twice.`);
  return await Promise.all(
    ids.map(async (commit) => {
      const [treeId = "", describe, subject = ""] = await Promise.all([
        repository.ask("rev-parse", `${commit}^{tree}`),
        repository.ask("describe", "--tags", "--always", commit),
        repository.ask("show", "--no-patch", "--format=%s", commit),
      ]);
      return { commit, treeId, ...(describe ? { describe } : {}), subject: subject.slice(0, 200) };
    }),
  );
}

/**
 * The scripts and scenarios of a commit, in a folder that is gone when disposed; the checked-out files and git's
 * index stay as they are.
 * @throws InputError when the commit has no rcutorture
 */
export async function scriptsOf(
  tree: string,
  { commit }: Pick<SeriesCommit, "commit">,
  executor: Executor,
): Promise<KernelTree & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), "rcutorture-commit-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const paths = ["Makefile", "tools/testing/selftests/rcutorture"];
    const command = gitCommand(tree, `--work-tree=${folder}`, "checkout", "--force", commit, "--", ...paths);
    const index = { GIT_INDEX_FILE: join(folder, ".index") };
    const result = await executor.run({ ...command, env: { ...command.env, ...index } });
    if (result.exitStatus !== 0) {
      throw new InputError(`commits: ${commit} has no rcutorture: ${result.stderr.trim().split("\n")[0]}`);
    }
    return { ...(await openKernelTree(folder)), [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Checks out a commit in the tree, as kvm-series.sh does; disposing goes back to what was checked out.
 * @throws InputError when files that git knows were changed, InfrastructureError when git cannot
 */
export async function checkOut(
  { path }: KernelTree,
  facts: GitFacts,
  commit: string,
  executor: Executor,
): Promise<AsyncDisposable> {
  const repository = new Repository(path, executor);
  if (facts.commit === commit) return { async [Symbol.asyncDispose]() {} };
  const changed = await repository.ask("status", "--porcelain", "--untracked-files=no", "--", ...ownFiles);
  if (changed !== "") {
    throw new InputError(
      `kernel "${path}": has changes, and another commit is to be checked out; commit or drop them.`,
    );
  }
  const before =
    (await repository.ask("symbolic-ref", "--short", "--quiet", "HEAD")) ?? facts.commit ?? "HEAD";
  await repository.commit(commit);
  const go = async (where: string, ...options: string[]) => {
    if ((await repository.ask("checkout", "--quiet", ...options, where)) === undefined) {
      throw new InfrastructureError(`${path}: git could not check out ${where}.`);
    }
  };
  await go(commit, "--detach");
  return { [Symbol.asyncDispose]: () => go(before) };
}
