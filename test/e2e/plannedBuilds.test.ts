import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Results, resultsSchema } from "../../src/results/schema.ts";
import { type BuildTree, buildTree, commitTree, gitIn } from "../support/fakeMake.ts";
import { kernelTrees } from "../support/kernelTree.ts";
import { runCli, runStep, type StepResult, uniqueName } from "../support/runner.ts";

/** Build jobs of plans: the tree's own kvm.sh, with a make that builds in a blink. */
let folder: string;
let tree: BuildTree;

const git = (...args: string[]) => gitIn(tree, ...args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e2e-builds-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  const newest = (await kernelTrees()).at(-1);
  if (newest === undefined) throw new Error("no tree");
  tree = await buildTree(newest);
  await commitTree(tree);
});

afterEach(() => tree[Symbol.asyncDispose]());

interface Workflow {
  readonly store: string;
  step(inputs: Record<string, string>, attempt?: number): Promise<StepResult>;
  report(plan: string): Promise<{ step: StepResult; results: Results }>;
}

/** The jobs of one workflow run, with a store of their own. */
function workflow(): Workflow {
  const store = join(folder, uniqueName("store"));
  const common = { PATH: tree.searchPath, GITHUB_RUN_ID: uniqueName("7"), RCUTORTURE_ACTION_CACHE: store };
  const step = (inputs: Record<string, string>, attempt = 1) =>
    runStep("main", {
      inputs: { kernel: tree.path, accel: "tcg", "no-initrd": "true", ...inputs },
      env: { ...common, GITHUB_RUN_ATTEMPT: String(attempt) },
    });
  return {
    store,
    step,
    async report(plan) {
      const rundir = join(folder, uniqueName("merged"));
      const done = await step({ mode: "report", plan, rundir });
      const text = readFileSync(done.outputs.results ?? "", "utf8");
      return { step: done, results: resultsSchema.parse(JSON.parse(text)) };
    },
  };
}

interface Job {
  id: string;
  builds: { scenario: string; set: string; key: string }[];
}

const pools = "- {name: p, labels: x, cpus: 4, count: 4}";
const buildsOf = ({ outputs, log }: StepResult): Job[] => {
  if (outputs.builds === undefined) throw new Error(log);
  return JSON.parse(outputs.builds);
};

