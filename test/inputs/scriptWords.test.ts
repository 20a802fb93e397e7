import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { parseCommandLine } from "../../src/inputs/commandLine.ts";
import { parseInputs } from "../../src/inputs/parse.ts";
import { scriptFlags } from "../../src/inputs/scriptFlags.ts";
import { inputTable } from "../../src/inputs/table.ts";

function inputs(...argv: string[]) {
  const line = parseCommandLine(argv);
  if (line.kind !== "job") throw new Error(`${argv.join(" ")}: ${line.kind}`);
  return parseInputs(line.raw);
}

function refusal(...argv: string[]): string {
  try {
    inputs(...argv);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error(`${argv.join(" ")} is understood`);
}

describe("what people's fingers know", () => {
  it.each([
    [["run", "--buildonly", "--configs", "TREE03"], { mode: "build", configs: ["TREE03"] }],
    [["--build-only", "TREE03"], { mode: "build", configs: ["TREE03"] }],
    [["kvm.sh", "--cpus", "8", "--config", "TREE03 2*SRCU-P"], { cpus: 8, configs: ["TREE03", "2*SRCU-P"] }],
    [["kvm.sh", "--allcpus", "--duration", "10"], { cpus: "auto", duration: 600 }],
    [
      ["torture.sh", "--do-none", "--do-rcutorture", "--no-kasan", "--duration", "30"],
      { mode: "run", suites: ["torture"], tortureSets: ["none", "+rcutorture", "-kasan"], duration: 1800 },
    ],
    [["run", "--no-affinity"], { affinity: false }],
    [["run"], { affinity: true }],
    [["kvm.sh", "--dryrun", "sched"], { mode: "plan", show: "sched", dryrun: false }],
    [["plan", "--dryrun", "script"], { mode: "plan", show: "script" }],
    [
      ["tools/testing/selftests/rcutorture/bin/kvm.sh", "--bootarg", "a=1", "--bootargs", "b=2"],
      { mode: "run", bootargs: "a=1 b=2" },
    ],
    [["kvm.sh", "--kmake-args", "CC=clang", "--qemu-arg", "-s"], { kmakeArg: "CC=clang", qemuArgs: "-s" }],
    [["kvm.sh", "--debuginfo", "--kconfigs", "CONFIG_A=-1"], { debugInfo: true, kconfig: "CONFIG_A=-1" }],
    [
      ["kvm-again.sh", "res/old", "--duration", "30s", "--link", "inplace-force"],
      { mode: "run", again: "res/old", duration: 30, link: "inplace-force" },
    ],
    [["kvm-again.sh", "res/old", "--dryrun"], { again: "res/old", dryrun: true }],
    [["kvm-remote.sh", "k1 k2", "--cpus", "8"], { mode: "run", systems: ["k1", "k2"], cpus: 8 }],
    [
      ["kvm-remote.sh", "k1 k2", "res/old", "--duration", "2h"],
      { systems: ["k1", "k2"], again: "res/old", duration: 7200 },
    ],
    [["kvm-recheck.sh", "res/old"], { mode: "report", rundir: "res/old" }],
    [["kvm.sh", "--torture", "Xfoo"], { torture: "Xfoo" }],
    [["run", "--gdb", "TINY01"], { gdb: true, debugInfo: true }],
    [["run", "--gdb", "--kcsan", "TINY01"], { gdb: true, debugInfo: false }],
  ])("%j", (argv, meant) => {
    expect(inputs(...argv)).toMatchObject(meant);
  });

  it.each([
    [["kvm.sh", "--results", "/r"], /^--results: name the run directory itself: --rundir/],
    [["run", "--remote"], /^--remote: .*--systems/],
    [["run", "--mac", "00:11:22:33:44:55"], /^--mac: .*--qemu-args/],
    [["kvm-remote.sh", "--cpus", "8"], /first word must name the systems/],
    [["kvm-remote.sh", ""], /systems: no system is named/],
    [["kvm-again.sh"], /first word must be the old run directory/],
    [["kvm-again.sh", "--duration", "1"], /first word must be the old run directory/],
    [["kvm-series.sh", "TREE01", "a..b"], /plan --configs/],
    [["report", "x", "--buildonly"], /--buildonly: means build, but the first word says report/],
    [["build", "--dryrun", "sched"], /--dryrun: means plan, but the first word says build/],
    [["run", "--dryrun"], /dryrun: only with again/],
    [["run", "--show", "sched"], /show: only in mode plan/],
    [["torture.sh", "--compress-concurrency", "4"], /results are not compressed/],
    [["run", "--interactive", "--systems", "k1"], /interactive: the guest must run on this machine/],
    [["build", "--gdb"], /gdb: only in mode run/],
    [["run", "--gdb", "--repeat", "3"], /gdb: for one life of one guest/],
    [["report", "x", "--kill-previous"], /kill-previous: only where kernels are built/],
    [["run", "--torture", "../x"], /torture: "..\/x" is not one of rcu/],
  ])("%j is answered in one line", (argv, message) => {
    const said = refusal(...argv);
    expect(said).toMatch(message);
    expect(said).not.toContain("\n");
  });
});

it("every flag stands for an input, with a value of its kind", () => {
  for (const flag of Object.values(scriptFlags).flat()) {
    if (!("input" in flag.ours)) continue;
    const { kind } = inputTable[flag.ours.input];
    const takesNone = kind === "boolean" || "value" in flag.ours;
    expect([flag.flags[0], flag.takes === undefined]).toEqual([flag.flags[0], takesNone]);
  }
});
