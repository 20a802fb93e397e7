import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { runProgram } from "../../src/github/exec.ts";
import { type BuildListener, type BuildReport, buildKernels } from "../../src/kernel/build.ts";
import { buildCommand } from "../../src/kernel/buildCommand.ts";
import type { BuildOptions } from "../../src/kernel/buildOptions.ts";
import { readSuite } from "../../src/kernel/suite.ts";
import { openKernelTree } from "../../src/kernel/tree.ts";
import { mergeFragment } from "../../src/plan/fragment.ts";
import { planGuests, widestGuest } from "../../src/plan/plan.ts";
import type { BuildResult } from "../../src/results/schema.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { type BuildTree, buildTree } from "../support/fakeMake.ts";
import { parityTrees, type TestTree } from "../support/kernelTree.ts";
import { script } from "./againRuns.ts";

const trees = await parityTrees();

/** Keeps what it hears. */
class Recorder implements BuildListener {
  readonly lines: string[] = [];
  readonly results: BuildResult[] = [];
  info(line: string): void {
    this.lines.push(line);
  }
  built(result: BuildResult): void {
    this.results.push(result);
  }
}

interface Built extends BuildReport {
  readonly heard: Recorder;
}

async function build(
  made: BuildTree,
  configs: string,
  options: Partial<BuildOptions> & { torture?: string } = {},
  signal?: AbortSignal,
): Promise<Built> {
  const tree = await openKernelTree(made.path);
  const suite = await readSuite(tree.rcutorture, options.torture ?? "rcu");
  const plan = planGuests({
    suite,
    configs,
    cpus: 4,
    machineCpus: 4,
    ...(options.kconfig ? { kconfig: options.kconfig } : {}),
    ...(options.bootargs ? { bootargs: options.bootargs } : {}),
  });
  const scenarios = [...new Set(plan.guests.map((guest) => guest.scenario))];
  const heard = new Recorder();
  const report = await buildKernels(
    tree,
    {
      torture: "rcu",
      configs: configs.split(" "),
      duration: 20,
      cpus: 4,
      widestGuest: widestGuest(plan.guests),
      defconfig: "tinyconfig",
      noInitrd: true,
      results: join(made.path, "results"),
      datestamp: "run",
      ...options,
    },
    scenarios,
    {
      runner: { run: runProgram },
      executor: new LocalExecutor(),
      listener: heard,
      path: made.searchPath,
      progressInterval: 200,
      ...(signal ? { signal } : {}),
    },
  );
  return { ...report, heard };
}

function smpOf(qemuCmd: string): number {
  return Number(/ -smp (\d+) /.exec(qemuCmd)?.[1]);
}

/** Whether a process runs; a dead one may stay listed until its new parent takes notice. */
function alive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

