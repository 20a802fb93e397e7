import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bringUpFleet, type Fleet } from "../support/fleet.ts";
import { kernelStore, testTree, tinyInputs } from "../support/kernels.ts";
import { kvmRecheck } from "../support/recheck.ts";
import { copies, expectAllPassed, RemoteJobs, resultsOf } from "../support/remoteJob.ts";
import { runStep, uniqueName } from "../support/runner.ts";
import { copyKernels } from "../support/seed.ts";
import { treeDigest } from "../support/treeDigest.ts";

let fleet: Fleet;
let jobs: RemoteJobs;

beforeAll(async () => {
  fleet = await bringUpFleet([{ cpus: 1 }, { cpus: 2 }, { cpus: 4 }]);
  jobs = await RemoteJobs.on(fleet);
});
afterEach(() => jobs.expectNothingLeft());
afterAll(async () => {
  jobs?.remove();
  await fleet?.down();
});

describe("an old run, run on other systems", () => {
  /** A copy of the built kernels whose TINY01 says more to qemu. */
  const withWords = (words: string): string => {
    const copy = join(jobs.folder, uniqueName("words"));
    cpSync(jobs.inputs("k1", "TINY01").again, copy, { recursive: true });
    const path = join(copy, "TINY01/qemu-cmd");
    writeFileSync(path, readFileSync(path, "utf8").replace(" -smp ", ` ${words} -smp `));
    return copy;
  };

  it("sends an initrd that the command names, and refuses other files before anything runs", async () => {
    const initrd = join(jobs.folder, "initrd");
    writeFileSync(initrd, "no archive that a kernel could unpack\n".repeat(1000));
    const allow = { "allow-qemu-options": "initrd drive" };
    const again = withWords(`-initrd ${initrd}`);
    const step = await jobs.start("k1", "TINY01", { again, ...allow }).done;
    const [guest] = resultsOf(step).guests;
    expect(guest?.system).toBe("k1");
    expect(guest?.ending.cause, step.log).toBe("exited");
    const console = readFileSync(join(resultsOf(step).rundir, "TINY01/console.log"), "utf8");
    // The kernel says of how many bytes it is, or that it is no archive.
    expect(console).toMatch(/RAMDISK: \[mem|initramfs|Initramfs|initrd/);
    const refused = await jobs.start("k1", "TINY01", {
      again: withWords(`-drive file=${initrd},format=raw`),
      ...allow,
    }).done;
    expect(refused.exitStatus).not.toBe(0);
    expect(refused.log).toContain(`"-drive file=${initrd},format=raw" names files of this machine`);
    expect(refused.log).not.toContain("TINY01 on k1: started");
  });

  it("runs until a question is answered", async () => {
    const inputs = { ...jobs.inputs("k2 k3", "BUSTED"), duration: "10s", until: "failures=4" };
    const step = await runStep("main", { inputs, env: jobs.env });
    const { answer, guests } = resultsOf(step);
    expect(step.outputs.decision, step.log).toBe("yes");
    expect(answer).toMatchObject({ question: "failures=4", decision: "yes" });
    expect(answer?.now.failures).toBeGreaterThanOrEqual(4);
    for (const { system } of guests) expect(["k2", "k3"]).toContain(system);
  });

  it("fills systems of 1, 2 and 4 CPUs and this machine; the run directory is one that kvm-recheck.sh reads", async () => {
    const inputs = jobs.inputs("k1 k2 k3 localhost", "5*TINY01 TREE05");
    const before = await treeDigest(inputs.again);
    const step = await runStep("main", { inputs, env: jobs.env });
    const results = expectAllPassed(step, [...copies("TINY01", 5), "TREE05"]);
    expect(await treeDigest(inputs.again)).toEqual(before);
    expect(results.systems.map(({ name, cpus }) => `${name} ${cpus}`)).toEqual([
      ...["k1 1", "k2 2", "k3 4"],
      expect.stringMatching(/^localhost \d+$/),
    ]);
    for (const { system } of results.guests) expect(["k1", "k2", "k3", "localhost"]).toContain(system);
    // The widest guest is on the widest system, with as many CPUs as it wants.
    expect(results.guests.find(({ name }) => name === "TREE05")?.system).toBe("k3");
    expect(new Set(results.guests.map(({ system }) => system)).size).toBe(4);
    expect(step.log).toMatch(/\| k2 +\| .* +\| +2 \|/);
    for (const { name } of results.guests) {
      const file = (each: string) => readFileSync(join(inputs.rundir, name, each), "utf8");
      expect(file("console.log")).toContain("End of test: SUCCESS");
      expect(file("qemu-retval")).toBe("0\n");
      expect(file("qemu-pid")).toMatch(/^\d+\n$/);
    }
    const scripts = await kvmRecheck(inputs.rundir);
    expect(scripts.exitStatus, scripts.output).toBe(results.scriptsExitStatus);
  });

  it("sends a kernel once and never again", async () => {
    const sent = async () => (await fleet.system("k2").traffic()).received;
    const image = readFileSync(join(jobs.inputs("k2", "TINY01").again, "TINY01/bzImage")).length;
    const before = await sent();
    expectAllPassed(await jobs.start("k1 k2", "3*TINY01").done, copies("TINY01", 3));
    expect((await sent()) - before).toBeLessThan(image / 4);
  });

  it("runs it over and over, each time a sample", async () => {
    const step = await jobs.start("k1 k2", "2*TINY01", { repeat: "2" }).done;
    expect(step.exitStatus, step.log).toBe(0);
    const samples = resultsOf(step).guests.map(({ name, sample, verdict }) => `${name} ${sample} ${verdict}`);
    expect(samples.sort()).toEqual([
      ...["TINY01 1 passed", "TINY01 2 passed", "TINY01.2 1 passed", "TINY01.2 2 passed"],
    ]);
  });

  it("tells two jobs that want the same system who waits for whom", async () => {
    const first = jobs.start("k1 k2", "2*TINY01", { duration: "12s" });
    await first.seen(/TINY01 on k1: started/);
    const second = jobs.start("k1 localhost", "2*TINY01");
    await second.seen(/k1: waiting for the guests of .* on .* \(process \d+\) to end/);
    const [one, two] = await Promise.all([first.done, second.done]);
    const begun = (results: ReturnType<typeof resultsOf>) =>
      results.guests.find(({ system }) => system === "k1")?.timing;
    const [early, late] = [one, two].map((step) => begun(expectAllPassed(step, copies("TINY01", 2))));
    expect(Date.parse(late?.endedAt ?? "")).toBeGreaterThan(Date.parse(early?.endedAt ?? "") + 5000);
  });
});

it("runs sets of torture.sh on two systems, guests of all sets side by side", async () => {
  const store = join(jobs.folder, uniqueName("store"));
  copyKernels(kernelStore, store);
  const { defconfig, kconfig } = tinyInputs;
  const step = await runStep("main", {
    inputs: {
      ...{ suites: "torture", "torture-sets": "rcutorture rcu-rust", "configs-rcutorture": "3*TINY01" },
      ...{ kernel: testTree(), defconfig, kconfig, duration: "10s", accel: "tcg", systems: "k1 k2" },
      ...{ rundir: join(jobs.folder, uniqueName("run")), "ssh-config": fleet.sshConfig },
    },
    env: { ...jobs.env, RCUTORTURE_ACTION_CACHE: store },
  });
  const results = resultsOf(step);
  expect(
    results.guests.map(({ name, verdict }) => `${name} ${verdict}`),
    step.log,
  ).toEqual(copies("TINY01", 3).map((name) => `rcutorture/${name} passed`));
  expect(new Set(results.guests.map(({ system }) => system))).toEqual(new Set(["k1", "k2"]));
  expect(step.log).not.toMatch(/build \d+\/\d+/);
  expect(step.log).toContain("Summary: Successes: 1 Failures: 0. Did not run: 1.");
});

describe("who has a machine", () => {
  it("tells two jobs of one workflow run with the same inputs apart: they wait for each other", async () => {
    const env = {
      ...{ GITHUB_RUN_ID: uniqueName("7"), GITHUB_JOB: "torture", GITHUB_ACTION: "__self" },
      ...{ GITHUB_RUN_ATTEMPT: "1", GITHUB_SERVER_URL: "https://example.org", GITHUB_REPOSITORY: "o/r" },
    };
    const first = jobs.start("k1", "TINY01", {}, env);
    await first.seen(/TINY01: started/);
    const second = jobs.start("k1", "TINY01", {}, env);
    await second.seen(/k1: waiting for the guests of https:.*\/o\/r\/actions\/runs\/.*, job torture to end/);
    for (const step of await Promise.all([first.done, second.done])) {
      expectAllPassed(step, ["TINY01"]);
      expect(step.log).not.toMatch(/removed/);
    }
  });

  it("makes a run without systems wait for one that names this machine, and the other way round", async () => {
    const remote = jobs.start("localhost k1", "2*TINY01");
    await remote.seen(/on localhost: started/);
    const local = jobs.start("", "TINY01");
    await local.seen(/localhost: waiting for the guests of .* \(process \d+\) to end/);
    expectAllPassed(await remote.done, copies("TINY01", 2));
    await local.seen(/TINY01: started/);
    const late = jobs.start("localhost k1", "2*TINY01");
    await late.seen(/localhost: waiting for the guests of .* \(process \d+\) to end/);
    expectAllPassed(await local.done, ["TINY01"]);
    expectAllPassed(await late.done, copies("TINY01", 2));
  });
});

describe("kernels built here, run there", () => {
  const inputs = (name: string, more: Readonly<Record<string, string>>) => ({
    kernel: testTree(),
    ...{ duration: "10s", accel: "tcg", jitter: "0", systems: "k2 k3" },
    "ssh-config": fleet.sshConfig,
    rundir: join(jobs.folder, name),
    ...tinyInputs,
    ...more,
  });

  it("plans for the systems, and a second attempt fills them with what failed", async () => {
    const store = join(jobs.folder, "store");
    copyKernels(kernelStore, store);
    const env = {
      ...jobs.env,
      ...{ RCUTORTURE_ACTION_CACHE: store, GITHUB_RUN_ID: uniqueName("5") },
      ...{ GITHUB_JOB: "torture", GITHUB_ACTION: "__self" },
    };
    const attempt = (number: number) =>
      runStep("main", {
        inputs: inputs(uniqueName("built"), { configs: "TINY01 BUSTED", duration: "20s" }),
        env: { ...env, GITHUB_RUN_ATTEMPT: String(number) },
      });
    const first = await attempt(1);
    expect(first.exitStatus, first.log).toBe(1);
    const verdicts = (step: typeof first) =>
      resultsOf(step).guests.map(({ name, attempt: of, verdict, system }) => ({ name, of, verdict, system }));
    expect(verdicts(first)).toEqual([
      { name: "BUSTED", of: 1, verdict: "failed", system: "k3" },
      { name: "TINY01", of: 1, verdict: "passed", system: "k2" },
    ]);
    const second = await attempt(2);
    expect(second.exitStatus, second.log).toBe(1);
    // BUSTED wants four CPUs: one copy, on k3.
    expect(verdicts(second).filter(({ of }) => of === 2)).toEqual([
      { name: "BUSTED", of: 2, verdict: "failed", system: "k3" },
    ]);
  });
});

describe("around the run", () => {
  it("reserves before and releases after, with a key and host keys from inputs that nobody sees", async () => {
    const notes = join(jobs.folder, "reserved");
    const key = readFileSync(fleet.key, "utf8");
    const [one] = fleet.systems;
    const step = await jobs.start("k1", "TINY01", {
      "ssh-private-key": key,
      "ssh-known-hosts": readFileSync(fleet.knownHosts, "utf8"),
      "ssh-config": `Host k1\n  HostName ${one?.address}\n  User root\n  IdentitiesOnly yes\n  GlobalKnownHostsFile none\n`,
      "reserve-command": `echo "reserved $RCUTORTURE_SYSTEMS" >>${notes}\necho reserving`,
      "release-command": `echo "released $RCUTORTURE_SYSTEMS" >>${notes}`,
    }).done;
    expectAllPassed(step, ["TINY01"]);
    expect(readFileSync(notes, "utf8")).toBe("reserved k1\nreleased k1\n");
    expect(step.log).toContain("reserve-command: reserving");
    const secret = key.split("\n")[1] ?? "";
    expect(step.log).toContain(`::add-mask::${secret}`);
    expect(step.log.replaceAll(/^::add-mask::.*$/gm, "") + step.stderr + step.summary).not.toContain(secret);
    expect(step.state.systems).toMatch(/ null$/);
  });

  it("stops where the reservation fails, and releases what may be reserved", async () => {
    const notes = join(jobs.folder, "not-reserved");
    const step = await jobs.start("k1", "TINY01", {
      "reserve-command": "echo all machines are taken >&2; exit 7",
      "release-command": `echo released >>${notes}`,
    }).done;
    expect(step.exitStatus).toBe(1);
    expect(step.log).toMatch(/::error::reserve-command failed \(status 7\): all machines are taken/);
    expect(readFileSync(notes, "utf8")).toBe("released\n");
    expect(step.outputs.rundir).toBeUndefined();
  });

  const forget = async () => {
    for (const system of fleet.systems) await system.run("rm", "-rf", "/root/.cache/rcutorture-action");
  };

  it("lets systems pass kernels on: each leaves this machine once", async () => {
    await forget();
    const sent = async () => {
      const text = readFileSync(`/sys/class/net/${fleet.bridge}/statistics/tx_bytes`, "utf8");
      return Number(text);
    };
    const image = readFileSync(join(jobs.inputs("k2", "TINY01").again, "TINY01/bzImage")).length;
    const before = await sent();
    const step = await jobs.start("k1 k2 k3", "3*TINY01", { cpus: "1", relay: "true" }).done;
    const results = expectAllPassed(step, copies("TINY01", 3));
    expect(new Set(results.guests.map(({ system }) => system)).size).toBe(3);
    expect(step.log).not.toMatch(/cannot get a kernel/);
    expect((await sent()) - before).toBeGreaterThan(image);
    expect((await sent()) - before).toBeLessThan(1.5 * image);
  });

  it("lets a site's own utility bring the kernels", async () => {
    const script = join(jobs.folder, "distribute.sh");
    writeFileSync(
      script,
      `set -e\nfor s in $RCUTORTURE_SYSTEMS; do scp -q -F ${fleet.sshConfig} "$RCUTORTURE_FILES"/* $s:$RCUTORTURE_DESTINATION/; done\n`,
    );
    await forget();
    const step = await jobs.start("k1 k2", "2*TINY01", { "distribute-command": `sh ${script}` }).done;
    expectAllPassed(step, copies("TINY01", 2));
    expect(step.log).not.toMatch(/sent over ssh/);
  });
});
