import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Results, resultsSchema } from "../../src/results/schema.ts";
import { type BuildTree, buildTree, commitTree, gitIn } from "../support/fakeMake.ts";
import { kernelTrees } from "../support/kernelTree.ts";
import { deadlockConsole, scaleConsole } from "../support/lockdepConsole.ts";
import { runStep, type StepResult, startStep, uniqueName } from "../support/runner.ts";
import { goodConsole } from "../support/strangeRun.ts";
import { talkingKernel } from "../support/talkingKernel.ts";

/**
 * Jobs of `suites: torture`: the tree's own torture.sh and kvm.sh, a make that builds in a blink, and real guests whose
 * kernels print what was recorded: a kernel with lockdep takes a quarter of an hour to build.
 */
let folder: string;
let tree: BuildTree;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e2e-torture-jobs-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  const newest = (await kernelTrees()).at(-1);
  if (newest === undefined) throw new Error("no tree");
  tree = await buildTree(newest);
  await says("any", goodConsole);
});

afterEach(() => tree[Symbol.asyncDispose]());

/** What kernels print from now on. It is part of the tree, so that they are other kernels. */
async function says(
  line: Parameters<BuildTree["image"]>[0],
  text: string,
  after: "exit" | "halt" = "exit",
): Promise<void> {
  await tree.image(line, talkingKernel(Buffer.from(text), after));
  if (!existsSync(join(tree.path, ".git"))) return await commitTree(tree);
  gitIn(tree, "add", "-A");
  gitIn(tree, "commit", "-q", "-m", "Other kernels");
}

const lockdep = "CONFIG_PROVE_LOCKING=y";

interface Ran extends StepResult {
  readonly results: Results;
  readonly rundir: string;
}

/** The jobs of a workflow, with a store of their own. */
function workflow() {
  const env = { RCUTORTURE_ACTION_CACHE: join(folder, uniqueName("store")), GITHUB_JOB: "torture" };
  const start = (inputs: Record<string, string>, more: Record<string, string> = {}) => {
    const rundir = join(folder, uniqueName("run"));
    const step = startStep("main", {
      inputs: { kernel: tree.path, accel: "tcg", cpus: "2", "no-initrd": "true", rundir, ...inputs },
      env: { PATH: tree.searchPath, GITHUB_RUN_ID: "77", GITHUB_RUN_ATTEMPT: "1", ...env, ...more },
    });
    return { ...step, rundir };
  };
  const step = async (inputs: Record<string, string>, more?: Record<string, string>): Promise<Ran> => {
    const { done, rundir } = start(inputs, more);
    const ran = await done;
    const path = ran.outputs.results ?? "";
    const results = existsSync(path)
      ? resultsSchema.parse(JSON.parse(readFileSync(path, "utf8")))
      : undefined;
    return { ...ran, rundir, results: results as Results };
  };
  const inputsOf = (sets: string) => ({
    ...{ suites: "torture", "torture-sets": sets, "configs-rcutorture": "2*TINY01" },
    ...{ duration: "10s", "shutdown-grace": "5" },
  });
  const torture = (sets: string, more?: Record<string, string>) => step(inputsOf(sets), more);
  /** The main step is killed as soon as its log says so, and `post` follows it. */
  const killed = async (sets: string, when: RegExp) => {
    const { child, seen, done } = start(inputsOf(sets));
    await seen(when);
    child.kill("SIGKILL");
    const { state } = await done;
    const own = { GITHUB_RUN_ID: "77", GITHUB_RUN_ATTEMPT: "1" };
    return await runStep("post", { state, env: { PATH: tree.searchPath, ...own, ...env } });
  };
  return { step, torture, killed };
}

const verdicts = ({ results }: Ran) =>
  Object.fromEntries(results.guests.map(({ name, attempt, verdict }) => [`${name} ${attempt}`, verdict]));
const sets = ({ results }: Ran) =>
  Object.fromEntries(results.sets?.map(({ id, verdict }) => [id, verdict]) ?? []);

describe("a set that must fail", () => {
  it("passes when its kernel complains; the one beside it, that must not, fails", async () => {
    await says(lockdep, deadlockConsole);
    const ran = await workflow().torture("srcu-lockdep-1001 srcu-lockdep-1");
    expect(ran.exitStatus, ran.log).toBe(1);
    expect(sets(ran)).toEqual({ "srcu-lockdep-1": "failed", "srcu-lockdep-1001": "passed" });
    expect(ran.log).toContain("Summary: Successes: 1 Failures: 1.");
    const [good] = ran.results.guests.filter(({ mustFail }) => mustFail);
    expect(good?.findings.map(({ severity, title }) => `${severity}: ${title}`)).toEqual([
      "notice: possible deadlock in rcu_torture_init_srcu_lockdep",
    ]);
    // Only what was not wanted is an error on the page.
    expect(ran.annotations.filter(({ name }) => name === "error").length).toBe(1);
  });

  it("fails when its kernel is silent", async () => {
    const ran = await workflow().torture("srcu-lockdep-1001 srcu-lockdep-1");
    expect(ran.exitStatus, ran.log).toBe(1);
    expect(sets(ran)).toEqual({ "srcu-lockdep-1": "passed", "srcu-lockdep-1001": "failed" });
    expect(ran.log).toContain("Unexpected success: this guest had to fail");
  });
});

