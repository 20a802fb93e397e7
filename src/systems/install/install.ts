import { setTimeout as sleep } from "node:timers/promises";
import type { Command, CommandResult, Executor } from "../command.ts";
import type { PackageManager } from "./missing.ts";

/** Words before a command that make root run it: none for root, `sudo -n` where that asks for no password. */
export type AsRoot = readonly string[];

/** How this user becomes root without being asked; undefined: not at all. */
export async function asRoot(executor: Executor): Promise<AsRoot | undefined> {
  const id = await executor.run({ argv: ["id", "-u"], timeout: 10_000 });
  if (id.stdout.trim() === "0") return [];
  const sudo = await executor.run({ argv: ["sudo", "-n", "true"], timeout: 10_000 });
  return sudo.exitStatus === 0 ? ["sudo", "-n"] : undefined;
}

/** Minutes that a mirror and dpkg may take; a mirror that is silent is given up by apt after half a minute. */
const installTimeout = 15 * 60_000;

/** Nobody is asked anything, and needrestart restarts nothing. sudo drops variables: they are given behind it. */
const quiet = ["DEBIAN_FRONTEND=noninteractive", "NEEDRESTART_SUSPEND=1", "NEEDRESTART_MODE=l"];

const aptOptions = [
  ...["-o", "Acquire::Retries=3", "-o", "Acquire::http::Timeout=30", "-o", "Acquire::https::Timeout=30"],
  // Another apt (unattended upgrades) may be at work when a machine has just booted.
  ...["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Options::=--force-confold"],
];

/**
 * Commands that install packages of these names, the last one decides. apt's lists are fetched first: on an image
 * that is weeks old, the mirror has the versions that they name no longer.
 */
export function installCommands(
  manager: PackageManager,
  packages: readonly string[],
  root: AsRoot,
): Command[] {
  const make = (...words: string[]): Command => {
    const [program = "", ...rest] = [...root, "env", ...quiet, ...words];
    return { argv: [program, ...rest], timeout: installTimeout };
  };
  if (manager === "dnf") {
    const options = ["-y", "-q", "--setopt=install_weak_deps=False", "--setopt=retries=3"];
    return [make("dnf", ...options, "install", ...packages)];
  }
  const install = ["-q", "-y", "--no-install-recommends", "install", "--", ...packages];
  return [make("apt-get", ...aptOptions, "-q", "update"), make("apt-get", ...aptOptions, ...install)];
}

export interface InstallOptions {
  readonly signal?: AbortSignal;
  /** Hears of a trial that failed, in one line. */
  readonly failed: (reason: string) => void;
  /** Milliseconds before the second, third, ... trial. */
  readonly waits?: readonly number[];
}

/**
 * Installs packages; a mirror that fails is tried again.
 * @returns why that failed in the end, in words of the package manager; undefined: it did not
 */
export async function install(
  manager: PackageManager,
  packages: readonly string[],
  root: AsRoot,
  executor: Executor,
  { signal, failed, waits = [5_000, 20_000] }: InstallOptions,
): Promise<string | undefined> {
  for (const wait of [...waits, undefined]) {
    const reason = await once(installCommands(manager, packages, root), executor);
    if (reason === undefined || signal?.aborted || wait === undefined) return reason;
    failed(`${reason}; trying again in ${wait / 1000} s`);
    const isCancelled = await sleep(wait, false, signal && { signal }).catch(() => true);
    if (isCancelled) return reason;
  }
  return undefined;
}

/** Never stopped half way: that would leave a package half installed. */
async function once(commands: readonly Command[], executor: Executor): Promise<string | undefined> {
  let last: CommandResult | undefined;
  // A list that cannot be fetched, of a source that we need nothing of, is no reason to stop.
  for (const command of commands) last = await executor.run(command);
  if (last === undefined || last.exitStatus === 0) return undefined;
  return reasonIn(last);
}

/** What apt-get or dnf says went wrong, in one line. */
function reasonIn({ stderr, stdout, exitStatus, cause }: CommandResult): string {
  if (cause === "timeout") return `it did not finish within ${installTimeout / 60_000} minutes`;
  const lines = `${stdout}\n${stderr}`.split("\n").map((line) => line.trim());
  const errors = lines.filter((line) => /^(?:E:|Error:|Error )/.test(line));
  const said = errors[0] ?? lines.findLast((line) => line !== "");
  return said?.replace(/^E:\s*/, "").slice(0, 300) ?? `exit status ${exitStatus}`;
}
