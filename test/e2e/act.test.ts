import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ActRun, runWorkflow } from "../support/act.ts";
import { builtKernels, testTree } from "../support/kernels.ts";

/** The action in a workflow, carried out by a program that is not ours and does what GitHub's runner does. */
const workflow = `
name: test
on: workflow_dispatch
jobs:
  torture:
    runs-on: ubuntu-latest
    outputs:
      passed: \${{ steps.tiny.outputs.result }}
      failed: \${{ steps.busted.outputs.result }} \${{ steps.busted.outputs.failed-scenarios }}
      outcome: \${{ steps.busted.outcome }}
    steps:
      - uses: actions/checkout@v6
      - name: plan
        uses: ./
        with:
          mode: plan
          kernel: \${{ vars.KERNEL }}
          cpus: 16
      - name: TINY01
        id: tiny
        uses: ./
        with:
          again: \${{ vars.KERNELS }}
          configs: TINY01
          duration: 15s
          accel: tcg
          rundir: \${{ vars.FOLDER }}/tiny
      - name: BUSTED
        id: busted
        continue-on-error: true
        uses: ./
        with:
          again: \${{ vars.KERNELS }}
          configs: BUSTED
          duration: 30s
          accel: tcg
          rundir: \${{ vars.FOLDER }}/busted
      - name: mistake
        id: mistake
        continue-on-error: true
        uses: ./
        with:
          mode: plan
          kernel: \${{ vars.KERNEL }}
          configs: TREE3
  after:
    needs: torture
    runs-on: ubuntu-latest
    env:
      NEEDS: \${{ toJSON(needs.torture.outputs) }}
    steps:
      - name: keep the outputs
        run: printf '%s' "$NEEDS" > "\${{ vars.FOLDER }}/outputs.json"
`;

describe("a workflow with the action, run by act", () => {
  let folder: string;
  let run: ActRun;

  beforeAll(async () => {
    const kernels = await builtKernels();
    folder = await mkdtemp(join(tmpdir(), "e2e-act-"));
    run = await runWorkflow(workflow, {
      vars: { KERNEL: testTree(), KERNELS: kernels, FOLDER: folder },
    });
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("ends well, each step as it should, post steps too", () => {
    expect(run.jobs, run.log).toEqual({ torture: "success", after: "success" });
    expect(run.exitStatus).toBe(0);
    expect(run.steps).toMatchObject({
      "torture / Main / plan": "success",
      "torture / Main / TINY01": "success",
      "torture / Main / BUSTED": "failure",
      "torture / Main / mistake": "failure",
      "torture / Post / TINY01": "success",
      "torture / Post / BUSTED": "success",
    });
  });

  it("hands its outputs to later jobs", async () => {
    const outputs = JSON.parse(await readFile(join(folder, "outputs.json"), "utf8"));
    expect(outputs).toEqual({ passed: "passed", failed: "failed BUSTED", outcome: "failure" });
  });

  it("annotates the kernel's warning at its source, and a wrong input", () => {
    const errors = run.commands.filter(({ name }) => name === "error");
    expect(errors).toContainEqual({
      job: "torture",
      name: "error",
      properties: expect.objectContaining({
        file: "kernel/rcu/rcutorture.c",
        line: expect.stringMatching(/^\d+$/),
      }),
      message: expect.stringContaining("rcu_torture_stats_print"),
    });
    expect(errors.map(({ message }) => message).join("\n")).toContain('no scenario "TREE3"');
  });

  it("writes a summary for the plan and for each run", () => {
    expect(run.summaries).toEqual([
      expect.stringContaining("rcutorture plan"),
      expect.stringContaining("TINY01 passed"),
      expect.stringContaining("BUSTED failed"),
      // The step with a wrong input.
      expect.stringContaining("nothing was tested"),
    ]);
  });
});
