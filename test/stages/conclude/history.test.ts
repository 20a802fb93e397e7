import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { JobContext } from "../../../src/context.ts";
import type { Results } from "../../../src/results/schema.ts";
import { branchHistory } from "../../../src/stages/conclude/history.ts";
import {
  mostRuns,
  parseHistory,
  renderHistory,
  type StoredRun,
  slimResults,
} from "../../../src/stages/conclude/historyRecord.ts";
import { directoryStore } from "../../../src/storage/directoryStore.ts";
import type { Store } from "../../../src/storage/store.ts";
import { LocalExecutor } from "../../../src/systems/local.ts";
import { type GuestSpec, resultsOf } from "../../statistics/build.ts";
import { recordingUi } from "../../support/ui.ts";

const scratch = mkdtempSync(join(tmpdir(), "history-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const executor = new LocalExecutor();

/** The parts of a job that history looks at, and the warnings it gave. */
function jobOf(variables: Record<string, string>) {
  const ui = recordingUi();
  const environment = { attempt: 1, workspace: scratch, variables };
  return { context: { environment, executor, ui } as unknown as JobContext, warnings: ui.warnings };
}

const dateOf = (day: number) => `2026-11-${String(day).padStart(2, "0")}T10:00:00Z`;

const crash = "WARNING in rcu_torture_stats_print";

function ran(day: number, guests: readonly GuestSpec[]): Results {
  const systems = [{ name: "localhost", architecture: "x86_64" }];
  return resultsOf(guests, { date: dateOf(day), rundir: `res/${day}`, systems, commit: "a".repeat(40) });
}

const fresh = () => directoryStore(mkdtempSync(join(scratch, "store-")));
const run = { suite: "rcu", tree: undefined, rerunOf: undefined };
const onMain = (number: number) => ({
  GITHUB_REF_NAME: "main",
  GITHUB_RUN_ID: String(9000 + number),
  GITHUB_RUN_NUMBER: String(number),
});

/** One run of a workflow: what it hears of the past, and then is kept. */
async function job(store: Store, variables: Record<string, string>, results: Results) {
  const history = await branchHistory(jobOf(variables).context, store, run, results);
  await history.keep();
  return history.past;
}

describe("a branch's history", () => {
  it("makes a failure new, then known, then flaky", async () => {
    const store = fresh();
    const failing = [{ scenario: "TREE03", errors: [crash] }];
    expect(await job(store, onMain(1), ran(1, [{ scenario: "TREE03" }]))).toBeUndefined();
    expect((await job(store, onMain(2), ran(2, failing)))?.findings).toMatchObject([
      { title: crash, state: "new", earlierSamples: 1 },
    ]);
    expect((await job(store, onMain(3), ran(3, failing)))?.findings).toMatchObject([
      { state: "known", since: { run: "2" }, sentence: expect.stringContaining("run 2") },
    ]);
    expect((await job(store, onMain(4), ran(4, [{ scenario: "TREE03" }])))?.findings).toEqual([]);
    expect((await job(store, onMain(5), ran(5, failing)))?.findings).toMatchObject([
      { state: "flaky", since: { run: "2" }, lastSeen: { run: "3" }, earlierSamples: 4 },
    ]);
  });

  it("of a new branch's first run is that of the default branch, which the event names", async () => {
    const store = fresh();
    const failing = [{ scenario: "TREE03", errors: [crash] }];
    await job(store, onMain(1), ran(1, failing));
    const event = join(mkdtempSync(join(scratch, "event-")), "event.json");
    writeFileSync(event, JSON.stringify({ repository: { default_branch: "main" } }));
    const topic = { ...onMain(2), GITHUB_REF_NAME: "topic", GITHUB_EVENT_PATH: event };
    expect((await job(store, topic, ran(2, failing)))?.findings).toMatchObject([{ state: "known" }]);
    const nowhere = { ...onMain(3), GITHUB_REF_NAME: "other", GITHUB_EVENT_PATH: join(scratch, "none.json") };
    expect(await job(store, nowhere, ran(3, failing))).toBeUndefined();
  });

  it("warns when a scenario's rate drops beyond its noise", async () => {
    const store = fresh();
    for (let day = 1; day <= 8; day++) {
      await job(store, onMain(day), ran(day, [{ scenario: "TREE03", rate: 100 + (day % 3) }]));
    }
    const usual = await job(store, onMain(9), ran(9, [{ scenario: "TREE03", rate: 100 }]));
    const slow = await job(store, onMain(10), ran(10, [{ scenario: "TREE03", rate: 50 }]));
    expect(usual?.trends.map(({ warning }) => warning)).toEqual([false]);
    expect(slow?.trends.map(({ warning }) => warning)).toEqual([true]);
  });

  it("is that of the branch: not another's, nor of a name that begins alike, nor of another suite", async () => {
    const store = fresh();
    await job(store, onMain(1), ran(1, [{ errors: [crash] }]));
    const next = ran(2, [{ errors: [crash] }]);
    const other = (variables: Record<string, string>, suite = "rcu") =>
      branchHistory(jobOf(variables).context, store, { ...run, suite }, next);
    expect((await other({ GITHUB_REF_NAME: "main-2" })).past).toBeUndefined();
    expect((await other({ GITHUB_REF_NAME: "mai" })).past).toBeUndefined();
    expect((await other({ GITHUB_REF_NAME: "main" }, "lock")).past).toBeUndefined();
    expect((await other({ GITHUB_REF_NAME: "main" })).past?.findings).toMatchObject([{ state: "known" }]);
  });

  it("of a pull request begins with that of its base", async () => {
    const store = fresh();
    await job(store, onMain(1), ran(1, [{ errors: [crash] }]));
    const pull = { GITHUB_REF_NAME: "7/merge", GITHUB_HEAD_REF: "fix", GITHUB_BASE_REF: "main" };
    const first = await job(store, { ...pull, GITHUB_RUN_ID: "1" }, ran(2, [{ errors: [crash] }]));
    expect(first?.findings).toMatchObject([{ state: "known", earlierSamples: 1 }]);
    const second = await job(store, { ...pull, GITHUB_RUN_ID: "2" }, ran(3, [{ errors: [crash] }]));
    expect(second?.findings).toMatchObject([{ state: "known", earlierSamples: 2 }]);
  });

  it("keeps jobs of a matrix apart, and gives a new set of scenarios the newest record", async () => {
    const store = fresh();
    await job(store, onMain(1), ran(1, [{ scenario: "TREE03", errors: [crash] }]));
    const sameRun = { ...onMain(1) };
    await job(store, sameRun, ran(2, [{ scenario: "TREE05" }]));
    const next = await job(store, onMain(2), ran(3, [{ scenario: "TREE03", errors: [crash] }]));
    expect(next?.findings).toMatchObject([{ state: "known", earlierSamples: 1 }]);
    const both = await job(
      store,
      onMain(3),
      ran(4, [{ scenario: "TREE03", errors: [crash] }, { scenario: "TREE07" }]),
    );
    expect(both?.findings).toMatchObject([{ state: "known", earlierSamples: 2 }]);
  });

  it("does not take an earlier attempt of the same job for the past, nor count it twice", async () => {
    const store = fresh();
    await job(store, onMain(1), ran(1, [{ scenario: "TREE03" }]));
    const first = ran(2, [{ scenario: "TREE03", errors: [crash], startedAt: dateOf(2) }]);
    expect((await job(store, onMain(2), first))?.findings).toMatchObject([{ state: "new" }]);
    const again = ran(3, [
      { scenario: "TREE03", errors: [crash], startedAt: dateOf(2) },
      { scenario: "TREE03", errors: [crash], startedAt: dateOf(3) },
    ]);
    expect((await job(store, onMain(2), again))?.findings).toMatchObject([
      { state: "new", earlierSamples: 1 },
    ]);
    const after = await job(store, onMain(3), ran(4, [{ scenario: "TREE03", errors: [crash] }]));
    expect(after?.findings).toMatchObject([{ state: "known", earlierSamples: 3 }]);
  });

  it("outside GitHub is that of the tree's git branch, and of a re-run none", async () => {
    const store = fresh();
    const tree = mkdtempSync(join(scratch, "tree-"));
    const git = (...args: string[]) => execFileSync("git", ["-C", tree, ...args], { stdio: "ignore" });
    git("init", "-b", "rcu/next");
    const of = async (results: Results, rerunOf?: string) => {
      const history = await branchHistory(jobOf({}).context, store, { ...run, tree, rerunOf }, results);
      await history.keep();
      return history.past;
    };
    await of(ran(1, [{ errors: [crash] }]));
    expect((await of(ran(2, [{ errors: [crash] }])))?.findings).toMatchObject([{ state: "known" }]);
    expect(await of(ran(3, [{ errors: [crash] }]), "res/2")).toBeUndefined();
    git("symbolic-ref", "HEAD", "refs/heads/other");
    expect(await of(ran(4, [{ errors: [crash] }]))).toBeUndefined();
  });

  it("of runs that judged nothing says and keeps nothing", async () => {
    const root = mkdtempSync(join(scratch, "store-"));
    await job(directoryStore(root), onMain(1), ran(1, [{ verdict: "did-not-run" }]));
    expect(readdirSync(root)).toEqual([]);
  });

  it("costs a line at most when the store throws, and nothing when it holds rubbish", async () => {
    const store = fresh();
    const results = ran(1, [{ errors: [crash] }]);
    const broken: Store = {
      ...store,
      nearest: () => Promise.reject(new Error("no answer")),
      save: () => Promise.reject(new Error("no room")),
    };
    const { context, warnings } = jobOf(onMain(1));
    const history = await branchHistory(context, broken, run, results);
    expect(history.past).toBeUndefined();
    await history.keep();
    expect(warnings).toEqual(["Nothing is known of earlier runs: no answer"]);
    const full = await branchHistory(context, { ...store, save: broken.save }, run, results);
    await full.keep();
    expect(warnings[1]).toBe("Later runs will not know of this one: no room");
  });
});

describe("a record", () => {
  const runs = Array.from({ length: mostRuns + 5 }, (_, day): StoredRun => {
    const date = new Date(Date.UTC(2026, 0, day + 1)).toISOString();
    return { run: String(day), results: resultsOf([{ errors: [crash] }], { date }) };
  });

  it("holds the newest runs only, in whatever order they come", () => {
    const kept = parseHistory(renderHistory(runs.toReversed()));
    expect(kept.map(({ run }) => Number(run))).toEqual(
      Array.from({ length: mostRuns }, (_, index) => mostRuns + 4 - index),
    );
  });

  it("stays within its size", () => {
    const [first] = runs;
    const one = JSON.stringify(first).length;
    const text = renderHistory(runs, { runs: mostRuns, characters: 3 * one + one / 2 });
    expect(parseHistory(text)).toHaveLength(3);
    expect(parseHistory(renderHistory(runs, { runs: mostRuns, characters: 1 }))).toEqual([]);
  });

  it("loses only what it cannot read", () => {
    const [first, second] = runs;
    const odd = { results: { ...first?.results, version: 99 } };
    expect(parseHistory(JSON.stringify({ runs: [first, odd, 7, second] }))).toEqual([first, second]);
    for (const text of ["", "{", "[]", '{"runs":3}']) expect(parseHistory(text)).toEqual([]);
  });

  it("has no console text, and the same failures and hours", () => {
    const [one] = runs;
    const slim = one && slimResults(one.results);
    expect(slim?.guests[0]?.findings[0]).toMatchObject({ title: crash, text: "" });
    expect(slim?.guests[0]?.timing).toEqual(one?.results.guests[0]?.timing);
  });
});
