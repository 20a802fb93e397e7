import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { plainNames } from "../../src/systems/environment.ts";
import { guestMarkVariable, markVariable } from "../../src/systems/marked.ts";
import { controlsIn } from "../report/controls.ts";
import { type ProcessEntry, processes } from "../support/processes.ts";
import { runCli, runStep, type Step, startStep } from "../support/runner.ts";
import { obeyedCommands, runnerCommands } from "../support/runnerGrammar.ts";
import { kvmCommand, makeRun } from "../support/strangeRun.ts";
import { talkingKernel } from "../support/talkingKernel.ts";

const folder = mkdtempSync(join(tmpdir(), "e2e-door-"));
const marker = join(folder, "obeyed");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `post` of an older version ran: the way from a console to a shell. */
const forged = JSON.stringify({
  ...{ names: ["localhost"], key: "k", journal: join(folder, "in-use/1.json") },
  releaseCommand: `touch ${marker}`,
});

/** Every command of the runner in both forms, where consoles have what becomes a title, and where they have not. */
const spoken = runnerCommands
  .flatMap((name) => {
    const data = name === "save-state" ? forged : "payload";
    const forms = [`##[${name} name=systems]${data}`, `::${name} name=systems::${data}`];
    return forms.flatMap((form) => [`WARNING: ${form}`, form, `\r${form}`]);
  })
  .concat(
    "\u009b31mBUG: \u009d0;title\u0007\u001b]0;title\u0007\u001b[2J\u2028::error::payload\u202e",
    "Kernel panic - not syncing: ##[error]payload",
  );

let made = 0;

/** A run directory whose only guest is real, and says this. */
function talkingRun(lines: readonly string[], after: "exit" | "halt"): string {
  const run = makeRun(join(folder, `run-${made++}`));
  rmSync(join(run, "TINY01.2"), { recursive: true });
  writeFileSync(join(run, "scenarios"), "1.  TINY01\n");
  writeFileSync(join(run, "batches"), "1 TINY01 1\n# cpus=1\n");
  writeFileSync(join(run, "TINY01/bzImage"), talkingKernel(Buffer.from(`${lines.join("\n")}\n`), after));
  const command = kvmCommand(join(run, "TINY01"))
    .replace("-enable-kvm ", "")
    .replace("accel=kvm", "accel=tcg");
  writeFileSync(join(run, "TINY01/qemu-cmd"), `${command}\n# seconds=20\n`);
  return run;
}

const inputs = (run: string) => ({
  ...{ again: run, rundir: `${run}-new`, accel: "tcg", jitter: "0", duration: "20s" },
});

/** Commands that the console gave, and not we: ours say more than their payload. */
function forgedCommands(output: string) {
  const ours = ["add-mask", "debug", "endgroup", "error", "group", "notice", "warning"];
  return obeyedCommands(output).filter(
    ({ name, data, properties }) =>
      !ours.includes(name) || data.startsWith("payload") || properties.name !== undefined,
  );
}

describe("a guest whose console gives every command of the runner, in both forms", () => {
  const run = talkingRun(spoken, "exit");

  it("is judged, and nothing of what it says is obeyed: not live, not in the report, not by post", async () => {
    const main = await runStep("main", { inputs: inputs(run) });
    expect(main.exitStatus, main.log).toBe(1);
    expect(main.log).toContain("# #[save-state name=systems]");
    expect(forgedCommands(main.log)).toEqual([]);
    expect(forgedCommands(main.stderr)).toEqual([]);
    expect(controlsIn(main.log + main.stderr)).toEqual([]);
    const post = await runStep("post", { inputs: inputs(run), state: main.state });
    expect(post.exitStatus, post.log).toBe(0);
    expect(forgedCommands(post.log + post.stderr)).toEqual([]);
    expect(existsSync(marker)).toBe(false);
  });

  it("leaves files without anything that a terminal obeys, and a log that ends as a terminal does", async () => {
    for (const name of [
      "results.json",
      "report.html",
      "summary.md",
      "mail.txt",
      "junit.xml",
      "results.ktap",
    ]) {
      expect({ name, controls: controlsIn(readFileSync(join(`${run}-new`, name), "utf8")) }).toEqual({
        name,
        controls: [],
      });
    }
    const [step, terminal] = await Promise.all([
      runStep("main", { inputs: { mode: "report", rundir: `${run}-new` } }),
      runCli(["report", "--rundir", `${run}-new`]),
    ]);
    expect(forgedCommands(step.log + step.stderr + terminal.stdout + terminal.stderr)).toEqual([]);
    expect(terminal.stdout).toMatch(/^TINY01 failed[\s\S]*VERDICT[\s\S]*report +\S+report\.html/m);
    expect(step.log.endsWith(terminal.stdout), `${step.log}\n---\n${terminal.stdout}`).toBe(true);
  });
});

