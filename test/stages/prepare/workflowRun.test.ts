import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JobContext } from "../../../src/context.ts";
import { keepRecord } from "../../../src/handoff/attempts.ts";
import { parseInputs, type RawInputs } from "../../../src/inputs/parse.ts";
import { again as runAgain } from "../../../src/modes/again.ts";
import { resultsSchema } from "../../../src/results/schema.ts";
import { keepScripts } from "../../../src/stages/prepare/kernels/scripts.ts";
import { directoryStore } from "../../../src/storage/directoryStore.ts";
import { createManifest } from "../../../src/storage/manifest.ts";
import { type Store, scriptsKey } from "../../../src/storage/store.ts";
import { LocalExecutor } from "../../../src/systems/local.ts";
import { recordingUi } from "../../support/ui.ts";

let folder: string;
let store: Store;
let ui: ReturnType<typeof recordingUi>;
let asked: (readonly string[] | undefined)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "workflow-run-"));
  mkdirSync(join(folder, "temp"));
  store = directoryStore(join(folder, "store"));
  ui = recordingUi();
  asked = [];
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function context(raw: RawInputs, variables: Record<string, string> = {}): JobContext {
  return {
    inputs: parseInputs(raw),
    ui,
    signal: new AbortController().signal,
    executor: new LocalExecutor(),
    buildRunner: { run: () => Promise.reject(new Error("nothing is to be built")) },
    environment: {
      attempt: 1,
      workspace: folder,
      variables: { ...variables, RUNNER_TEMP: join(folder, "temp") },
    },
    async openStore(runs) {
      asked.push(runs);
      return store;
    },
    remember: () => undefined,
  };
}

const keyOf = (suite: string, scenario: string, digest = "d1") =>
  `rcutorture-1-x86_64-${suite}-${scenario}.${digest}`;

/** The tree's scripts as they are kept. */
async function keepSomeScripts(): Promise<string | undefined> {
  const rcutorture = join(folder, "tree");
  mkdirSync(join(rcutorture, "bin"), { recursive: true });
  writeFileSync(join(rcutorture, "bin", "kvm-recheck.sh"), "#!/bin/bash\n", { mode: 0o755 });
  const tree = { path: rcutorture, rcutorture, version: "6.12", suites: [], options: new Set<string>() };
  return await keepScripts(store, tree, context({}).ui);
}

async function keepKernel(
  suite: string,
  scenario: string,
  digest?: string,
  scripts?: string,
): Promise<string> {
  const key = keyOf(suite, scenario, digest);
  const directory = join(folder, "builds", key);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "bzImage"), `${key} ${"x".repeat(1000)}`);
  writeFileSync(
    join(directory, "qemu-cmd"),
    'qemu-system-x86_64 -smp 2 -serial file:/gone/console.log -kernel /gone/bzImage -append "a rcutorture.shutdown_secs=20"\n# seconds=20\n',
  );
  const files = [{ path: "bzImage", immutable: true }, { path: "qemu-cmd" }];
  const provenance = { toolchain: {}, ingredients: {}, ...(scripts === undefined ? {} : { scripts }) };
  const facts = { key, scenario, provenance };
  await store.save({ directory, manifest: await createManifest(directory, files, facts) });
  return key;
}

const guest = (scenario: string, verdict: string, repetition = 1) => ({
  name: repetition === 1 ? scenario : `${scenario}.${repetition}`,
  scenario,
  repetition,
  verdict,
  cpus: 2,
  timing: {},
  ending: { cause: "exited", exitStatus: 0, signal: null, detail: "" },
  counters: {},
  findings: [],
});

/** A job of workflow run 77 with these kernels; with guests, it came to its end. */
async function job(
  name: string,
  keys: Record<string, string>,
  guests?: ReturnType<typeof guest>[],
): Promise<void> {
  const there = context({}, { GITHUB_RUN_ID: "77", GITHUB_JOB: name });
  await keepRecord(there, store, "built", { keys });
  if (guests === undefined) return;
  const results = resultsSchema.parse({
    version: 1,
    tool: { name: "rcutorture-action", version: "1" },
    createdAt: "2026-11-22T00:00:00Z",
    attempt: 1,
    suite: "rcu",
    rundir: "/gone",
    kernel: { state: "clean", commit: "adc218676eef25575469234709c2d87185ca223a" },
    verdict: "failed",
    scriptsExitStatus: 0,
    systems: [],
    builds: [],
    guests,
    infrastructure: [],
  });
  await keepRecord(there, store, "ended", { keys, results });
}

const again = (raw: RawInputs = {}) =>
  runAgain(context({ again: "run:77", dryrun: "true", rundir: join(folder, "new"), ...raw }), "run:77");

