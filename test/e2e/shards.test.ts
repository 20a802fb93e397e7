import { cpSync, existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Results, resultsSchema } from "../../src/results/schema.ts";
import { summarise } from "../../src/statistics/summary.ts";
import { type ActionsBackend, startActionsBackend } from "../support/actionsBackend/backend.ts";
import { builtKernels, kernelStore, testTree, tinyInputs } from "../support/kernels.ts";
import { pathWithoutCompilers } from "../support/poorPath.ts";
import { runStep, type StepResult, startStep, uniqueName } from "../support/runner.ts";
import { seedStore } from "../support/seed.ts";

/** One workflow run with two attempts, its jobs on GitHub's services, each in a workspace of its own. */
const runId = "5151";
let folder: string;
let backend: ActionsBackend;
let poorPath: string;
let plan: StepResult;

beforeAll(async () => {
  await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-shards-"));
  poorPath = pathWithoutCompilers(join(folder, "bin"));
  backend = await startActionsBackend();
  await seedStore(kernelStore, backend.env({ runId }), join(folder, "seed"), "artifact");
});

afterAll(async () => {
  await backend?.stop();
  await rm(folder, { recursive: true, force: true });
});

const services = (attempt: number) => ({
  ...backend.env({ runId, attempt, job: uniqueName("job") }),
  RCUTORTURE_ACTION_CACHE: join(folder, "unused"),
});

function step(attempt: number, inputs: Record<string, string>, env: Record<string, string> = {}) {
  return runStep("main", {
    inputs: { accel: "tcg", ...inputs },
    env: { ...services(attempt), ...env },
  });
}

/** A shard needs no kernel tree and no compiler. */
const shard = (attempt: number, id: string) =>
  step(
    attempt,
    { mode: "run", plan: plan.outputs.plan ?? "", shard: id, rundir: join(folder, uniqueName("run")) },
    { PATH: poorPath },
  );

const report = (attempt: number, name = `merged-${attempt}`, more: Record<string, string> = {}) =>
  step(attempt, { mode: "report", plan: plan.outputs.plan ?? "", rundir: join(folder, name), ...more });

const resultsIn = (path: string): Results =>
  resultsSchema.parse(JSON.parse(readFileSync(join(path, "results.json"), "utf8")));

/** Numbers of a report: what consoles say and what follows from it, without times of the clock and paths. */
function numbersOf(results: Results) {
  return {
    verdict: results.verdict,
    scriptsExitStatus: results.scriptsExitStatus,
    guests: results.guests
      .map(
        ({ name, scenario, verdict, timing, counters, findings, ignored, progress, scripts, ...rest }) => ({
          ...{ name, scenario, verdict, timing, counters, findings, ignored, progress, scripts },
          console: rest.console,
          consoleBytes: rest.consoleBytes,
        }),
      )
      .sort((a, b) => a.name.localeCompare(b.name)),
    statistics: summarise([results]),
  };
}

