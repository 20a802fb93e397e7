import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { planMatrix } from "../../src/plan/matrix.ts";
import { jobOf, type PlanFile, parsePlan, planFile } from "../../src/plan/planFile.ts";
import { parsePools } from "../../src/plan/pools.ts";
import { nameInPlan, setsOf } from "../../src/plan/sets.ts";
import { shardGuests } from "../../src/plan/shardGuests.ts";
import { plannedBaseline } from "../../src/stages/conclude/gate.ts";

const pools = parsePools("- {name: p, labels: x, cpus: 4, count: 2}");

function planOf(kasan = false, baseline?: string): PlanFile {
  const sets = setsOf({
    commits: [],
    suites: ["rcu"],
    variants: kasan ? ["plain", "kasan"] : ["plain"],
    architectures: ["x86_64"],
  });
  const guests = sets.flatMap(({ id }) =>
    ["TREE05", "TREE05.2", "TINY01"].map((name) => ({
      guest: { name, scenario: name.replace(/\..*/, ""), repetition: 1, cpus: 2 },
      set: id,
      suite: "rcu",
      build: `key-${id}`,
      seconds: 600,
      architecture: "x86_64" as const,
    })),
  );
  const subject = {
    kernel: { commit: "a".repeat(40), state: "clean" as const },
    series: [],
    sets,
    inputs: {},
    ...(baseline === undefined ? {} : { baseline }),
  };
  return planFile(subject, planMatrix({ guests, builds: [], pools }));
}

describe("a plan's file", () => {
  const plan = planOf();
  const text = JSON.stringify(plan);

  it("reads back as it was written", () => {
    expect(parsePlan(text, "it")).toEqual(plan);
    expect(planOf()).toEqual(plan);
  });

  it("takes the known failures to its jobs, but for lines that have no effect", () => {
    const lines = "WARNING in f :: reported\nWARNING in g\nWARNING in h :: old :: until 2020-01-01\n";
    const read = parsePlan(JSON.stringify(planOf(false, lines)), "it");
    expect(plannedBaseline(read).map(({ what }) => what)).toEqual(["WARNING in f"]);
    expect(plannedBaseline(parsePlan(text, "it"))).toEqual([]);
    expect(read.digest).not.toBe(plan.digest);
  });

  it.each<[string, string, string]>([
    ["no JSON", text.slice(0, 200), "it is not a plan (not JSON)"],
    ["something else", "{}", "it is not a plan"],
    ["results", '{"version": 1, "guests": []}', "it is not a plan"],
    [
      "a newer plan",
      JSON.stringify({ ...plan, version: 2 }),
      "it has version 2, and this program reads up to 1",
    ],
    ["another duration", text.replace('"seconds":600', '"seconds":60'), "it was changed after it was made"],
    ["an added guest", text.replace('"TINY01"', '"TREE07"'), "it was changed after it was made"],
    ["a folder that leads elsewhere", text.replaceAll('"all"', '"../x"'), "it is damaged: sets.0.id"],
  ])("refuses %s", (_, given, message) => {
    expect(() => parsePlan(given, "it")).toThrow(InputError);
    expect(() => parsePlan(given, "it")).toThrow(message);
  });

  it("knows its jobs by their ids", () => {
    expect(jobOf(plan.shards, "shard-1").id).toBe("shard-1");
    expect(() => jobOf(plan.shards, "shard-9")).toThrow(
      'the plan has no "shard-9"; it has shard-1 to shard-',
    );
    expect(() => jobOf(plan.builds, "build-1")).toThrow("it has no such jobs");
  });
});

describe("sets", () => {
  it("are named after what they differ in", () => {
    const ids = (...args: Partial<Parameters<typeof setsOf>[0]>[]) =>
      setsOf({
        commits: [],
        suites: ["rcu"],
        variants: ["plain"],
        architectures: ["x86_64"],
        ...args[0],
      }).map(({ id }) => id);
    expect(ids()).toEqual(["all"]);
    expect(ids({ variants: ["plain", "kasan"] })).toEqual(["plain", "kasan"]);
    expect(ids({ suites: ["rcu", "lock"], variants: ["kcsan", "plain"] })).toEqual([
      "rcu-kcsan",
      "rcu-plain",
      "lock-kcsan",
      "lock-plain",
    ]);
    expect(ids({ commits: ["a".repeat(40)] })).toEqual(["all"]);
    expect(ids({ commits: ["a".repeat(40), "b".repeat(40)], architectures: ["x86_64", "aarch64"] })).toEqual([
      "aaaaaaaaaaaa-x86_64",
      "aaaaaaaaaaaa-aarch64",
      "bbbbbbbbbbbb-x86_64",
      "bbbbbbbbbbbb-aarch64",
    ]);
    expect(nameInPlan({ id: "all" }, "TREE03.2")).toBe("TREE03.2");
    expect(nameInPlan({ id: "kasan" }, "TREE03.2")).toBe("kasan/TREE03.2");
  });
});

describe("a shard's guests", () => {
  it("keep their names while these differ", () => {
    const plan = planOf();
    const names = plan.shards.flatMap((shard) => shardGuests(plan, shard).map(({ guest }) => guest.name));
    expect(names.sort()).toEqual(["TINY01", "TREE05", "TREE05.2"]);
  });

  it("are named after their sets, and samples of one guest after the repetitions there are", () => {
    const plan = planOf(true);
    const [shard] = plan.shards;
    if (shard === undefined) throw new Error("no shard");
    const guest = { cpus: 2, build: "k", seconds: 1, samples: 2 };
    const guests = [
      { ...guest, name: "TREE05", set: "plain", sample: 1 },
      { ...guest, name: "TREE05", set: "plain", sample: 2 },
      { ...guest, name: "TREE05.2", set: "plain", sample: 1 },
      { ...guest, name: "TREE05", set: "kasan", sample: 1 },
    ];
    const names = shardGuests(plan, { ...shard, guests }).map((one) => [one.guest.name, one.guest.scenario]);
    expect(names).toEqual([
      ["PLAIN-TREE05", "PLAIN-TREE05"],
      ["PLAIN-TREE05.3", "PLAIN-TREE05"],
      ["PLAIN-TREE05.2", "PLAIN-TREE05"],
      ["KASAN-TREE05", "KASAN-TREE05"],
    ]);
  });
});