describe("build jobs of a plan", () => {
  it("make what no store has, and the next plan has nothing to build", async () => {
    const { step } = workflow();
    const wanted = {
      mode: "plan",
      pools,
      suites: "rcu lock",
      configs: "TINY01 LOCK05",
      variants: "plain kasan",
    };
    const plan = await step(wanted);
    const jobs = buildsOf(plan);
    expect(
      jobs.flatMap(({ builds }) => builds.map(({ set, scenario }) => `${set}/${scenario}`)).sort(),
    ).toEqual(["lock-kasan/LOCK05", "lock-plain/LOCK05", "rcu-kasan/TINY01", "rcu-plain/TINY01"]);
    for (const { id } of jobs) {
      const built = await step({ mode: "build", plan: plan.outputs.plan ?? "", shard: id });
      expect([built.exitStatus, built.outputs.result], built.log).toEqual([0, "passed"]);
    }
    const next = await step(wanted);
    expect(buildsOf(next)).toEqual([]);
    expect(next.summary).toContain("Nothing to build");
    expect(git("status", "--porcelain")).toBe("");
  });

  it("come from a plan whose log ends as a terminal does, with pools and without", async () => {
    const temporary = await mkdtemp(join(folder, "temporary-"));
    const env = { RUNNER_TEMP: temporary, RCUTORTURE_ACTION_CACHE: join(folder, uniqueName("store")) };
    for (const more of [{ pools }, { cpus: "4" }]) {
      const inputs = { kernel: tree.path, configs: "2*TINY01", ...more };
      const flags = Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value]);
      const terminal = await runCli(["plan", ...flags], folder, env);
      const step = await runStep("main", { inputs: { mode: "plan", ...inputs }, env });
      expect([terminal.exitStatus, step.exitStatus], step.log).toEqual([0, 0]);
      expect(terminal.stdout).toMatch(/guest/);
      for (const line of terminal.stdout.split("\n"))
        if (!line.includes("/")) expect(line.length, line).toBeLessThanOrEqual(80);
      // How long it takes, and on what that rests.
      expect(terminal.stdout.replaceAll("\n", " ")).toMatch(
        /kernels? .*about \d+ ?(?:min|m)|To build: 1 of 1 kernel, about/,
      );
      expect(step.log.endsWith(terminal.stdout), `${step.log}\n---\n${terminal.stdout}`).toBe(true);
    }
  });

  it("tell shards and the report what did not build", async () => {
    const { step, report } = workflow();
    await tree.obey("fail-on", "CONFIG_SMP=n");
    const plan = await step({ mode: "plan", pools, configs: "TINY01" });
    const id = plan.outputs.plan ?? "";
    const built = await step({ mode: "build", plan: id, shard: "build-1" });
    expect([built.exitStatus, built.outputs.result], built.log).toEqual([1, "build-failed"]);
    const ran = await step({
      mode: "run",
      plan: id,
      shard: "shard-1",
      rundir: join(folder, uniqueName("run")),
    });
    expect([ran.exitStatus, ran.outputs.result], ran.log).toEqual([1, "build-failed"]);
    const { results } = await report(id);
    expect(results.verdict).toBe("build-failed");
    expect(results.guests.map(({ name, verdict }) => [name, verdict])).toEqual([["TINY01", "build-failed"]]);
    expect(JSON.stringify(results.builds[0]?.diagnostics)).toContain("'oops' undeclared");
  });

  /** A stored kernel loses a bit, as on a disk that lies. */
  function damageKernels(store: string): void {
    const images = readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\/files\/bzImage$/.test(name),
    );
    expect(images).toHaveLength(1);
    for (const image of images) appendFileSync(join(store, image), "!");
  }

  const runOf = (plan: string) => ({
    mode: "run",
    plan,
    shard: "shard-1",
    rundir: join(folder, uniqueName("run")),
  });
  const resultsOf = ({ outputs, log }: StepResult): Results => {
    if (outputs.results === undefined) throw new Error(log);
    return resultsSchema.parse(JSON.parse(readFileSync(outputs.results, "utf8")));
  };

  it("are done by a shard that finds a kernel damaged, where it has the tree", async () => {
    const { step, store } = workflow();
    const plan = await step({ mode: "plan", pools, configs: "TINY01" });
    const id = plan.outputs.plan ?? "";
    await step({ mode: "build", plan: id, shard: "build-1" });
    damageKernels(store);
    const ran = await step(runOf(id));
    expect(ran.log).toMatch(/directory: .* is damaged and not used/);
    expect(ran.log).toMatch(/TINY01 built in/);
    // The kernel of this make is none, but qemu was given it.
    expect(resultsOf(ran).builds).toMatchObject([{ scenario: "TINY01", status: "built" }]);
    expect(readFileSync(join(resultsOf(ran).rundir, "TINY01/bzImage"), "utf8")).toBe("image\n");
    // The next shard finds it whole.
    expect(resultsOf(await step(runOf(id))).builds).toMatchObject([{ status: "reused" }]);
  });

  it("are done by a build job of a re-run, where a shard could not build what was damaged", async () => {
    const { step, store } = workflow();
    const first = await step({ mode: "plan", pools, configs: "TINY01" });
    await step({ mode: "build", plan: first.outputs.plan ?? "", shard: "build-1" });
    // Of another commit: not the planned one's kernel.
    git("commit", "-q", "--allow-empty", "-m", "Two");
    damageKernels(store);
    const ran = await step(runOf(first.outputs.plan ?? ""));
    expect([ran.exitStatus, ran.outputs.result], ran.log).toEqual([1, "did-not-run"]);
    expect(ran.log).toMatch(/TINY01: cannot be built here: .*is at [0-9a-f]{40}, and the plan is of/);
    expect(ran.log).toMatch(/TINY01: no store has its kernel .*re-run all jobs/);
    git("reset", "-q", "--hard", "HEAD^");
    // As where a store never gives up what it has: a kernel that looks whole until it is read.
    await step({ mode: "build", plan: first.outputs.plan ?? "", shard: "build-1" });
    damageKernels(store);
    const again = await step({ mode: "plan", pools, configs: "TINY01" }, 2);
    expect(buildsOf(again).flatMap(({ builds }) => builds)).toMatchObject([{ scenario: "TINY01" }]);
    const built = await step({ mode: "build", plan: again.outputs.plan ?? "", shard: "build-1" }, 2);
    expect(built.outputs.result, built.log).toBe("passed");
    const last = await step({ ...runOf(again.outputs.plan ?? ""), kernel: folder }, 2);
    expect(resultsOf(last).builds).toMatchObject([{ scenario: "TINY01", status: "reused" }]);
  });

  it("leave a report also when nothing of the plan ran", async () => {
    const { step, report } = workflow();
    const plan = await step({ mode: "plan", pools, configs: "TINY01 TREE05" });
    const { step: reported, results } = await report(plan.outputs.plan ?? "");
    expect([reported.exitStatus, results.verdict, results.guests.length]).toEqual([1, "did-not-run", 2]);
    expect(reported.summary).toContain("its job left no results");
    expect(existsSync(join(results.rundir, "report.html"))).toBe(true);
  });

  it("check out the commits of a series, each, and go back to the branch", async () => {
    const { step } = workflow();
    writeFileSync(join(tree.path, "tools/testing/selftests/rcutorture/configs/rcu/TINY09"), "CONFIG_SMP=n\n");
    git("add", "-A");
    git("commit", "-q", "-m", "Two: a scenario that One did not have");
    writeFileSync(join(tree.path, "note"), "three");
    git("add", "-A");
    git("commit", "-q", "-m", "Three");
    const plan = await step({ mode: "plan", pools, configs: "TINY01", commits: "main~2 main~2..main" });
    const jobs = buildsOf(plan);
    expect(jobs).toHaveLength(3);
    for (const { id } of jobs) {
      const built = await step({ mode: "build", plan: plan.outputs.plan ?? "", shard: id });
      expect(built.exitStatus, built.log).toBe(0);
      expect(git("symbolic-ref", "--short", "HEAD")).toBe("main");
    }
    expect(git("status", "--porcelain")).toBe("");
    const next = await step({ mode: "plan", pools, configs: "TINY09", commits: "main~1..main" });
    expect(buildsOf(next)).toHaveLength(1);
    const older = await step({ mode: "plan", pools, configs: "TINY09", commits: "main~2" });
    expect(older.log).toContain('has no scenario "TINY09"');
  });

  it("are made of a tree without git by its contents; other files are refused", async () => {
    const { step } = workflow();
    rmSync(join(tree.path, ".git"), { recursive: true });
    const plan = await step({ mode: "plan", pools, configs: "TINY01" });
    const build = () => step({ mode: "build", plan: plan.outputs.plan ?? "", shard: "build-1" });
    const built = await build();
    expect(built.exitStatus, built.log).toBe(0);
    expect(buildsOf(await step({ mode: "plan", pools, configs: "TINY01" }))).toEqual([]);
    writeFileSync(join(tree.path, "note"), "other sources\n");
    expect((await build()).log).toContain("its files are not those that were planned with");
  });

  it("refuse a tree that is not the planned one, and one with changes that would be lost", async () => {
    const { step } = workflow();
    const plan = await step({ mode: "plan", pools, configs: "TINY01" });
    const series = await step({ mode: "plan", pools, configs: "TINY01", commits: "main" });
    git("commit", "-q", "--allow-empty", "-m", "Two");
    const build = (one: StepResult) =>
      step({ mode: "build", plan: one.outputs.plan ?? "", shard: "build-1" });
    expect((await build(plan)).log).toMatch(
      /::error::kernel ".*": is at [0-9a-f]+, and the plan is of [0-9a-f]+/,
    );
    writeFileSync(
      join(tree.path, "Makefile"),
      `${readFileSync(join(tree.path, "Makefile"), "utf8")}# mine\n`,
    );
    expect((await build(series)).log).toContain("has changes, and another commit is to be checked out");
    expect(readFileSync(join(tree.path, "Makefile"), "utf8")).toContain("# mine");
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      "no commit",
      { commits: "v9.99" },
      /commits: "v9.99" is not a commit that this repository or its origin knows/,
    ],
    [
      "an option for a commit",
      { commits: "--all" },
      /commits: "--all" is not a commit; write tags, branches/,
    ],
    ["a commit twice", { commits: "main HEAD" }, /commits: [0-9a-f]{40} is listed twice/],
    ["an empty range", { commits: "main..main" }, /commits: "main..main" has no commits in it/],
    [
      "a scenario that no suite has",
      { configs: "TREE03 LOCK99", suites: "rcu lock" },
      /no scenario "LOCK99"/,
    ],
    [
      "a suite without scenarios",
      { configs: "TREE03", suites: "rcu lock" },
      /suites: lock has none of the scenarios TREE03/,
    ],
    [
      "a pool for nothing",
      { configs: "TREE03", pools: "- {name: p, labels: x, cpus: 16}\n- {name: q, labels: x, cpus: 2}" },
      /pools: "q" can hold no guest of the plan/,
    ],
    ["no YAML", { pools: "- {name: p" }, /pools: this is neither YAML nor JSON/],
    [
      "a variant that there is not",
      { variants: "plain ubsan" },
      /variants: "ubsan" is not one of plain, kasan, kcsan/,
    ],
    ["a suite that the tree lacks", { suites: "rcu xrcu" }, /"xrcu": this kernel tree has lock, rcu/],
    ["variants said twice", { variants: "kasan", kasan: "true" }, /variants: names kasan and kcsan already/],
    ["repeat", { repeat: "3" }, /repeat: not with pools/],
    [
      "a guest too long to be built",
      { configs: "TREE03", duration: "10d", pools: "- {name: p, labels: x, cpus: 16, minutes: 3}" },
      /3 minutes are over before a guest could run/,
    ],
  ])("plans refuse %s", async (_, inputs, message) => {
    const { step } = workflow();
    const done = await step({ mode: "plan", pools, configs: "TINY01", ...inputs });
    expect(done.exitStatus, done.log).toBe(1);
    expect(done.log).toMatch(message);
    expect(done.outputs).toEqual({ result: "infrastructure-error", "failed-scenarios": "" });
  });

  it("refuse what contradicts the plan", async () => {
    const { step } = workflow();
    const plan =
      (await step({ mode: "plan", pools, configs: "TINY01", kconfig: "CONFIG_NR_CPUS=4" })).outputs.plan ??
      "";
    const other = await step({ mode: "build", plan, shard: "build-1", kconfig: "CONFIG_NR_CPUS=8" });
    expect(other.log).toContain(
      'kconfig: "CONFIG_NR_CPUS=8" contradicts the plan, which was made with "CONFIG_NR_CPUS=4"',
    );
    expect((await step({ mode: "build", plan, shard: "build-7" })).log).toContain(
      'the plan has no "build-7"; it has build-1 to build-1',
    );
    expect((await step({ mode: "run", plan })).log).toContain("shard: mode run with a plan needs the id");
    expect((await step({ mode: "run", plan: "0".repeat(64), shard: "shard-1" })).log).toContain(
      "is not in the directory store",
    );
    expect((await step({ mode: "run", plan: "nowhere.json", shard: "shard-1" })).log).toContain(
      'plan: "nowhere.json" is neither a file nor a digest',
    );
  });
});