const guestsThere = () =>
  readdirSync(join(folder, "new"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

describe("again: run:<id>", () => {
  it("brings the kernels of all jobs of the run, in as many copies as there were", async () => {
    await job("a", { TREE03: await keepKernel("rcu", "TREE03") }, [
      guest("TREE03", "passed"),
      guest("TREE03", "failed", 2),
    ]);
    await job("b", { TINY01: await keepKernel("rcu", "TINY01") });
    expect(await again({ bootargs: "a=1" })).toBe(0);
    expect(asked).toEqual([["77"]]);
    expect(guestsThere()).toEqual(["TINY01", "TREE03", "TREE03.2"]);
    const text = (name: string) => readFileSync(join(folder, "new", name), "utf8");
    expect(text("TREE03.2/qemu-cmd")).toContain(`-kernel ${folder}/new/TREE03/bzImage`);
    expect(text("TREE03/qemu-cmd")).toContain('-append "rcutorture.shutdown_secs=20 a=1"');
    expect(text("TREE03/bzImage")).toMatch(/^rcutorture-1-x86_64-rcu-TREE03\.d1/);
    expect(text("re-run")).toBe("kernels from a store: workflow run 77\n");
    expect(text("testid.txt")).toContain("adc218676eef25575469234709c2d87185ca223a");
    expect(readdirSync(join(folder, "temp"))).toEqual([]);
  });

  it("brings the scripts of the tree that they were built in", async () => {
    const scripts = await keepSomeScripts();
    expect(await keepSomeScripts(), "the same scripts are one entry").toBe(scripts);
    await job("a", { TINY01: await keepKernel("rcu", "TINY01", "d1", scripts) });
    expect(await again()).toBe(0);
    expect(guestsThere()).toEqual(["TINY01", "bin"]);
    expect(statSync(join(folder, "new/bin/kvm-recheck.sh")).mode & 0o777).toBe(0o755);
  });

  it("does without scripts that are not kept any more", async () => {
    await job("a", { TINY01: await keepKernel("rcu", "TINY01", "d1", scriptsKey("gone")) });
    expect(await again()).toBe(0);
    expect(guestsThere()).toEqual(["TINY01"]);
    expect(ui.lines.join("\n")).toMatch(/scripts of these kernels are not kept any more/);
  });

  it("selects what failed there, as often as it failed", async () => {
    const keys = { TREE03: await keepKernel("rcu", "TREE03"), TINY01: await keepKernel("rcu", "TINY01") };
    await job("a", keys, [
      guest("TREE03", "passed"),
      guest("TREE03", "failed", 2),
      guest("TINY01", "passed"),
    ]);
    await again({ configs: "failed" });
    expect(guestsThere()).toEqual(["TREE03"]);
  });

  it("takes the suite that was asked for when the run had several", async () => {
    await job("a", { LOCK01: await keepKernel("lock", "LOCK01") });
    await job("b", { TINY01: await keepKernel("rcu", "TINY01") });
    await again({ torture: "lock" });
    expect(guestsThere()).toEqual(["LOCK01"]);
    expect(readFileSync(join(folder, "new/torture_suite"), "utf8")).toBe("lock\n");
    await rm(join(folder, "new"), { recursive: true });
    await expect(again({ torture: "scf" })).rejects.toThrow(/run 77 has no kernels of scf, but of lock, rcu/);
  });

  const bad: [string, () => Promise<void>, RawInputs, RegExp][] = [
    [
      "a run of which nothing is kept",
      async () => undefined,
      {},
      /nothing of workflow run 77 is in the directory store/,
    ],
    [
      "different kernels of one scenario",
      async () => {
        await job("a", { TREE03: await keepKernel("rcu", "TREE03") });
        await job("b", { TREE03: await keepKernel("rcu", "TREE03", "d2") });
      },
      {},
      /run 77 has different kernels of TREE03/,
    ],
    [
      "a kernel that is no longer kept",
      async () => job("a", { TINY01: await keepKernel("rcu", "TINY01"), TREE03: keyOf("rcu", "TREE03") }),
      {},
      /TREE03: has no qemu-cmd, so it was not built there; leave TREE03 out with configs/,
    ],
    [
      "failed, of a run that never ui.lines",
      async () => job("a", { TINY01: await keepKernel("rcu", "TINY01") }),
      { configs: "failed" },
      /workflow run 77 has left no results/,
    ],
    [
      "soft links to what will be gone",
      async () => undefined,
      { link: "soft" },
      /"soft" needs an old run directory/,
    ],
  ];

  it.each(bad)("refuses %s, and leaves nothing half-made", async (_, prepare, raw, message) => {
    await prepare();
    await expect(again(raw)).rejects.toThrow(message);
    expect(readdirSync(folder)).not.toContain("new");
    expect(readdirSync(join(folder, "temp"))).toEqual([]);
  });
});
