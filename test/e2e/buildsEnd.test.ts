import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { cliFile, startCli } from "../support/cli.ts";
import { type BuildTree, buildTree } from "../support/fakeMake.ts";
import { kernelTrees, parityTrees } from "../support/kernelTree.ts";
import { killHard, processes, processesWith } from "../support/processes.ts";
import { startStep } from "../support/runner.ts";

/** A crowded machine may take its time; what stays does so for ever. */
const patient = { timeout: 60_000, interval: 50 };

let folder: string;
let tree: BuildTree;
let runs = 0;

const trees = await kernelTrees();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "builds-end-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  for (const { pid } of processesWith(tree.path)) killHard(pid);
  await tree[Symbol.asyncDispose]();
});

const environment = () => ({
  PATH: tree.searchPath,
  RCUTORTURE_ACTION_CACHE: join(folder, "store"),
  XDG_CACHE_HOME: join(folder, "cache"),
});

/** Inputs of a build that hangs in make, and its run directory. */
function inputs() {
  const rundir = join(folder, `run-${runs++}`);
  return {
    rundir,
    inputs: { kernel: tree.path, configs: "TINY01", defconfig: "tinyconfig", "no-initrd": "true", rundir },
  };
}

const flags = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).flatMap(([name, value]) => (value === "true" ? [`--${name}`] : [`--${name}`, value]));

const alive = (pid: number) => processes().some((entry) => entry.pid === pid);

/** The make that hangs now. */
async function hanging(): Promise<number> {
  const file = join(tree.path, "hanging");
  await expect.poll(() => existsSync(file) && readFileSync(file, "utf8") !== "", patient).toBe(true);
  return Number(readFileSync(file, "utf8"));
}

/** Lets builds go on: the one that hangs, and later ones. */
function letGo(make: number): void {
  rmSync(join(tree.path, "hang-on"));
  for (const { pid, parent } of processes()) if (parent === make) killHard(pid);
}

async function hangingTree(which = trees.at(-1)): Promise<void> {
  if (which === undefined) throw new Error("no kernel tree");
  tree = await buildTree(which);
  await tree.obey("hang-on", "CONFIG_64BIT=y");
}

describe.each(trees)("builds with the kvm.sh of $name", (which) => {
  it("die with a command line that is killed; who waited for the tree builds then", async () => {
    await hangingTree(which);
    const [one, other] = [inputs(), inputs()];
    const first = startCli(["build", ...flags(one.inputs)], { env: environment() });
    const make = await hanging();
    const second = startCli(["build", ...flags(other.inputs)], { env: environment() });
    await second.seen(new RegExp(`Another job builds in .* \\(process ${first.child.pid} of .*waiting`));
    rmSync(join(tree.path, "hang-on"));
    const temporary = processesWith("rcutorture-action-warden").length;
    expect(temporary).toBeGreaterThan(0);
    first.child.kill("SIGKILL");
    await expect.poll(() => alive(make), patient).toBe(false);
    expect(await second.ended, second.said()).toBe(0);
    expect(second.said()).toMatch(/1 of 1 kernels ready/);
    await expect.poll(() => processesWith(one.rundir), patient).toEqual([]);
    await expect.poll(() => existsSync(`${one.rundir}.${first.child.pid}.fetched`), patient).toBe(false);
  });

  it("are no failure of the kernel's when Ctrl-C ends them", async () => {
    await hangingTree(which);
    const { rundir, inputs: given } = inputs();
    const cli = startCli(["build", ...flags(given)], { env: environment() });
    const make = await hanging();
    // As a terminal does: everything in the foreground gets it.
    process.kill(-(cli.child.pid ?? 0), "SIGINT");
    expect(await cli.ended, cli.said()).toBe(3);
    expect(cli.said()).not.toMatch(/build failed/);
    expect(alive(make)).toBe(false);
    expect(processesWith(rundir)).toEqual([]);
  });
});

it("who waited for a tree takes the kernels that the other job has kept", async () => {
  await hangingTree();
  const git = (...argv: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-C", tree.path, ...argv]);
  git("init", "-q");
  // As the kernel's own: what is built there is no change.
  await writeFile(join(tree.path, ".gitignore"), "*\n");
  git("add", "-f", ".gitignore", "Makefile", "tools");
  git("commit", "-q", "-m", "tree");
  const first = startCli(["build", ...flags(inputs().inputs)], { env: environment() });
  const make = await hanging();
  const second = startCli(["build", ...flags(inputs().inputs)], { env: environment() });
  await second.seen(/Another job builds in/);
  letGo(make);
  expect(await first.ended, first.said()).toBe(0);
  expect(await second.ended, second.said()).toBe(0);
  expect(second.said()).toMatch(/TINY01: kernel from the .* store/);
});

it("a kvm.sh that holds the lock of Linux 7.0 and later is waited for", async () => {
  await hangingTree();
  const bin = "tools/testing/selftests/rcutorture/bin/kvm.sh";
  const hasLock = readFileSync(join(tree.path, bin), "utf8").includes(".kvm.sh.lock");
  const file = join(tree.path, "tools/testing/selftests/rcutorture/.kvm.sh.lock");
  const real = [bin, "--configs", "TINY01", "--defconfig", "tinyconfig", "--no-initrd", "--buildonly"];
  // An older one has none: then in the way of a newer one, a descriptor of the script and of all that it starts.
  const like = ["-c", 'exec 9>"$0"; flock 9; echo > hanging; exec sleep 1000', file];
  const script = spawn("bash", hasLock ? real : like, {
    ...{ stdio: "ignore", detached: true, cwd: tree.path },
    env: { ...process.env, ...environment() },
  });
  await expect.poll(() => existsSync(join(tree.path, "hanging")), patient).toBe(true);
  rmSync(join(tree.path, "hang-on"));
  const build = startCli(["build", ...flags(inputs().inputs)], { env: environment() });
  await build.seen(/Another kvm\.sh has .*\.kvm\.sh\.lock\); waiting until it is done/);
  process.kill(-(script.pid ?? 0), "SIGKILL");
  expect(await build.ended, build.said()).toBe(0);
});

