import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { GuestExit, GuestHandle } from "../../src/contracts/guestHost.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { openSystem } from "../../src/systems/ssh/connection/openSystem.ts";
import type { SshExecutor } from "../../src/systems/ssh/connection/sshExecutor.ts";
import {
  RemoteGuestHost,
  type RemoteHostOptions,
  sweepSystem,
} from "../../src/systems/ssh/guests/guestHost.ts";
import { bringUpFleet, type Fleet } from "../support/fleet.ts";

const times = { connect: 3000, keepalive: 400, keepaliveLimit: 3 };
let fleet: Fleet;
const hosts: RemoteGuestHost[] = [];
const executors: SshExecutor[] = [];
const logged: string[] = [];

beforeAll(async () => {
  fleet = await bringUpFleet([{ cpus: 1 }, { cpus: 2 }, { homeSize: 300_000 }]);
});
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
  for (const executor of executors.splice(0)) await executor.close();
  logged.length = 0;
  for (const system of fleet.systems) {
    expect(await system.processes(), `left on ${system.name}`).toEqual([]);
    const jobs = system.path("/root/.cache/rcutorture-action/jobs");
    expect(existsSync(jobs) ? readdirSync(jobs) : []).toEqual([]);
  }
});
afterAll(() => fleet?.down());

async function open(name: string): Promise<SshExecutor> {
  const executor = await openSystem(new LocalExecutor(), name, { configFile: fleet.sshConfig, times });
  executors.push(executor);
  return executor;
}

async function hostOn(name: string, more: Partial<RemoteHostOptions> = {}): Promise<RemoteGuestHost> {
  const host = await RemoteGuestHost.open(await open(name), {
    key: "the same work",
    attempt: 1,
    instance: randomUUID(),
    info: "test run 1 of somebody",
    systemTimeout: 60,
    localDirectory: (guest) => join(fleet.directory, "run", name, guest),
    log: (line) => logged.push(line),
    ...more,
  });
  hosts.push(host);
  return host;
}

interface Observed {
  readonly handle: GuestHandle;
  readonly console: () => string;
  readonly contacts: boolean[];
}

/** Starts a small program as a guest; `$C` in it is its console. */
async function start(
  host: RemoteGuestHost,
  name: string,
  script: string,
  more: { hardDeadline?: number; affinity?: string; argv?: [string, ...string[]] } = {},
): Promise<Observed> {
  const chunks: Buffer[] = [];
  const contacts: boolean[] = [];
  const directory = host.directory(name);
  const console = `${directory}/console.log`;
  const handle = await host.start(
    {
      name,
      argv: more.argv ?? ["sh", "-c", script.replaceAll("$C", console)],
      directory,
      console,
      hardDeadline: more.hardDeadline ?? 300,
      ...(more.affinity ? { affinity: more.affinity } : {}),
    },
    { onConsole: (chunk) => chunks.push(chunk), onContact: (inTouch) => contacts.push(inTouch) },
  );
  return { handle, contacts, console: () => Buffer.concat(chunks).toString() };
}

const local = (system: string, guest: string, file: string) =>
  readFileSync(join(fleet.directory, "run", system, guest, file), "utf8");

const counting = (last: number, pause: number) =>
  `i=0; while test $i -lt ${last}; do i=$((i+1)); echo line $i >>$C; sleep ${pause}; done`;
const counted = (last: number) => Array.from({ length: last }, (_, i) => `line ${i + 1}\n`).join("");

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600 && !(await condition()); tries++) await sleep(50);
  expect(await condition()).toBe(true);
}

test("console live, files gathered, exit status, nothing left there", async () => {
  const host = await hostOn("k1");
  const guest = await start(host, "G1", `${counting(5, 0.2)}; echo qemu speaks; exit 4`, { affinity: "0" });
  expect(guest.handle.pid).toBeGreaterThan(1);
  await until(() => guest.console().includes("line 2"));
  expect(await guest.handle.ended).toEqual({ exitStatus: 4, signal: null, output: "qemu speaks\n" });
  expect(guest.console()).toBe(counted(5));
  expect(local("k1", "G1", "console.log")).toBe(counted(5));
  expect(local("k1", "G1", "qemu-retval")).toBe("4\n");
  expect(local("k1", "G1", "qemu-pid")).toBe(`${guest.handle.pid}\n`);
  expect(local("k1", "G1", "qemu-affinity")).toBe(`pid ${guest.handle.pid}'s current affinity list: 0\n`);
  expect(guest.contacts).toEqual([]);
});

