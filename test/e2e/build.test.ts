import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { resultsSchema } from "../../src/results/schema.ts";
import { directoryStore } from "../../src/storage/directoryStore.ts";
import { symbolsKey } from "../../src/storage/store.ts";
import { builtKernels, testTree, tinyInputs } from "../support/kernels.ts";
import { processesWith } from "../support/processes.ts";
import { kvmRecheck } from "../support/recheck.ts";
import { runStep, startStep } from "../support/runner.ts";

let folder: string;
let tree: string;

beforeAll(async () => {
  // Leaves the tree's objects as TINY01 made them, so that the builds below compile next to nothing.
  await builtKernels();
  tree = testTree();
  folder = await mkdtemp(join(tmpdir(), "e2e-build-"));
});

afterEach(() => {
  execFileSync("git", ["-C", tree, "checkout", "-q", "--", "kernel/rcu"]);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const kept = () => join(folder, "kept");

const inputs = (name: string) => ({
  kernel: tree,
  configs: "TINY01",
  duration: "10s",
  accel: "tcg",
  rundir: join(folder, name),
  ...tinyInputs,
});

describe("building a real kernel", () => {
  it("builds, runs and passes in one step", async () => {
    const step = await runStep("main", {
      inputs: inputs("whole"),
      env: { RCUTORTURE_ACTION_CACHE: kept(), GITHUB_RUN_ID: "1" },
    });
    expect(step.exitStatus, step.log).toBe(0);
    expect(step.log).toMatch(/build 1\/1 TINY01/);
    expect(step.log).toMatch(/::group::Build log of TINY01/);
    const results = resultsSchema.parse(JSON.parse(readFileSync(step.outputs.results ?? "", "utf8")));
    expect(results.builds).toMatchObject([{ scenario: "TINY01", status: "built" }]);
    expect(results.kernel.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(results.guests).toMatchObject([{ name: "TINY01", verdict: "passed" }]);
  });

  it("keeps the kernel with where it came from, its symbols and the tree's scripts as entries of their own", async () => {
    const store = directoryStore(kept());
    const { key = "" } = (await store.nearest("rcutorture-1-")) ?? {};
    const fetched = await store.fetch(key, join(folder, "fetched"));
    if (fetched.outcome !== "hit") throw new Error(fetched.reason);
    expect(fetched.manifest.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["bzImage", ".config", "ConfigFragment", "Make.out", "qemu-cmd"]),
    );
    const { scripts = "", ...provenance } = fetched.manifest.provenance;
    const commit = expect.stringMatching(/^[0-9a-f]{40}$/);
    const toolchain = { compiler: expect.stringMatching(/gcc/), linker: expect.stringMatching(/ld/) };
    expect(provenance).toMatchObject({ commit, toolchain, workflowRun: { id: "1", attempt: 1 } });
    expect((await store.lookup(symbolsKey(key))).outcome).toBe("hit");
    expect(await store.fetch(scripts, join(folder, "bin"))).toMatchObject({ outcome: "hit" });
    expect(readdirSync(join(folder, "bin"))).toEqual(
      expect.arrayContaining(["kvm-recheck.sh", "kvm-again.sh", "functions.sh"]),
    );
  });

  it("leaves a run directory that the tree's own kvm-recheck.sh and kvm-again.sh accept", async () => {
    const rundir = join(folder, "whole");
    const { scriptsExitStatus } = resultsSchema.parse(
      JSON.parse(readFileSync(join(rundir, "results.json"), "utf8")),
    );
    const recheck = await kvmRecheck(rundir);
    expect(recheck.output).not.toContain("Build-only run");
    expect(recheck.exitStatus).toBe(scriptsExitStatus);
    const again = join(folder, "by-the-script");
    execFileSync(
      join(tree, "tools/testing/selftests/rcutorture/bin/kvm-again.sh"),
      [rundir, "--dryrun", "--link", "copy", "--rundir", again],
      { cwd: tree, stdio: "ignore" },
    );
    expect(readFileSync(join(again, "TINY01", "qemu-cmd"), "utf8")).toContain(`${again}/TINY01/bzImage`);
  });

  it("annotates a compiler error at its file and line, and says that the build failed", async () => {
    appendFileSync(join(tree, "kernel/rcu/tiny.c"), "#error planted by the tests\n");
    const line = readFileSync(join(tree, "kernel/rcu/tiny.c"), "utf8").split("\n").length - 1;
    const step = await runStep("main", { inputs: inputs("broken") });
    expect(step.exitStatus).toBe(1);
    expect(step.outputs).toMatchObject({ result: "build-failed", "failed-scenarios": "TINY01" });
    expect(step.annotations).toContainEqual(
      expect.objectContaining({
        name: "error",
        message: expect.stringContaining("planted by the tests"),
        properties: expect.objectContaining({ file: "kernel/rcu/tiny.c", line: String(line) }),
      }),
    );
    const results = resultsSchema.parse(JSON.parse(readFileSync(step.outputs.results ?? "", "utf8")));
    expect(results.kernel.state).toBe("modified");
    expect(results.guests).toMatchObject([{ name: "TINY01", verdict: "build-failed" }]);
    expect(step.summary).toContain("planted by the tests");
  });

  it("ends everything it started when it is cancelled in mid-build", async () => {
    const step = startStep("main", { inputs: inputs("cancelled") });
    await step.seen(/build 1\/1 TINY01/);
    step.child.kill("SIGTERM");
    const { exitStatus, outputs } = await step.done;
    expect(exitStatus).toBe(1);
    expect(outputs.result).not.toBe("passed");
    await expect.poll(() => processesWith(join(folder, "cancelled")), { timeout: 10_000 }).toEqual([]);
  });

  it("refuses a run directory that exists, before anything is built", async () => {
    const step = await runStep("main", { inputs: { ...inputs("whole") } });
    expect(step.exitStatus).toBe(1);
    expect(step.log).toMatch(/rundir: ".*whole" exists already/);
  });

  it("says what to install when there is no compiler", async () => {
    const step = await runStep("main", { inputs: { ...inputs("none"), "kmake-arg": "CC=no-such-cc" } });
    expect(step.exitStatus).toBe(1);
    expect(step.log).toMatch(/no-such-cc.*missing here.*apt-get install/);
  });
});
