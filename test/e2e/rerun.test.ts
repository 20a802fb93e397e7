import { mkdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Results, resultsSchema } from "../../src/results/schema.ts";
import { type ActionsBackend, startActionsBackend } from "../support/actionsBackend/backend.ts";
import { builtKernels, kernelStore, testTree, tinyInputs } from "../support/kernels.ts";
import { pathWithoutCompilers } from "../support/poorPath.ts";
import { runStep, type StepResult, uniqueName } from "../support/runner.ts";
import { copyKernels, seedStore } from "../support/seed.ts";

let folder: string;
let store: string;
let poorPath: string;
let temp: string;
let backend: ActionsBackend;

beforeAll(async () => {
  await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-rerun-"));
  temp = join(folder, "temp");
  mkdirSync(temp);
  store = join(folder, "store");
  copyKernels(kernelStore, store);
  poorPath = pathWithoutCompilers(join(folder, "bin"));
  backend = await startActionsBackend();
});

afterAll(async () => {
  await backend.stop();
  await rm(folder, { recursive: true, force: true });
});

const resultsOf = (step: StepResult): Results =>
  resultsSchema.parse(JSON.parse(readFileSync(step.outputs.results ?? "", "utf8")));

const inputs = {
  kernel: testTree(),
  configs: "TINY01 BUSTED",
  duration: "10s",
  accel: "tcg",
  cpus: "2",
  ...tinyInputs,
};

/** One attempt of one job, in a workspace of its own. */
function attempt(number: number, env: Record<string, string>, more: Record<string, string> = {}) {
  return runStep("main", {
    inputs: { ...inputs, rundir: join(folder, uniqueName("run")), ...more },
    env: { GITHUB_RUN_ATTEMPT: String(number), GITHUB_JOB: "torture", GITHUB_ACTION: "__self", ...env },
  });
}

function expectSecondAttempt(second: StepResult): void {
  expect(second.exitStatus, second.log).toBe(1);
  expect(second.log).not.toMatch(/build \d+\/\d+/);
  const all = resultsOf(second);
  // BUSTED wants four CPUs of the two that there are: one copy. TINY01 passed and does not run again.
  expect(all.guests.map(({ name, attempt: of, verdict }) => [name, of, verdict])).toEqual(
    expect.arrayContaining([
      ["BUSTED", 1, "failed"],
      ["TINY01", 1, "passed"],
      ["BUSTED", 2, "failed"],
    ]),
  );
  expect(all.guests).toHaveLength(3);
  expect(all.builds.filter(({ status }) => status === "built")).toEqual([]);
  expect(second.summary).toMatch(/attempt/i);
}

describe("a job that is re-run", () => {
  it("runs what failed once more, from the directory store, without a compiler", async () => {
    const env = { GITHUB_RUN_ID: uniqueName("1"), RCUTORTURE_ACTION_CACHE: store };
    const first = await attempt(1, env);
    expect(first.exitStatus, first.log).toBe(1);
    expect(resultsOf(first).builds).toMatchObject([{ status: "reused" }, { status: "reused" }]);
    expectSecondAttempt(await attempt(2, { ...env, PATH: poorPath }));
  });

  it("does so through GitHub's cache and artifacts too, also after the first attempt died half way", async () => {
    const runId = "4242";
    const services = (number: number) => ({
      ...backend.env({ runId, attempt: number }),
      GITHUB_RUN_ID: runId,
      RCUTORTURE_ACTION_CACHE: join(folder, "unused"),
      // The same for all attempts, as on a hosted runner: the cache tells entries apart by their paths too.
      RUNNER_TEMP: temp,
    });
    // Kernels get into the services as they would: an attempt has them, here from a copy of the directory store.
    const seeded = await attempt(
      1,
      { GITHUB_RUN_ID: "4241", RCUTORTURE_ACTION_CACHE: store },
      { mode: "build" },
    );
    expect(seeded.exitStatus, seeded.log).toBe(0);
    await seedStore(kernelStore, services(1), join(folder, "seed"));
    const first = await attempt(1, services(1));
    expect(first.exitStatus, first.log).toBe(1);
    expect(first.log).toMatch(/TINY01: kernel from the cache store/);
    expectSecondAttempt(await attempt(2, { ...services(2), PATH: poorPath }));
    const all = await attempt(3, { ...services(3), PATH: poorPath }, { rerun: "failed" });
    expect(resultsOf(all).guests).toHaveLength(4);
  });

  it("fills the machine with copies, or takes a number", async () => {
    const env = { GITHUB_RUN_ID: uniqueName("2"), RCUTORTURE_ACTION_CACHE: store };
    await attempt(1, env, { configs: "BUSTED", "rerun-copies": "2" });
    const second = await attempt(2, env, { configs: "BUSTED", "rerun-copies": "2" });
    const names = resultsOf(second)
      .guests.filter(({ attempt: of }) => of === 2)
      .map(({ name }) => name);
    expect(names.sort()).toEqual(["BUSTED", "BUSTED.2"]);
  });

  it("runs nothing when all has passed", async () => {
    const env = { GITHUB_RUN_ID: uniqueName("3"), RCUTORTURE_ACTION_CACHE: store };
    const first = await attempt(1, env, { configs: "TINY01" });
    expect(first.exitStatus, first.log).toBe(0);
    const second = await attempt(2, env, { configs: "TINY01" });
    expect(second.exitStatus).toBe(0);
    expect(second.log).toMatch(/nothing is left to run/);
  });
});