test("a loud console arrives to the last byte", async () => {
  const host = await hostOn("k1");
  const guest = await start(
    host,
    "LOUD",
    "head -c 6000000 /dev/urandom >$C; sleep 0.2; head -c 3000000 /dev/urandom >>$C",
  );
  const directory = host.directory("LOUD");
  const exit = await guest.handle.ended;
  expect(exit).toEqual({ exitStatus: 0, signal: null, output: "" });
  expect(directory).toContain(host.job);
  expect(readFileSync(join(fleet.directory, "run/k1/LOUD/console.log")).length).toBe(9_000_000);
});

test("killed with all its children", async () => {
  const host = await hostOn("k2");
  const guest = await start(host, "G1", "sleep 3600 & sleep 3600");
  guest.handle.kill();
  expect(await guest.handle.ended).toMatchObject({ exitStatus: null, signal: "SIGKILL" });
});

test("killed with what left its group for a session of its own, and so when it ends by itself", async () => {
  const host = await hostOn("k2");
  const daemon = "(setsid sleep 3601 &) & setsid sleep 3602 & echo up >>$C";
  const left = async () =>
    (await fleet.system("k2").processes()).filter((line) => /^sleep 360[12]$/.test(line));
  const killed = await start(host, "G1", `${daemon}; sleep 3600`);
  await until(async () => killed.console() === "up\n" && (await left()).length === 2);
  killed.handle.kill();
  expect(await killed.handle.ended).toMatchObject({ exitStatus: null, signal: "SIGKILL" });
  expect(await left()).toEqual([]);
  const daemonized = await start(host, "G2", `${daemon}; sleep 0.5`);
  expect(await daemonized.handle.ended).toMatchObject({ exitStatus: 0 });
  expect(await left()).toEqual([]);
});

test("guests of one job live side by side", async () => {
  const host = await hostOn("k2");
  const guests = await Promise.all([1, 2, 3].map((n) => start(host, `G${n}`, counting(3, 0.2))));
  const exits = await Promise.all(guests.map(({ handle }) => handle.ended));
  expect(exits.map(({ exitStatus }) => exitStatus)).toEqual([0, 0, 0]);
  for (const guest of guests) expect(guest.console()).toBe(counted(3));
});

test("a program that is not there, and one that cannot run", async () => {
  const host = await hostOn("k1");
  const absent = await start(host, "G1", "", { argv: ["qemu-system-nonsense", "-x"] });
  expect(absent.handle.pid).toBeUndefined();
  expect((await absent.handle.ended).failure).toEqual({
    kind: "lost",
    detail: "Cannot start the guest: k1 has no qemu-system-nonsense.",
  });
});

test("the real qemu complains", async () => {
  const host = await hostOn("k1");
  const guest = await start(host, "G1", "", {
    argv: ["qemu-system-x86_64", "-kernel", "/nonexistent", "-display", "none"],
  });
  expect(await guest.handle.ended).toMatchObject({
    exitStatus: 1,
    output: expect.stringContaining("/nonexistent"),
  });
});

test("a full disk there", async () => {
  const host = await hostOn("k3");
  writeFileSync(fleet.system("k3").path("/root/hog"), "");
  await fleet
    .system("k3")
    .run("sh", "-c", "cat /dev/zero >/root/hog")
    .catch(() => {});
  const guest = await start(host, "G1", counting(2, 0.1));
  const { failure } = await guest.handle.ended;
  rmSync(fleet.system("k3").path("/root/hog"));
  // Whether it comes to a start is a matter of the last few bytes.
  expect(failure?.kind).toBe("lost");
  expect(failure?.detail).toMatch(/disk of k3 is full|no space left|I\/O error/i);
});

