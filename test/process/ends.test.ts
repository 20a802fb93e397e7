import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { hangupIsIgnored, ignoresHangup } from "../../src/process/hangup.ts";

const program = join(import.meta.dirname, "ends.ts");
const folder = mkdtempSync(join(tmpdir(), "ends-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Running {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

function start(...argv: string[]): Running {
  const child = spawn(process.execPath, [program, ...argv], { stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = once(child, "close").then(
    ([status, signal]) => (signal ?? status) as number | NodeJS.Signals | null,
  );
  return { child, said: () => said, ended };
}

/** One that has said this. */
async function that({ said }: Running, word: string): Promise<void> {
  await expect.poll(said, { timeout: 60_000 }).toContain(word);
}

/** Longer than the time within which a signal counts as the same request. */
const later = () => sleep(1300);

describe("faults that nobody foresaw", () => {
  test.each([
    ["callback", /JSON/],
    ["promise", /nobody waits for this/],
    ["await", /nothing was left to wait for/],
  ])("in a %s end with 3 and a line", async (what, message) => {
    const running = start(what);
    expect(await running.ended).toBe(3);
    expect(running.said()).toMatch(/^A fault of rcutorture-action, which says nothing about the kernel: /);
    expect(running.said()).toMatch(message);
  });

  test("output that nobody reads is none of them", async () => {
    const running = start("output");
    running.child.stdout?.destroy();
    expect(await running.ended).toBe(0);
  });
});

describe("signals", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "a second %s ends what the first did not",
    async (name) => {
      const running = start("patient");
      await that(running, "ready");
      running.child.kill(name);
      await that(running, "aborted");
      // npx passes on what the terminal sent to both.
      running.child.kill(name);
      await later();
      expect(running.child.exitCode ?? running.child.signalCode).toBeNull();
      running.child.kill(name);
      expect(await running.ended).toBe(name);
    },
  );

  test("the SIGTERM that GitHub's runner sends after its SIGINT leaves time to publish", async () => {
    const running = start("runner");
    await that(running, "ready");
    running.child.kill("SIGINT");
    await that(running, "aborted");
    await later();
    running.child.kill("SIGTERM");
    await later();
    expect(running.child.exitCode ?? running.child.signalCode).toBeNull();
    running.child.kill("SIGTERM");
    expect(await running.ended).toBe("SIGTERM");
  });

  test("a report ends with the first, and leaves no half of a file", async () => {
    const path = join(folder, "half");
    writeFileSync(path, "half");
    const running = start("report", path);
    await that(running, "ready");
    running.child.kill("SIGINT");
    expect(await running.ended).toBe("SIGINT");
    expect(existsSync(path)).toBe(false);
  });

  test("SIGHUP is nothing where the shell said so", async () => {
    const running = start("nohup");
    await that(running, "ready");
    running.child.kill("SIGHUP");
    await later();
    expect(running.child.exitCode ?? running.child.signalCode).toBeNull();
    expect(running.said()).not.toContain("aborted");
    running.child.kill("SIGTERM");
    await that(running, "aborted");
    running.child.kill("SIGKILL");
    await running.ended;
  });
});

describe("the end of a terminal", () => {
  test.each([
    ["SigIgn:\t0000000000000001\n", true],
    ["SigIgn:\t0000000000001006\n", false],
    ["SigBlk:\t0000000000000001\n", false],
    ["", false],
  ])("%j: ignored %s", (status, ignored) => expect(ignoresHangup(status)).toBe(ignored));

  test("is not ours when nohup took every stream away from it, or a parent ignores it", () => {
    expect(hangupIsIgnored(false, "")).toBe(true);
    expect(hangupIsIgnored(true, "")).toBe(false);
    expect(hangupIsIgnored(true, "SigIgn:\t0000000000000001\n")).toBe(true);
  });
});