describe.each(await parityTrees())("kill-previous, $name", (which) => {
  it("ends the job of ours that builds in the tree, and builds", async () => {
    await hangingTree(which);
    const first = startCli(["build", ...flags(inputs().inputs)], { env: environment() });
    const make = await hanging();
    rmSync(join(tree.path, "hang-on"));
    const second = startCli(["build", "--kill-previous", ...flags(inputs().inputs)], { env: environment() });
    expect(await second.ended, second.said()).toBe(0);
    expect(second.said()).toMatch(
      new RegExp(`Another job builds in .* \\(process ${first.child.pid} of .*; kill-previous ends it`),
    );
    expect(await first.ended, first.said()).toBe(3);
    expect(alive(make)).toBe(false);
  });

  it("ends a kvm.sh that holds the tree's lock, with all that it has started", async () => {
    await hangingTree(which);
    const bin = "tools/testing/selftests/rcutorture/bin/kvm.sh";
    const hasLock = readFileSync(join(tree.path, bin), "utf8").includes(".kvm.sh.lock");
    const file = join(tree.path, "tools/testing/selftests/rcutorture/.kvm.sh.lock");
    const real = [bin, "--configs", "TINY01", "--defconfig", "tinyconfig", "--no-initrd", "--buildonly"];
    const like = ["-c", 'exec 9>"$0"; flock 9; trap "" TERM; echo $$ > hanging; sleep 1000', file];
    const script = spawn("bash", hasLock ? real : like, {
      ...{ stdio: "ignore", detached: true, cwd: tree.path },
      env: { ...process.env, ...environment() },
    });
    const make = await hanging();
    rmSync(join(tree.path, "hang-on"));
    const build = startCli(["build", "--kill-previous", ...flags(inputs().inputs)], { env: environment() });
    expect(await build.ended, build.said()).toBe(0);
    expect(build.said()).toMatch(/Another kvm\.sh has .*; kill-previous ends it/);
    expect(alive(make)).toBe(false);
    expect(alive(script.pid ?? 0)).toBe(false);
  });
});

it("a build that is ended leaves did-not-run to later steps", async () => {
  await hangingTree();
  const step = startStep("main", { inputs: { mode: "build", ...inputs().inputs }, env: environment() });
  await hanging();
  step.child.kill("SIGTERM");
  const { outputs, exitStatus } = await step.done;
  expect(exitStatus).toBe(1);
  expect(outputs.result).toBe("did-not-run");
});

/** A shell on a terminal that is closed when the process that emulates it is killed. */
function onTerminal(command: string, cwd: string) {
  const quoted = command.replaceAll("CLI", `'${process.execPath}' '${cliFile}'`);
  return spawn("script", ["-qec", quoted, "/dev/null"], {
    cwd,
    env: { ...process.env, ...environment() },
    stdio: ["ignore", "ignore", "ignore"],
  });
}

describe("a terminal that is closed", () => {
  it("ends the build that runs on it", async () => {
    await hangingTree();
    const { rundir, inputs: given } = inputs();
    const terminal = onTerminal(`CLI build ${flags(given).join(" ")}`, folder);
    const make = await hanging();
    terminal.kill("SIGKILL");
    await expect.poll(() => alive(make), patient).toBe(false);
    await expect.poll(() => processesWith(rundir), patient).toEqual([]);
  });

  it("does not end what nohup runs", async () => {
    await hangingTree();
    const { inputs: given } = inputs();
    const cwd = await mkdtemp(join(folder, "nohup-"));
    const terminal = onTerminal(`nohup CLI build ${flags(given).join(" ")}`, cwd);
    const make = await hanging();
    terminal.kill("SIGKILL");
    await sleep(1000);
    expect(alive(make)).toBe(true);
    letGo(make);
    const said = () => readFileSync(join(cwd, "nohup.out"), "utf8");
    await expect.poll(said, patient).toMatch(/1 of 1 kernels ready/);
    expect(said()).not.toMatch(/SIGHUP/);
  });
});
