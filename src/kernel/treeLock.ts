import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { plainEnvironment } from "../systems/environment.ts";
import { userName } from "../systems/home.ts";
import { processIds } from "../systems/processes.ts";
import { ownPattern, sweepFunction } from "../systems/warden.ts";
import { endProcesses, holdersOf, parentOf } from "./killPrevious.ts";
import type { KernelTree } from "./tree.ts";

/** That of `kvm.sh` since Linux 7.0, which it takes by itself. */
const scriptsLockName = ".kvm.sh.lock";

/** Milliseconds between two tries. */
const retryInterval = 1000;

/** Name of the process that holds a tree, by which others find who has it. */
const holderName = "rcutorture-action-tree";

/**
 * Tries to take the lock (flock(2), which the kernel frees with its last holder), on the tree's rcutorture folder itself:
 * no file is left in the tree. `$1`: the mark of our processes, `$2`: the folder, `$3`: who we are, `$4`: the program that
 * keeps it.
 */
const taker = `exec 9<"$2"
flock -n 9 || exit $?
exec sh -c "$4" ${holderName} "$1" "$2" "$3"`;

/**
 * Keeps the lock until its input says `free`. When that ends without it, this process has died: what is left of the build
 * goes first, then the lock.
 */
const holder = `trap '' HUP INT TERM QUIT PIPE
${sweepFunction}
echo held
while read -r line; do test "$line" = free && exit 0; done
sweep "$1"`;

export interface TreeLockOptions {
  /** One line: who has the tree. */
  info(line: string): void;
  /** Ends the waiting; nothing is held then. */
  readonly signal?: AbortSignal | undefined;
  /** Who builds there is ended instead of waited for. */
  readonly killPrevious?: boolean;
}

/** The tree is ours until disposed. */
export interface TreeLock extends AsyncDisposable {
  /** Another job built there meanwhile. */
  readonly waited: boolean;
}

/** A tree, by the folder whose lock is taken (`rcutorture`). */
type Lockable = Pick<KernelTree, "path" | "rcutorture">;

interface Held {
  users: number;
  readonly waited: boolean;
  readonly child: ChildProcess | undefined;
}

/** Locks that this process holds, by the path of the tree: what checks out a commit then builds it. */
const held = new Map<string, Promise<Held>>();

/**
 * Waits until no other job of this machine builds in the tree, and keeps others from it until disposed: two builds in one
 * tree break each other, or give a kernel of both. A `kvm.sh` that has a lock of its own is waited for, too.
 */
export async function lockTree(tree: Lockable, options: TreeLockOptions): Promise<TreeLock> {
  const { path } = tree;
  const lock = held.get(path) ?? take(tree, options);
  held.set(path, lock);
  const mine = await lock;
  mine.users++;
  return {
    waited: mine.waited,
    async [Symbol.asyncDispose]() {
      if (--mine.users > 0) return;
      held.delete(path);
      await free(mine.child);
    },
  };
}

async function free(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.ref();
  child.stdin?.end("free\n");
  await gone;
}

/** Who we are, for others that wait. */
function whoWeAre(): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = process.env;
  const job = server && repository && run ? ` for ${server}/${repository}/actions/runs/${run}` : "";
  return `process ${process.pid} of ${userName()} on ${hostname()}${job}, since ${new Date().toISOString()}`;
}

async function take(tree: Lockable, { info, signal, killPrevious }: TreeLockOptions): Promise<Held> {
  const told = new Set<string>();
  const tell = (line: string) => {
    if (!told.has(line)) info(line);
    told.add(line);
  };
  while (!signal?.aborted) {
    const child = await tryToHold(tree.rcutorture);
    if (typeof child !== "number") {
      await waitForScripts(tree, tell, signal, killPrevious);
      return { users: 0, waited: told.size > 0, child };
    }
    // Removed by the job that had it, as checkouts of our own are.
    if (!existsSync(tree.rcutorture)) return { users: 0, waited: true, child: undefined };
    if (child !== 1) {
      tell(`Builds of others in ${tree.path} are not noticed: flock does not work there (status ${child}).`);
      return { users: 0, waited: false, child: undefined };
    }
    const holder = holderOf(tree.rcutorture);
    const what = `Another job builds in ${tree.path}${holder === undefined ? "" : ` (${holder.who})`}`;
    if (killPrevious && holder !== undefined) {
      tell(`${what}; kill-previous ends it.`);
      await end([parentOf(holder.pid) ?? holder.pid], tell);
    } else tell(`${what}; waiting until it is done.`);
    await sleep(retryInterval, undefined, signal ? { signal } : {}).catch(() => undefined);
  }
  return { users: 0, waited: false, child: undefined };
}

/** @returns the process that holds the lock, or the exit status of one that does not; 1: another one does. */
async function tryToHold(folder: string): Promise<ChildProcess | number> {
  const argv = ["-c", taker, "rcutorture-action-lock", ownPattern, folder, whoWeAre(), holder];
  const child = spawn("sh", argv, {
    stdio: ["pipe", "pipe", "ignore"],
    env: plainEnvironment(process.env),
    detached: true,
  });
  child.stdin?.on("error", () => {});
  const status = await new Promise<number | undefined>((resolve) => {
    child.once("error", () => resolve(127));
    child.once("exit", (code) => resolve(code ?? 127));
    child.stdout?.once("data", () => resolve(undefined));
  });
  if (status !== undefined) return status;
  // Neither the holder nor its pipes are a reason to stay alive.
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) (pipe as { unref?: () => void } | null)?.unref?.();
  return child;
}

/** Ends processes, and says which of them it cannot end. */
async function end(pids: readonly number[], tell: (line: string) => void): Promise<void> {
  const denied = await endProcesses(pids);
  if (denied.length > 0)
    tell(`kill-previous: process ${denied.join(", ")} is another user's; waiting until it is done.`);
}

/** Who holds the lock, as its holder says; undefined: not to be seen from here (another container). */
function holderOf(folder: string): { readonly pid: number; readonly who: string } | undefined {
  for (const pid of processIds()) {
    try {
      const argv = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      if (argv[3] === holderName && argv[5] === folder) return { pid, who: (argv[6] ?? "").slice(0, 300) };
    } catch {
      // Gone meanwhile.
    }
  }
  return undefined;
}

/** Waits for a `kvm.sh` that somebody else runs here, which would make ours fail at once. */
async function waitForScripts(
  tree: Lockable,
  tell: (line: string) => void,
  signal: AbortSignal | undefined,
  killPrevious: boolean | undefined,
): Promise<void> {
  const file = join(tree.rcutorture, scriptsLockName);
  while (existsSync(file) && !signal?.aborted) {
    const child = spawn("flock", ["-n", file, "true"], {
      stdio: "ignore",
      env: plainEnvironment(process.env),
    });
    const status = await new Promise<number>((resolve) => {
      child.once("error", () => resolve(127));
      child.once("exit", (code) => resolve(code ?? 127));
    });
    if (status !== 1) return;
    const holders = killPrevious ? holdersOf(file) : [];
    const what = `Another kvm.sh has ${tree.path} (it holds ${file})`;
    if (holders.length > 0) {
      tell(`${what}; kill-previous ends it.`);
      await end(holders, tell);
    } else tell(`${what}; waiting until it is done.`);
    await sleep(retryInterval, undefined, signal ? { signal } : {}).catch(() => undefined);
  }
}
