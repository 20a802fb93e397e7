import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultsSchema } from "../../src/results/schema.ts";
import { quote } from "../../src/systems/quote.ts";
import { cliFile, startCli } from "../support/cli.ts";
import { builtKernels } from "../support/kernels.ts";
import { processesWith } from "../support/processes.ts";
import { runStep } from "../support/runner.ts";

let kernels: string;
let folder: string;

beforeAll(async () => {
  kernels = await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-attended-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A job outside of any workflow, whatever runs these tests. */
const environment = () => ({ GITHUB_ACTIONS: "", XDG_CACHE_HOME: join(folder, "cache") });

function lasting(name: string, duration: string, ...more: string[]): string[] {
  const rundir = join(folder, name);
  return ["run", "--again", kernels, "--rundir", rundir, "--accel", "tcg", "--duration", duration, ...more];
}

const flags = (name: string, ...more: string[]) => lasting(name, "5s", ...more);

function results(name: string) {
  return resultsSchema.parse(JSON.parse(readFileSync(join(folder, name, "results.json"), "utf8")));
}

/** The same command line on a terminal of its own, which sees what `type` types. */
function onTerminal(argv: readonly string[]) {
  // util-linux's script(1) makes the terminal.
  const command = `stty -a | grep -o ' -\\?echo ' ; ${quote([process.execPath, cliFile, ...argv])}; echo "status $?"; stty -a | grep -o ' -\\?echo '`;
  const child = spawn("script", ["-qec", command, "/dev/null"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...environment(), SHELL: "/bin/sh" },
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  return {
    said: () => said,
    ended,
    type: (keys: string) => child.stdin.write(keys),
    async seen(pattern: RegExp) {
      await expect.poll(() => said, { timeout: 300_000, interval: 50 }).toMatch(pattern);
    },
  };
}

/** One packet to qemu's gdb server: whether somebody answers there. */
async function gdbSays(port: number, packet: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const sum = [...packet].reduce((all, c) => (all + c.charCodeAt(0)) % 256, 0);
  socket.write(`$${packet}#${sum.toString(16).padStart(2, "0")}`);
  let answer = "";
  for await (const chunk of socket) {
    answer += chunk;
    if (/#[0-9a-f]{2}$/.test(answer)) break;
  }
  socket.write("+");
  socket.destroy();
  return answer;
}

describe("interactive", () => {
  it("gives the terminal to the guest's console and back, and judges what it printed", async () => {
    const terminal = onTerminal(lasting("typed", "20s", "--interactive", "--configs", "TINY01"));
    await terminal.seen(/Your terminal is the console of TINY01/);
    await terminal.seen(/rcu-torture:--- Start of test/);
    // qemu's monitor is behind Ctrl-A C.
    terminal.type("\u0001c");
    await terminal.seen(/\(qemu\)/);
    terminal.type("info status\r");
    await terminal.seen(/VM status: running/);
    terminal.type("\u0001c");
    await terminal.ended;
    expect(terminal.said()).toMatch(/status 0/);
    expect(
      terminal
        .said()
        .match(/-?echo (?=\s|$)/gm)
        ?.slice(-1),
    ).toEqual(["echo "]);
    expect(results("typed").guests).toMatchObject([{ name: "TINY01", verdict: "passed", findings: [] }]);
    expect(readFileSync(join(folder, "typed/TINY01/console.log"), "utf8")).toContain("End of test: SUCCESS");
  });

  it("ends the guest with Ctrl-A X, and leaves nothing running", async () => {
    const terminal = onTerminal(lasting("quit", "10m", "--interactive", "--configs", "TINY01"));
    await terminal.seen(/Linux version/);
    terminal.type("\u0001x");
    await terminal.ended;
    expect(terminal.said()).toMatch(/status 1/);
    expect(results("quit").guests).toMatchObject([{ verdict: "failed", ending: { cause: "exited" } }]);
    expect(processesWith(join(folder, "quit"))).toEqual([]);
  });

  it("is refused without a terminal", async () => {
    const cli = startCli(flags("pipe", "--interactive", "--configs", "TINY01"), { env: environment() });
    expect(await cli.ended).toBe(2);
    expect(cli.said()).toMatch(/interactive: standard input and output must be a terminal/);
    expect(existsSync(join(folder, "pipe"))).toBe(false);
  });
});

describe("gdb", () => {
  it("starts the guest stopped, waits without a time limit, prints what to type, and ends with the guest", async () => {
    const cli = startCli(flags("gdb", "--gdb", "--configs", "TINY01", "--shutdown-grace", "1"), {
      env: environment(),
    });
    await cli.seen(/TINY01 is stopped and waits for gdb: gdb .*'target remote localhost:\d+' -ex continue/);
    const port = Number(/target remote localhost:(\d+)/.exec(cli.said())?.[1]);
    // Longer than duration and grace: a guest that nobody debugs would count as hung now.
    await sleep(12_000);
    expect(readFileSync(join(folder, "gdb/TINY01/console.log"), "utf8")).toBe("");
    // Why it is stopped, then: go on.
    await expect.poll(() => gdbSays(port, "?").catch(() => ""), { timeout: 30_000 }).toMatch(/\$T05/);
    const socket = connect(port, "127.0.0.1");
    socket.write("$c#63");
    socket.on("error", () => undefined);
    expect(await cli.ended, cli.said()).toBe(0);
    socket.destroy();
    expect(results("gdb").guests).toMatchObject([{ name: "TINY01", verdict: "passed" }]);
  });

  it("is what a real gdb debugs", async () => {
    const cli = startCli(flags("real", "--gdb", "--configs", "TINY01"), { env: environment() });
    await cli.seen(/waits for gdb/);
    const [, typed = ""] = /waits for gdb: (gdb .*)/.exec(cli.said()) ?? [];
    expect(typed).toMatch(/^gdb (?:\S+vmlinux )?-ex 'target remote localhost:\d+' -ex continue$/);
    const script = typed.replace(/^gdb/, "gdb -batch").replace("-ex continue", "-ex 'p $pc' -ex kill");
    expect(execFileSync("sh", ["-c", script], { encoding: "utf8" })).toMatch(/\$1 = .*0x/);
    expect(await cli.ended, cli.said()).toBe(1);
    expect(processesWith(join(folder, "real"))).toEqual([]);
  });

  it.each([
    ["several guests", ["--configs", "TINY01 TREE05"], "", /gdb: for one guest at a time, and there are 2/],
    ["a workflow", ["--configs", "TINY01"], "true", /gdb: not in a workflow: the guest would wait/],
  ])("is refused for %s before anything runs", async (_, more, workflow, message) => {
    const cli = startCli(flags("refused", "--gdb", ...more), {
      env: { ...environment(), GITHUB_ACTIONS: workflow },
    });
    expect(await cli.ended).toBe(2);
    expect(cli.said()).toMatch(message);
    expect(existsSync(join(folder, "refused"))).toBe(false);
  });

  it("is refused as an input of the action", async () => {
    const step = await runStep("main", {
      inputs: { again: kernels, gdb: "true", configs: "TINY01", rundir: join(folder, "action") },
      env: { GITHUB_ACTIONS: "true" },
    });
    expect(step.exitStatus).toBe(1);
    expect(step.log).toMatch(/::error.*gdb: not in a workflow/);
  });
});

it("affinity: false binds guests to no CPUs", async () => {
  const bound = async (name: string, ...more: string[]) => {
    const cli = startCli(flags(name, "--configs", "TINY01", ...more), { env: environment() });
    await cli.seen(/TINY01: started|Batch 1/);
    expect(await cli.ended, cli.said()).toBe(0);
    return existsSync(join(folder, name, "TINY01/qemu-affinity"));
  };
  expect(await bound("bound")).toBe(true);
  expect(await bound("free", "--no-affinity")).toBe(false);
});

it("a suite that is not known here is judged by its findings and by the scripts' rules, and that is said", async () => {
  const old = join(folder, "Xold");
  await cp(kernels, old, { recursive: true });
  await rm(join(old, "torture_suite"));
  execFileSync("sh", ["-c", `echo Xrcu > ${quote([join(old, "torture_suite")])}`]);
  const cli = startCli(
    [
      "run",
      "--again",
      old,
      "--rundir",
      join(folder, "X"),
      "--accel",
      "tcg",
      "--configs",
      "TINY01",
      "--duration",
      "3s",
    ],
    { env: environment() },
  );
  expect(await cli.ended, cli.said()).toBe(0);
  expect(cli.said().match(/The counters of suite Xrcu are not known here/g)).toHaveLength(1);
  expect(results("X")).toMatchObject({ suite: "Xrcu", guests: [{ verdict: "passed", counters: {} }] });
});
