import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resultsSchema } from "../../src/results/schema.ts";
import { startCli } from "../support/cli.ts";
import { builtKernels, kernelStore, testTree, tinyInputs } from "../support/kernels.ts";
import { copyKernels } from "../support/seed.ts";

let folder: string;

beforeAll(async () => {
  await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-torture-"));
  copyKernels(kernelStore, join(folder, "store"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function start(command: string, sets: string, more: readonly string[] = []) {
  const rundir = join(folder, "run");
  const { defconfig, kconfig } = tinyInputs;
  const cli = startCli(
    [
      ...[command, "--kernel", testTree(), "--torture-sets", sets, "--configs-rcutorture", "2*TINY01"],
      ...[
        "--defconfig",
        defconfig,
        "--kconfig",
        kconfig,
        "--accel",
        "tcg",
        "--cpus",
        "2",
        "--duration",
        "20s",
      ],
      ...(command === "torture" ? ["--rundir", rundir] : []),
      ...more,
    ],
    { env: { RCUTORTURE_ACTION_CACHE: join(folder, "store") }, cwd: folder },
  );
  return { cli, rundir };
}

it("runs sets of torture.sh from stored kernels, each in its own folder; one that the tree lacks is said", async () => {
  const { cli, rundir } = start("torture", "rcutorture rcu-rust");
  expect(await cli.ended, cli.said()).toBe(3);
  const said = cli.said();
  expect(said).not.toMatch(/build \d+\/\d+/);
  expect(said).toContain(`rcutorture(0) ${rundir}/rcutorture`);
  expect(said).toContain("rcu-rust: this tree's torture.sh does not have it");
  expect(said).toContain("Summary: Successes: 1 Failures: 0. Did not run: 1.");
  const results = resultsSchema.parse(JSON.parse(readFileSync(join(rundir, "results.json"), "utf8")));
  expect(results.verdict).toBe("did-not-run");
  expect(results.guests.map(({ name, verdict }) => [name, verdict])).toEqual([
    ["rcutorture/TINY01", "passed"],
    ["rcutorture/TINY01.2", "passed"],
  ]);
  // torture.sh's boot parameters reached a kernel that was built without them.
  const console = readFileSync(join(rundir, "rcutorture/TINY01/console.log"), "latin1");
  expect(console).toMatch(/Kernel command line: .*rcupdate\.rcu_task_stall_timeout=30000/);
  expect([".shards", ".builds"].some((name) => existsSync(join(rundir, name)))).toBe(false);
}, 600_000);

it("plans without building or running anything", async () => {
  const { cli } = start("plan", "+kcsan", ["--suites", "torture"]);
  expect(await cli.ended, cli.said()).toBe(0);
  expect(cli.said()).toMatch(/torture\.sh: \d+ sets, \d+ guests, \d+ kernels, of which \d+ to build/);
  expect(cli.said()).toContain("srcu-lockdep-1001: rcu, 1 guest for 5s, must fail");
}, 300_000);
