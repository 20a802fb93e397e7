import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ActRun, runWorkflow } from "../support/act.ts";
import { exampleForAct, reusableForAct } from "../support/examples.ts";
import { builtKernels, kernelStore, testTree, tinyInputs } from "../support/kernels.ts";

let folder: string;

beforeAll(async () => {
  await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-pools-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the reusable workflow, run by act", () => {
  it("plans, runs and reports", async () => {
    const inputs = {
      "kernel-path": testTree(),
      ...tinyInputs,
      "trust-make": true,
      configs: "TINY01 TREE05",
      duration: "5s",
      accel: "tcg",
      "plan-runs-on": '"ubuntu-24.04"',
      prepare: false,
      pools: "- {name: hosted, labels: ubuntu-24.04, cpus: 4, count: 2, kvm: false}",
    };
    const run: ActRun = await runWorkflow(exampleForAct("hosted-pool", { inputs }), {
      workflows: reusableForAct(),
      labels: ["ubuntu-24.04"],
      env: { RCUTORTURE_ACTION_CACHE: kernelStore },
    });
    console.log(run.log.slice(-6000));
    console.log(run.jobs, run.steps, run.summaries);
    expect(run.exitStatus).toBe(0);
  });
});