describe("shards of a plan", () => {
  let shards: { id: string; guests: { name: string }[] }[];
  let failing: string;

  it("are planned from what the stores have", async () => {
    plan = await step(1, {
      ...tinyInputs,
      mode: "plan",
      kernel: testTree(),
      configs: "TINY01 2*TREE05 BUSTED",
      duration: "8s",
      pools: "- {name: hosted, labels: ubuntu-latest, cpus: 4, count: 3, kvm: false}",
    });
    expect(plan.exitStatus, plan.log).toBe(0);
    expect(plan.outputs.builds).toBe("[]");
    shards = JSON.parse(plan.outputs.shards ?? "");
    expect(shards.flatMap(({ guests }) => guests.map(({ name }) => name)).sort()).toEqual([
      "BUSTED",
      "TINY01",
      "TREE05",
      "TREE05.2",
    ]);
    failing = shards.find(({ guests }) => guests.some(({ name }) => name === "BUSTED"))?.id ?? "";
  });

  it("run on machines without a tree and a compiler, and leave their results", async () => {
    for (const { id } of shards) {
      const ran = await shard(1, id);
      expect(ran.exitStatus, ran.log).toBe(id === failing ? 1 : 0);
      expect(ran.log).toMatch(/kernel from the artifact store/);
    }
  });

  it("make one report, equal number for number to that of the same guests in one run directory", async () => {
    const merged = await report(1);
    expect(merged.exitStatus, merged.log).toBe(1);
    const path = join(folder, "merged-1");
    // The log ends as a terminal does: verdict, table, where the reports are.
    expect(merged.log).toMatch(
      /\n[^\n]*BUSTED failed[^\n]*\n[\s\S]*\nVERDICT +GUEST[\s\S]*\nreport +\S+\/merged-1\/report\.html\nresults +\S+\nnext [^\n]*\n$/,
    );
    const one = join(folder, "one");
    cpSync(path, one, { recursive: true });
    for (const name of ["summary.md", "report.html", "junit.xml"]) rmSync(join(one, name));
    const judged = await step(1, { mode: "report", rundir: one });
    expect(judged.exitStatus, judged.log).toBe(1);
    const [ours, theirs] = [resultsIn(path), resultsIn(one)];
    expect(ours.guests).toHaveLength(4);
    expect(ours.guests.every(({ consoleBytes }) => (consoleBytes ?? 0) > 1000)).toBe(true);
    expect(numbersOf(ours)).toEqual(numbersOf(theirs));
    // And the reports that people read, but for what differs by design; each report is an artifact of its own.
    const text = (folder: string) =>
      readFileSync(join(folder, "summary.md"), "utf8")
        .replaceAll(/\/artifacts\/\d+/g, "/artifacts/ID")
        .split("\n")
        .filter((line) => !/res\/|rundir|rcutorture-action run|^\| \w+ \|.*tcg/.test(line));
    expect(text(path)).toEqual(text(one));
  });

  it("run again what failed when failed jobs are re-run, and statistics have both attempts", async () => {
    const again = await shard(2, failing);
    expect(again.exitStatus, again.log).toBe(1);
    expect(again.log).toMatch(new RegExp(`${failing} of \\d+, plan [0-9a-f]{16}: BUSTED\n`));
    const merged = await report(2, "merged-2", { before: join(folder, "merged-1") });
    expect(merged.exitStatus, merged.log).toBe(1);
    expect(merged.summary).toMatch(
      /### Before and after\n\nCompared with .*merged-1\): 0 failures new, 0 gone/,
    );
    const results = resultsIn(join(folder, "merged-2"));
    const runs = results.guests.map(({ name, attempt }) => `${name} ${attempt}`);
    expect(runs.sort()).toEqual(["BUSTED 1", "BUSTED 2", "TINY01 1", "TREE05 1", "TREE05.2 1"]);
    const busted = summarise([results]).scenarios.find(({ scenario }) => scenario === "BUSTED");
    expect([busted?.samples, busted?.failures]).toEqual([2, 2]);
    expect(existsSync(join(folder, "merged-2/BUSTED/attempt-1/console.log"))).toBe(true);
    expect(merged.summary).toContain("Attempt 2");
  });

  it("that pass in their first attempt have nothing to do in a second", async () => {
    const other = shards.find(({ id }) => id !== failing)?.id ?? "";
    const again = await shard(2, other);
    expect(again.exitStatus, again.log).toBe(0);
    expect(again.log).toContain("Every guest of this shard passed in an earlier attempt");
  });

  it("did not run as far as anyone can tell when their artifact is damaged, and the report says so", async () => {
    const other = shards.find(({ id }) => id !== failing);
    const artifact = backend.artifacts.artifacts.find(({ name }) => name.includes(`-${other?.id}-1-`));
    if (artifact === undefined) throw new Error("no artifact");
    await backend.blobs.flip(artifact.blob);
    const merged = await report(2, "merged-damaged");
    expect(merged.exitStatus, merged.log).toBe(1);
    const results = resultsIn(join(folder, "merged-damaged"));
    const absent = results.guests.filter(({ verdict }) => verdict === "did-not-run").map(({ name }) => name);
    expect(absent).toEqual(other?.guests.map(({ name }) => name));
    expect(results.infrastructure.join()).toMatch(
      new RegExp(`${other?.id}, attempt 1: its results are not used`),
    );
  });

  it("reach the report also when the step was killed, by way of its post step", async () => {
    const wanted = { mode: "plan", kernel: testTree(), configs: "TINY01", duration: "60s", ...tinyInputs };
    const pools = "- {name: hosted, labels: ubuntu-latest, cpus: 4, kvm: false}";
    plan = await step(1, { ...wanted, pools });
    const inputs = { mode: "run", plan: plan.outputs.plan ?? "", shard: "shard-1", accel: "tcg" };
    const env = services(1);
    const main = startStep("main", { inputs: { ...inputs, rundir: join(folder, "killed") }, env });
    await main.seen(/TINY01: started/);
    // Not until it has said something, however busy the machine is.
    const said = () =>
      statSync(join(folder, "killed/TINY01/console.log"), { throwIfNoEntry: false })?.size ?? 0;
    await expect.poll(said, { timeout: 120_000 }).toBeGreaterThan(2000);
    main.child.kill("SIGKILL");
    const { state } = await main.done;
    const post = await runStep("post", { state, env });
    expect(post.exitStatus, post.log).toBe(0);
    const merged = await report(1, "merged-killed");
    expect(merged.exitStatus, merged.log).toBe(1);
    const [guest] = resultsIn(join(folder, "merged-killed")).guests;
    expect(guest).toMatchObject({
      name: "TINY01",
      verdict: "did-not-run",
      ending: { cause: "cancelled", detail: "The job was killed before this guest ended." },
    });
    expect(guest?.consoleBytes).toBeGreaterThan(1000);
  });
});
