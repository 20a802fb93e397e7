import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { chainArgv } from "../../src/guests/processChain.ts";

const all = { setpriv: true, taskset: true };
const qemu = ["qemu-system-x86_64", "-append", "a b $HOME"] as const;

describe("chainArgv", () => {
  test.each([
    [{ setpriv: false, taskset: false }, "0,1", [...qemu]],
    [{ setpriv: false, taskset: true }, "0,1", ["taskset", "-c", "0,1", ...qemu]],
    [{ setpriv: false, taskset: true }, undefined, [...qemu]],
  ])("%j with affinity %s", (tools, affinity, argv) => {
    expect(chainArgv(qemu, tools, 77, affinity)).toEqual(argv);
  });

  test("everything there: death signal, parent check, affinity, then the command, word for word", () => {
    const argv = chainArgv(qemu, all, 77, "2");
    expect(argv.slice(0, 3)).toEqual(["setpriv", "--pdeathsig", "KILL"]);
    expect(argv.slice(6)).toEqual(["77", "taskset", "-c", "2", ...qemu]);
  });

  const run = async (parent: number, ...argv: [string, ...string[]]) => {
    const [program, ...args] = chainArgv(argv, { setpriv: true, taskset: false }, parent, undefined);
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    const [status] = await once(child, "close");
    return { status, out, pid: child.pid };
  };

  test("the command is the very process that was spawned, and gets its words untouched", async () => {
    const { out, pid } = await run(
      process.pid,
      "sh",
      "-c",
      'echo $$; printf "%s|" "$@"',
      "x",
      "a b",
      "$HOME",
      "",
    );
    expect(out).toBe(`${pid}\na b|$HOME||`);
  });

  test("a process whose parent is not the one that spawned it does not run the command", async () => {
    const { status, out } = await run(process.pid + 1, "echo", "ran");
    expect(out).toBe("");
    expect(status).not.toBe(0);
  });
});