describe.concurrent.each(trees)("$name", (tree: TestTree) => {
  test("builds every scenario once, whatever one of them does, and tells how", async () => {
    await using made = await buildTree(tree);
    await made.obey("fail-on", "CONFIG_RCU_FANOUT=6");
    const { builds, heard, rundir, interrupted } = await build(made, "TREE05 2*TINY01 SRCU-N");
    expect(interrupted).toBe(false);
    expect(builds.map(({ scenario, status }) => [scenario, status])).toEqual([
      ["TREE05", "failed"],
      ["SRCU-N", "built"],
      ["TINY01", "built"],
    ]);
    expect(builds[0]?.diagnostics).toEqual([
      {
        severity: "error",
        file: "kernel/rcu/tree.c",
        line: 4711,
        column: 9,
        message: "'oops' undeclared (first use in this function)",
      },
    ]);
    expect(builds[2]?.configErrors).toContain("CONFIG_TINY_RCU=y");
    expect(heard.results).toHaveLength(3);
    expect(heard.lines.join("\n")).toMatch(/build 1\/3 TREE05: .*\n(.*\n)*build 3\/3 TINY01: /);
    expect((await readdir(rundir)).sort()).toEqual(
      expect.arrayContaining([
        "SRCU-N",
        "TINY01",
        "TINY01.2",
        "TREE05",
        "batches",
        "scenarios",
        "testid.txt",
      ]),
    );
    expect(existsSync(join(rundir, "TREE05/Make.out"))).toBe(true);
    expect(await readFile(join(rundir, "TINY01.2/qemu-cmd"), "utf8")).toContain(`${rundir}/TINY01/bzImage`);
  });

  test("a negative number among the Kconfig options is taken where the tree's kvm.sh takes it", async () => {
    await using made = await buildTree(tree);
    const dryrun = ["--dryrun", "batches", "--configs", "TINY01", "--cpus", "1", "--kconfig"];
    expect(script(made, "kvm.sh", [...dryrun, "CONFIG_A=1"])).toBe(0);
    const taken = script(made, "kvm.sh", [...dryrun, "CONFIG_A=-1"]) === 0;
    const opened = await openKernelTree(made.path);
    expect(opened.negativeKconfig).toBe(taken);
    const options = { torture: "rcu", configs: ["TINY01"], duration: 20, widestGuest: 1, cpus: 1 };
    const command = () =>
      buildCommand(opened, { ...options, kconfig: "CONFIG_A=-1", results: made.path, datestamp: "run" });
    if (taken) expect(command().argv).toContain("CONFIG_A=-1");
    else expect(command).toThrow(/^kconfig: "CONFIG_A=-1" is negative, and the kvm\.sh .* takes no negative/);
  });

  test("guests get the CPUs their scenarios want, not what the building machine has", async () => {
    await using made = await buildTree(tree);
    const configs = "TREE01 TREE03 TREE09 TINY02 RUDE01";
    const { rundir } = await build(made, configs, { jitter: { threads: -1, maxSleep: 7, maxSpin: 8 } });
    const suite = await readSuite(join(made.path, "tools/testing/selftests/rcutorture"), "rcu");
    for (const guest of planGuests({ suite, configs, cpus: 4, machineCpus: 4 }).guests) {
      const qemuCmd = await readFile(join(rundir, guest.name, "qemu-cmd"), "utf8");
      expect([guest.name, smpOf(qemuCmd)]).toEqual([guest.name, guest.smp]);
      expect(qemuCmd).toContain(`jitterstart.sh 4 ${rundir}/ 20 7 8`);
      expect(existsSync(join(rundir, guest.name, "Warnings"))).toBe(false);
    }
  });

  test("the merged fragment is the one kvm.sh builds with", async () => {
    await using made = await buildTree(tree);
    const kconfig = "CONFIG_RCU_TRACE=y CONFIG_PREEMPT=n CONFIG_KVM_GUEST=n CONFIG_NR_CPUS=4";
    const configs = "TREE03 TREE07 SRCU-P TINY02 TASKS01 BUSTED";
    const { rundir } = await build(made, configs, {
      kasan: true,
      kcsan: true,
      kconfig,
      bootargs: "nr_cpus=3",
    });
    const suite = await readSuite(join(made.path, "tools/testing/selftests/rcutorture"), "rcu");
    for (const name of configs.split(" ")) {
      const scenario = suite.scenarios.get(name);
      if (!scenario) throw new Error(name);
      expect(mergeFragment(suite, scenario, { kasan: true, kcsan: true, kconfig })).toBe(
        await readFile(join(rundir, name, "ConfigFragment"), "utf8"),
      );
    }
    const guests = planGuests({
      suite,
      configs,
      kconfig,
      bootargs: "nr_cpus=3",
      cpus: 4,
      machineCpus: 4,
    }).guests;
    for (const guest of guests) {
      const qemuCmd = await readFile(join(rundir, guest.name, "qemu-cmd"), "utf8");
      expect([guest.name, smpOf(qemuCmd)]).toEqual([guest.name, guest.smp]);
    }
  });

  test("without an init for the initrd somebody hears of it", async () => {
    await using made = await buildTree(tree);
    // The tree has no nolibc.h, so mkinitrd.sh fails; only newer ones stop kvm.sh then.
    const outcome = await build(made, "TINY01", { noInitrd: false }).then(
      ({ infrastructure }) => infrastructure.join(),
      (error: unknown) => String(error),
    );
    expect(outcome).toMatch(/initrd/);
  });

  test("other suites, and make's arguments", async () => {
    await using made = await buildTree(tree);
    const { builds, rundir } = await build(made, "CFLIST", {
      torture: "refscale",
      kmakeArg: "KCFLAGS=-Wall W=1",
    });
    expect(builds.map(({ status }) => status)).toEqual(["built", "built"]);
    expect(await readFile(join(made.path, "make-arguments"), "utf8")).toMatch(/^-j\d+ KCFLAGS=-Wall W=1$/m);
    expect(smpOf(await readFile(join(rundir, "PREEMPT/qemu-cmd"), "utf8"))).toBe(4);
  });

  test("when it is aborted, make and all its children die and the rest is skipped", async () => {
    await using made = await buildTree(tree);
    await made.obey("hang-on", "CONFIG_SMP=n");
    const stop = new AbortController();
    const running = build(made, "TREE09 TINY01", {}, stop.signal);
    const pidFile = join(made.path, "hanging");
    while (!existsSync(pidFile) || (await readFile(pidFile, "utf8")) === "") await sleep(50);
    const pid = Number(await readFile(pidFile, "utf8"));
    expect(alive(pid)).toBe(true);
    stop.abort();
    const { builds, interrupted } = await running;
    expect(interrupted).toBe(true);
    expect(builds.map(({ scenario, status }) => [scenario, status])).toContainEqual(["TINY01", "skipped"]);
    expect(alive(pid)).toBe(false);
  });

  test("a kvm.sh that refuses says why, and an existing run directory is not touched", async () => {
    await using made = await buildTree(tree);
    await expect(build(made, "TINY01", { memory: "lots" })).rejects.toThrow(
      /kvm\.sh built nothing.*--memory.*"lots"/,
    );
    expect(existsSync(join(made.path, "results/run"))).toBe(false);
    await build(made, "TINY01", { datestamp: "second" });
    await expect(build(made, "TINY01", { datestamp: "second" })).rejects.toThrow(/exists/);
  });
});
