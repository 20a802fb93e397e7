import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BisectResults } from "../../src/results/bisection.ts";
import { type BisectTree, bisectTree, warning } from "../support/bisectTree.ts";
import { kernelStore, testTree, tinyInputs } from "../support/kernels.ts";
import { processesWith } from "../support/processes.ts";
import { runStep, type StepResult, startStep } from "../support/runner.ts";

const question = randomUUID();
let folder: string;
let tree: BisectTree;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e2e-bisect-"));
  tree = bisectTree(testTree(), join(folder, "linux"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const asked = (name: string, inputs: Record<string, string> = {}) => ({
  inputs: {
    ...{
      mode: "bisect",
      kernel: tree.path,
      good: tree.good,
      configs: "TINY01",
      duration: "5s",
      jitter: "0",
      accel: "tcg",
    },
    ...tinyInputs,
    rundir: join(folder, name),
    // What earlier runs of this test left is of another question.
    ignore: `never ${question} :: a test`,
    ...inputs,
  },
  // One store for all tests: kernels of these commits are the same every time.
  env: { RCUTORTURE_ACTION_CACHE: kernelStore },
});

const results = (step: StepResult): BisectResults =>
  JSON.parse(readFileSync(step.outputs.results ?? "", "utf8"));
const log = (name: string) => readFileSync(join(folder, name, "bisect.log"), "utf8");
const idsIn = (text: string) => [...text.matchAll(/\bid=(\S+)/g)].map(([, id]) => id);

function expectFound(step: StepResult): BisectResults {
  const found = results(step);
  expect(step.exitStatus, `${step.log}\n${log(found.folder.slice(folder.length + 1))}`).toBe(0);
  expect(found).toMatchObject({ outcome: "found", failure: warning });
  expect(step.outputs).toMatchObject({ decision: "yes", "first-bad-commit": tree.commits.get("g") });
  expect(found.answer[0]).toMatchObject({
    subject: "rcutorture: Roll the dice",
    author: "Ada Example <ada@example.org>",
  });
  expect(found.answer[0]?.probability).toBeGreaterThanOrEqual(0.95);
  for (const probed of found.probed) {
    const [letter] = [...tree.commits].find(([, commit]) => commit === probed.commit) ?? [""];
    // Commits that cannot be tested are not taken for bad ones.
    if (letter === "c") expect(probed).toMatchObject({ untestable: "build", failures: 0 });
    if (letter === "e") expect(probed).toMatchObject({ untestable: "boot", failures: 0 });
    if ("abdfi".includes(letter)) expect(probed.failures, letter).toBe(0);
  }
  return found;
}

describe("bisect on a history of twelve commits, with a WARNING in every third run", () => {
  it("goes on where it was killed, loses no observation, and names the commit", async () => {
    const first = startStep("main", asked("killed", { rerun: "never" }));
    await first.seen(/After \d+ runs/);
    first.child.kill("SIGKILL");
    await first.done;
    const before = idsIn(log("killed"));
    expect(before.length).toBeGreaterThan(1);
    await expect.poll(() => processesWith(join(folder, "killed")), { timeout: 20_000 }).toEqual([]);
    const second = await runStep("main", asked("again"));
    expect(second.log).toMatch(/Earlier jobs left \d+ observations of this question/);
    expectFound(second);
    expect(idsIn(log("again"))).toEqual(expect.arrayContaining(before));
    expect(second.summary).toContain("First bad commit");
  });

  it("finds it again in another order, with the kernels of the store, and changes nothing of the user's", async () => {
    const step = await runStep("main", asked("even", { rerun: "never", prior: "even" }));
    expect(expectFound(step).spent.builds).toBeLessThan(tree.commits.size);
    expect(step.log).toContain("kernel from the directory store");
  });
});
