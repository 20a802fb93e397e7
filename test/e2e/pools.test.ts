import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture } from "../report/fixtures.ts";
import { type ActOptions, type ActRun, runWorkflow } from "../support/act.ts";
import { startActionsBackend } from "../support/actionsBackend/backend.ts";
import { copying, exampleForAct, examples, reusableForAct } from "../support/examples.ts";
import { bringUpFleet } from "../support/fleet.ts";
import { issuesToken, issuesVariables, serveIssues } from "../support/issuesServer.ts";
import { builtKernels, kernelStore, testTree, tinyInputs } from "../support/kernels.ts";
import { processesWith } from "../support/processes.ts";
import { runStep } from "../support/runner.ts";
import { aliasKernel, copyKernels, seedStore } from "../support/seed.ts";
import { type Series, seriesOf } from "../support/series.ts";

/** Every example workflow, carried out by act on this machine: real kernels and guests, small and short. */
let folder: string;
const tried = new Set<string>();

beforeAll(async () => {
  await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-pools-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A store of a test's own, with the kernels that were built once for all tests. */
function storeFor(name: string): string {
  const store = join(folder, `store-${name}`);
  copyKernels(kernelStore, store);
  return store;
}

/** What every example gets here: short guests under TCG, small kernels, a tree on this machine. */
const small = {
  duration: "5s",
  accel: "tcg",
  ...tinyInputs,
  "trust-make": true,
};
const pooled = {
  ...small,
  "kernel-path": testTree(),
  "plan-runs-on": '"ubuntu-24.04"',
  prepare: false,
};

async function run(
  name: string,
  inputs: Record<string, unknown>,
  options: ActOptions & { readonly without?: readonly string[] } = {},
): Promise<ActRun> {
  tried.add(name);
  const { without = [], ...rest } = options;
  return await runWorkflow(exampleForAct(name, { inputs, without }), {
    workflows: reusableForAct(),
    labels: ["ubuntu-24.04", "self-hosted"],
    ...rest,
    env: { RCUTORTURE_ACTION_CACHE: storeFor(`${name}-${tried.size}`), ...rest.env },
  });
}

/** Fingerprints of all that failed, as the record of the branch has them. */
function fingerprintsIn(store: string): Set<string> {
  const records = readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("history.json"),
  );
  const texts = records.map((name) => readFileSync(join(store, name), "utf8"));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/"fingerprint":\s*"([0-9a-f]{16})"/g)].map(([, one = ""]) => one),
    ),
  );
}

/** Stores a kernel of TINY01 for each commit of a series; from the one at index `bad` on, it is one that fails. */
async function playKernels(store: string, series: Series, bad: number): Promise<void> {
  const wanted = await runStep("main", {
    inputs: {
      ...tinyInputs,
      mode: "plan",
      kernel: series.path,
      configs: "TINY01",
      commits: series.range,
      pools: "- {name: p, labels: x, cpus: 4}",
    },
    env: { RCUTORTURE_ACTION_CACHE: store },
  });
  const groups: { builds: { key: string; set: string }[] }[] = JSON.parse(wanted.outputs.builds ?? "");
  for (const { key, set } of groups.flatMap(({ builds }) => builds)) {
    const place = series.commits.findIndex((commit) => set === commit.slice(0, 12));
    await aliasKernel(store, key, place >= bad ? "BUSTED" : "TINY01");
  }
}

/** The last summary: that of the report. */
const reportOf = ({ summaries }: ActRun) => summaries.at(-1) ?? "";
const passed = { plan: "success", run: "success", report: "success" };

