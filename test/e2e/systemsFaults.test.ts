import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bringUpFleet, type Fleet, type FleetSystem } from "../support/fleet.ts";
import { copies, expectAllPassed, RemoteJobs, resultsOf } from "../support/remoteJob.ts";
import { runCli, runStep, uniqueName } from "../support/runner.ts";

let fleet: Fleet;
let jobs: RemoteJobs;

/** A system of 1, 2 and 4 CPUs; the last one's home holds a kernel or two. */
beforeEach(async () => {
  fleet = await bringUpFleet([{ cpus: 1 }, { cpus: 2 }, { cpus: 4, homeSize: 6_000_000 }]);
  jobs = await RemoteJobs.on(fleet);
  return async () => {
    jobs.remove();
    await fleet.down();
  };
});

const system = (name: string) => fleet.system(name);
const others = (...gone: FleetSystem[]) => fleet.systems.filter((one) => !gone.includes(one));

describe("a system that is out of reach for a while", () => {
  it("sshd killed in mid-run and back 20 s later: nobody has to run again", async () => {
    const step = jobs.start("k1 k2", "3*TINY01", { duration: "25s" });
    await step.seen(/TINY01 on k1: started/);
    await sleep(3000);
    await system("k1").killSshd();
    await sleep(20_000);
    await system("k1").startSshd();
    const done = await step.done;
    const results = expectAllPassed(done, copies("TINY01", 3));
    expect(done.log).toMatch(/contact to k1 is lost[\s\S]*contact to k1 is back/);
    expect(results.guests.find(({ name }) => name === "TINY01")?.system).toBe("k1");
    expect(results.infrastructure).toEqual([]);
    await jobs.expectNothingLeft();
  });

  it("a link cut in mid-transfer: the transfer goes on where it was", async () => {
    await system("k1").setRate("2mbit");
    const step = jobs.start("k1", "TINY01", { "system-timeout": "30s" });
    const partial = () => {
      const folder = system("k1").path("/root/.cache/rcutorture-action/partial");
      const names = existsSync(folder) ? readdirSync(folder) : [];
      return Math.max(0, ...names.map((name) => statSync(join(folder, name)).size));
    };
    await expect.poll(partial, { timeout: 30_000, interval: 20 }).toBeGreaterThan(300_000);
    await system("k1").cutLink();
    await sleep(14_000);
    await system("k1").mendLink();
    const done = await step.done;
    expectAllPassed(done, ["TINY01"]);
    expect(done.log).toMatch(/k1: the line was cut while .*bzImage was sent; trying again/);
    await jobs.expectNothingLeft();
  });

  it("lost and back before the end: what it ran is run elsewhere, once, and what it still ran is ended", async () => {
    const step = jobs.start("k1 k2", "2*TINY01", { duration: "20s", "system-timeout": "4s" });
    await step.seen(/TINY01 on k1: started/);
    await system("k1").cutLink();
    await step.seen(/k1 is lost: /);
    await system("k1").mendLink();
    const done = await step.done;
    const results = expectAllPassed(done, copies("TINY01", 2));
    expect(results.guests.map(({ system: name }) => name)).toEqual(["k2", "k2"]);
    await jobs.expectNothingLeft();
  });
});

