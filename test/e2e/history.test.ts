import { readFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtKernels, kernelStore, testTree, tinyInputs } from "../support/kernels.ts";
import { runCli, runStep } from "../support/runner.ts";

/** The past of a branch: real runs, one after the other, that share a directory store. */
let folder: string;
let store: string;

beforeAll(async () => {
  await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-history-"));
  // A copy, in which these runs may leave their results.
  store = join(folder, "store");
  await cp(kernelStore, store, { recursive: true });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A run of BUSTED, whose kernel comes from the store, as a job of a workflow run on a branch. */
async function runOnBranch(number: number, branch: string) {
  const rundir = join(folder, `run-${number}`);
  const step = await runStep("main", {
    inputs: {
      kernel: testTree(),
      configs: "BUSTED",
      duration: "10s",
      accel: "tcg",
      rundir,
      ...tinyInputs,
    },
    env: {
      RCUTORTURE_ACTION_CACHE: store,
      GITHUB_RUN_ID: String(1000 + number),
      GITHUB_RUN_NUMBER: String(number),
      GITHUB_JOB: "torture",
      GITHUB_REF_NAME: branch,
    },
  });
  expect(step.exitStatus, step.log).toBe(1);
  return {
    summary: step.summary,
    log: step.log,
    html: readFileSync(join(rundir, "report.html"), "utf8"),
    mail: readFileSync(join(rundir, "mail.txt"), "utf8"),
    rundir,
  };
}

it("a branch's failure is known since its first run, in every report; another branch knows nothing of it", async () => {
  const first = await runOnBranch(1, "topic/one");
  // Nothing is known of a branch without a past.
  for (const text of [first.summary, first.html, first.mail]) expect(text).not.toMatch(/known since|flaky/);
  const second = await runOnBranch(2, "topic/one");
  for (const text of [second.summary, second.html, second.mail]) expect(text).toContain("known since");
  expect(second.summary).toMatch(/known since \d{4}-\d\d-\d\d \(.*run 1\)/);
  const third = await runOnBranch(3, "topic/one");
  expect(third.summary).toContain("every one of 3 runs since then shows it");
  // The page draws what the store knows of the branch: three runs, of which this is the last.
  expect(third.html).toContain('aria-label="BUSTED over 3 runs: failures in 3 of them"');
  expect(first.html).not.toContain('class="trends"');
  const elsewhere = await runOnBranch(4, "topic/two");
  expect(elsewhere.summary).not.toContain("known since");
});

it("mode report reads a run's consoles in several threads, from the bundle", async () => {
  const console = join(folder, "run-1", "BUSTED", "console.log");
  const worker = new Worker(new URL("../../dist/consoleWorker.js", import.meta.url));
  try {
    worker.postMessage({ path: console, options: { suite: "rcu", title: "BUSTED" } });
    const { analysis } = await new Promise<{ analysis: { findings: { title: string }[] } }>(
      (resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
      },
    );
    expect(analysis.findings.map(({ title }) => title)).toContain("WARNING in rcu_torture_stats_print");
  } finally {
    await worker.terminate();
  }
  const report = await runCli(["report", "--rundir", join(folder, "run-1")]);
  expect(report.exitStatus).toBe(1);
});
