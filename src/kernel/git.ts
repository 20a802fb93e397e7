import type { Command, Executor } from "../systems/command.ts";

/** What git says about a kernel tree. Absent: the tree is no git repository of its own, or git is missing. */
export interface GitFacts {
  readonly commit?: string;
  /** `HEAD^{tree}`: the same for a reworded commit. */
  readonly treeId?: string;
  readonly describe?: string;
  /** Where it was cloned from, without credentials. */
  readonly repository?: string;
  readonly state: "clean" | "modified" | "unknown";
  /** One line on why nothing is known. */
  readonly reason?: string;
}

/** Paths below the tree that the scripts write themselves; git ignores them in mainline, not in every tree. */
export const scriptsOutput = ["res", "initrd"].map((name) => `tools/testing/selftests/rcutorture/${name}`);

/**
 * A git command on a tree, as data. Takes no locks and trusts the tree whoever owns it, because in CI the user
 * who checked out is often not the one who builds. External diff and text conversion programs are not run.
 */
export function gitCommand(tree: string, ...args: string[]): Command {
  return {
    argv: ["git", "-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-C", tree, ...args],
    env: { GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
  };
}

/**
 * Environment in which any git, also one that a script runs, trusts this tree whoever owns it, as `gitCommand` does
 * for ours (git-config(1), GIT_CONFIG_COUNT; builds inherit no such configuration, see buildEnvironment).
 */
export function trustTree(tree: string): Record<string, string> {
  return { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: tree };
}

/** Pathspecs of everything but what the scripts write. */
export const ownFiles = [".", ...scriptsOutput.map((path) => `:(exclude)${path}`)];

/** Asks git about a tree; never fails, because kernels without git build as well. */
export async function readGitFacts(tree: string, executor: Executor): Promise<GitFacts> {
  const heads = await executor.run(gitCommand(tree, "rev-parse", "--show-cdup", "HEAD", "HEAD^{tree}"));
  if (heads.cause === "failed-to-start") return { state: "unknown", reason: "git is not installed" };
  if (heads.exitStatus !== 0) {
    return { state: "unknown", reason: heads.stderr.trim().split("\n")[0] || "not a git repository" };
  }
  // --show-cdup is the way up to the top: a tree inside another repository is not that repository's.
  const [up, commit, treeId] = heads.stdout.split("\n");
  if (up !== "") return { state: "unknown", reason: "the tree is not a git repository of its own" };
  const [status, describe, remote] = await Promise.all([
    executor.run(gitCommand(tree, "status", "--porcelain", "--", ...ownFiles)),
    executor.run(gitCommand(tree, "describe", "--tags", "--always")),
    executor.run(gitCommand(tree, "remote", "get-url", "origin")),
  ]);
  const state = status.exitStatus !== 0 ? "unknown" : status.stdout === "" ? "clean" : "modified";
  return {
    ...(commit ? { commit } : {}),
    ...(treeId ? { treeId } : {}),
    ...(describe.exitStatus === 0 ? { describe: describe.stdout.trim() } : {}),
    ...(remote.exitStatus === 0 ? { repository: withoutCredentials(remote.stdout.trim()) } : {}),
    state,
  };
}

/**
 * What to call the kernel of a tree: as `git describe` does, and where git knows no commit `v7.3.4`, as tags are named,
 * after the version in its Makefile.
 */
export function describeTree({ describe, commit }: GitFacts, version: string): string | undefined {
  return describe ?? (commit === undefined ? `v${version}` : undefined);
}

/** `https://token@host/path` loses what stands before the @. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)[^/@]*@/, "$1");
}
