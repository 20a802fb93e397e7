import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Observation } from "../../src/bisect/observations.ts";
import type { JobContext } from "../../src/context.ts";
import { buildObservation, Journal } from "../../src/handoff/bisection.ts";
import { parseInputs, type RawInputs } from "../../src/inputs/parse.ts";
import { questionOf } from "../../src/stages/prepare/bisect/question.ts";
import { directoryStore } from "../../src/storage/directoryStore.ts";
import type { Store } from "../../src/storage/store.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { recordingUi } from "../support/ui.ts";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bisection-"));
  store = directoryStore(join(folder, "store"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const context = (raw: RawInputs = {}, variables: Record<string, string> = {}): JobContext => ({
  inputs: parseInputs({ mode: "bisect", kernel: folder, good: "v1", configs: "TREE03", ...raw }),
  ui: recordingUi(),
  signal: new AbortController().signal,
  executor: new LocalExecutor(),
  buildRunner: { run: () => Promise.reject(new Error("nothing is to be built")) },
  environment: { attempt: 1, workspace: folder, variables },
  openStore: async () => store,
  remember: () => undefined,
});

const [good, bad] = ["9".repeat(40), "a".repeat(40)];
const seen = (id: string, outcome: Observation["outcome"] = "ran"): Observation => ({
  ...{ id, commit: bad, outcome, errors: [], seconds: 10 },
});
const open = (raw?: RawInputs) => Journal.open(context(raw), store, "question", [good, bad]);
const ids = (journal: Journal) => journal.observations.map(({ id }) => id).toSorted();
const kept = async () => (await store.records?.("")) ?? [];

it("shows only what a crash cannot take back, and keeps one entry however much comes", async () => {
  await using journal = await open();
  const crashes: Promise<void>[] = [];
  journal.changed = (shown) => {
    const now = shown.map(({ id }) => id);
    crashes.push(open().then((next) => expect(ids(next)).toEqual(expect.arrayContaining(now))));
  };
  for (let i = 0; i < 30; i++) {
    journal.observe(seen(`run-${i}`));
    if (i % 7 === 0) await Promise.all(crashes);
  }
  await journal[Symbol.asyncDispose]();
  await Promise.all(crashes);
  expect(crashes.length).toBeGreaterThan(1);
  expect(ids(await open())).toHaveLength(30);
  expect(await kept()).toHaveLength(1);
});

it("keeps at its end what a service was to be spared for a while", async () => {
  const journal = await Journal.open(context({}, { GITHUB_RUN_ID: "7" }), store, "question", [good, bad]);
  for (const id of ["a", "b", "c"]) {
    journal.observe(seen(id));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await journal[Symbol.asyncDispose]();
  expect(ids(await open())).toEqual(["a", "b", "c"]);
});

it("goes on from what several jobs left, whose entries its own replaces", async () => {
  const jobs = [await open(), await open()];
  for (const [i, job] of jobs.entries()) {
    job.observe(seen(`job-${i}`));
    job.build(bad, 7);
    await job[Symbol.asyncDispose]();
  }
  expect(await kept()).toHaveLength(2);
  const next = await open();
  expect(ids(next)).toEqual(["job-0", "job-1"]);
  next.observe(seen("next"));
  await next[Symbol.asyncDispose]();
  expect(await kept()).toHaveLength(1);
  const last = await open();
  expect(ids(last)).toEqual(["job-0", "job-1", "next"]);
  expect(last.built.get(bad)).toBe(7);
  expect(ids(await open({ rerun: "never" }))).toEqual([]);
});

it("looks again at an end that could not be built, and at no other commit", async () => {
  const journal = await open();
  journal.observe(seen("end", "build"));
  journal.observe({ ...seen("between", "build"), commit: "b".repeat(40) });
  await journal[Symbol.asyncDispose]();
  expect(ids(await open())).toEqual(["between"]);
});

it("asks the same with other means, and in a version with more inputs", () => {
  const of = (raw: RawInputs = {}) => questionOf(context(raw), good, bad);
  expect(of({ systems: "kvm1", confidence: "99", budget: "5h", rundir: "/tmp/x", prior: "even" })).toBe(of());
  expect(of({ memory: "" })).toBe(of());
  const { inputs } = context();
  expect(questionOf({ inputs: { ...inputs, later: "yes" } as typeof inputs }, good, bad)).toBe(of());
  for (const raw of [{ duration: "31m" }, { kconfig: "CONFIG_RCU_TRACE=y" }, { configs: "TREE05" }])
    expect(of(raw), JSON.stringify(raw)).not.toBe(of());
});

it("looks again at ends that could not be built, but not in the same run of a workflow", async () => {
  const inRun = (run: string) => context({}, { GITHUB_RUN_ID: run });
  const probe = Journal.begin(inRun("7"), store, "question");
  probe.observe(buildObservation(inRun("7"), bad, 20));
  probe.observe(buildObservation(inRun("7"), "c".repeat(40), 20));
  expect(await probe.close()).toBeUndefined();
  const outcomes = async (of: JobContext) => ids(await Journal.open(of, store, "question", [good, bad]));
  expect(await outcomes(inRun("7"))).toHaveLength(2);
  expect(await outcomes(inRun("8"))).toEqual([`${"c".repeat(40)}-build-7.1`]);
  expect(await outcomes(context())).toHaveLength(1);
});

it("begins without what others kept, and says why its own could not be kept", async () => {
  await using other = await open();
  other.observe(seen("others"));
  await other.close();
  const full = { ...store, save: async () => ({ outcome: "refused" as const, reason: "the disk is full" }) };
  const probe = Journal.begin(context(), full, "question");
  expect(probe.observations).toEqual([]);
  probe.observe(seen("own"));
  expect(await probe.close()).toBe("the disk is full");
});
