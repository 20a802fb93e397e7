import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockThisMachine } from "../../src/systems/guestLock.ts";
import { awaitLockScript, launchScript, openJobScript } from "../../src/systems/ssh/guests/guestScripts.ts";

let home: string;
const before = process.env.HOME;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "guest-lock-"));
  process.env.HOME = home;
});
afterEach(() => {
  process.env.HOME = before;
  rmSync(home, { recursive: true, force: true });
});

const alive = () => new AbortController().signal;
const lock = (who: string, said: string[] = [], signal = alive()) =>
  lockThisMachine(who, (line) => said.push(line), signal);

/** Asks for a guest of a job with `systems`, as RemoteGuestHost does. What it says. */
function launch(job: string, seconds: number): string {
  const remote = (script: string, ...args: string[]) =>
    execFileSync("sh", ["-c", script, "sh", ...args], {
      encoding: "utf8",
      env: { ...process.env, HOME: home },
    });
  remote(openJobScript, job, "key", "1", "instance");
  const supervise = `sh -c 'exec >/dev/null 2>&1; sleep ${seconds}' & echo "started $!"`;
  const folder = join(home, ".cache/rcutorture-action/jobs", job, "G1@1");
  return remote(
    launchScript,
    job,
    `remote ${job}`,
    folder,
    "console.log",
    "",
    "60",
    "60",
    supervise,
    "",
    "sh",
  );
}

it("jobs without systems share the machine", async () => {
  const said: string[] = [];
  using _first = await lock("first", said);
  using _second = await lock("second", said);
  expect(said).toEqual([]);
});

it("a job with systems waits for one without, and says for whom", async () => {
  const local = await lock("a run without systems");
  expect(launch("a", 1)).toBe("busy a run without systems\n");
  const waiting = spawn("sh", ["-c", awaitLockScript, "sh", "a"], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    env: { ...process.env, HOME: home },
  });
  const over = once(waiting, "exit");
  const early = Promise.race([over, new Promise((resolve) => setTimeout(resolve, 300, "waits"))]);
  expect(await early).toBe("waits");
  local[Symbol.dispose]();
  await over;
  expect(launch("a", 1)).toMatch(/^started \d+\n$/);
});

it("a job without systems waits for the guests of one with systems", async () => {
  expect(launch("b", 2)).toMatch(/^started/);
  const said: string[] = [];
  using _held = await lock("late", said);
  expect(said).toEqual(["remote b"]);
  const owner = readFileSync(join(home, ".cache/rcutorture-action/owner"), "utf8");
  expect(owner).toBe("this-machine\nlate\n");
});

it("waiting ends when the job does, and leaves no process behind", async () => {
  expect(launch("c", 3)).toMatch(/^started/);
  const stop = new AbortController();
  const said: string[] = [];
  const waiting = lock("stopped", said, stop.signal);
  await expect.poll(() => said).toEqual(["remote c"]);
  stop.abort();
  using _nothing = await waiting;
  const left = () =>
    execFileSync("ps", ["-eo", "args"], { encoding: "utf8" }).includes(
      "rcutorture-action-guests this-machine stopped",
    );
  await expect.poll(left).toBe(false);
});

it("without a home there is no lock, and no reason not to run", async () => {
  process.env.HOME = "/proc/nowhere";
  using _held = await lock("homeless");
});