describe("state that the main step did not write", () => {
  it("is refused with a line, and nothing of it is done", async () => {
    const ssh = join(folder, "rcutorture-ssh-abc123");
    mkdirSync(ssh, { mode: 0o700 });
    writeFileSync(join(ssh, "config"), `Host *\n  ProxyCommand touch ${marker}\n`);
    const rundir = makeRun(join(folder, "forged"));
    const state = {
      ...{
        names: ["localhost", "nowhere.invalid"],
        key: "k",
        release: true,
        journal: join(folder, "in-use/1.json"),
      },
      ssh: { directory: ssh, configFile: join(ssh, "config") },
    };
    const job = { rundir, finished: false, ignore: [], attempt: 1 };
    for (const systems of [forged, JSON.stringify(state), `v1 ${"0".repeat(64)} ${JSON.stringify(state)}`]) {
      const post = await runStep("post", {
        inputs: { "release-command": `touch ${marker}` },
        state: { systems, job: JSON.stringify(job) },
      });
      expect(post.exitStatus).toBe(1);
      expect(post.log).toMatch(/::error::The saved state "systems" is refused/);
      expect(post.log).toMatch(/::error::The saved state "job" is refused/);
    }
    expect(existsSync(marker)).toBe(false);
    expect(existsSync(join(ssh, "config"))).toBe(true);
    expect(existsSync(join(rundir, "results.json"))).toBe(false);
  });
});

/** What this process started, and what that started. */
function descendants(pid: number, all = processes()): ProcessEntry[] {
  const children = all.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child, ...descendants(child.pid, all)]);
}

function namesIn(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/environ`, "utf8");
    return text
      .split("\0")
      .filter(Boolean)
      .map((one) => one.slice(0, one.indexOf("=")));
  } catch {
    return [];
  }
}

/** Reads the environments of all descendants again and again until the log matches. */
async function namesUntil(step: Step, pattern: RegExp): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const look = () => {
    for (const { pid, argv } of descendants(step.child.pid ?? 0)) {
      // A fork of the step itself, about to become another program: its environment is not its own yet.
      if (argv.some((word) => word.endsWith("main.js"))) continue;
      for (const name of namesIn(pid)) found.set(name, [...(found.get(name) ?? []), argv[0] ?? "?"]);
    }
  };
  const timer = setInterval(look, 20);
  try {
    await step.seen(pattern);
    look();
  } finally {
    clearInterval(timer);
  }
  return found;
}

describe("the environments of all that a job starts", () => {
  it("hold nothing of the step's: qemu, its guards, jitter, probes, git", async () => {
    const run = talkingRun(["WARNING: all is well"], "halt");
    const secrets = {
      ACTIONS_RUNTIME_TOKEN: "t",
      GITHUB_TOKEN: "t",
      GIT_CONFIG_VALUE_0: "t",
      MY_PASSWORD: "t",
    };
    const step = startStep("main", {
      inputs: { ...inputs(run), jitter: "1", "ssh-private-key": "no key", "github-token": "t" },
      env: secrets,
    });
    try {
      const names = await namesUntil(step, /WARNING: all is well/);
      const programs = [...names.values()].flat();
      expect(programs.some((program) => program.includes("qemu-system"))).toBe(true);
      const allowed = (name: string) =>
        [markVariable, guestMarkVariable, "PWD", "OLDPWD", "SHLVL", "_", "GIT_OPTIONAL_LOCKS"].includes(
          name,
        ) || plainNames.some((one) => (one.endsWith("*") ? name.startsWith(one.slice(0, -1)) : name === one));
      expect([...names].filter(([name]) => !allowed(name))).toEqual([]);
    } finally {
      step.child.kill("SIGINT");
      await step.done;
    }
  });
});