describe("a system that is of no use any more", () => {
  it("gone for good: its guests run elsewhere, and the loss is a fact about the infrastructure", async () => {
    const k1 = system("k1");
    const step = jobs.start("k1 k2", "3*TINY01", { duration: "8s", "system-timeout": "5s" });
    await step.seen(/TINY01 on k1: started/);
    await k1.destroy();
    const done = await step.done;
    const results = expectAllPassed(done, copies("TINY01", 3));
    expect(results.guests.map(({ system: name }) => name)).toEqual(["k2", "k2", "k2"]);
    expect(results.infrastructure).toEqual([
      expect.stringMatching(/^k1 was lost: .*could not be reached.*; TINY01 ran on k2 instead$/),
    ]);
    expect(results.systems.find(({ name }) => name === "k1")?.lost).toMatch(/could not be reached/);
    expect(done.summary).toContain("k1 was lost");
    expect(done.log).toMatch(/::warning::k1 is lost/);
    // The last step tries once more to clean up there, and removes what it needs for that.
    const post = await runStep("post", { state: done.state, env: jobs.env });
    expect(post.exitStatus, post.log).toBe(0);
    expect(post.log).toMatch(/::warning::.*k1.*guests that are left there end by themselves/);
    await jobs.expectNothingLeft(others(k1));
  });

  it("all of them lost: status 3, with what was measured so far", async () => {
    const inputs = jobs.inputs("k1", "2*TINY01", { duration: "10s", "system-timeout": "3s" });
    const flags = Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value]);
    const running = runCli(["run", ...flags]);
    const second = join(inputs.rundir, "TINY01.2", "console.log");
    await expect.poll(() => existsSync(second), { timeout: 60_000, interval: 100 }).toBe(true);
    await system("k1").destroy();
    const { exitStatus, stdout, stderr } = await running;
    expect(exitStatus, stdout + stderr).toBe(3);
    const results = JSON.parse(readFileSync(join(inputs.rundir, "results.json"), "utf8"));
    expect(results.guests.map(({ name, verdict }: Record<string, string>) => [name, verdict]).sort()).toEqual(
      [
        ["TINY01", "passed"],
        ["TINY01.2", "infrastructure-error"],
      ],
    );
    await jobs.expectNothingLeft(others(system("k1")));
  });

  it("its disk fills up under a guest: what was cut short there runs elsewhere", async () => {
    const step = jobs.start("k1 k3", "2*TINY01", { duration: "10s" });
    await step.seen(/on k3: started/);
    await system("k3").run("sh", "-c", "cat /dev/zero >/root/hog || true");
    const done = await step.done;
    rmSync(system("k3").path("/root/hog"));
    const results = expectAllPassed(done, copies("TINY01", 2));
    expect(results.guests.map(({ system: name }) => name)).toEqual(["k1", "k1"]);
    expect(results.infrastructure.join("\n")).toMatch(/k3 was lost: .*(disk|space)/i);
    await jobs.expectNothingLeft();
  });

  it("its disk has no room for a kernel: another one runs its guests", async () => {
    await system("k3").run("sh", "-c", "head -c 5500000 /dev/zero >/root/hog");
    const done = await jobs.start("k1 k3", "2*TINY01").done;
    rmSync(system("k3").path("/root/hog"));
    const results = expectAllPassed(done, copies("TINY01", 2));
    expect(results.infrastructure.join("\n")).toMatch(/k3 was lost: .*only .* are free/);
    await jobs.expectNothingLeft();
  });
});

