import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeAgain } from "../../src/rundir/again.ts";
import type { LinkKind } from "../../src/rundir/link.ts";
import { openRunDirectory } from "../../src/rundir/open.ts";
import type { BuildTree } from "../support/fakeMake.ts";

const scripts = "tools/testing/selftests/rcutorture";

export interface Change {
  readonly seconds?: number | undefined;
  readonly bootargs?: readonly string[] | undefined;
}

/** Runs one of a tree's own scripts; its exit status counts only where the caller looks. */
export function script(tree: BuildTree, name: string, args: readonly string[]): number | null {
  return spawnSync(join(tree.path, scripts, "bin", name), args, {
    cwd: tree.path,
    env: { ...process.env, PATH: tree.searchPath },
    stdio: "ignore",
  }).status;
}

/** A run directory that the tree's own `kvm.sh` made. */
export function kvmRun(tree: BuildTree, suite: string, configs: string): string {
  const args = ["--torture", suite, "--configs", configs, "--cpus", "4", "--duration", "20s"];
  // Its exit status is kvm-recheck.sh's, which finds fault with the tiny make's configuration.
  script(tree, "kvm.sh", [
    ...args,
    ...["--buildonly", "--trust-make", "--no-initrd", "--defconfig", "tinyconfig", "--datestamp", suite],
  ]);
  return join(tree.path, scripts, "res", suite);
}

/** A copy with everything but the place the same, links that lead out included. */
export function copyOf(run: string, to: string): string {
  cpSync(run, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  return to;
}

/** What the tree's own `kvm-again.sh --dryrun` makes of an old run, which it may write to. */
export function theirs(tree: BuildTree, old: string, to: string, link: LinkKind, change: Change): void {
  const { seconds, bootargs } = change;
  const status = script(tree, "kvm-again.sh", [
    ...[old, "--dryrun", "--rundir", to, "--link", link],
    ...(seconds === undefined ? [] : ["--duration", `${seconds}s`]),
    ...(bootargs === undefined ? [] : ["--bootargs", bootargs.join(" ")]),
  ]);
  if (status !== 0) throw new Error(`kvm-again.sh ended with ${status}`);
}

/** The same with ours. */
export async function ours(old: string, path: string, link: LinkKind, change: Change): Promise<void> {
  const run = await openRunDirectory(old);
  const batches = run.batches;
  const onNote = (line: string) => {
    throw new Error(line);
  };
  await makeAgain({ ...change, old: run, path, link, batches, cpus: 4, command: "test", onNote });
}

/** Guests with their `qemu-cmd` files. */
export function commands(run: string): Record<string, string> {
  const guests = readdirSync(run, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Object.fromEntries(
    guests.map(({ name }) => [name, readFileSync(join(run, name, "qemu-cmd"), "utf8")]),
  );
}
