import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus as processors, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pLimit from "p-limit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSuite } from "../../src/kernel/suite.ts";
import { listSuites } from "../../src/kernel/tree.ts";
import { renderBatches, renderScenarios, renderSchedule } from "../../src/plan/files.ts";
import { planGuests } from "../../src/plan/plan.ts";
import { parityTrees } from "../support/kernelTree.ts";

const run = promisify(execFile);
const atOnce = pLimit(2);
const trees = await parityTrees();

interface Case {
  readonly configs?: string;
  readonly cpus?: number;
  readonly bootargs?: string;
  readonly kconfig?: string;
  /** CPUs of the machine that runs kvm.sh: its count for scenarios that name none. */
  readonly machineCpus?: number;
}

let tools = "";

/** `cpus2use.sh` asks mpstat for idle CPUs; this mpstat makes any machine look like one of IDLE_CPUS. */
beforeAll(async () => {
  tools = await mkdtemp(join(tmpdir(), "parity-batches-"));
  const percent = `$((IDLE_CPUS * 100 / ${processors().length}))`;
  await writeFile(join(tools, "mpstat"), `#!/bin/sh\necho "12:00:00 all 0 0 0 0 0 0 0 0 ${percent}"\n`);
  await chmod(join(tools, "mpstat"), 0o755);
});
afterAll(() => rm(tools, { recursive: true, force: true }));

async function dryrun(kind: string, rcutorture: string, suite: string, one: Case): Promise<string> {
  const args = ["--dryrun", kind, "--torture", suite, "--remote", "--cpus", String(one.cpus ?? 0)];
  for (const [option, value] of [
    ["--configs", one.configs],
    ["--bootargs", one.bootargs],
    ["--kconfig", one.kconfig],
  ]) {
    if (option && value) args.push(option, value);
  }
  const env = {
    ...process.env,
    PATH: `${tools}:${process.env.PATH}`,
    LC_ALL: "C",
    IDLE_CPUS: String(one.machineCpus ?? 16),
  };
  return (await run(join(rcutorture, "bin/kvm.sh"), args, { env })).stdout;
}

async function compare(rcutorture: string, suiteName: string, one: Case): Promise<void> {
  const suite = await readSuite(rcutorture, suiteName);
  const plan = planGuests({
    suite,
    configs: one.configs ?? "",
    cpus: one.cpus ?? 0,
    // cpus2use.sh uses at least a tenth of the CPUs there are, however idle.
    machineCpus: Math.max(one.machineCpus ?? 16, Math.ceil(processors().length / 10)),
    ...(one.bootargs ? { bootargs: one.bootargs } : {}),
    ...(one.kconfig ? { kconfig: one.kconfig } : {}),
  });
  expect(renderBatches(plan.batches)).toBe(await atOnce(() => dryrun("batches", rcutorture, suiteName, one)));
}

const everything = "2*CFLIST BUSTED BUSTED-BOOST TREE10 TRIVIAL";
const cases: Case[] = [
  ...[0, 1, 2, 3, 4, 5, 7, 8, 12, 15, 16, 17, 20, 43, 64, 128].map((cpus) => ({ cpus, configs: "CFLIST" })),
  ...[0, 4, 9, 16, 43, 128].map((cpus) => ({ cpus, configs: everything })),
  { cpus: 8, configs: "3*TREE03 TINY01" },
  { cpus: 40, configs: "TINY01 3*TREE03" },
  { cpus: 16, configs: "SRCU-T TREE05 12*TINY02 TREE05 0*TREE09 CFLIST" },
  { cpus: 16, configs: "CFLIST", bootargs: "nr_cpus=6" },
  { cpus: 16, configs: "CFLIST", bootargs: "maxcpus=3" },
  { cpus: 16, configs: "CFLIST", bootargs: "nr_cpus=6 rcutorture.foo=1 maxcpus=4 nr_cpus=7" },
  { cpus: 16, configs: "TREE01 TREE03", bootargs: "nr_cpus=5 nr_cpus=all" },
  { cpus: 16, configs: "CFLIST", kconfig: "CONFIG_RCU_TRACE=y CONFIG_NR_CPUS=12" },
  { cpus: 16, configs: "CFLIST", kconfig: "CONFIG_NR_CPUS=12 CONFIG_SMP=n" },
  { cpus: 16, configs: "CFLIST", kconfig: "CONFIG_NR_CPUS=12", bootargs: "maxcpus=5" },
  { cpus: 8, configs: "CFLIST", machineCpus: 1 },
  { cpus: 8, configs: "TREE01 2*TREE05", machineCpus: 6 },
  { cpus: 64, configs: "TREE01 2*TREE05", machineCpus: 64 },
];

describe.each(trees)("$name", ({ rcutorture }) => {
  test.concurrent.each(cases)("rcu %j", (one) => compare(rcutorture, "rcu", one));

  test.concurrent.each(
    ["lock", "scf", "rcuscale", "refscale"].flatMap((suite) =>
      [0, 1, 4, 9, 16, 20, 64].map((cpus) => ({ suite, cpus })),
    ),
  )("$suite on $cpus CPUs", ({ suite, cpus }) =>
    compare(rcutorture, suite, {
      cpus,
      configs: cpus === 9 ? "2*CFLIST" : "CFLIST",
      machineCpus: cpus === 20 ? 3 : 16,
    }),
  );

  test("rcuscale's scenarios outside its CFLIST, in byte order", async () => {
    await compare(rcutorture, "rcuscale", {
      configs: "TREE54 TINY TRACE01 TREE",
      kconfig: "CONFIG_NR_CPUS=8",
      cpus: 8,
    });
  });

  test.concurrent.each(["CFLIST", everything])("scenarios file of %s", async (configs) => {
    const suite = await readSuite(rcutorture, "rcu");
    const plan = planGuests({ suite, configs, cpus: 16, machineCpus: 16 });
    expect(renderScenarios(plan.batches)).toBe(
      await atOnce(() => dryrun("scenarios", rcutorture, "rcu", { configs, cpus: 16 })),
    );
  });

  test.concurrent.each([0, 4, 16, 43])("schedule of everything on %i CPUs", async (cpus) => {
    const suite = await readSuite(rcutorture, "rcu");
    const plan = planGuests({ suite, configs: everything, cpus, machineCpus: 16 });
    expect(renderSchedule(plan.batches, cpus)).toBe(
      await atOnce(() => dryrun("sched", rcutorture, "rcu", { configs: everything, cpus })),
    );
  });

  test("every suite of the tree is compared here", async () => {
    expect(await listSuites(rcutorture)).toEqual(["lock", "rcu", "rcuscale", "refscale", "scf"]);
  });
});
