import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultsSchema } from "../../src/results/schema.ts";
import { type ActionsBackend, startActionsBackend } from "../support/actionsBackend/backend.ts";
import { readToken } from "../support/actionsBackend/restApi.ts";
import { builtKernels, kernelStore, testTree, tinyInputs } from "../support/kernels.ts";
import { pathWithoutCompilers } from "../support/poorPath.ts";
import { runCli, runStep } from "../support/runner.ts";
import { seedStore } from "../support/seed.ts";
import { treeDigest } from "../support/treeDigest.ts";

let kernels: string;
let folder: string;

beforeAll(async () => {
  kernels = await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-again-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A copy of the built run directory to spoil. */
function copy(name: string): string {
  const path = join(folder, name);
  cpSync(kernels, path, { recursive: true, preserveTimestamps: true });
  return path;
}

const again = (old: string, ...flags: string[]) =>
  runCli(["run", "--again", old, "--rundir", join(folder, "new"), "--accel", "tcg", ...flags]);

describe("bad input for a re-run: one clear line, the old run untouched, nothing half-made", () => {
  const spoiled: [string, (old: string) => void, string[], number, RegExp][] = [
    [
      "a folder that is no run directory",
      (old) => rmSync(join(old, "torture_suite")),
      [],
      2,
      /has no torture_suite file/,
    ],
    ["no scenarios", (old) => writeFileSync(join(old, "scenarios"), ""), [], 2, /scenarios: names no guests/],
    [
      "no kernel",
      (old) => rmSync(join(old, "TINY01", "bzImage")),
      [],
      2,
      /TINY01: has no kernel bzImage; leave TINY01 out with configs, or build it again/,
    ],
    [
      "another architecture",
      (old) => {
        const cmd = join(old, "TINY01", "qemu-cmd");
        writeFileSync(cmd, readFileSync(cmd, "utf8").replace("qemu-system-x86_64", "qemu-system-riscv64"));
      },
      ["--configs", "TINY01"],
      3,
      /qemu-system-riscv64 is not installed/,
    ],
    [
      "a subset that matches nothing",
      () => undefined,
      ["--configs", "TREE99"],
      2,
      /"TREE99" selects nothing.*BUSTED TINY01 TREE05/,
    ],
    [
      "failed, when nothing has run",
      () => undefined,
      ["--configs", "3*NOPE"],
      2,
      /"3\*NOPE" selects nothing/,
    ],
  ];

  it.each(spoiled)("%s", async (name, spoil, flags, status, message) => {
    const old = copy(name.replaceAll(" ", "-"));
    spoil(old);
    const before = treeDigest(old);
    const { exitStatus, stderr } = await again(old, ...flags);
    expect(stderr).toMatch(message);
    expect(exitStatus).toBe(status);
    expect(stderr.match(/^error: .*$/gm)).toHaveLength(1);
    expect(existsSync(join(folder, "new"))).toBe(false);
    expect(treeDigest(old)).toEqual(before);
  });

  it("a folder that is not there, by the name of the input that gave it", async () => {
    const { exitStatus, stderr } = await again(join(folder, "nowhere"));
    expect(stderr).toMatch(/^error: again: ".*nowhere" is not a folder/);
    expect(exitStatus).toBe(2);
  });

  it.each(["inplace", "inplace-force"])("a machine without the old run's qemu, with %s", async (link) => {
    const old = copy(`foreign-${link}`);
    const cmd = join(old, "TINY01", "qemu-cmd");
    writeFileSync(cmd, readFileSync(cmd, "utf8").replace("qemu-system-x86_64", "qemu-system-riscv64"));
    const before = treeDigest(old);
    const flags = ["--link", link, "--configs", "TINY01", "--accel", "tcg"];
    const { exitStatus, stderr } = await runCli(["run", "--again", old, ...flags]);
    expect(stderr).toMatch(/qemu-system-riscv64 is not installed.*apt-get install -y qemu-system-misc/);
    expect(exitStatus).toBe(3);
    expect(treeDigest(old)).toEqual(before);
  });

  it("inplace on a directory that has run", async () => {
    const old = copy("has-run");
    writeFileSync(join(old, "TREE05", "console.log"), "[    0.000000] Linux version 6.12\n");
    const before = treeDigest(old);
    const flags = ["--link", "inplace", "--configs", "TINY01", "--accel", "tcg"];
    const { exitStatus, stderr } = await runCli(["run", "--again", old, ...flags]);
    expect(stderr).toMatch(/has run \(TREE05 has a console log\); use inplace-force/);
    expect(exitStatus).toBe(2);
    expect(treeDigest(old)).toEqual(before);
  });

  it("a rundir that exists", async () => {
    const { exitStatus, stderr } = await runCli(["run", "--again", kernels, "--rundir", folder]);
    expect(stderr).toMatch(/rundir: ".*" exists already/);
    expect(exitStatus).toBe(2);
  });
});

describe("another workflow run", () => {
  let backend: ActionsBackend;
  let poorPath: string;

  beforeAll(async () => {
    backend = await startActionsBackend();
    poorPath = pathWithoutCompilers(join(folder, "bin"));
  });
  afterAll(() => backend.stop());

  const services = (runId: string) => ({
    ...backend.env({ runId }),
    GITHUB_RUN_ID: runId,
    RCUTORTURE_ACTION_CACHE: join(folder, "unused"),
    // The same for all, as on a hosted runner: the cache tells entries apart by their paths too.
    RUNNER_TEMP: join(folder, "temp"),
  });

  it("gives its kernels, found by its records in artifacts; nothing is built, and no kernel tree is needed", async () => {
    mkdirSync(join(folder, "temp"));
    await seedStore(kernelStore, services("4242"), join(folder, "seed"));
    for (const configs of ["TINY01", "TREE05"]) {
      const inputs = { mode: "build", kernel: testTree(), configs, duration: "20s", ...tinyInputs };
      const built = await runStep("main", {
        inputs: { ...inputs, rundir: join(folder, `built-${configs}`) },
        env: { ...services("4242"), GITHUB_JOB: configs, GITHUB_ACTION: "__self" },
      });
      expect(built.exitStatus, built.log).toBe(0);
    }
    const again = (rundir: string, inputs: Record<string, string>) =>
      runStep("main", {
        inputs: { again: "run:4242", rundir: join(folder, rundir), accel: "tcg", cpus: "2", ...inputs },
        env: { ...services("5000"), PATH: poorPath, GITHUB_JOB: "again", GITHUB_ACTION: "__self" },
      });
    const all = await again("all", { "github-token": readToken, dryrun: "true" });
    expect(all.exitStatus, all.log).toBe(0);
    expect(
      readFileSync(join(folder, "all", "scenarios"), "utf8")
        .match(/T\w+/g)
        ?.sort(),
    ).toEqual(["TINY01", "TREE05"]);
    const one = await again("one", { "github-token": readToken, configs: "TINY01", duration: "5s" });
    expect(one.exitStatus, one.log).toBe(0);
    const { guests, builds } = resultsSchema.parse(
      JSON.parse(readFileSync(one.outputs.results ?? "", "utf8")),
    );
    expect(guests.map(({ name, verdict }) => [name, verdict])).toEqual([["TINY01", "passed"]]);
    expect(builds.map(({ scenario, status }) => [scenario, status])).toEqual([["TINY01", "reused"]]);
  });

  it("of which nothing is known is one clear line", async () => {
    const { exitStatus, annotations } = await runStep("main", {
      inputs: { again: "run:666", rundir: join(folder, "unknown") },
      env: services("5000"),
    });
    expect(exitStatus).toBe(1);
    expect(annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^again: nothing of workflow run 666 is in the cache, artifact store; look at the id/,
      ),
    ]);
    expect(existsSync(join(folder, "unknown"))).toBe(false);
  });
});

