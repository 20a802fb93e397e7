import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, truncateSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { resultsSchema } from "../../src/results/schema.ts";
import { cliFile, startCli } from "../support/cli.ts";
import { builtKernels } from "../support/kernels.ts";
import { killHard, processesWith } from "../support/processes.ts";
import { makeRunDirectory } from "../support/rundir.ts";
import { runCli, runStep, startStep } from "../support/runner.ts";

const patient = { timeout: 60_000, interval: 50 };

let folder: string;
let console: string;
let runs = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "endings-"));
  console = await readFile(new URL("../fixtures/console/tiny.txt", import.meta.url), "latin1");
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A run directory whose only guest passed. */
const passed = (path = join(folder, `passed-${runs++}`)) =>
  makeRunDirectory({ TINY01: { console, files: { builtkernel: "", "qemu-retval": "0\n" } } }, { path });

const verdictIn = async (rundir: string) =>
  resultsSchema.parse(JSON.parse(await readFile(join(rundir, "results.json"), "utf8"))).verdict;

describe("output that breaks", () => {
  it.each(["stdout", "stderr", "both"])("%s on a full device changes no verdict", async (which) => {
    const rundir = passed();
    const full = openSync("/dev/full", "w");
    const to = (name: string) => (which === name || which === "both" ? full : "ignore");
    const cli = startCli(["report", "--rundir", rundir], { stdio: ["ignore", to("stdout"), to("stderr")] });
    expect(await cli.ended).toBe(0);
    closeSync(full);
    expect(await verdictIn(rundir)).toBe("passed");
    expect(existsSync(join(rundir, "report.html"))).toBe(true);
  });

  it("a reader that has gone does not end the guests: they are judged and published", async () => {
    const rundir = join(folder, "head");
    const run = `'${process.execPath}' '${cliFile}' run --again '${await builtKernels()}' --rundir '${rundir}' --configs TINY01 --duration 5s --accel tcg`;
    const pipe = spawn("bash", ["-c", `${run} 2>&1 | head -1; exit \${PIPESTATUS[0]}`], { stdio: "ignore" });
    const status = await new Promise((resolve) => pipe.on("close", resolve));
    expect(await verdictIn(rundir)).toBe("passed");
    expect(status).toBe(0);
  });
});

describe("the runner's files", () => {
  it("a summary that cannot be written is a warning, and a pass stays one", async () => {
    const step = await runStep("main", {
      inputs: { mode: "report", rundir: passed() },
      env: { GITHUB_STEP_SUMMARY: join(folder, "nowhere/summary") },
    });
    expect(step.exitStatus, step.log).toBe(0);
    expect(step.outputs.result).toBe("passed");
    const warnings = step.annotations.filter(({ name }) => name === "warning");
    expect(warnings[0]?.message).toMatch(/^GITHUB_STEP_SUMMARY: ".*" cannot be written to/);
  });

  it.each(["GITHUB_OUTPUT", "GITHUB_STATE"])("%s is looked at before anything starts", async (name) => {
    const rundir = passed();
    const step = await runStep("main", { inputs: { mode: "report", rundir }, env: { [name]: folder } });
    expect(step.exitStatus).toBe(1);
    expect(step.log).toMatch(new RegExp(`${name}: "${folder}" cannot be written to .*check the runner's`));
    expect(existsSync(join(rundir, "results.json"))).toBe(false);
  });
});

