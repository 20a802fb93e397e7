import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JobContext } from "../../src/context.ts";
import { bundleKey, filesBelow, keepBundle } from "../../src/handoff/bundle.ts";
import { keepPlan } from "../../src/handoff/planStore.ts";
import { parseInputs, type RawInputs } from "../../src/inputs/parse.ts";
import { runJob } from "../../src/modes/index.ts";
import { type Results, resultsSchema } from "../../src/results/schema.ts";
import { directoryStore } from "../../src/storage/directoryStore.ts";
import type { Store } from "../../src/storage/store.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { partOf, planFor } from "../results/shards.ts";
import { recordingUi } from "../support/ui.ts";

let folder: string;
let store: Store;
let ui: ReturnType<typeof recordingUi>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "merge-job-"));
  store = directoryStore(join(folder, "store"));
  ui = recordingUi();
  variables = { GITHUB_RUN_ID: "4711", GITHUB_REF_NAME: "main" };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Of the workflow run that a test is in. */
let variables: Record<string, string>;

function context(raw: RawInputs, attempt = 1): JobContext {
  return {
    inputs: parseInputs({ mode: "report", rundir: join(folder, "merged"), ...raw }),
    ui,
    signal: new AbortController().signal,
    executor: new LocalExecutor(),
    buildRunner: { run: () => Promise.reject(new Error("nothing is to be built")) },
    environment: { attempt, workspace: folder, variables },
    openStore: async () => store,
    remember: () => undefined,
  };
}

const plan = planFor(["TREE01", "TREE02", "TREE03"]);
type Part = ReturnType<typeof partOf>;

/** A shard's run directory as it leaves it. */
function writeShard(part: Part, path: string, results: string = JSON.stringify(part.results)): string {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "shard.json"), JSON.stringify(part.record));
  writeFileSync(join(path, "results.json"), results);
  for (const { name } of part.record.guests) {
    mkdirSync(join(path, name));
    writeFileSync(join(path, name, "console.log"), `console of ${name}, attempt ${part.record.attempt}\n`);
  }
  return path;
}

/** As the shard's job would, into the store. */
async function keepShard(part: Part, results?: string): Promise<string> {
  const { shard: id, attempt } = part.record;
  const path = writeShard(part, join(folder, `${id}-${attempt}`), results);
  const key = bundleKey(plan, context({ plan: plan.digest }).environment, { id, attempt });
  await keepBundle(store, key, path, await filesBelow(path));
  return key;
}

/** The entry of a key in the directory store. */
function entryOf(key: string): string {
  const entries = join(folder, "store/v1/entries");
  const found = readdirSync(entries).find((name) =>
    readFileSync(join(entries, name, "manifest.json"), "utf8").includes(`"${key}"`),
  );
  return join(entries, found ?? "not there");
}

async function report(raw: RawInputs = {}, attempt = 1): Promise<{ status: number; results: Results }> {
  const status = await runJob(context({ plan: plan.digest, ...raw }, attempt));
  for (const name of ["results.json", "summary.md", "report.html", "junit.xml"]) {
    expect(existsSync(join(folder, "merged", name)), name).toBe(true);
  }
  const results = resultsSchema.parse(JSON.parse(readFileSync(join(folder, "merged/results.json"), "utf8")));
  return { status, results };
}

const verdicts = ({ guests }: Results) =>
  Object.fromEntries(guests.map(({ name, verdict }) => [name, verdict]));

const allPassed = { TREE01: "passed", TREE02: "passed", TREE03: "passed" };
const [first, second] = plan.shards.map(({ id }) => id);
const inFirst = plan.shards[0]?.guests.map(({ name }) => name) ?? [];
const withoutFirst = { ...allPassed, ...Object.fromEntries(inFirst.map((name) => [name, "did-not-run"])) };

async function keepAllBut(...left: (string | undefined)[]): Promise<void> {
  for (const { id } of plan.shards) if (!left.includes(id)) await keepShard(partOf(plan, id));
}

