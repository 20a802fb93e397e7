import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultsSchema } from "../../src/results/schema.ts";
import { type BuildTree, buildTree } from "../support/fakeMake.ts";
import { kernelTrees } from "../support/kernelTree.ts";
import { quickRun } from "../support/quickRun.ts";
import { runCli, runStep, startStep } from "../support/runner.ts";

/** Input as people type it, given to what we ship. The scenarios are the kernel's own, its make is not. */

const folder = mkdtempSync(join(tmpdir(), "e2e-inputs-"));
let tree: BuildTree;
let old: string;

beforeAll(async () => {
  const newest = (await kernelTrees()).at(-1);
  if (newest === undefined) throw new Error("no kernel tree");
  tree = await buildTree(newest);
  old = quickRun(join(folder, "old"));
});
afterAll(async () => {
  await tree?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** The lines that `kvm.sh --dryrun batches` would print. */
const batches = (text: string) => text.match(/^\d+ [A-Z][\w.-]* \d+$/gm) ?? [];

describe("the command line", () => {
  const plan = (...argv: string[]) => runCli(["plan", "--kernel", tree.path, "--cpus", "32", ...argv]);
  const wanted = ["1 TREE03 16", "1 TREE05 8"];

  it.each(
    [
      ["TREE03", "TREE05"],
      ["--configs", "TREE03", "TREE05"],
      ["--configs", "TREE03,TREE05"],
      ["--configs", "tree03, Tree05"],
      ["--duration", "10", "min", "TREE03", "TREE05"],
      ["--duration", "1h30m", "tree03", "tree05"],
      ["--kasan", "no", "--memory", "2", "GB", "TREE03,TREE05"],
    ].map((argv) => ({ argv })),
  )("takes $argv", async ({ argv }) => {
    const { exitStatus, stdout, stderr } = await plan(...argv);
    expect(exitStatus, stderr).toBe(0);
    expect(batches(stdout)).toEqual(wanted);
  });

  it("--mode plan is the mode", async () => {
    const argv = ["--mode", "plan", "--kernel", tree.path, "--cpus", "32", "--configs", "TREE03", "TREE05"];
    expect(batches((await runCli(argv)).stdout)).toEqual(wanted);
  });

  it.each([
    [["plan", "TREE3"], /Did you mean TREE03/],
    [["plan", "TREE03x2"], /Did you mean 2\*TREE03/],
    [["plan", "--torture", "rcutorture"], /did you mean rcu\?/],
    [["plan", "--duration", "2y"], /write 90s, 10m, 10 \(minutes\), 2h, 1h30m or 1d/],
    [["plan", "--duration", "400d"], /more than a year; give 365d or less/],
    [["plan", "--duration", "999999999"], /more than a year/],
    [["plan", "--memory", "2TB"], /write 512 \(megabytes\), 512M or 2G/],
    [["plan", "--kasan=maybe"], /neither "true" nor "false"/],
    [
      ["plan", "--kconfig", "CONFIG_A=y", "CONFIG_B=y"],
      /quote values with spaces: --kconfig "CONFIG_A=y CONFIG_B=y"/,
    ],
    [["paln"], /Did you mean plan\?/],
    [["TREE03"], /Did you mean run TREE03\?/],
    [["report"], /rundir: mode report needs the run directory/],
    [["report", "/one", "/two"], /one run directory at a time/],
  ])("answers %j in one line", async (argv, answer) => {
    const { exitStatus, stderr } = await runCli(argv, tree.path);
    expect(exitStatus).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(answer);
  });

  it("prints its help when nothing is said, and starts nothing", async () => {
    const { exitStatus, stdout, stderr } = await runCli([], tree.path);
    expect(exitStatus).toBe(2);
    expect(stdout).toMatch(/^Usage: rcutorture-action run\|build\|plan\|report/);
    expect(stderr).toBe("");
    expect(existsSync(join(tree.path, "tools/testing/selftests/rcutorture/res"))).toBe(false);
  });

  it.each([[["report"]], [["--mode", "report"]]])("%j DIR judges the directory", async (words) => {
    const { exitStatus, stdout, stderr } = await runCli([...words, old]);
    expect(exitStatus, stdout + stderr).toBeLessThan(2);
    const results = resultsSchema.parse(JSON.parse(readFileSync(join(old, "results.json"), "utf8")));
    expect(results.guests.map(({ name }) => name)).toEqual(["TINY01", "TINY01.2"]);
  });
});

describe("the action", () => {
  const inputs = (more: Record<string, string>) => ({ mode: "plan", kernel: tree.path, cpus: "32", ...more });

  it("takes YAML's ways to say yes, and lists with commas", async () => {
    const step = await runStep("main", {
      inputs: inputs({ kcsan: "True", "trust-make": "yes", configs: "tree03,\nTREE05", duration: "10 min" }),
    });
    expect(step.exitStatus, step.log).toBe(0);
    expect(step.summary).toContain("| 1 | TREE03 (16), TREE05 (8) |");
  });

  it("without configs says first what that is", async () => {
    const step = startStep("main", {
      inputs: { kernel: tree.path, accel: "tcg", "no-initrd": "on" },
      env: { PATH: tree.searchPath },
    });
    await step.seen(
      /No configs are given, so this is the whole CFLIST of rcu, as with kvm\.sh: \d+ scenarios\./,
    );
    step.child.kill("SIGTERM");
    const { log } = await step.done;
    // It comes before anything is built.
    expect(log.indexOf("No configs are given")).toBeLessThan(log.indexOf("build 1/") >>> 0);
  });
});

describe("re-runs", () => {
  it("shutdown-grace counts", async () => {
    const graceOf = (rundir: string) =>
      /^# TORTURE_SHUTDOWN_GRACE=(.*)$/m.exec(readFileSync(join(rundir, "TINY01/qemu-cmd"), "utf8"))?.[1];
    const again = async (name: string, ...flags: string[]) => {
      const rundir = join(folder, name);
      const argv = ["run", "--again", old, "--rundir", rundir, "--dryrun", ...flags];
      const { exitStatus, stderr } = await runCli(argv);
      expect(exitStatus, stderr).toBe(0);
      return graceOf(rundir);
    };
    expect(await again("as-before")).toBeUndefined();
    expect(await again("longer", "--shutdown-grace", "5m")).toBe("300");
  });
});
