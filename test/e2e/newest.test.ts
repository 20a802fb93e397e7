import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resultsSchema } from "../../src/results/schema.ts";
import { newestKernels, newestScenarios } from "../support/kernels.ts";
import { kvmRecheck } from "../support/recheck.ts";
import { runStep } from "../support/runner.ts";

let kernels: Awaited<ReturnType<typeof newestKernels>>;
let folder: string;

beforeAll(async () => {
  kernels = await newestKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-newest-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("the newest kernel, from a tree without git: a uniprocessor and an SMP scenario run and pass, as its scripts say", async () => {
  const rundir = join(folder, "run");
  const step = await runStep("main", {
    inputs: { again: kernels.rundir, rundir, accel: "tcg", duration: "30s" },
  });
  expect(step.exitStatus, step.log).toBe(0);
  const results = resultsSchema.parse(JSON.parse(readFileSync(step.outputs.results ?? "", "utf8")));
  expect(results.guests.map(({ name, verdict }) => `${name} ${verdict}`).sort()).toEqual(
    newestScenarios.map((name) => `${name} passed`).sort(),
  );
  for (const { counters } of results.guests) expect(counters.gracePeriods).toBeGreaterThan(10);
  expect((await kvmRecheck(rundir)).exitStatus).toBe(results.scriptsExitStatus);
});
