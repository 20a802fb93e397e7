import { basename } from "node:path";
import { parseGuestName } from "../contracts/guestNames.ts";
import type { PlanFile, PlannedSample } from "../plan/planFile.ts";
import { setBatches } from "../plan/setBatches.ts";
import { nameInPlan } from "../plan/sets.ts";
import { overallVerdict, worstVerdict } from "./assemble.ts";
import { resultsVersion } from "./kinds.ts";
import { countsAsFailure } from "./mustFail.ts";
import type { BuildResult, GuestResult, Results, SystemFacts } from "./schema.ts";
import { setResults, unrunBuilds } from "./sets.ts";
import type { ShardRecord } from "./shardRecord.ts";

/** What one attempt of one shard left. */
export interface ShardPart {
  readonly record: ShardRecord;
  readonly results: Results;
}

export interface Merge {
  readonly plan: PlanFile;
  /** Of this plan, each shard and attempt once. */
  readonly parts: readonly ShardPart[];
  /** Kernels by their key in the plan, as far as build jobs said what became of them. */
  readonly builds: ReadonlyMap<string, BuildResult>;
  /** Facts that people should know, such as results that were refused. */
  readonly problems: readonly string[];
  /** Why a shard left nothing, where that is known. */
  readonly missing: ReadonlyMap<string, string>;
  readonly rundir: string;
  readonly attempt: number;
  readonly tool: Results["tool"];
  readonly now: Date;
}

/** A guest of the plan: in which of its folders it is, wherever and however often it ran. */
const identity = ({
  set,
  name,
  sample,
}: {
  readonly set: string;
  readonly name: string;
  readonly sample: number;
}) => `${set} ${name} ${sample}`;

/** A guest's folder in the merged run directory: the newest attempt's is where `kvm.sh` would have it. */
export function mergedFolder(
  name: string,
  run: { readonly sample: number; readonly attempt: number; readonly newest: boolean },
): string {
  const sample = run.sample === 1 ? name : `${name}/sample-${run.sample}`;
  return run.newest ? sample : `${sample}/attempt-${run.attempt}`;
}

/** A result together with its shard's part and its place in the plan. */
export interface PlacedResult {
  readonly part: ShardPart;
  readonly planned: PlannedSample;
  /** As the shard has it. */
  readonly guest: GuestResult;
  /** No later attempt has one of the same guest. */
  readonly newest: boolean;
  /** Which of the guest's lives in the shard, from 0: with `until` it has several. */
  readonly life: number;
}

/** Every result that belongs to the plan, in the plan's order, attempts of one guest oldest first. */
export function placeResults({ plan, parts }: Pick<Merge, "plan" | "parts">): PlacedResult[] {
  const ordered = parts.toSorted((a, b) => a.record.attempt - b.record.attempt);
  const found = new Map<string, { part: ShardPart; guest: GuestResult; life: number }[]>();
  for (const part of ordered) {
    for (const { name, set, planned, sample } of part.record.guests) {
      const key = identity({ set, name: planned, sample });
      const lives = part.results.guests.filter((one) => one.name === name);
      found.set(key, [...(found.get(key) ?? []), ...lives.map((guest, life) => ({ part, guest, life }))]);
    }
  }
  return plan.shards.flatMap((shard) =>
    shard.guests.flatMap((planned) => {
      const own = (found.get(identity(planned)) ?? []).filter(({ part }) => part.record.shard === shard.id);
      return own.map((one) => ({ ...one, planned, newest: one.part === own.at(-1)?.part }));
    }),
  );
}

/** Every job calls its machine `localhost`; here it goes by its host name. */
function systemNames({ record, results }: ShardPart): (name: string) => string {
  return (name) => {
    const facts = results.systems.find((system) => system.name === name);
    return name === "localhost" ? (facts?.hostname ?? record.shard) : name;
  };
}

