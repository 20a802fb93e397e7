import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bringUpFleet, type Fleet } from "../support/fleet.ts";
import { quickRun } from "../support/quickRun.ts";
import { RemoteJobs, resultsOf } from "../support/remoteJob.ts";
import { startStep, uniqueName } from "../support/runner.ts";

/** Login shells in which a POSIX shell's quotes mean something else. */
const shells = ["/bin/tcsh", "/bin/bsd-csh", "/usr/bin/fish"];

const folder = mkdtempSync(join(tmpdir(), "e2e-shells-"));
let fleet: Fleet;
let jobs: RemoteJobs;

beforeAll(async () => {
  fleet = await bringUpFleet(shells.map((shell) => ({ cpus: 1, shell })));
  jobs = await RemoteJobs.on(fleet, quickRun(join(folder, "quick")));
});
afterEach(() => jobs.expectNothingLeft());
afterAll(async () => {
  jobs?.remove();
  await fleet?.down();
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