describe("a job that ends before its time", () => {
  it("cancelled: guests end, systems are released, post has nothing to do", async () => {
    const notes = join(jobs.folder, "released");
    const inputs = { "release-command": `echo released >>${notes}` };
    const step = jobs.start("k1 k2", "2*TINY01", { duration: "10m", ...inputs });
    await step.seen(/TINY01 on k1: started/);
    await step.seen(/TINY01.2 on k2: started/);
    const began = performance.now();
    step.child.kill("SIGINT");
    const done = await step.done;
    // The runner's patience, from SIGINT to SIGKILL.
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(done.exitStatus).toBe(1);
    const results = resultsOf(done);
    expect(results.interrupted).toBe(true);
    expect(results.guests.map(({ verdict }) => verdict)).toEqual(["did-not-run", "did-not-run"]);
    const post = await runStep("post", { inputs, state: done.state, env: jobs.env });
    expect(post.exitStatus, post.log).toBe(0);
    expect(readFileSync(notes, "utf8")).toBe("released\n");
    await jobs.expectNothingLeft();
  });

  const workflow = { GITHUB_RUN_ID: uniqueName("7"), GITHUB_JOB: "torture", GITHUB_ACTION: "__self" };

  it("killed: post ends what runs, releases the systems, removes the keys, and judges what there is", async () => {
    const notes = join(jobs.folder, "released");
    const inputs = { "release-command": `echo "released $RCUTORTURE_SYSTEMS" >>${notes}` };
    const step = jobs.start("k1 localhost", "2*TINY01", {
      ...{ duration: "10m", cpus: "1" },
      "ssh-private-key": readFileSync(fleet.key, "utf8"),
      ...inputs,
    });
    await step.seen(/TINY01 on k1: started/);
    await step.seen(/TINY01.2 on localhost: started/);
    step.child.kill("SIGKILL");
    const dead = await step.done;
    expect(await system("k1").processes()).not.toEqual([]);
    const post = await runStep("post", { inputs, state: dead.state, env: jobs.env });
    expect(post.exitStatus, post.log + post.stderr).toBe(0);
    expect(post.log).toContain("k1: removed 1 guest that an earlier attempt left behind");
    // Guests on this machine die with their job; whether post still finds one is a matter of milliseconds.
    expect(post.log).toMatch(/localhost: removed (1 guest|files) that an earlier attempt left behind/);
    expect(readFileSync(notes, "utf8")).toBe("released k1 localhost\n");
    expect(
      resultsOf(post)
        .guests.map(({ name }) => name)
        .sort(),
    ).toEqual(copies("TINY01", 2));
    await jobs.expectNothingLeft();
  });

  it("killed, and the next attempt on another runner: it ends what runs before it runs itself", async () => {
    const env = { ...workflow, GITHUB_RUN_ATTEMPT: "1" };
    const first = jobs.start("k1 k2", "2*TINY01", { duration: "9s" }, env);
    await first.seen(/TINY01 on k1: started/);
    await first.seen(/TINY01.2 on k2: started/);
    first.child.kill("SIGKILL");
    await first.done;
    // Another runner: nothing of this one's disk.
    const elsewhere = await RemoteJobs.on(fleet);
    try {
      const second = await elsewhere.start(...(["k1 k2", "2*TINY01", { duration: "9s" }] as const), {
        ...workflow,
        GITHUB_RUN_ATTEMPT: "2",
      }).done;
      expectAllPassed(second, copies("TINY01", 2));
      expect(second.log).toMatch(/k1: removed 1 guest that an earlier attempt left behind/);
      await elsewhere.expectNothingLeft();
    } finally {
      elsewhere.remove();
    }
  });

  it("killed on a laptop: the next job of any kind gives back what the dead one had", async () => {
    const notes = join(jobs.folder, "released");
    const command = { "release-command": `echo "released $RCUTORTURE_SYSTEMS" >>${notes}` };
    const first = jobs.start("k1 k2", "2*TINY01", { duration: "10m", ...command });
    await first.seen(/TINY01 on k1: started/);
    await first.seen(/TINY01.2 on k2: started/);
    first.child.kill("SIGKILL");
    await once(first.child, "exit");
    const second = await jobs.start("k3", "TINY01").done;
    expectAllPassed(second, ["TINY01"]);
    expect(readFileSync(notes, "utf8")).toBe("released k1 k2\n");
    await jobs.expectNothingLeft();
  });
});

