import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ActionsBackend, startActionsBackend } from "../support/actionsBackend/backend.ts";
import { makeRunDirectory } from "../support/rundir.ts";
import { runCli, runStep } from "../support/runner.ts";

const warning = [
  "[    1.000000] ------------[ cut here ]------------",
  "[    1.000001] WARNING: CPU: 0 PID: 61 at kernel/rcu/rcutorture.c:2246 rcu_torture_stats_print+0x1d2/0x5f0",
  "[    1.000002] Call Trace:",
  "[    1.000003]  rcu_torture_stats+0x25/0x70",
  "[    1.000004] ---[ end trace 0000000000000000 ]---",
  "[   30.000000] rcu-torture: rtc: 00000000 ver: 2000 tfle: 0 rta: 2000 rtaf: 0",
  "[   30.000001] rcu-torture:--- End of test: SUCCESS: nreaders=4",
  "",
].join("\n");

let folder: string;
let backend: ActionsBackend;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e2e-known-"));
  backend = await startActionsBackend();
});
afterAll(async () => {
  await backend.stop();
  await rm(folder, { recursive: true, force: true });
});

/** kvm.sh's run directory of a guest that warned. */
function warned(): string {
  const rundir = makeRunDirectory({ TREE03: { console: warning } });
  writeFileSync(
    join(rundir, "log"),
    "/src/tools/testing/selftests/rcutorture/bin/kvm.sh --configs TREE03 --duration 30\n",
  );
  return rundir;
}

describe("a failure that is known", () => {
  it("is written to a baseline, and makes no job red from then on; the verdict stays", async () => {
    const rundir = warned();
    const file = join(folder, "baseline.txt");
    const made = await runCli(["baseline", rundir, "--baseline", file], folder);
    expect(made.exitStatus, made.stderr).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(
      /^# Known.*\n[0-9a-f]{16} :: WARNING in rcu_torture_stats_print in TREE03; say why :: until \d{4}-\d\d-\d\d\n$/,
    );
    const again = await runCli(["baseline", rundir, "--baseline", file], folder);
    expect(again.stdout + again.stderr).toContain("nothing was added");
    const [red, green] = await Promise.all([
      runStep("main", { inputs: { mode: "report", rundir, out: join(folder, "red") } }),
      runStep("main", { inputs: { mode: "report", rundir, out: join(folder, "green"), baseline: file } }),
    ]);
    expect([red.exitStatus, red.outputs.result, red.outputs["new-failures"]]).toEqual([1, "failed", "1"]);
    expect([green.exitStatus, green.outputs.result, green.outputs["new-failures"]]).toEqual([
      0,
      "failed",
      "0",
    ]);
    expect(green.summary).toContain("1 failure known; it does not fail the job.");
    // What kvm.sh was called with, as its log says.
    expect(green.summary).toContain("bin/kvm.sh --configs TREE03 --duration 30");
  });

  it("a baseline that is broken, past its day or missing says so, and loses no verdict", async () => {
    const rundir = warned();
    const file = join(folder, "broken.txt");
    writeFileSync(file, "WARNING in rcu_torture_stats_print\nWARNING in x :: old :: until 2020-01-01\n");
    const step = await runStep("main", {
      inputs: { mode: "report", rundir, out: join(folder, "broken"), baseline: file, "fail-on": "new" },
    });
    expect([step.exitStatus, step.outputs.result]).toEqual([1, "failed"]);
    const warnings = step.annotations.filter(({ name }) => name === "warning").map(({ message }) => message);
    expect(warnings).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^baseline: .*broken\.txt, line 1: ".*" is not "TITLE or FINGERPRINT :: reason"/,
        ),
        expect.stringMatching(
          /line 2: "WARNING in x" expired on 2020-01-01; remove it, or give it a new date\./,
        ),
      ]),
    );
    expect(step.summary).toContain("there is no history to compare with; the job fails.");
    const missing = await runCli(["report", rundir, "--baseline", join(folder, "none.txt")], folder);
    expect([missing.exitStatus, missing.stderr]).toEqual([
      2,
      expect.stringMatching(/^error: baseline: ".*none\.txt" cannot be read/m),
    ]);
  });

  it("is none that fail-on: none looks at", async () => {
    const inputs = { mode: "report", rundir: warned(), out: join(folder, "lenient"), "fail-on": "none" };
    const step = await runStep("main", { inputs });
    expect([step.exitStatus, step.outputs.result, step.outputs.failed]).toEqual([0, "failed", "1"]);
  });
});

describe("dist/ uploads", () => {
  it("the page and the archive, through the real toolkit, and links to them", async () => {
    const step = await runStep("main", {
      inputs: { mode: "report", rundir: warned() },
      env: { ...backend.env(), GITHUB_JOB: "torture", GITHUB_ACTION: "__self" },
    });
    const [page, archive] = backend.artifacts.artifacts;
    expect([page?.finalized, archive?.finalized], step.log).toEqual([true, true]);
    expect(page?.name).toMatch(/^rcutorture-torture-attempt1-[0-9a-f]{6}-TREE03\.html$/);
    const base = "https://github.com/torvalds/linux/actions/runs/4711/artifacts";
    expect(step.outputs).toMatchObject({
      "report-url": `${base}/${page?.id}`,
      "artifact-url": `${base}/${archive?.id}`,
      "artifact-id": String(archive?.id),
    });
    expect(step.summary).toMatch(new RegExp(`\\(${base}/${page?.id}#finding-[0-9a-f]{16}\\)`));
  });

  it("after a cancelled step, in post", async () => {
    const before = backend.artifacts.artifacts.length;
    const rundir = warned();
    const env = { ...backend.env({ job: "job-9" }), GITHUB_JOB: "torture", GITHUB_ACTION: "__self" };
    const killed = await runStep("main", { inputs: { mode: "report", rundir }, env: { GITHUB_JOB: "x" } });
    expect(killed.outputs.result).toBe("failed");
    const { saveState } = await import("../../src/github/state.ts");
    const state = join(folder, "state");
    writeFileSync(state, "");
    const saved = { RUNNER_TEMP: process.env.RUNNER_TEMP, GITHUB_STATE: process.env.GITHUB_STATE };
    Object.assign(process.env, { RUNNER_TEMP: folder, GITHUB_STATE: state });
    saveState({ rundir, finished: true, ignore: [], attempt: 1, upload: "failed" });
    for (const [name, value] of Object.entries(saved)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    const job = /^job<<(.+)\n([\s\S]*?)\n\1$/m.exec(readFileSync(state, "utf8"))?.[2] ?? "";
    const post = await runStep("post", { state: { job }, env: { ...env, RUNNER_TEMP: folder } });
    expect(post.exitStatus, post.log + post.stderr).toBe(0);
    expect(backend.artifacts.artifacts.slice(before).filter(({ finalized }) => finalized)).toHaveLength(2);
    expect(post.annotations.map(({ message }) => message).join("\n")).toContain(
      "/actions/runs/4711/artifacts/",
    );
  });
});
