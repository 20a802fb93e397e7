import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Cgroups, unified } from "../support/cgroups.ts";
import { bringUpFleet, type Fleet } from "../support/fleet.ts";
import { quickRun } from "../support/quickRun.ts";
import { RemoteJobs, resultsOf } from "../support/remoteJob.ts";
import { startStep, uniqueName } from "../support/runner.ts";

/** Login shells in which a POSIX shell's quotes mean something else. */
const shells = ["/bin/tcsh", "/bin/bsd-csh", "/usr/bin/fish"];

const groups = new Cgroups();
const folder = mkdtempSync(join(tmpdir(), "e2e-shells-"));
let fleet: Fleet;
let jobs: RemoteJobs;

beforeAll(async () => {
  const quota = [groups.cpus(1.5)];
  const mount = `mount -t ${unified ? "cgroup2 cgroup2" : "cgroup -o cpu cgroup"} /sys/fs/cgroup`;
  fleet = await bringUpFleet([
    ...shells.map((shell) => ({ cpus: 1, shell })),
    { cpus: 4, cgroups: { mount, join: quota } },
  ]);
  jobs = await RemoteJobs.on(fleet, quickRun(join(folder, "quick")));
});
afterEach(() => jobs.expectNothingLeft());
afterAll(async () => {
  jobs?.remove();
  await fleet?.down();
  for (let tries = 0; ; tries++) {
    try {
      groups.remove();
      break;
    } catch (error) {
      // What was killed takes a moment to go.
      if (tries === 100) throw error;
      await sleep(50);
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

describe("accounts whose login shell is no POSIX shell", () => {
  it("really have it", async () => {
    for (const [index, shell] of shells.entries()) {
      const system = fleet.system(`k${index + 1}`);
      expect(await system.run("getent", "passwd", "root")).toContain(`:${shell}\n`);
    }
  });

  it.each([
    ["ssh2", ""],
    // What only OpenSSH's own client can follow.
    ["openssh", "Host k*\n  ProxyCommand bash -c 'exec 3<>/dev/tcp/%h/%p; cat <&3 & cat >&3'\n"],
  ])("run guests, over %s", async (transport, more) => {
    const config = join(jobs.folder, uniqueName("config"));
    writeFileSync(config, `${more}${readFileSync(fleet.sshConfig, "utf8")}`);
    const step = await startStep("main", {
      inputs: { ...jobs.inputs("k1 k2 k3", "6*TINY01"), "ssh-config": config },
      env: jobs.env,
    }).done;
    const results = resultsOf(step);
    expect(results.guests.map(({ ending }) => ending.cause)).toEqual(Array(6).fill("exited"));
    expect(new Set(results.guests.map(({ system }) => system))).toEqual(new Set(["k1", "k2", "k3"]));
    expect(step.log).toMatch(new RegExp(`\\| k1 .*\\| ${transport}`));
  });
});

describe("a system whose sshd has a quota", () => {
  it("of one and a half of four CPUs has one", async () => {
    const step = await jobs.start("k4", "TINY01").done;
    expect(resultsOf(step).systems).toMatchObject([{ name: "k4", cpus: 1 }]);
    expect(step.log).toContain("k4: control groups leave it CPU time of 1.5 of 4 CPUs.");
  });
});