describe("boot hunting", () => {
  it("runs the same guest over and over, each a sample; consoles of passes are not kept, those of failures are", async () => {
    const rundir = join(folder, "hunt");
    const flags = ["--configs", "TINY01", "--duration", "2s", "--repeat", "3"];
    const { exitStatus } = await runCli([
      "run",
      "--again",
      kernels,
      "--rundir",
      rundir,
      "--accel",
      "tcg",
      ...flags,
    ]);
    expect(exitStatus).toBe(0);
    const { guests } = resultsSchema.parse(JSON.parse(readFileSync(join(rundir, "results.json"), "utf8")));
    expect(guests.map(({ name, sample, verdict }) => [name, sample, verdict])).toEqual([
      ["TINY01", 1, "passed"],
      ["TINY01", 2, "passed"],
      ["TINY01", 3, "passed"],
    ]);
    expect(existsSync(join(rundir, "TINY01", "console.sample-1.log.zst"))).toBe(false);
  });

  it("stops early at the first failure", async () => {
    const rundir = join(folder, "early");
    const flags = ["--configs", "TINY01", "--duration", "20s", "--bootargs", "rdinit=/nowhere"];
    const { exitStatus, stderr } = await runCli([
      ...["run", "--again", kernels, "--rundir", rundir, "--accel", "tcg", ...flags],
      ...["--repeat", "50", "--stop-on-failure"],
    ]);
    expect(exitStatus, stderr).toBe(1);
    expect(stderr).toMatch(/Round 1 of 50: 1 of 1 samples failed so far/);
    expect(existsSync(join(rundir, "TINY01", "console.sample-1.log.zst"))).toBe(true);
  });
});
