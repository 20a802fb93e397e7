import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import type { JitterHandle } from "../../src/contracts/guestHost.ts";
import { Guard } from "../../src/guests/guard.ts";
import { startJitter } from "../../src/guests/jitter.ts";
import { probeChainTools } from "../../src/guests/processChain.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { ownCpus } from "../../src/systems/ownCpus.ts";
import { killHard, processes } from "../support/processes.ts";

describe("startJitter", () => {
  const guard = new Guard();
  let jitter: JitterHandle | undefined;
  afterEach(async () => {
    await jitter?.stop();
    guard.close();
  });

  const spinners = () =>
    processes().filter(
      ({ parent, argv }) => parent === process.pid && argv.some((word) => /^while read/.test(word)),
    );
  const status = (pid: number, field: string) =>
    new RegExp(`^${field}:\\s*(\\S+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];

  test("sits on every CPU with one process each, wakes it up often, and is gone when stopped", async () => {
    const tools = await probeChainTools(new LocalExecutor());
    jitter = startJitter({ threads: 3, maxSleep: 2000, maxSpin: 300 }, tools, guard);
    const cpus = ownCpus().map(String).sort();
    const pinned = () =>
      spinners()
        .map(({ pid }) => status(pid, "Cpus_allowed_list"))
        .sort();
    await expect.poll(pinned, { timeout: 20_000 }).toEqual(cpus);
    const pids = spinners().map(({ pid }) => pid);
    // Every wake-up of a process that waits for input is a voluntary context switch.
    const wakeUps = () => Math.min(...pids.map((pid) => Number(status(pid, "voluntary_ctxt_switches"))));
    await expect.poll(wakeUps, { timeout: 20_000 }).toBeGreaterThan(20);
    // The same processes all along: none per step.
    expect(spinners().map(({ pid }) => pid)).toEqual(pids);
    await jitter.stop();
    expect(spinners()).toEqual([]);
  }, 60_000);

  test("leaves a CPU alone whose process was killed, and goes on with the others", async () => {
    const tools = await probeChainTools(new LocalExecutor());
    jitter = startJitter({ threads: 3, maxSleep: 2000, maxSpin: 300 }, tools, guard);
    const count = ownCpus().length;
    await expect.poll(() => spinners().length, { timeout: 20_000 }).toBe(count);
    killHard(spinners()[0]?.pid ?? 0);
    await expect.poll(() => spinners().length, { timeout: 20_000 }).toBe(count - 1);
  }, 60_000);
});
