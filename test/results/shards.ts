import { planMatrix } from "../../src/plan/matrix.ts";
import { type PlanFile, planFile } from "../../src/plan/planFile.ts";
import { parsePools } from "../../src/plan/pools.ts";
import { setsOf, type Variant } from "../../src/plan/sets.ts";
import { shardGuests } from "../../src/plan/shardGuests.ts";
import type { Merge, ShardPart } from "../../src/results/merge.ts";
import type { GuestResult, Results, Verdict } from "../../src/results/schema.ts";

export const commit = "c".repeat(40);

/** A plan of guests with 4 CPUs on two runners of 4: one shard for each guest of half of them. */
export function planFor(
  names: readonly string[],
  { variants = ["plain"], seconds = 600 }: { variants?: readonly Variant[]; seconds?: number } = {},
): PlanFile {
  const sets = setsOf({ commits: [], suites: ["rcu"], variants, architectures: ["x86_64"] });
  const guests = sets.flatMap(({ id }) =>
    names.map((name) => ({
      guest: { name, scenario: name.replace(/\..*/, ""), repetition: 1, cpus: 4 },
      set: id,
      suite: "rcu",
      build: `key-${id}-${name.replace(/\..*/, "")}`,
      seconds,
      architecture: "x86_64" as const,
    })),
  );
  const pools = parsePools("- {name: p, labels: x, cpus: 4, count: 2}");
  const subject = {
    kernel: { commit, describe: "v6.12", state: "clean" as const },
    series: [],
    sets,
    inputs: {},
  };
  return planFile(subject, planMatrix({ guests, builds: [], pools }));
}

export function guestResultOf(name: string, verdict: Verdict, more: Partial<GuestResult> = {}): GuestResult {
  return {
    name,
    scenario: name.replace(/\..*/, ""),
    repetition: 1,
    sample: 1,
    attempt: 1,
    verdict,
    system: "localhost",
    cpus: 4,
    timing: { planned: 600, lived: 610 },
    ending: { cause: "exited", exitStatus: 0, signal: null, detail: "qemu ended by itself." },
    counters: { gracePeriods: 1000, rate: 1.67 },
    findings: [],
    ignored: [],
    progress: [],
    scripts: { failed: verdict === "failed", diagnostics: [] },
    console: `${name}/console.log`,
    ...more,
  };
}

/** What an attempt of a shard leaves: every guest passed, but for those that are said to have another verdict. */
export function partOf(
  plan: PlanFile,
  shard: string,
  verdicts: Readonly<Record<string, Verdict>> = {},
  { attempt = 1, only }: { attempt?: number; only?: readonly string[] } = {},
): ShardPart {
  const planned = plan.shards.find(({ id }) => id === shard);
  if (planned === undefined) throw new Error(`no ${shard}`);
  const guests = shardGuests(plan, planned).filter(({ guest }) => only?.includes(guest.name) ?? true);
  const results: Results = {
    version: 1,
    tool: { name: "rcutorture-action", version: "1" },
    createdAt: "2026-11-23T10:00:00.000Z",
    attempt,
    suite: "rcu",
    rundir: `/work/res/${shard}`,
    kernel: { commit, state: "clean" },
    verdict: Object.values(verdicts)[0] ?? "passed",
    scriptsExitStatus: 0,
    interrupted: false,
    systems: [{ name: "localhost", hostname: `host-${shard}`, cpus: 4 }],
    builds: [...new Set(guests.map(({ guest }) => guest.scenario))].map((scenario) => ({
      scenario,
      status: "reused",
      diagnostics: [],
      configErrors: [],
    })),
    guests: guests.map(({ guest }) =>
      guestResultOf(guest.name, verdicts[guest.name] ?? "passed", { scenario: guest.scenario, attempt }),
    ),
    infrastructure: [],
  };
  return {
    results,
    record: {
      format: "rcutorture-action shard",
      version: 1,
      plan: plan.digest,
      shard,
      attempt,
      createdAt: `2026-11-23T1${attempt}:00:00.000Z`,
      guests: guests.map(({ guest, planned: { set, name, sample } }) => ({
        name: guest.name,
        set,
        planned: name,
        sample,
      })),
    },
  };
}

/** Everything that a merge wants, for a plan of three guests all of which passed. */
export function mergeFixture(more: Partial<Merge> = {}): Merge {
  const plan = more.plan ?? planFor(["TREE01", "TREE02", "TREE03"]);
  return {
    plan,
    parts: plan.shards.map(({ id }) => partOf(plan, id)),
    builds: new Map(),
    problems: [],
    missing: new Map(),
    rundir: "/work/res/merged",
    attempt: 1,
    tool: { name: "rcutorture-action", version: "1" },
    now: new Date("2026-11-23T12:00:00.000Z"),
    ...more,
  };
}
