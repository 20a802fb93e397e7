import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ActRun, runWorkflow } from "../support/act.ts";
import { adapt, reusableForAct } from "../support/examples.ts";
import { builtKernels, kernelStore, testTree, tinyInputs } from "../support/kernels.ts";
import { copyKernels } from "../support/seed.ts";
import { shownWorkflows } from "../workflows/project.ts";

/** The workflows that the guides show, carried out by act, with small kernels and short guests. */
let folder: string;

beforeAll(async () => {
  await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-guides-"));
  copyKernels(kernelStore, join(folder, "store"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const small = { ...tinyInputs, "trust-make": true, duration: "5s", accel: "tcg", configs: "TINY01" };

async function run(guide: string, index: number, inputs: Record<string, unknown>): Promise<ActRun> {
  const shown = shownWorkflows(`docs/${guide}.md`)[index];
  if (shown === undefined) throw new Error(`${guide} does not show so many workflows`);
  const event = shown.text.includes("workflow_dispatch") ? "workflow_dispatch" : "push";
  return await runWorkflow(adapt(shown.text, { inputs: { ...small, ...inputs } }), {
    event,
    workflows: reusableForAct(),
    labels: ["ubuntu-24.04", "self-hosted"],
    env: { RCUTORTURE_ACTION_CACHE: join(folder, "store") },
  });
}

describe("what the guide of pools shows", () => {
  it("in one uses", async () => {
    const result = await run("guide-matrix", 0, {
      suites: "rcu",
      "kernel-path": testTree(),
      "plan-runs-on": '"ubuntu-24.04"',
      prepare: false,
    });
    expect(result.jobs, result.log).toMatchObject({ plan: "success", run: "success", report: "success" });
  });

  it("by hand", async () => {
    const result = await run("guide-matrix", 1, { kernel: testTree() });
    expect(result.jobs, result.log).toMatchObject({ plan: "success", run: "success", report: "success" });
    expect(result.summaries.at(-1)).toContain("TINY01 passed");
  });
});

describe("what the guide of workflows shows", () => {
  const kernel = { kernel: testTree() };

  it.each([
    ["one job", 0],
    ["a machine of one's own", 1],
    ["later steps", 3],
  ])("%s", async (_, index) => {
    const result = await run("guide-workflows", index, { ...kernel, rundir: join(folder, `run-${index}`) });
    expect(result.jobs, result.log).toEqual({ rcutorture: "success" });
    expect(result.summaries.join()).toContain("TINY01 passed");
  });

  it("one suite a job, at night", async () => {
    const rundir = `${join(folder, "night")}-\${{ matrix.torture }}`;
    const result = await run("guide-workflows", 2, { ...kernel, torture: "rcu", rundir });
    expect(result.jobs, result.log).toEqual({ torture: "success" });
    expect(result.summaries).toHaveLength(3);
  });
});