describe("the example workflows", () => {
  it("one job", async () => {
    const inputs = { ...small, kernel: testTree(), configs: "TINY01", rundir: join(folder, "single") };
    const result = await run("single-job", inputs);
    expect(result.jobs, result.log).toEqual({ rcutorture: "success" });
    expect(reportOf(result)).toContain("TINY01 passed");
  });

  it("a matrix over hosted runners", async () => {
    const configs = "2*TINY01 TREE05";
    const pools = "- {name: hosted, labels: ubuntu-24.04, cpus: 4, count: 3, kvm: false}";
    // The plan finds no kernels; the build jobs do, as if another workflow had built them meanwhile.
    const [warm, store] = [storeFor("warm"), join(folder, "store-cold")];
    const result = await run(
      "hosted-pool",
      { ...pooled, configs, pools },
      {
        env: { RCUTORTURE_ACTION_CACHE: store },
        workflows: reusableForAct({ beforeBuild: copying(warm, store) }),
      },
    );
    expect(result.jobs, result.log).toMatchObject({ ...passed, build: "success" });
    expect(result.summaries[0]).toContain("2 kernels to build in 2 jobs");
    const notices = result.commands.filter(({ name }) => name === "notice").map(({ message }) => message);
    expect(notices.join()).toContain("3 guests to run in 2 jobs");
    expect(reportOf(result)).toContain("All 3 guests passed");
  });

  it("a pool of one's own, with labels, here with all that torture.sh does of two sets", async () => {
    const torture = {
      ...{ suites: "torture", "torture-sets": "rcutorture rcu-rust", duration: "10s" },
      ...{ configs: "", "configs-rcutorture": "2*TINY01" },
    };
    const result = await run("self-hosted-pool", { ...pooled, ...torture });
    expect(result.jobs, result.log).toMatchObject({ plan: "success", run: "success", report: "failure" });
    expect(reportOf(result)).toContain("All 2 guests passed");
    expect(reportOf(result)).toContain("rcu-rust did not run: this tree's torture.sh does not have it");
    expect(reportOf(result)).toContain("Summary: Successes: 1 Failures: 0. Did not run: 1.");
  });

  it("nightly, the second night knowing the first", async () => {
    const store = storeFor("nights");
    const inputs = { ...pooled, suites: "rcu", configs: "BUSTED", duration: "10s" };
    const night = (id: string, more: Record<string, unknown> = {}, files: Record<string, string> = {}) =>
      run(
        "nightly-pages",
        { ...inputs, ...more },
        {
          without: ["page"],
          workflows: { ...reusableForAct(), ...files },
          env: { RCUTORTURE_ACTION_CACHE: store, GITHUB_RUN_ID: id },
        },
      );
    const first = await night("101");
    expect(first.jobs, first.log).toMatchObject({ plan: "success", run: "failure", report: "failure" });
    expect(reportOf(first)).not.toMatch(/known since/i);
    // From now on a file of the calling repository knows what failed: of that repository, not of the kernel's.
    const path = ".github/workflows/known.txt";
    const usual = ["WARNING in rcu_torture_stats_print", "busted-torture: !!! errors counted"];
    const known = [...fingerprintsIn(store), ...usual, "busted-torture: End of test: FAILURE"]
      .map((one) => `${one} :: seen in the first night\n`)
      .join("");
    const second = await night("102", { baseline: path }, { "known.txt": known });
    expect(reportOf(second)).toMatch(/known since/i);
    expect(second.jobs, second.log).toMatchObject(passed);
    expect(reportOf(second)).toMatch(/BUSTED failed[\s\S]*known; (?:it does|they do) not fail the job/);
  });

  it("nightly, with issues of what failed", async () => {
    const server = await serveIssues();
    try {
      const rundir = join(folder, "night");
      await mkdir(rundir);
      await writeFile(join(rundir, "results.json"), JSON.stringify(fixture("busted")));
      // The night itself is tried above; this is the job after it, with the report that it fetched.
      const result = await run(
        "nightly-issues",
        { rundir, "github-token": issuesToken },
        { without: ["rcutorture"], env: issuesVariables(server) },
      );
      expect(result.jobs, result.log).toEqual({ issues: "success" });
      expect(server.issues.map(({ title }) => title)[0]).toBe("BUSTED: WARNING in rcu_torture_stats_print");
      expect(result.summaries.at(-1)).toContain("- #1 opened: BUSTED: WARNING in rcu");
    } finally {
      await server.close();
    }
  });

  it("a pull request from a fork: artifacts, and a cache that can only be read", async () => {
    const backend = await startActionsBackend();
    try {
      const services = backend.env({ runId: "4711" });
      await seedStore(kernelStore, services, join(folder, "seed"), "artifact");
      backend.faults.push({ method: "CreateCacheEntry", status: 403, times: 1000 });
      const pools = "- {name: hosted, labels: ubuntu-24.04, cpus: 4, count: 2, kvm: false}";
      const result = await run(
        "pull-requests",
        { ...pooled, configs: "TINY01 TREE05", pools },
        {
          event: "pull_request",
          env: {
            ...services,
            // Nothing but the services: an empty directory.
            RCUTORTURE_ACTION_CACHE: join(folder, "empty"),
          },
          ownEnv: {
            ACTIONS_RUNTIME_URL: services.ACTIONS_RESULTS_URL ?? "",
            ACTIONS_RUNTIME_TOKEN: services.ACTIONS_RUNTIME_TOKEN ?? "",
          },
        },
      );
      expect(result.jobs, result.log).toMatchObject(passed);
      expect(reportOf(result)).toContain("All 2 guests passed");
      const names = backend.artifacts.artifacts.map(({ name }) => name);
      expect(names).toContainEqual(expect.stringMatching(/^rcutorture-plan-[0-9a-f]{16}\.4711-shard-2-1-/));
    } finally {
      await backend.stop();
    }
  });

  it("two architectures: both pools get guests (the Arm one is played by this machine)", async () => {
    const pools = `
- {name: x86, labels: ubuntu-24.04, cpus: 2, count: 1, kvm: false}
- {name: arm, labels: ubuntu-24.04-arm, cpus: 4, count: 1, kvm: false}`;
    const result = await run(
      "arm64",
      { ...pooled, configs: "TINY01 TREE05", pools },
      { labels: ["ubuntu-24.04", "ubuntu-24.04-arm"] },
    );
    expect(result.jobs, result.log).toMatchObject(passed);
    expect(result.summaries[0]).toMatch(/\| shard-\d \| arm /);
  });

  it("KASAN and KCSAN as variants (their kernels are played by plain ones)", async () => {
    const store = storeFor("variants");
    const wanted = await runStep("main", {
      inputs: {
        ...tinyInputs,
        mode: "plan",
        kernel: testTree(),
        configs: "TINY01",
        variants: "kasan kcsan",
        pools: "- {name: p, labels: x, cpus: 4}",
      },
      env: { RCUTORTURE_ACTION_CACHE: store },
    });
    const builds: { builds: { key: string; scenario: string }[] }[] = JSON.parse(wanted.outputs.builds ?? "");
    expect(builds, wanted.log).toHaveLength(2);
    for (const { key, scenario } of builds.flatMap((group) => group.builds)) {
      await aliasKernel(store, key, scenario);
    }
    const inputs = { ...pooled, configs: "TINY01" };
    const result = await run("sanitizers", inputs, { env: { RCUTORTURE_ACTION_CACHE: store } });
    expect(result.jobs, result.log).toMatchObject(passed);
    for (const name of ["plain/TINY01", "kasan/TINY01", "kcsan/TINY01"]) {
      expect(reportOf(result)).toContain(name);
    }
  });

  it("a series, whose first bad commit is named", async () => {
    await using series = await seriesOf(testTree(), 4, folder);
    const store = storeFor("series");
    await playKernels(store, series, 2);
    const inputs = { ...pooled, "kernel-path": series.path, duration: "10s" };
    const result = await run("series", inputs, {
      env: { RCUTORTURE_ACTION_CACHE: store },
      inputs: { commits: series.range, configs: "2*TINY01" },
    });
    expect(result.jobs, result.log).toMatchObject({ plan: "success", run: "failure", report: "failure" });
    const bad = series.commits[2]?.slice(0, 12);
    expect(reportOf(result)).toMatch(new RegExp(`### First bad commit[^#]*first bad commit is ${bad}`));
    // Two runs of the commit before, four from it on: 1 - 1/15.
    expect(reportOf(result)).toContain("with 93.3 % confidence");
  });

  it("a question, asked of all runners and answered by the report", async () => {
    const inputs = { ...pooled, suites: "rcu", configs: "2*BUSTED", duration: "10s", until: "failures=3" };
    const pools = "- {name: hosted, labels: ubuntu-24.04, cpus: 4, count: 2, kvm: false}";
    const result = await run("hosted-pool", { ...inputs, pools });
    // Failures are asked for, and still make it red; a job that ran them does not judge.
    expect(result.jobs, result.log).toMatchObject({ plan: "success", run: "success", report: "failure" });
    expect(reportOf(result)).toMatch(/[3-9] failures in .* \(\d+ runs\)/);
  });

  it("a bisection, in rounds: it names the commit", async () => {
    await using series = await seriesOf(testTree(), 6, folder);
    const store = storeFor("bisection");
    await playKernels(store, series, 3);
    const asked = {
      ...{ ...pooled, "kernel-path": series.path, duration: "10s", configs: "TINY01", confidence: "99" },
      good: series.range.split("..")[0],
      pools: "- {name: hosted, labels: ubuntu-24.04, cpus: 2, count: 3, kvm: false}",
    };
    const result = await run("bisect", asked, { env: { RCUTORTURE_ACTION_CACHE: store } });
    expect(result.jobs, result.log).toMatchObject({ plan: "success", run: "success" });
    expect(reportOf(result)).toContain(`First bad commit: ${series.commits[3]?.slice(0, 12)}`);
    expect(reportOf(result)).toContain("rcu: Change 4 of the series");
  });

  it("a small controller with systems behind ssh", async () => {
    await using fleet = await bringUpFleet([{ cpus: 2 }, { cpus: 2 }]);
    const inputs = {
      ...pooled,
      configs: "TINY01 TREE05",
      pools: "- {name: lab, labels: [self-hosted, controller], cpus: 2, systems: k1 k2, kvm: false}",
      "ssh-config": fleet.sshConfig,
      "ssh-known-hosts": fleet.knownHosts,
    };
    const result = await run("ssh-systems", inputs);
    expect(result.jobs, result.log).toMatchObject(passed);
    expect(reportOf(result)).toContain("All 2 guests passed");
    expect(reportOf(result)).toMatch(/\| k1 \|/);
    for (const system of fleet.systems) expect(await system.processes(), system.name).toEqual([]);
  });

  it("leave no guest behind when they are cancelled", async () => {
    const cancel = new AbortController();
    const guests = () => processesWith("/act-home-").filter(({ argv }) => argv[0]?.includes("qemu"));
    const inputs = { ...pooled, configs: "TINY01 TREE05", duration: "10m" };
    const running = run("hosted-pool", inputs, { signal: cancel.signal });
    while (guests().length === 0) await sleep(200);
    cancel.abort();
    const { exitStatus } = await running;
    expect(exitStatus).not.toBe(0);
    for (let i = 0; i < 50 && guests().length > 0; i++) await sleep(200);
    expect(guests()).toEqual([]);
  });

  it("are all of them", () => {
    expect([...tried].sort()).toEqual([...examples].sort());
  });
});