describe("mode report with a plan", () => {
  beforeEach(() => keepPlan(store, plan));

  it("makes one run directory and one report of all shards", async () => {
    await keepAllBut();
    const { status, results } = await report();
    expect([status, verdicts(results), results.infrastructure]).toEqual([0, allPassed, []]);
    expect(ui.outputs.result).toBe("passed");
    expect(readFileSync(join(folder, "merged/TREE02/console.log"), "utf8")).toContain("of TREE02");
    expect(existsSync(join(folder, "merged/.shards"))).toBe(false);
    // What is there is a run directory too.
    const again = await runJob(context({ rundir: join(folder, "merged") }));
    expect(again).not.toBe(2);
  });

  it("answers a question as a whole: each guest lived several times in its shard", async () => {
    for (const { id } of plan.shards) {
      const part = partOf(plan, id, id === first ? { [inFirst[0] ?? ""]: "failed" } : {});
      const lives = part.results.guests.flatMap((guest) => [
        { ...guest, sample: 1, verdict: "passed" as const },
        { ...guest, sample: 2 },
        { ...guest, sample: 3, verdict: "passed" as const },
      ]);
      await keepShard({ ...part, results: { ...part.results, guests: lives } });
    }
    const asked = await report({ until: "failures=1" });
    expect(asked.results.answer).toMatchObject({ decision: "yes", now: { failures: 1, runs: 9 } });
    const samples = asked.results.guests.map(({ name, sample }) => `${name} ${sample}`);
    expect([samples.length, new Set(samples).size]).toEqual([9, 9]);
    expect(readFileSync(join(folder, "merged/TREE02/console.log"), "utf8")).toContain("of TREE02");
    expect(ui.outputs.decision).toBe("yes");
    await rm(join(folder, "merged"), { recursive: true });
    const more = await report({ until: "rate<1/1000h" });
    expect([more.status, more.results.answer?.decision]).toEqual([1, "undecided"]);
  });

  it("fails for a planned guest without a result, and names the shard", async () => {
    await keepAllBut(first);
    const { status, results } = await report();
    expect([status, verdicts(results)]).toEqual([3, withoutFirst]);
    expect(readFileSync(join(folder, "merged/summary.md"), "utf8")).toContain(`Planned in ${first}`);
  });

  it("refuses truncated results, and says so", async () => {
    await keepAllBut(first);
    const key = await keepShard(partOf(plan, first ?? ""));
    truncateSync(join(entryOf(key), "files/results.json"), 100);
    const { status, results } = await report();
    expect([status, verdicts(results)]).toEqual([3, withoutFirst]);
    expect(results.infrastructure.join()).toMatch(
      new RegExp(`${first}, attempt 1: its results are not used`),
    );
  });

  it("refuses results of a newer version", async () => {
    await keepAllBut(first);
    const part = partOf(plan, first ?? "");
    await keepShard(part, JSON.stringify({ ...part.results, version: 2 }));
    const { results } = await report();
    expect(verdicts(results)).toEqual(withoutFirst);
    expect(results.infrastructure.join()).toContain("they have version 2, and this program reads up to 1");
  });

  it("takes both attempts of a shard that was re-run, the newest for the verdict", async () => {
    const [name = ""] = inFirst;
    await keepAllBut(first);
    await keepShard(partOf(plan, first ?? "", { [name]: "failed" }));
    await keepShard(partOf(plan, first ?? "", {}, { attempt: 2, only: [name] }));
    const { status, results } = await report({}, 2);
    expect(status).toBe(0);
    expect(results.guests.filter((guest) => guest.name === name).map(({ attempt }) => attempt)).toEqual([
      1, 2,
    ]);
    const console = (path: string) => readFileSync(join(folder, "merged", name, path, "console.log"), "utf8");
    expect([console("attempt-1"), console(".")].map((text) => text.trim().at(-1))).toEqual(["1", "2"]);
  });

  it("counts the guests of earlier workflow runs of the same kernel in statistics, and says so", async () => {
    await keepAllBut();
    await report();
    expect(readFileSync(join(folder, "merged/summary.md"), "utf8")).not.toContain("Counted in");
    await rm(join(folder, "merged"), { recursive: true });
    for (const { id } of plan.shards) await rm(join(folder, `${id}-1`), { recursive: true });
    variables = { ...variables, GITHUB_RUN_ID: "4712" };
    await keepAllBut();
    const { results } = await report();
    expect(results.guests).toHaveLength(3);
    const summary = readFileSync(join(folder, "merged/summary.md"), "utf8");
    expect(summary).toContain("Counted in: 3 runs of guests in 1 earlier workflow run of the same kernel");
    expect(summary).toContain("None of 2 runs failed");
  });

  it("writes a report when the plan itself is gone", async () => {
    await rm(join(folder, "store"), { recursive: true });
    const { status, results } = await report();
    expect([status, results.verdict, results.guests]).toEqual([3, "infrastructure-error", []]);
    expect(results.infrastructure[0]).toContain(
      `The plan ${plan.digest.slice(0, 16)} is not in the directory store`,
    );
  });
});

