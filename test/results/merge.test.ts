import { describe, expect, it } from "vitest";
import { mergeShards, placeResults } from "../../src/results/merge.ts";
import { resultsSchema } from "../../src/results/schema.ts";
import { samplesOf } from "../../src/statistics/samples.ts";
import { summarise } from "../../src/statistics/summary.ts";
import { mergeFixture, partOf, planFor } from "./shards.ts";

const shardOf = (plan: ReturnType<typeof planFor>, name: string) =>
  plan.shards.find(({ guests }) => guests.some((guest) => guest.name === name))?.id ?? "";

describe("mergeShards", () => {
  it("is one run of all guests", () => {
    const merged = mergeShards(mergeFixture());
    expect(resultsSchema.parse(JSON.parse(JSON.stringify(merged)))).toEqual(
      JSON.parse(JSON.stringify(merged)),
    );
    expect(merged.verdict).toBe("passed");
    expect(merged.guests.map(({ name }) => name).sort()).toEqual(["TREE01", "TREE02", "TREE03"]);
    expect(merged.guests.map(({ console }) => console).sort()).toEqual([
      "TREE01/console.log",
      "TREE02/console.log",
      "TREE03/console.log",
    ]);
    expect(merged.builds).toHaveLength(3);
    expect(merged.kernel).toMatchObject({ commit: "c".repeat(40), describe: "v6.12" });
    expect(new Set(merged.guests.map(({ system }) => system)).size).toBe(merged.systems.length);
  });

  it("counts a planned guest without results as one that did not run, and says why", () => {
    const plan = planFor(["TREE01", "TREE02", "TREE03"]);
    const [first, ...rest] = plan.shards;
    const parts = rest.map(({ id }) => partOf(plan, id));
    const missing = new Map([[first?.id ?? "", "its results cannot be used: they are not JSON"]]);
    const merged = mergeShards(mergeFixture({ plan, parts, missing }));
    expect(merged.verdict).toBe("did-not-run");
    expect(merged.guests).toHaveLength(3);
    const absent = merged.guests.filter(({ verdict }) => verdict === "did-not-run");
    expect(absent.map(({ name }) => name)).toEqual(first?.guests.map(({ name }) => name));
    expect(absent[0]?.ending.detail).toBe(
      `Planned in ${first?.id}: its results cannot be used: they are not JSON.`,
    );
    expect(samplesOf([merged]).leftOut["did-not-run"]).toBe(absent.length);
  });

  it("without any results is a report of what did not run", () => {
    const merged = mergeShards(mergeFixture({ parts: [] }));
    expect([merged.verdict, merged.guests.length]).toEqual(["did-not-run", 3]);
  });

  it("does not mistake a kernel that did not build for a shard that was lost", () => {
    const plan = planFor(["TREE01", "TREE02"]);
    const failed = { scenario: "TREE01", status: "failed" as const, diagnostics: [], configErrors: [] };
    const parts = [partOf(plan, shardOf(plan, "TREE02"), {}, { only: ["TREE02"] })];
    const merged = mergeShards(mergeFixture({ plan, parts, builds: new Map([["key-all-TREE01", failed]]) }));
    expect(merged.verdict).toBe("build-failed");
    expect(merged.builds.find(({ scenario }) => scenario === "TREE01")?.status).toBe("failed");
  });

  it("keeps attempts side by side, and judges by each guest's newest", () => {
    const plan = planFor(["TREE01", "TREE02", "TREE03", "TREE03.2"]);
    const shard = shardOf(plan, "TREE03");
    const all = plan.shards.map(({ id }) => partOf(plan, id, id === shard ? { TREE03: "failed" } : {}));
    expect(mergeShards(mergeFixture({ plan, parts: all })).verdict).toBe("failed");
    const again = partOf(plan, shard, {}, { attempt: 2, only: ["TREE03"] });
    const merged = mergeShards(mergeFixture({ plan, parts: [again, ...all], attempt: 2 }));
    expect(merged.verdict).toBe("passed");
    const own = merged.guests.filter(({ name }) => name === "TREE03");
    expect(own.map(({ attempt, verdict, console }) => [attempt, verdict, console])).toEqual([
      [1, "failed", "TREE03/attempt-1/console.log"],
      [2, "passed", "TREE03/console.log"],
    ]);
    expect(merged.guests).toHaveLength(5);
    // Statistics have every run of every attempt.
    const { total } = summarise([merged]);
    expect([total.samples, total.failures]).toEqual([5, 1]);
  });

  it("puts samples of one guest together", () => {
    const plan = planFor(["TREE01"], { seconds: 40_000 });
    const merged = mergeShards(mergeFixture({ plan, parts: plan.shards.map(({ id }) => partOf(plan, id)) }));
    expect(merged.guests.map(({ name, sample, console }) => [name, sample, console])).toEqual([
      ["TREE01", 1, "TREE01/console.log"],
      ["TREE01", 2, "TREE01/sample-2/console.log"],
    ]);
  });

  it("tells sets apart by name, in statistics too", () => {
    const plan = planFor(["TREE01"], { variants: ["plain", "kasan"] });
    const parts = plan.shards.map(({ id }) => partOf(plan, id, { "KASAN-TREE01": "failed" }));
    const merged = mergeShards(mergeFixture({ plan, parts }));
    expect(merged.guests.map(({ name, verdict }) => `${name} ${verdict}`).sort()).toEqual([
      "kasan/TREE01 failed",
      "plain/TREE01 passed",
    ]);
    const { scenarios } = summarise([merged]);
    expect(scenarios.map(({ suite, scenario, failures }) => [suite, scenario, failures]).sort()).toEqual([
      ["rcu", "kasan/TREE01", 1],
      ["rcu", "plain/TREE01", 0],
    ]);
  });

  it("takes nothing from a shard that the plan gave to another", () => {
    const plan = planFor(["TREE01", "TREE02"]);
    const [one, two] = plan.shards;
    const foreign = partOf(plan, one?.id ?? "");
    const parts = [{ ...foreign, record: { ...foreign.record, shard: two?.id ?? "" } }];
    expect(placeResults({ plan, parts })).toEqual([]);
  });

  it("names the kernel of a series by its ends, and that of one commit by this", () => {
    const commits = ["1", "2", "3"].map((digit) => ({ commit: digit.repeat(40), subject: "s" }));
    const kernelOf = (series: typeof commits) =>
      mergeShards(mergeFixture({ plan: { ...planFor(["TREE01"]), series }, parts: [] })).kernel;
    expect(kernelOf(commits)).toEqual({
      state: "clean",
      describe: "3 commits, 111111111111 to 333333333333",
    });
    expect(kernelOf(commits.slice(0, 1)).commit).toBe("1".repeat(40));
  });
});
