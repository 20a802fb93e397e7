import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { machine, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { JobContext } from "../../src/context.ts";
import { keepRecord } from "../../src/handoff/attempts.ts";
import { parseInputs, type RawInputs } from "../../src/inputs/parse.ts";
import { askedOf } from "../../src/modes/question.ts";
import type { Results } from "../../src/results/schema.ts";
import { branchHistory } from "../../src/stages/conclude/history.ts";
import { directoryStore } from "../../src/storage/directoryStore.ts";
import type { Store } from "../../src/storage/store.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { resultsOf } from "../statistics/build.ts";
import { recordingUi } from "../support/ui.ts";

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "question-"));
  store = directoryStore(join(folder, "store"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function context(raw: RawInputs, variables: Record<string, string> = {}): JobContext {
  return {
    inputs: parseInputs({ mode: "run", ...raw }),
    ui: recordingUi(),
    signal: new AbortController().signal,
    executor: new LocalExecutor(),
    buildRunner: { run: () => Promise.reject(new Error("nothing is to be built")) },
    environment: { attempt: 1, workspace: folder, variables },
    openStore: async () => store,
    remember: () => undefined,
  };
}

const warning = "WARNING in rcu_gp_init";
let started = 0;
/** No two guests are one. */
const times = () => ({ startedAt: new Date(1e12 + 1000 * started++).toISOString() });
const failed = (hours: number) => ({
  ...times(),
  scenario: "TREE03",
  hours,
  planned: 3600 * hours,
  errors: [warning],
});
const passed = (hours: number) => ({ ...times(), scenario: "TREE03", hours, planned: 3600 * hours });

/** A job of workflow run 77 that came to its end. */
async function keepJob(name: string, results: Results): Promise<void> {
  const there = context({}, { GITHUB_RUN_ID: "77", GITHUB_JOB: name });
  await keepRecord(there, store, "ended", { keys: {}, results });
}

const fixed = (raw: RawInputs, variables?: Record<string, string>) =>
  askedOf(context({ until: "fixed", ...raw }, variables));

test("before: run:ID counts the guests of all jobs of that workflow run, of this suite", async () => {
  await keepJob("a", resultsOf([failed(1), passed(2)]));
  await keepJob("b", resultsOf([failed(1)]));
  await keepJob("locks", resultsOf([{ ...failed(9), errors: ["WARNING in mutex_lock"] }], { suite: "lock" }));
  const asked = await fixed({ before: "run:77" });
  expect(asked?.question).toMatchObject({ failure: { title: warning }, from: "workflow run 77" });
  const { inquiry } = asked?.question ?? {};
  expect([...(inquiry?.before ?? [])]).toEqual([["TREE03", { failures: 2, runs: 3, hours: 4 }]]);
  expect(asked?.context.inputs.configs).toEqual(["TREE03"]);
  await expect(fixed({ before: "run:78" })).rejects.toThrow(/workflow run 78 has left no results of rcu/);
});

/** A kernel tree, as far as a question needs one. */
function kernelTree(): string {
  const tree = join(folder, "linux");
  const scripts = join(tree, "tools/testing/selftests/rcutorture/bin");
  mkdirSync(scripts, { recursive: true });
  writeFileSync(
    join(tree, "Makefile"),
    "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 0\nEXTRAVERSION =\nKERNELVERSION =\n",
  );
  writeFileSync(join(scripts, "kvm.sh"), "#!/bin/bash\n");
  return tree;
}

test("without before, earlier runs of the branch are what is compared with", async () => {
  const kernel = kernelTree();
  const systems = [{ name: "localhost", cpus: 4, architecture: machine() }];
  const run = { suite: "rcu", tree: kernel, rerunOf: undefined };
  const keep = async (branch: string, id: string, results: Results) => {
    const there = context({}, { GITHUB_REF_NAME: branch, GITHUB_RUN_ID: id });
    await (await branchHistory(there, store, run, results)).keep();
  };
  const day = (number: number) => ({ systems, date: `2026-11-0${number}T10:00:00Z` });
  await keep("topic", "1", resultsOf([failed(1)], day(1)));
  await keep("topic", "2", resultsOf([passed(3)], day(2)));
  await keep("other", "3", resultsOf([failed(9), failed(9)], day(3)));

  const on = (branch: string) =>
    fixed({ kernel, configs: "TREE03" }, { GITHUB_REF_NAME: branch, GITHUB_RUN_ID: "4" });
  const asked = await on("topic");
  expect(asked?.question.from).toBe("earlier runs of the branch");
  const { inquiry } = asked?.question ?? {};
  expect([...(inquiry?.before ?? [])]).toEqual([["TREE03", { failures: 1, runs: 2, hours: 4 }]]);
  await expect(on("new")).rejects.toThrow(/no earlier run of this branch is known that failed/);
});

test("before: a file that is a link out of its folder is refused, as with issues", async () => {
  mkdirSync(join(folder, "mine"));
  writeFileSync(join(folder, "results.json"), JSON.stringify(resultsOf([failed(1)])));
  symlinkSync("../results.json", join(folder, "mine", "linked.json"));
  expect((await fixed({ before: "results.json" }))?.question.failure?.title).toBe(warning);
  await expect(fixed({ before: "mine/linked.json" })).rejects.toThrow(/linked\.json: /);
});