function systemsOf(parts: readonly ShardPart[]): SystemFacts[] {
  const systems = new Map<string, SystemFacts>();
  for (const part of parts) {
    const nameOf = systemNames(part);
    for (const system of part.results.systems) {
      const name = nameOf(system.name);
      if (!systems.has(name)) systems.set(name, { ...system, name });
    }
  }
  return [...systems.values()];
}

/** What a guest's results say about suite and commit, where they are not those of the whole. */
function ofSet(plan: PlanFile, setId: string): Pick<GuestResult, "suite" | "commit"> {
  const set = plan.sets.find(({ id }) => id === setId);
  if (plan.sets.length === 1 || set === undefined) return {};
  return { suite: set.suite, ...(set.commit === undefined ? {} : { commit: set.commit }) };
}

function merged(plan: PlanFile, { part, planned, guest, newest, life }: PlacedResult): GuestResult {
  const set = { id: planned.set };
  const { scenario = planned.name, repetition = 1 } = parseGuestName(planned.name) ?? {};
  const { attempt } = part.record;
  const name = nameInPlan(set, planned.name);
  const { console: _, system, ...rest } = guest;
  return {
    ...rest,
    ...ofSet(plan, planned.set),
    name,
    scenario: nameInPlan(set, scenario),
    repetition,
    sample: planned.sample + life * planned.samples,
    attempt,
    ...(system === undefined ? {} : { system: systemNames(part)(system) }),
    ...(guest.console === undefined
      ? {}
      : {
          console: `${mergedFolder(name, { sample: planned.sample, attempt, newest })}/${basename(guest.console)}`,
        }),
  };
}

/** A planned guest that nobody has results of. It is never a pass. */
function absent(merge: Merge, shard: string, planned: PlannedSample): GuestResult {
  const { plan, builds, missing } = merge;
  const { scenario = planned.name, repetition = 1 } = parseGuestName(planned.name) ?? {};
  const unbuilt = builds.get(planned.build)?.status === "failed";
  const why = missing.get(shard) ?? "its job left no results";
  return {
    ...ofSet(plan, planned.set),
    name: nameInPlan({ id: planned.set }, planned.name),
    scenario: nameInPlan({ id: planned.set }, scenario),
    repetition,
    sample: planned.sample,
    attempt: merge.attempt,
    verdict: unbuilt ? "build-failed" : "did-not-run",
    cpus: planned.cpus,
    timing: { planned: planned.seconds },
    ending: {
      cause: "not-started",
      exitStatus: null,
      signal: null,
      detail: unbuilt ? "Its kernel did not build." : `Planned in ${shard}: ${why}.`,
    },
    counters: {},
    findings: [],
    ignored: [],
    progress: [],
  };
}

/** Builds of all parts, each once: what the build job said counts most, then the newest attempt's word. */
function buildsOf({ plan, parts, builds }: Merge): BuildResult[] {
  const all = new Map<string, BuildResult>();
  for (const part of parts.toSorted((a, b) => a.record.attempt - b.record.attempt)) {
    for (const build of part.results.builds) {
      const local = part.record.guests.find(({ name }) => parseGuestName(name)?.scenario === build.scenario);
      const scenario = parseGuestName(local?.planned ?? "")?.scenario;
      if (local === undefined || scenario === undefined) continue;
      const name = nameInPlan({ id: local.set }, scenario);
      all.set(name, { ...build, scenario: name });
    }
  }
  for (const { set, name, build } of plan.shards.flatMap(({ guests }) => guests)) {
    const scenario = nameInPlan({ id: set }, parseGuestName(name)?.scenario ?? name);
    const result = builds.get(build);
    if (result !== undefined) all.set(scenario, { ...result, scenario });
  }
  for (const build of unrunBuilds({ plan, builds })) all.set(build.scenario, build);
  return [...all.values()];
}

