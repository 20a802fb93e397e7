import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { Guard } from "../../src/guests/guard.ts";
import { killHard, processes } from "../support/processes.ts";

const sleepers: ChildProcess[] = [];
afterEach(() => {
  for (const { pid } of sleepers.splice(0)) killHard(pid ?? 0);
});

/** A process in a group of its own. */
function sleeper(): { pid: number; gone: Promise<unknown[]> } {
  const child = spawn("sleep", ["1000"], { stdio: "ignore", detached: true });
  sleepers.push(child);
  return { pid: child.pid ?? 0, gone: once(child, "exit") };
}

test("kills what it was told of when its input ends, except what it was told to forget", async () => {
  const guard = new Guard();
  const [first, forgotten, last] = [sleeper(), sleeper(), sleeper()];
  for (const { pid } of [first, forgotten, last]) guard.add(pid);
  guard.delete(forgotten.pid);
  guard.close();
  expect(await Promise.all([first.gone, last.gone])).toEqual([
    [null, "SIGKILL"],
    [null, "SIGKILL"],
  ]);
  expect(processes().map(({ pid }) => pid)).toContain(forgotten.pid);
});

test("has nothing to kill when everything ended before: it just goes", async () => {
  const guard = new Guard();
  const { pid } = sleeper();
  guard.add(pid);
  const own = guard.pid;
  guard.delete(pid);
  guard.close();
  await expect.poll(() => processes().some((entry) => entry.pid === own), { timeout: 10_000 }).toBe(false);
  expect(processes().map((entry) => entry.pid)).toContain(pid);
});