describe("mode report with a folder of results", () => {
  const from = () => ({ "shard-results": join(folder, "all") });
  const place = (part: Part, name: string) => writeShard(part, join(folder, "all", "runs", name));

  beforeEach(async () => {
    await keepPlan(store, plan);
    for (const { id } of plan.shards) place(partOf(plan, id), id);
  });

  it("finds them wherever they are below it", async () => {
    const { status, results } = await report(from());
    expect([status, verdicts(results), results.infrastructure]).toEqual([0, allPassed, []]);
  });

  it("takes a plan's file too", async () => {
    writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
    expect((await report({ ...from(), plan: "plan.json" })).status).toBe(0);
  });

  it("refuses results of another plan, and takes a copy for what it is", async () => {
    const other = planFor(["TREE01", "TREE02"]);
    place(partOf(other, "shard-1", { TREE01: "failed" }), "other");
    place(partOf(plan, first ?? ""), "copy");
    const { status, results } = await report(from());
    expect([status, verdicts(results)]).toEqual([0, allPassed]);
    expect(results.infrastructure).toEqual([
      expect.stringContaining(`they are of the plan ${other.digest.slice(0, 16)}, and this is`),
    ]);
  });

  it("counts the newer of two results of the same attempt, and says so", async () => {
    const [name = ""] = inFirst;
    const part = partOf(plan, first ?? "", { [name]: "failed" });
    place({ ...part, record: { ...part.record, createdAt: "2026-11-23T23:00:00.000Z" } }, "a-second");
    const { results } = await report(from());
    expect(verdicts(results)).toEqual({ ...allPassed, [name]: "failed" });
    expect(results.guests).toHaveLength(3);
    expect(results.infrastructure[0]).toContain(`two results of ${first}, attempt 1; the newer ones count`);
  });

  it("refuses guests that the plan gave to another shard", async () => {
    const part = partOf(plan, first ?? "");
    const stolen = plan.shards.find(({ id }) => id === second)?.guests[0]?.name ?? "";
    const record = { ...part.record, guests: part.record.guests.map((one) => ({ ...one, planned: stolen })) };
    await rm(join(folder, "all/runs", first ?? ""), { recursive: true });
    place({ ...part, record }, "thief");
    const { results } = await report(from());
    expect(verdicts(results)).toEqual(withoutFirst);
    expect(results.infrastructure[0]).toContain(`the plan does not have it in ${first}`);
  });

  it("refuses names that lead out of the folder", async () => {
    const part = partOf(plan, first ?? "");
    await rm(join(folder, "all/runs", first ?? ""), { recursive: true });
    const record = { ...part.record, guests: part.record.guests.map((one) => ({ ...one, name: "../../x" })) };
    mkdirSync(join(folder, "all/evil"));
    writeFileSync(join(folder, "all/evil/shard.json"), JSON.stringify(record));
    writeFileSync(join(folder, "all/evil/results.json"), JSON.stringify(part.results));
    const { results } = await report(from());
    expect(verdicts(results)).toEqual(withoutFirst);
    expect(results.infrastructure[0]).toContain("shard.json is not what this version writes");
  });

  it("says when there is no such folder", async () => {
    const job = runJob(context({ plan: plan.digest, "shard-results": join(folder, "nowhere") }));
    await expect(job).rejects.toThrow(/shard-results: ".*nowhere" is not a folder/);
  });
});