/** Guests in the order of the merged run directory, samples and attempts of one after each other. */
function inOrder(plan: PlanFile, guests: readonly GuestResult[]): GuestResult[] {
  const names = plan.sets.flatMap((set) =>
    setBatches(plan, set.id).flatMap((batch) => batch.guests.map(({ name }) => nameInPlan(set, name))),
  );
  const places = new Map(names.map((name, place) => [name, place]));
  const placeOf = ({ name }: GuestResult) => places.get(name) ?? names.length;
  return guests.toSorted((a, b) => placeOf(a) - placeOf(b) || a.sample - b.sample || a.attempt - b.attempt);
}

/** Those that count for the verdict: of each planned guest the newest attempt. */
function counting(placed: readonly PlacedResult[], guests: readonly GuestResult[]): GuestResult[] {
  return guests.filter((_, i) => placed[i]?.newest ?? true);
}

/** Of each shard the last attempt: what came of earlier ones as a whole has been made up for. */
function newestParts(parts: readonly ShardPart[]): ShardPart[] {
  const ordered = parts.toSorted((a, b) => a.record.attempt - b.record.attempt);
  return [...new Map(ordered.map((part) => [part.record.shard, part])).values()];
}

function scriptsStatus(latest: readonly GuestResult[], parts: readonly ShardPart[]): number {
  if (latest.some(countsAsFailure)) return 3;
  return Math.max(0, ...parts.map(({ results }) => results.scriptsExitStatus).filter((status) => status < 3));
}

/** The kernel that was planned. Several of a series are no commit that findings could be linked to. */
function kernelOf({ kernel, series }: PlanFile): Results["kernel"] {
  const { describe: _, commit: __, ...rest } = kernel;
  const [first, last] = [series.at(0), series.at(-1)];
  if (first === undefined || last === undefined) return kernel;
  if (first === last) return { ...rest, commit: first.commit, state: "clean", describe: first.describe };
  const range = `${first.commit.slice(0, 12)} to ${last.commit.slice(0, 12)}`;
  return { ...rest, state: "clean", describe: `${series.length} commits, ${range}` };
}

/**
 * The results of all shards of a plan as those of one run: what one job with these guests would have left. Each
 * guest of the plan is there, with every attempt at it; without any, it did not run. The verdict is that of each
 * guest's newest attempt.
 */
export function mergeShards(merge: Merge): Results {
  const { plan, parts, now, tool } = merge;
  const placed = placeResults(merge);
  const ran = placed.map((one) => merged(plan, one));
  const seen = new Set(placed.map(({ planned }) => identity(planned)));
  const never = plan.shards.flatMap(({ id, guests }) =>
    guests.filter((one) => !seen.has(identity(one))).map((one) => absent(merge, id, one)),
  );
  const guests = inOrder(plan, [...ran, ...never]);
  const builds = buildsOf(merge);
  const latest = [...counting(placed, ran), ...never];
  const sets = setResults(plan, latest, builds);
  const ofSets = sets === undefined ? [] : sets.map(({ verdict }) => verdict);
  return {
    version: resultsVersion,
    tool,
    createdAt: now.toISOString(),
    attempt: merge.attempt,
    suite: [...new Set(plan.sets.map(({ suite }) => suite))].join(", "),
    rundir: merge.rundir,
    plan: plan.digest,
    ...(plan.series.length > 0 ? { series: plan.series } : {}),
    kernel: kernelOf(plan),
    ...(sets === undefined ? {} : { sets }),
    verdict: worstVerdict([overallVerdict(latest, builds), ...ofSets]),
    scriptsExitStatus: scriptsStatus(latest, newestParts(parts)),
    interrupted: newestParts(parts).some(({ results }) => results.interrupted),
    systems: systemsOf(parts),
    builds,
    guests,
    infrastructure: [
      ...merge.problems,
      ...parts.flatMap(({ record, results }) =>
        results.infrastructure.map((line) => `${record.shard}: ${line}`),
      ),
    ],
  };
}