describe("a job that is re-run", () => {
  it("keeps what passed, and does the rest once more: guests, builds and make", async () => {
    await says(lockdep, deadlockConsole);
    const { torture } = workflow();
    const words = "rcutorture srcu-lockdep-1 rcutasksflavors allmodconfig";
    const first = await torture(words);
    expect(first.exitStatus, first.log).toBe(1);
    expect(first.log).toMatch(/build-1: allmodconfig/);
    const second = await torture(words, { GITHUB_RUN_ATTEMPT: "2" });
    expect(second.exitStatus, second.log).toBe(1);
    expect(second.log).not.toMatch(/build-1: /);
    expect(verdicts(second)).toEqual({
      "rcutorture/TINY01 1": "passed",
      "rcutorture/TINY01.2 1": "passed",
      "srcu-lockdep-1/SRCU-P 1": "failed",
      "srcu-lockdep-1/SRCU-P 2": "failed",
    });
    expect(sets(second)).toEqual(sets(first));
    // Consoles of both attempts are where the report says.
    for (const { console = "" } of second.results.guests) {
      expect(existsSync(join(second.rundir, console)), console).toBe(true);
    }
    const all = await torture(words, { GITHUB_RUN_ATTEMPT: "3", INPUT_RERUN: "all" });
    expect(all.results.guests.filter(({ attempt }) => attempt === 3)).toHaveLength(3);
    expect(all.log).toMatch(/build-1: allmodconfig/);
  });

  it("keeps what passed also of an attempt that was killed", async () => {
    // The wide guest comes first and ends; the others hang.
    await says("any", goodConsole, "halt");
    await says(lockdep, deadlockConsole);
    const { torture, killed } = workflow();
    const words = "rcutorture srcu-lockdep-1001";
    const post = await killed(words, /TINY01\.2: started/);
    expect(post.exitStatus, post.log).toBe(0);
    const second = await torture(words, { GITHUB_RUN_ATTEMPT: "2" });
    expect(verdicts(second)).toEqual({
      "srcu-lockdep-1001/SRCU-P 1": "passed",
      "rcutorture/TINY01 1": "did-not-run",
      "rcutorture/TINY01.2 1": "did-not-run",
      "rcutorture/TINY01 2": "failed",
      "rcutorture/TINY01.2 2": "failed",
    });
    expect(second.results.interrupted).toBe(false);
  });

  it("does nothing when all has passed, and everything in another run", async () => {
    const { torture } = workflow();
    const first = await torture("rcutorture");
    expect(first.exitStatus, first.log).toBe(0);
    const post = await runStep("post", { state: first.state });
    // It has nothing to make up for.
    expect([post.exitStatus, post.log]).toEqual([0, ""]);
    const second = await torture("rcutorture", { GITHUB_RUN_ATTEMPT: "2" });
    expect(second.exitStatus, second.log).toBe(0);
    expect(second.log).toContain("nothing left to run");
    expect(verdicts(second)).toEqual({ "rcutorture/TINY01 1": "passed", "rcutorture/TINY01.2 1": "passed" });
    const other = await torture("rcutorture", { GITHUB_RUN_ATTEMPT: "2", GITHUB_RUN_ID: "78" });
    expect(Object.keys(verdicts(other))).toEqual(["rcutorture/TINY01 2", "rcutorture/TINY01.2 2"]);
  });
});

it("warns when a scale test is slower than the branch's history by more than its noise", async () => {
  const { torture } = workflow();
  const run = (number: number) =>
    torture("rcuscale-rcu", { GITHUB_RUN_ID: `${100 + number}`, GITHUB_REF_NAME: "main" });
  await says("any", scaleConsole(Array.from({ length: 40 }, (_, i) => 9900 + 10 * i)));
  for (let number = 0; number < 8; number++) {
    const ran = await run(number);
    expect(ran.exitStatus, ran.log).toBe(0);
    expect(ran.summary).not.toContain("Slower");
  }
  await says("any", scaleConsole(Array.from({ length: 40 }, (_, i) => 14_900 + i)));
  const slow = await run(9);
  // Numbers and no verdict.
  expect(slow.exitStatus, slow.log).toBe(0);
  expect(slow.summary).toMatch(/Slower than before[\s\S]*Slower: grew to .* of 8 earlier values/);
});

it("goes through a plan over pools: builds, shards, and one report with a line for each set", async () => {
  await says(lockdep, deadlockConsole);
  const { step } = workflow();
  const planned = await step({
    ...{
      mode: "plan",
      suites: "torture",
      "torture-sets": "rcutorture srcu-lockdep-1001 rcu-rust allmodconfig",
    },
    ...{ "configs-rcutorture": "2*TINY01", duration: "10m" },
    pools: "- {name: p, labels: x, cpus: 2, count: 2, kvm: false}",
  });
  expect(planned.exitStatus, planned.log).toBe(0);
  const plan = planned.outputs.plan ?? "";
  const ids = (name: string): string[] =>
    JSON.parse(planned.outputs[name] ?? "").map(({ id }: { id: string }) => id);
  for (const id of ids("builds")) {
    const built = await step({ mode: "build", plan, shard: id });
    expect(built.exitStatus, built.log).toBe(0);
  }
  expect(ids("shards").length).toBeGreaterThan(1);
  for (const id of ids("shards")) {
    const ran = await step({ plan, shard: id, kernel: "nowhere" });
    expect(ran.exitStatus, ran.log).toBe(0);
  }
  const report = await step({ mode: "report", plan });
  expect(report.exitStatus, report.log).toBe(1);
  expect(report.outputs.result).toBe("did-not-run");
  expect(sets(report)).toEqual({
    rcutorture: "passed",
    "srcu-lockdep-1001": "passed",
    "rcu-rust": "did-not-run",
    allmodconfig: "passed",
  });
  expect(report.log).toContain("Summary: Successes: 3 Failures: 0. Did not run: 1.");
});