describe("early failures", () => {
  it.each([
    ["bad input", { duration: "soon" }, {}, /duration: "soon"/],
    ["no kernel tree", { kernel: "/tmp" }, {}, /kernel "\/tmp" is not a kernel tree/],
    ["no run directory", { mode: "report", rundir: "/nowhere" }, {}, /"\/nowhere" is not a folder/],
  ])("%s sets result and writes a summary that says what to do", async (_name, inputs, env, message) => {
    const step = await runStep("main", { inputs: inputs as Record<string, string>, env });
    expect(step.exitStatus).toBe(1);
    expect(step.outputs).toMatchObject({ result: "infrastructure-error", "failed-scenarios": "" });
    expect(step.summary.replaceAll("\\", "")).toMatch(message);
    expect(step.annotations.filter(({ name }) => name === "error")).toHaveLength(1);
  });

  it("so does missing qemu", async () => {
    const inputs = { again: passed(), rundir: join(folder, "poor"), configs: "TINY01" };
    const step = await runStep("main", { inputs, env: { PATH: folder } });
    expect(step.outputs.result).toBe("infrastructure-error");
    expect(step.summary).toMatch(/is not installed.*apt-get install/);
  });

  it("and a fault of ours that nobody foresaw: 3 on the command line", async () => {
    const planted = 'setTimeout(() => { throw new Error("planted"); }, 200)';
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(planted)}` };
    const rundir = passed();
    const console = join(rundir, "TINY01", "console.log");
    truncateSync(console, 6 * 2 ** 30);
    const cli = await runCli(["report", "--rundir", rundir], undefined, env);
    expect(cli.stderr).toMatch(
      /error: A fault of rcutorture-action, which says nothing about the kernel: planted/,
    );
    expect(cli.exitStatus).toBe(3);
    const step = await runStep("main", { inputs: { mode: "report", rundir }, env });
    expect(step.outputs.result).toBe("infrastructure-error");
    expect(step.summary).toContain("planted");
  });

  it("a list that names a system twice is bad input, not a fault of ours", async () => {
    const again = ["--again", passed(), "--configs", "TINY01", "--rundir", join(folder, "twice")];
    const { exitStatus, stderr } = await runCli(["run", ...again, "--systems", "kvm1 kvm1"]);
    expect(stderr).toMatch(/systems: kvm1 is named twice/);
    expect(exitStatus).toBe(2);
  });
});

describe("report", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "ends at once on %s, and leaves nothing half-made",
    async (signal) => {
      const rundir = passed();
      // Zeros that take no room on the disk, and seconds to read.
      truncateSync(join(rundir, "TINY01", "console.log"), 20 * 2 ** 30);
      const cli = startCli(["report", "--rundir", rundir]);
      await new Promise((resolve) => setTimeout(resolve, 700));
      cli.child.kill(signal);
      expect(await cli.ended).toBe(signal);
      expect(readdirSync(rundir).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    },
  );

  describe("on a directory that may not be written", () => {
    let rundir: string;

    beforeAll(() => {
      rundir = join(folder, "read-only");
      mkdirSync(rundir);
      // As root (and so in CI) only a file system refuses.
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "rcutorture-action-test", rundir]);
      passed(rundir);
      execFileSync("mount", ["-o", "remount,ro", rundir]);
    });
    afterAll(() => {
      execFileSync("umount", [rundir]);
    });

    it("prints what it would have written, and says where it could go", async () => {
      const { exitStatus, stdout, stderr } = await runCli(["report", "--rundir", rundir]);
      expect(exitStatus, stderr).toBe(0);
      expect(stdout).toMatch(/passed/);
      expect(stderr).toMatch(
        /results\.json, .*report\.html, .* not written\. The disk \(tmpfs, mounted at .*\) is read-only/,
      );
      expect(stderr).toContain(`report --rundir ${rundir} --out DIR`);
    });

    it("and puts it there", async () => {
      const out = join(folder, "elsewhere/reports");
      const { exitStatus, stderr } = await runCli(["report", "--rundir", rundir, "--out", out]);
      expect(exitStatus, stderr).toBe(0);
      expect(stderr).not.toMatch(/warning/);
      expect(await verdictIn(out)).toBe("passed");
      expect(readdirSync(out)).toEqual(
        expect.arrayContaining(["report.html", "summary.md", "junit.xml", "results.ktap", "mail.txt"]),
      );
    });
  });
});

describe("a disk that fills up in mid-run", () => {
  const disk = () => join(folder, "small");

  beforeAll(() => {
    mkdirSync(disk());
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64m", "rcutorture-action-test", disk()]);
  });
  afterAll(() => {
    execFileSync("umount", [disk()]);
  });

  it("ends the guests, blames no kernel, and shows the verdict so far with the disk's name", async () => {
    const rundir = join(disk(), "run");
    const step = startStep("main", {
      inputs: {
        again: await builtKernels(),
        rundir,
        link: "copy",
        configs: "TINY01",
        duration: "10m",
        accel: "tcg",
      },
    });
    await step.seen(/TINY01: started/);
    await writeFile(join(disk(), "filler"), Buffer.alloc(64 * 2 ** 20)).catch(() => undefined);
    const { exitStatus, outputs, log } = await step.done;
    expect(exitStatus).toBe(1);
    expect(log).toMatch(new RegExp(`The disk \\(tmpfs, mounted at ${disk()}\\) is full`));
    expect(outputs.result).toBe("did-not-run");
    expect(log).toMatch(/TINY01/);
    await expect.poll(() => processesWith(rundir), patient).toEqual([]);
  });
});

it("scripts of a site die with the command line", async () => {
  const mark = `8${process.pid}4`;
  const cli = startCli(
    [
      ...["run", "--again", passed(), "--configs", "TINY01", "--rundir", join(folder, "site")],
      ...["--systems", "nowhere.invalid", "--reserve-command", `sleep ${mark} & setsid sleep ${mark} & wait`],
    ],
    { env: { XDG_CACHE_HOME: join(folder, "cache") } },
  );
  const sleepers = () => processesWith(mark).filter(({ argv }) => argv[0] === "sleep");
  onTestFinished(() => {
    for (const { pid } of sleepers()) killHard(pid);
  });
  await expect.poll(() => sleepers().length, patient).toBe(2);
  // Commands that are over in a moment are not watched.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  cli.child.kill("SIGKILL");
  await expect.poll(sleepers, patient).toEqual([]);
  await cli.ended;
});
