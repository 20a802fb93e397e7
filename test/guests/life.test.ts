import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GuestHandle, GuestHost } from "../../src/contracts/guestHost.ts";
import type { LifeObserver, LifePlan } from "../../src/guests/life.ts";
import { runGuest } from "../../src/guests/life.ts";
import { LocalGuestHost } from "../../src/guests/localHost.ts";
import { StopRequest } from "../../src/guests/stop.ts";
import { ownCpus } from "../../src/systems/ownCpus.ts";
import { type TinyGuest, tinyGuestArgv } from "../support/bootSector.ts";
import { killHard, processesWith } from "../support/processes.ts";

let folder: string;
let host: LocalGuestHost;
const never = new AbortController().signal;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "life-"));
  host = new LocalGuestHost();
});
afterEach(async () => {
  await host.close();
  await expect.poll(() => processesWith(folder), { timeout: 10_000 }).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

function plan(argv: readonly [string, ...string[]], other: Partial<LifePlan> = {}): LifePlan {
  const console = join(folder, "console.log");
  return {
    launch: { name: "TEST", argv, directory: folder, console, hardDeadline: 600 },
    seconds: 60,
    grace: 60,
    silence: { boot: 60, running: 60 },
    warnings: join(folder, "Warnings"),
    ...other,
  };
}

/** A stand-in for qemu: the script's $0 is the console, its parameters are words. */
function script(text: string, ...words: string[]): [string, ...string[]] {
  return ["sh", "-c", text, join(folder, "console.log"), ...words];
}

async function tiny(guest: TinyGuest): Promise<[string, ...string[]]> {
  return await tinyGuestArgv(guest, join(folder, "image"), join(folder, "console.log"));
}

/** Writes down what happens. */
class Recorder implements LifeObserver {
  readonly chunks: Buffer[] = [];
  readonly events: string[] = [];
  pid: number | undefined;
  started(pid: number | undefined): void {
    this.pid = pid;
    this.events.push("started");
  }
  console(chunk: Buffer): void {
    this.chunks.push(chunk);
  }
  silent(_quiet: number, booting: boolean): void {
    this.events.push(booting ? "silent from boot" : "silent");
  }
  spoke(): void {
    this.events.push("spoke");
  }
  overtime(detail: string): void {
    this.events.push(`overtime: ${detail}`);
  }
  contact(): void {}
  get text(): string {
    return Buffer.concat(this.chunks).toString("latin1");
  }
}

async function file(name: string): Promise<string> {
  return await readFile(join(folder, name), "latin1");
}

describe("a guest under qemu", () => {
  test("that ends by itself leaves what the scripts leave", async () => {
    const seen = new Recorder();
    const life = await runGuest(host, plan(await tiny({ text: "hello\r\n", after: "exit" })), seen, never);
    expect(life.ending).toMatchObject({ cause: "exited", exitStatus: 0, signal: null });
    expect(seen.text).toBe("hello\r\n");
    expect(await file("console.log")).toBe("hello\r\n");
    expect(await file("qemu-pid")).toBe(`${life.pid}\n`);
    expect(await file("qemu-retval")).toBe("0\n");
    expect(await file("qemu-output")).toBe("");
    expect(await file("Warnings")).toBe(`Completed in ${Math.floor(life.lived)} vs. 60\n`);
    expect(life.problems).toEqual([]);
  }, 60_000);

  test("that hangs is killed at its deadline and said so", async () => {
    const seen = new Recorder();
    const argv = await tiny({ text: "[    1.500000] stuck\r\n", after: "halt" });
    const short = { seconds: 1, grace: 1, silence: { boot: 30, running: 0.5 } };
    const life = await runGuest(host, plan(argv, short), seen, never);
    expect(life.ending).toMatchObject({ cause: "hung", exitStatus: null, signal: "SIGKILL" });
    expect(life.ending.detail).toMatch(/^Hung: killed after \d+ s, 1 s were planned and 1 s of grace/);
    expect(await file("qemu-retval")).toBe("137\n");
    expect(await file("Warnings")).toMatch(
      new RegExp(
        `^!!! PID ${life.pid} hung at \\d+ vs\\. 1 seconds \\w{3} \\w{3} [ \\d]\\d [\\d:]{8} UTC \\d{4}\\n$`,
      ),
    );
    expect(seen.text).toBe("[    1.500000] stuck\r\n");
    expect(seen.events).toContain("silent");
    expect(life.silences.at(-1)).toMatchObject({ booting: false, untilEnd: true });
  }, 60_000);

  test("that qemu refuses to run tells qemu's reason", async () => {
    const argv: [string, ...string[]] = [
      "qemu-system-x86_64",
      "-machine",
      "no-such-machine",
      "-name",
      folder,
    ];
    const life = await runGuest(host, plan(argv), new Recorder(), never);
    expect(life.ending).toMatchObject({ cause: "qemu-failed", exitStatus: 1 });
    expect(life.ending.detail).toMatch(/no-such-machine|unsupported machine type/);
    expect(await file("qemu-output")).toMatch(/unsupported machine type/);
    expect(await file("qemu-retval")).toBe("1\n");
  }, 60_000);
});

describe("any guest", () => {
  test("whose console moves and whose clock is slow goes on beyond its deadline", async () => {
    const seen = new Recorder();
    const controller = new AbortController();
    seen.overtime = (detail) => {
      seen.events.push(detail);
      controller.abort(new StopRequest("stopped", "Enough seen."));
    };
    const text = 'n=100; while :; do n=$((n+1)); echo "[    2.$n] line" >> "$0"; sleep 0.1; done';
    const life = await runGuest(host, plan(script(text), { seconds: 2, grace: 1 }), seen, controller.signal);
    expect(seen.events).toEqual(["started", "the guest's own clock says 2 s"]);
    expect(life.ending).toMatchObject({ cause: "stopped", detail: "Enough seen." });
  }, 30_000);

  test("whose program is missing is a failed qemu, not an exception", async () => {
    const life = await runGuest(host, plan(["qemu-system-none"]), new Recorder(), never);
    expect(life.ending.cause).toBe("qemu-failed");
    expect(life.ending.detail).toMatch(/qemu-system-none/);
  });

  test("whose folder is missing is a failed qemu too", async () => {
    const lost = plan(["true"]);
    const launch = { ...lost.launch, directory: "/no/such", console: "/no/such/console.log" };
    const life = await runGuest(host, { ...lost, launch }, new Recorder(), never);
    expect(life.ending).toMatchObject({ cause: "qemu-failed", exitStatus: null });
    expect(life.pid).toBeUndefined();
  });

  test("runs on the CPUs it was given", async () => {
    const [cpu] = ownCpus();
    const given = plan(script('grep Cpus_allowed_list /proc/self/status > "$0"'));
    const seen = new Recorder();
    const launch = { ...given.launch, affinity: String(cpu) };
    const life = await runGuest(host, { ...given, launch }, seen, never);
    expect(seen.text).toBe(`Cpus_allowed_list:\t${cpu}\n`);
    expect(await file("qemu-affinity")).toBe(`pid ${life.pid}'s current affinity list: ${cpu}\n`);
  });

  test("has every byte of a long console delivered, in order", async () => {
    const seen = new Recorder();
    await runGuest(host, plan(script('seq 1 2000000 > "$0"; sleep 0.3; seq 1 10 >> "$0"')), seen, never);
    expect(Buffer.concat(seen.chunks).equals(await readFile(join(folder, "console.log")))).toBe(true);
    expect(seen.text.endsWith("\n2000000\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n")).toBe(true);
  }, 60_000);

  test("is reported silent while it is, and again when that ends", async () => {
    const seen = new Recorder();
    const text = 'sleep 0.6; echo a >> "$0"; sleep 0.8; echo b >> "$0"; sleep 0.2';
    const silence = { boot: 0.2, running: 0.5 };
    const life = await runGuest(host, plan(script(text), { silence }), seen, never);
    expect(seen.events).toEqual(["started", "silent from boot", "spoke", "silent", "spoke"]);
    expect(life.silences.map(({ booting, untilEnd }) => ({ booting, untilEnd }))).toEqual([
      { booting: true, untilEnd: false },
      { booting: false, untilEnd: false },
    ]);
  }, 30_000);

  test("dies of a cancelled job, even one that ignores signals, and keeps what it printed", async () => {
    const controller = new AbortController();
    const seen = new Recorder();
    seen.console = (chunk) => {
      seen.chunks.push(chunk);
      controller.abort(new StopRequest("cancelled", "The job received SIGTERM."));
    };
    const stubborn = script('trap "" TERM INT; echo up > "$0"; while :; do sleep 0.1; done');
    const life = await runGuest(host, plan(stubborn), seen, controller.signal);
    expect(life.ending).toEqual({
      cause: "cancelled",
      exitStatus: null,
      signal: "SIGKILL",
      detail: "The job received SIGTERM.",
    });
    expect(seen.text).toBe("up\n");
    expect(await file("qemu-retval")).toBe("137\n");
    expect(await file("Warnings")).toMatch(/^PID \d+ killed: The job received SIGTERM\. /);
  });

  test("of a job that was cancelled before it began is gone at once; any reason will do", async () => {
    const life = await runGuest(
      host,
      plan(script("sleep 1000")),
      new Recorder(),
      AbortSignal.abort("why not"),
    );
    expect(life.ending).toMatchObject({ cause: "cancelled", detail: "The job was cancelled." });
  });

  test("that is still being started does not hold up a cancelled job, and is killed when it is there", async () => {
    const starting = Promise.withResolvers<GuestHandle>();
    const slow: GuestHost = {
      name: "slow",
      start: () => starting.promise,
      startJitter: () => Promise.reject(new Error("not asked for")),
      close: async () => {},
    };
    const seen = new Recorder();
    const life = await runGuest(slow, plan(["qemu"]), seen, AbortSignal.timeout(50));
    expect(life.ending.cause).toBe("cancelled");
    expect(life.problems).toEqual(["TEST: It was still being started."]);
    const killed = Promise.withResolvers<string>();
    starting.resolve({ pid: 1, kill: () => killed.resolve("killed"), ended: new Promise(() => {}) });
    expect(await killed.promise).toBe("killed");
    expect(seen.events).toEqual([]);
  });

  test("does not outlive a consumer that fails, whose fault comes out", async () => {
    const seen = new Recorder();
    seen.console = () => {
      throw new Error("cannot read this");
    };
    const text = 'echo up > "$0"; exec sleep 1000';
    await expect(runGuest(host, plan(script(text)), seen, never)).rejects.toThrow("cannot read this");
  });

  test("that a stranger kills is not called hung, stopped or clean", async () => {
    const seen = new Recorder();
    seen.console = () => killHard(seen.pid ?? 0);
    const life = await runGuest(host, plan(script('echo up > "$0"; exec sleep 1000')), seen, never);
    expect(life.ending).toMatchObject({ cause: "qemu-failed", signal: "SIGKILL" });
  });

  test("whose qemu is wrapped takes the real one along when the wrapper is killed", async () => {
    const seen = new Recorder();
    seen.console = () => killHard(seen.pid ?? 0);
    // The folder among its arguments makes the inner process visible to the check after each test.
    const wrapper = script('sh -c "sleep 1000; :" "$0" & echo up > "$0"; wait');
    const life = await runGuest(host, plan(wrapper), seen, never);
    expect(life.ending.cause).toBe("qemu-failed");
  });

  test("does not fail because Warnings cannot be written, but says so", async () => {
    await writeFile(join(folder, "file"), "");
    const life = await runGuest(
      host,
      plan(script("exit 0"), { warnings: join(folder, "file", "Warnings") }),
      new Recorder(),
      never,
    );
    expect(life.ending.cause).toBe("exited");
    expect(life.problems).toEqual([expect.stringMatching(/Cannot write .*Warnings/)]);
  });
});