describe("a system that cannot be used: one line before anything is built or sent", () => {
  let broken: Fleet;
  beforeAll(async () => {
    broken = await bringUpFleet([{}, { without: ["qemu-system-*"] }, { shims: { uname: arch } }]);
  });
  afterAll(() => broken?.down());

  /** A system whose `uname -m` tells of another architecture. */
  const arch =
    'case "$*" in -m) echo aarch64;; *-m*) echo "far aarch64";; *) exec /usr/bin/uname "$@";; esac';

  async function refused(systems: string, more: Readonly<Record<string, string>>): Promise<string> {
    const inputs = jobs.inputs(systems, "TINY01", { "ssh-config": broken.sshConfig, ...more });
    const step = await runStep("main", { inputs, env: jobs.env });
    expect(step.exitStatus, step.log).toBe(1);
    expect(existsSync(inputs.rundir), "nothing was made").toBe(false);
    expect(step.log).not.toContain("    at ");
    for (const one of broken.systems) {
      expect(existsSync(one.path("/root/.cache")), `nothing was sent to ${one.name}`).toBe(false);
    }
    await jobs.expectNothingLeft();
    return step.log
      .split("\n")
      .filter((line) => line.startsWith("::error::"))
      .join("\n");
  }

  const cases: readonly [string, string, () => Record<string, string>, RegExp][] = [
    ["a wrong host key", "k1", () => ({ "ssh-config": withHosts("wrong", "k2") }), /k1 .*not the known one/],
    [
      "an unknown host key: with the line to add",
      "k1",
      () => ({ "ssh-config": withHosts("unknown", undefined) }),
      /k1 .*host key not known.*SHA256:.*add this line to ssh-known-hosts: \S+ ssh-ed25519 AAAA/,
    ],
    [
      "a key with no permission",
      "k1",
      () => ({ "ssh-config": withKey() }),
      /k1.*(refused|lets none|no key)/i,
    ],
    ["a missing qemu", "k1 k2", () => ({}), /k2: there is no qemu-system-x86_64 \(Debian: apt-get install/],
    ["another architecture", "k1 k3", () => ({}), /k3: is aarch64, and the kernels are for x86_64/],
    ["an unknown name", "k1 kvm-nowhere.invalid", () => ({}), /kvm-nowhere\.invalid/],
    ["a name twice", "k1 k1", () => ({}), /systems: k1 is named twice/],
    ["no name", ",", () => ({}), /systems: "," names nothing; separate names/],
    [
      "a bad ssh-private-key",
      "k1",
      () => ({ "ssh-private-key": "/nonexistent/key" }),
      /ssh-private-key: "\/nonexistent\/key" is no readable file/,
    ],
    [
      "an encrypted key",
      "k1",
      () => ({ "ssh-private-key": encrypted() }),
      /ssh-private-key: the key needs a passphrase/,
    ],
    [
      "a bad ssh-config",
      "k1",
      () => ({ "ssh-config": "Hots k1\n  HostName x\nHost *\n  Nonsense yes\n" }),
      /ssh/,
    ],
  ];

  it.each(cases)("%s", async (_, systems, more, message) => {
    expect(await refused(systems, more())).toMatch(message);
  });

  it("no network at all", async () => {
    const inputs = jobs.inputs("kvm1.example.org", "TINY01");
    const flags = Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value]);
    const program = `${process.execPath} dist/cli.js run "$@" 2>&1; echo "status $?"`;
    const said = execFileSync("unshare", ["-n", "sh", "-c", program, "sh", ...flags], {
      encoding: "utf8",
      env: { ...process.env, ...jobs.env },
    });
    expect(said).toMatch(/kvm1\.example\.org: .*(no name server answers|no host called|cannot reach)/);
    expect(said).toMatch(/status [23]\n/);
    expect(existsSync(inputs.rundir)).toBe(false);
  });

  it("`unreachable: drop` leaves out what cannot be reached, and says so in the results", async () => {
    const step = await jobs.start("k1 nowhere.invalid", "TINY01", { unreachable: "drop" }).done;
    const results = expectAllPassed(step, ["TINY01"]);
    expect(results.systems.map(({ name }) => name)).toEqual(["k1", "nowhere.invalid"]);
    expect(results.systems[1]?.lost).toMatch(/nowhere\.invalid/);
    expect(results.infrastructure).toHaveLength(1);
    await jobs.expectNothingLeft();
  });

  /** The fleet's configuration with another file of host keys: k1's address with the key of another system. */
  function withHosts(name: string, keyOf: string | undefined): string {
    const hosts = join(jobs.folder, `${name}-hosts`);
    const [one] = broken.systems;
    const key = keyOf && readFileSync(join(broken.system(keyOf).directory, "host_key.pub"), "utf8");
    writeFileSync(hosts, key ? `${one?.address} ${key}` : "elsewhere ssh-ed25519 AAAA\n");
    const text = readFileSync(broken.sshConfig, "utf8").replaceAll(broken.knownHosts, hosts);
    return text;
  }

  function keyFile(...options: string[]): string {
    const path = join(jobs.folder, uniqueName("key"));
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", ...options, "-f", path]);
    return path;
  }
  function withKey(): string {
    return readFileSync(broken.sshConfig, "utf8").replaceAll(broken.key, keyFile("-N", ""));
  }
  function encrypted(): string {
    return readFileSync(keyFile("-N", "a passphrase"), "utf8");
  }
});
