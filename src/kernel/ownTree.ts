import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { InfrastructureError } from "../errors.ts";
import type { Executor } from "../systems/command.ts";
import { gitCommand } from "./git.ts";
import { type KernelTree, openKernelTree } from "./tree.ts";
import { lockTree, type TreeLock, type TreeLockOptions } from "./treeLock.ts";

/** A checkout that is nobody else's. */
export interface OwnTree extends AsyncDisposable {
  /** Checks out a commit. @throws InputError when that is no kernel with rcutorture, InfrastructureError when git cannot */
  at(commit: string): Promise<KernelTree>;
}

/** Settings by which git brings what a partial clone lacks. */
const partial = String.raw`^(extensions\.partialclone|core\.repositoryformatversion|remote\..*\.(url|promisor|partialclonefilter))$`;

/** Milliseconds after which nobody will go on with a checkout that a killed job left. */
const abandonedAfter = 7 * 24 * 3600 * 1000;

/**
 * Removes checkouts that killed jobs left long ago, gigabytes each. Never rejects.
 * @param folder absolute path of the folder that holds them, and nothing else
 */
export async function sweepOwnTrees(folder: string, executor: Executor): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    // Written whenever a commit is checked out.
    const used = await stat(join(path, ".git/HEAD")).catch(() => undefined);
    if (used === undefined || Date.now() - used.mtimeMs < abandonedAfter) continue;
    // The lock of `lockTree`, on the folder itself: whoever builds there has it.
    await executor.run({ argv: ["flock", "-n", path, "rm", "-rf", "--", path] });
  }
}

/** Makes and locks a folder; whoever had it before may have removed it while we waited. */
async function holdFolder(place: string, lock: TreeLockOptions): Promise<{ folder: string; held: TreeLock }> {
  for (;;) {
    await mkdir(place, { recursive: true });
    const folder = await realpath(place);
    const held = await lockTree({ path: folder, rcutorture: folder }, lock);
    if (lock.signal?.aborted || existsSync(folder)) return { folder, held };
    await held[Symbol.asyncDispose]();
  }
}

/**
 * A folder in which commits of a repository are checked out and built, so that nothing of the user's is touched: a
 * repository of its own that borrows the user's objects (gitrepository-layout(5), objects/info/alternates). A folder
 * that a killed job left is taken over; disposing removes it.
 * @param place absolute path of the folder
 */
export async function openOwnTree(
  repository: string,
  place: string,
  executor: Executor,
  lock: TreeLockOptions,
): Promise<OwnTree> {
  const options = lock.signal ? { signal: lock.signal } : {};
  const ask = async (tree: string, ...args: string[]) => {
    const { exitStatus, stdout } = await executor.run(gitCommand(tree, ...args));
    return exitStatus === 0 ? stdout.trim() : undefined;
  };
  const must = async (...args: string[]) => {
    const { exitStatus, stderr } = await executor.run(gitCommand(folder, ...args), options);
    if (exitStatus === 0) return;
    const [why = ""] = stderr.trim().split("\n").slice(-1);
    throw new InfrastructureError(`${folder}: git ${args[0] === "-c" ? args[2] : args[0]} failed: ${why}`);
  };
  const { folder, held } = await holdFolder(place, lock);
  try {
    await must("init", "--quiet");
    const objects = await ask(repository, "rev-parse", "--git-path", "objects");
    await writeFile(
      join(folder, ".git/objects/info/alternates"),
      `${resolve(repository, objects ?? ".git/objects")}\n`,
    );
    const shallow = await ask(repository, "rev-parse", "--git-path", "shallow");
    if (shallow !== undefined)
      await copyFile(resolve(repository, shallow), join(folder, ".git/shallow")).catch(() => undefined);
    const settings = (await ask(repository, "config", "--get-regexp", partial)) ?? "";
    for (const line of settings.includes("partialclone") ? settings.split("\n") : []) {
      const [name = "", value = ""] = line.split(/ (.*)/s);
      await must("config", name, value);
    }
    await must("config", "gc.auto", "0");
  } catch (error) {
    await held[Symbol.asyncDispose]();
    throw error;
  }
  return {
    async at(commit) {
      await must("-c", "advice.detachedHead=false", "checkout", "--quiet", "--force", "--detach", commit);
      return await openKernelTree(folder);
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
      await held[Symbol.asyncDispose]();
    },
  };
}
