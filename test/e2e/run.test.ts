import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Results, resultsSchema } from "../../src/results/schema.ts";
import { builtKernels } from "../support/kernels.ts";
import { processesWith } from "../support/processes.ts";
import { runCli, runStep, type StepResult, startStep } from "../support/runner.ts";

let kernels: string;
let folder: string;

beforeAll(async () => {
  kernels = await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-run-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function results(step: StepResult): Results {
  return resultsSchema.parse(JSON.parse(readFileSync(step.outputs.results ?? "", "utf8")));
}

/** No qemu and nothing else that carries the run directory's name. */
async function nothingLeft(rundir: string): Promise<void> {
  await expect.poll(() => processesWith(rundir), { timeout: 10_000 }).toEqual([]);
}

const again = (name: string, inputs: Record<string, string>) => ({
  inputs: { again: kernels, rundir: join(folder, name), accel: "tcg", ...inputs },
});

describe("the main job on real kernels", () => {
  it("passes TINY01 and fails BUSTED, with its WARNING annotated at the kernel's source", async () => {
    const step = await runStep("main", again("both", { configs: "TINY01 BUSTED", duration: "30s" }));
    expect(step.exitStatus, step.log).toBe(1);
    const { guests, verdict, scriptsExitStatus, systems } = results(step);
    expect(verdict).toBe("failed");
    expect(scriptsExitStatus).toBe(3);
    expect(systems).toMatchObject([{ name: "localhost", accelerator: "tcg", architecture: "x86_64" }]);
    const byName = Object.fromEntries(guests.map((guest) => [guest.name, guest]));
    expect(byName.TINY01).toMatchObject({ verdict: "passed", ending: { cause: "exited" }, findings: [] });
    expect(byName.TINY01?.counters.gracePeriods).toBeGreaterThan(10);
    expect(byName.BUSTED?.verdict).toBe("failed");
    const warning = byName.BUSTED?.findings.find(({ kind }) => kind === "warning");
    expect(warning).toMatchObject({
      file: "kernel/rcu/rcutorture.c",
      title: "WARNING in rcu_torture_stats_print",
    });
    expect(step.annotations).toContainEqual(
      expect.objectContaining({
        properties: expect.objectContaining({ file: "kernel/rcu/rcutorture.c", line: String(warning?.line) }),
      }),
    );
    expect(step.outputs).toMatchObject({ result: "failed", "failed-scenarios": "BUSTED" });
    expect(step.summary).toContain("WARNING in rcu_torture_stats_print");
    expect(Buffer.byteLength(step.summary)).toBeLessThan(1024 * 1024);
    await nothingLeft(join(folder, "both"));
  });

  it("says the same as the tree's own kvm-recheck.sh, and report mode says it again", async () => {
    const rundir = join(folder, "both");
    const first = resultsSchema.parse(JSON.parse(await readFile(join(rundir, "results.json"), "utf8")));
    const { kvmRecheck } = await import("../support/recheck.ts");
    const scripts = await kvmRecheck(rundir);
    expect(scripts.exitStatus).toBe(first.scriptsExitStatus);
    for (const guest of first.guests) {
      expect(scripts.output).toContain(`${guest.name} ------- ${guest.counters.gracePeriods} GPs`);
      expect(scripts.failed.includes(guest.name)).toBe(guest.scripts?.failed);
    }
    const report = await runCli(["report", "--rundir", rundir]);
    expect(report.exitStatus).toBe(1);
    const second = resultsSchema.parse(JSON.parse(await readFile(join(rundir, "results.json"), "utf8")));
    const judged = (all: Results) =>
      all.guests.map(({ name, verdict, findings, counters }) => ({ name, verdict, findings, counters }));
    expect(judged(second)).toEqual(judged(first));
  });

  it("fits an eight-CPU scenario to this machine, and it passes", async () => {
    const step = await runStep("main", again("smp", { configs: "TREE05", duration: "20s" }));
    expect(step.exitStatus, step.log).toBe(0);
    expect(results(step).guests).toMatchObject([{ name: "TREE05", verdict: "passed" }]);
    expect(step.outputs.result).toBe("passed");
  });

  it("names a panic", async () => {
    const step = await runStep(
      "main",
      again("panic", { configs: "TINY01", duration: "10s", bootargs: "rdinit=/nowhere" }),
    );
    expect(step.exitStatus).toBe(1);
    const [guest] = results(step).guests;
    expect(guest?.verdict).toBe("failed");
    expect(guest?.findings[0]).toMatchObject({
      kind: "panic",
      title: expect.stringContaining("No working init found"),
    });
  });

  it("kills a guest that hangs before its console says a word, and says so", async () => {
    const rundir = join(folder, "hang");
    await runCli([
      "run",
      "--again",
      kernels,
      "--rundir",
      rundir,
      "--configs",
      "TINY01",
      "--duration",
      "5s",
      "--dryrun",
    ]);
    const cmd = join(rundir, "TINY01", "qemu-cmd");
    // A stopped virtual CPU is as silent as a kernel that dies before its console; and no three minutes of grace.
    const text = readFileSync(cmd, "utf8").replace(" -append", " -S -append").replace("GRACE=180", "GRACE=3");
    writeFileSync(cmd, text);
    const step = await runStep("main", {
      inputs: { again: rundir, link: "inplace", accel: "tcg", "allow-qemu-options": "S" },
    });
    expect(step.exitStatus, step.log).toBe(1);
    const [guest] = results(step).guests;
    expect(guest).toMatchObject({ verdict: "failed", ending: { cause: "hung" } });
    expect(guest?.findings[0]?.kind).toBe("silence");
    expect(readFileSync(join(rundir, "TINY01", "Warnings"), "utf8")).toMatch(
      /^!!! PID \d+ hung at \d+ vs\. 5 seconds/m,
    );
    await nothingLeft(rundir);
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "ends on %s in mid-run with what was measured so far",
    async (signal) => {
      const rundir = join(folder, signal);
      const step = startStep("main", again(signal, { configs: "TINY01 BUSTED", duration: "120s" }));
      await step.seen(/BUSTED: started/);
      await new Promise((resolve) => setTimeout(resolve, 8000));
      step.child.kill(signal);
      const ended = await step.done;
      expect(ended.exitStatus).toBe(1);
      const all = results(ended);
      expect(all.interrupted).toBe(true);
      expect(all.verdict).not.toBe("passed");
      expect(all.guests.find(({ name }) => name === "BUSTED")?.ending.cause).toBe("cancelled");
      expect(all.guests.find(({ name }) => name === "TINY01")?.verdict).toBe("did-not-run");
      expect(ended.summary).not.toBe("");
      await nothingLeft(rundir);
    },
  );

  it("leaves no guest behind when the action itself is killed, and post publishes what there is", async () => {
    const rundir = join(folder, "killed");
    const step = startStep("main", again("killed", { configs: "BUSTED", duration: "60s" }));
    await step.seen(/BUSTED: started/);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    step.child.kill("SIGKILL");
    const { state, exitStatus } = await step.done;
    expect(exitStatus).toBeNull();
    await nothingLeft(rundir);
    const post = await runStep("post", { state });
    expect(post.exitStatus, post.stderr).toBe(0);
    expect(post.summary).toContain("BUSTED");
    const all = results(post);
    expect(all.interrupted).toBe(true);
    expect(all.guests).toMatchObject([{ name: "BUSTED", ending: { cause: "cancelled" } }]);
  });

  it("stops at the first failure when asked to", async () => {
    const step = await runStep(
      "main",
      again("stop", { configs: "BUSTED TINY01", duration: "60s", cpus: "8", "stop-on-failure": "true" }),
    );
    const all = results(step);
    expect(all.guests.find(({ name }) => name === "BUSTED")?.verdict).toBe("failed");
    expect(all.guests.find(({ name }) => name === "TINY01")).toMatchObject({
      verdict: "did-not-run",
      ending: { cause: "stopped" },
    });
  });

  it("obeys no workflow command that a console prints", async () => {
    const rundir = join(folder, "commands");
    await cp(join(folder, "both"), rundir, { recursive: true });
    const console = join(rundir, "BUSTED", "console.log");
    const evil = "::error file=evil.c,line=1::planted\n::set-output name=result::passed\n##[error]planted";
    writeFileSync(console, readFileSync(console, "utf8").replace(/^(.*cut here.*)$/m, `$1\n${evil}`));
    const step = await runStep("main", { inputs: { mode: "report", rundir } });
    expect(step.annotations.filter(({ properties }) => properties.file === "evil.c")).toEqual([]);
    expect(step.outputs.result).toBe("failed");
  });
});

describe("bad input", () => {
  it.each([
    [{ kernel: "/tmp" }, /kernel "\/tmp" is not a kernel tree/],
    [{ duration: "10x" }, /duration: "10x"/],
    [{ again: "/nowhere" }, /"\/nowhere" is not a folder/],
    [{ mode: "report", rundir: "/etc" }, /rundir: "\/etc"/],
    [{ kasan: "maybe" }, /kasan: "maybe"/],
  ])("%j ends with one clear line", async (inputs, message) => {
    const step = await runStep("main", { inputs: inputs as Record<string, string> });
    expect(step.exitStatus).toBe(1);
    const errors = step.annotations.filter(({ name }) => name === "error");
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(message);
  });

  it("refuses a qemu-cmd with shell tricks, and runs none of it", async () => {
    const rundir = join(folder, "tricks");
    await cp(kernels, rundir, { recursive: true });
    const planted = join(folder, "owned");
    const cmd = join(rundir, "TINY01", "qemu-cmd");
    writeFileSync(cmd, readFileSync(cmd, "utf8").replace(" -m ", ` $(touch ${planted}) -m `));
    const step = await runStep("main", { inputs: { again: rundir, configs: "TINY01" } });
    expect(step.exitStatus).toBe(1);
    expect(step.log).toMatch(/TINY01\/qemu-cmd.*not allowed/);
    await expect(readFile(planted)).rejects.toThrow(/ENOENT/);
  });

  it("says what to install when qemu is missing", async () => {
    const noQemu = await runStep("main", {
      ...again("no-qemu", { configs: "TINY01" }),
      env: { PATH: folder },
    });
    expect(noQemu.exitStatus).toBe(1);
    expect(noQemu.log).toMatch(/qemu-system-x86_64 is not installed.*apt-get install -y qemu-system-x86/);
  });

  it("goes on with Node 24 when Node is too old, and says what to do where there is none", async () => {
    const old = 'Object.defineProperty(process.versions, "node", { value: "20.20.2" })';
    const env = {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}`,
      PATH: "/nowhere",
    };
    const none = await runCli(["plan"], undefined, { ...env, XDG_CACHE_HOME: join(folder, "no-node") });
    expect(none.stderr).toMatch(
      /\nerror: Node 20\.20\.2 is too old: Node 24 or newer is needed, and npm could not fetch it\. Install it: https:\/\/nodejs\.org\/en\/download\n$/,
    );
    expect(none.exitStatus).toBe(3);
    const cache = join(folder, "with-node");
    const bin = join(cache, "rcutorture-action/node24/node_modules", `node-linux-${process.arch}`, "bin");
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, "node"), '#!/bin/sh\nshift; echo "on 24: $@"; exit 7\n', { mode: 0o755 });
    const helped = await runCli(["plan", "--cpus", "2"], undefined, { ...env, XDG_CACHE_HOME: cache });
    expect([helped.stdout, helped.stderr, helped.exitStatus]).toEqual(["on 24: plan --cpus 2\n", "", 7]);
  });

  it("ends the command line with status 2 for bad input and 3 for a bad machine", async () => {
    expect((await runCli(["run", "--duration", "soon"])).exitStatus).toBe(2);
    expect((await runCli(["run", "--kernel", "/tmp"])).exitStatus).toBe(2);
  });
});

describe("the metadata", () => {
  it("names files that are there", () => {
    const root = new URL("../..", import.meta.url);
    const action = parse(readFileSync(new URL("action.yml", root), "utf8"));
    for (const file of [action.runs.main, action.runs.post]) {
      expect(readFileSync(new URL(file, root), "utf8").length).toBeGreaterThan(100);
    }
  });
});