test("the hard deadline holds without anybody asking", async () => {
  const host = await hostOn("k1");
  const guest = await start(host, "G1", "sleep 3600 & sleep 3600", { hardDeadline: 2 });
  expect(await guest.handle.ended).toMatchObject({ exitStatus: null, signal: "SIGKILL" });
});

test("jitter while it lasts", async () => {
  const host = await hostOn("k2");
  const jitter = await host.startJitter({ threads: 3, maxSleep: 20_000, maxSpin: 1000 });
  await until(async () => (await fleet.system("k2").processes()).length > 3);
  await jitter.stop();
});

describe("broken lines", () => {
  test.each([
    ["sshd killed in mid-run and back", "killSshd", "startSshd"],
    ["link cut in mid-run and back", "cutLink", "mendLink"],
  ] as const)("%s: the guest lives on, its console has no gap", async (_, fault, repair) => {
    const host = await hostOn("k1");
    const guest = await start(host, "G1", `${counting(30, 0.2)}; exit 3`);
    await until(() => guest.console().includes("line 4"));
    await fleet.system("k1")[fault]();
    await until(() => guest.contacts.length === 1);
    await sleep(1000);
    await fleet.system("k1")[repair]();
    expect(await guest.handle.ended).toMatchObject({ exitStatus: 3, signal: null });
    expect(guest.contacts).toEqual([false, true]);
    expect(guest.console()).toBe(counted(30));
    expect(local("k1", "G1", "console.log")).toBe(counted(30));
  });

  test("a guest that ends while the line is broken", async () => {
    const host = await hostOn("k1");
    const guest = await start(host, "G1", `${counting(10, 0.1)}; exit 5`);
    await until(() => guest.console().includes("line 2"));
    await fleet.system("k1").killSshd();
    await sleep(2500);
    await fleet.system("k1").startSshd();
    expect(await guest.handle.ended).toMatchObject({ exitStatus: 5 });
    expect(guest.console()).toBe(counted(10));
  });

  test("a system that is gone for too long is given up; when it is back, its guest is put to rest", async () => {
    const host = await hostOn("k1", { systemTimeout: 3 });
    const other = await hostOn("k2");
    const doomed = await start(host, "G1", "echo up >>$C; sleep 3600");
    const safe = await start(other, "G2", counting(10, 0.3));
    await until(() => doomed.console() === "up\n");
    await fleet.system("k1").cutLink();
    const exit = await doomed.handle.ended;
    expect(exit.failure?.kind).toBe("lost");
    expect(exit.failure?.detail).toMatch(/^k1 could not be reached/);
    expect(doomed.contacts).toEqual([false]);
    expect((await safe.handle.ended).exitStatus).toBe(0);
    await fleet.system("k1").mendLink();
    expect((await fleet.system("k1").processes()).length).toBeGreaterThan(0);
    // Closing the host, after the test, leaves nothing there.
  });

  test("a kill that is asked for while the line is broken is done when it is back", async () => {
    const host = await hostOn("k1");
    const guest = await start(host, "G1", "sleep 3600");
    await fleet.system("k1").killSshd();
    guest.handle.kill();
    await sleep(500);
    await fleet.system("k1").startSshd();
    expect(await guest.handle.ended).toMatchObject({ signal: "SIGKILL" });
  });

  test("starting on a system that does not answer", async () => {
    const host = await hostOn("k1", { systemTimeout: 2 });
    await fleet.system("k1").killSshd();
    const guest = await start(host, "G1", "true");
    expect((await guest.handle.ended).failure?.kind).toBe("lost");
    await fleet.system("k1").startSshd();
  });
});

describe("other jobs, dead jobs", () => {
  test("another job waits for the guests that are there, and says for whose", async () => {
    const first = await hostOn("k1", { key: "one", info: "nightly of anna" });
    const second = await hostOn("k1", { key: "two", info: "bisection of ben" });
    const long = await start(first, "G1", counting(8, 0.25));
    const waiting = start(second, "G1", "echo mine >>$C");
    await until(() => logged.length > 0);
    expect(logged).toEqual(["k1: waiting for the guests of nightly of anna to end"]);
    // The job that has the system may add to what runs there.
    const more = await start(first, "G2", "echo also >>$C");
    expect((await more.handle.ended).exitStatus).toBe(0);
    let longEnded = false;
    void long.handle.ended.then(() => {
      longEnded = true;
    });
    const late = await waiting;
    expect(longEnded || !(await alive(long.handle.pid))).toBe(true);
    expect((await late.handle.ended).exitStatus).toBe(0);
    expect(late.console()).toBe("mine\n");
  });

  const alive = async (pid: number | undefined) =>
    await fleet
      .system("k1")
      .run("kill", "-0", String(pid))
      .then(
        () => true,
        () => false,
      );

  async function killedController(key: string, orphanTimeout: number): Promise<void> {
    const script = new URL("../support/fleetController.ts", import.meta.url).pathname;
    const args = [script, "k1", fleet.sshConfig, key, String(orphanTimeout), join(fleet.directory, "dead")];
    const controller = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const [said] = await once(controller.stdout, "data");
    expect(String(said)).toMatch(/^started \d+/);
    controller.kill("SIGKILL");
    await once(controller, "exit");
    expect((await fleet.system("k1").processes()).some((line) => line.includes("sleep 3600"))).toBe(true);
  }

  test("kill -9 of the controller, then a second attempt: it finds and removes what is left", async () => {
    await killedController("work 7", 3600);
    const host = await hostOn("k1", { key: "work 7", attempt: 2 });
    expect(logged).toEqual(["k1: removed 1 guest that an earlier attempt left behind"]);
    const guest = await start(host, "G1", "echo again >>$C");
    expect((await guest.handle.ended).exitStatus).toBe(0);
  });

  test("another job leaves a living stranger alone, and `post` removes its own", async () => {
    await killedController("work 8", 3600);
    expect(await sweepSystem(await open("k1"), { key: "work 9", attempt: 2 })).toEqual([]);
    // The same inputs and the same attempt: it may live.
    expect(await sweepSystem(await open("k1"), { key: "work 8", attempt: 1 })).toEqual([]);
    expect((await fleet.system("k1").processes()).some((line) => line.includes("sleep 3600"))).toBe(true);
    expect(await sweepSystem(await open("k1"), { instance: "controller of work 8" })).toHaveLength(1);
  });

  test("two jobs with the same inputs at once: the second leaves the first alone, and waits for it", async () => {
    const work = { key: "work 11", attempt: 1 };
    const first = await hostOn("k1", { ...work, info: "the first" });
    const second = await hostOn("k1", { ...work, info: "the second" });
    const one = await start(first, "G1", `${counting(10, 0.2)}; echo over >>$C`);
    const other = start(second, "G1", "echo mine >>$C");
    await until(() => logged.includes("k1: waiting for the guests of the first to end"));
    expect((await one.handle.ended).exitStatus).toBe(0);
    expect(one.console()).toBe(`${counted(10)}over\n`);
    const late = await other;
    expect((await late.handle.ended).exitStatus).toBe(0);
    expect(late.console()).toBe("mine\n");
    expect(logged.filter((line) => line.includes("removed"))).toEqual([]);
  });

  test("a guest that nobody asks for any more ends itself", async () => {
    await killedController("work 10", 6);
    await until(
      async () => !(await fleet.system("k1").processes()).some((line) => line.includes("sleep 3600")),
    );
    // Its files stay for the next attempt to remove.
    await sweepSystem(await open("k1"), { key: "work 10", attempt: 2 });
  });

  test("what watches over a guest is killed: told, and the guest does not stay", async () => {
    const host = await hostOn("k2");
    const guest = await start(host, "G1", "echo up >>$C; sleep 3600");
    await until(() => guest.console() === "up\n");
    await fleet.system("k2").run("pkill", "-KILL", "-f", "supervise /root");
    const exit: GuestExit = await guest.handle.ended;
    expect(exit.failure?.kind).toBe("unfollowed");
  });
});
