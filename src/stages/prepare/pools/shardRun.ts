import { cp, link, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseGuestName } from "../../../contracts/guestNames.ts";
import type { Built } from "../../../handoff/builtRecord.ts";
import type { PlanFile, PlannedBuilds } from "../../../plan/planFile.ts";
import type { Recipe } from "../../../plan/sets.ts";
import type { ShardGuest } from "../../../plan/shardGuests.ts";
import type { BuildResult } from "../../../results/schema.ts";
import { hasKernel } from "../../../results/status.ts";
import { placeGuest } from "../../../rundir/place.ts";
import type { Store } from "../../../storage/store.ts";
import type { Ui } from "../../../ui.ts";
import { fetchBuilds, fetchFolder } from "../kernels/store.ts";
import { writeStoredRun } from "../storedRun.ts";
import type { BuiltHere } from "./buildSets.ts";

/** Where the kernels of a shard came from, by their scenario's name in it. */
async function fetchKernels(
  store: Store,
  guests: readonly ShardGuest[],
  built: ReadonlyMap<string, Built>,
  folder: string,
  { ui, build }: Kernels,
): Promise<BuildResult[]> {
  const planned = new Map(guests.map(({ guest, planned: { build: key } }) => [guest.scenario, key]));
  const failed = (key: string) => built.get(key)?.result.status === "failed";
  const keys = new Map(
    [...planned]
      .filter(([, key]) => !failed(key))
      .map(([scenario, key]) => [scenario, built.get(key)?.result.key ?? key]),
  );
  const hits = await fetchBuilds(store, keys, folder, ui);
  const here = await buildLeft(guests, (scenario, key) => !hits.has(scenario) && !failed(key), folder, build);
  return [...planned].map(([scenario, key]): BuildResult => {
    const nothing = { diagnostics: [], configErrors: [] };
    const from = hits.get(scenario);
    if (from !== undefined) {
      return { scenario, status: "reused", origin: `${from} store`, key: keys.get(scenario), ...nothing };
    }
    const own = here.get(scenario);
    if (own !== undefined) return own;
    const record = built.get(key)?.result;
    if (record?.status === "failed") return { ...record, scenario };
    ui.warning(
      `${scenario}: no store has its kernel (${key}); re-run all jobs, so that a build job makes it, or check the kernel tree out in this job.`,
    );
    return { scenario, status: "skipped", ...nothing };
  });
}

/** Builds what no store gave, and puts it where stored kernels are put. @returns what became of it, by scenario */
async function buildLeft(
  guests: readonly ShardGuest[],
  isLeft: (scenario: string, key: string) => boolean,
  folder: string,
  build: Kernels["build"],
): Promise<Map<string, BuildResult>> {
  const left = guests.filter(({ guest, planned }) => isLeft(guest.scenario, planned.build));
  const wanted = new Map(
    left.flatMap(({ planned }) => {
      const scenario = parseGuestName(planned.name)?.scenario;
      return scenario === undefined
        ? []
        : [[planned.build, { key: planned.build, set: planned.set, scenario }] as const];
    }),
  );
  const built = wanted.size === 0 ? new Map<string, BuiltHere>() : await build([...wanted.values()]);
  const results = new Map<string, BuildResult>();
  for (const { guest, planned } of left) {
    const one = built.get(planned.build);
    if (one === undefined || results.has(guest.scenario)) continue;
    results.set(guest.scenario, { ...one.result, scenario: guest.scenario });
    if (hasKernel(one.result)) await cp(one.folder, join(folder, guest.scenario), { recursive: true });
  }
  return results;
}

/** Where kernels come from that no store gives. */
interface Kernels {
  readonly ui: Ui;
  build(wanted: readonly PlannedBuilds["builds"][number][]): Promise<ReadonlyMap<string, BuiltHere>>;
}

interface ShardRun {
  readonly path: string;
  readonly plan: PlanFile;
  readonly guests: readonly ShardGuest[];
  readonly cpus: number;
  readonly grace: number | undefined;
}

/** The files of a run directory; guests start in the plan's order, each as soon as there is room for it. */
async function writeRunFiles({ path, plan, guests, cpus }: ShardRun): Promise<void> {
  const [first] = guests;
  await writeStoredRun({
    path,
    suite: first?.set.suite ?? "rcu",
    guests: guests.map(({ guest }) => guest),
    cpus,
    log: "a shard of a plan; its kernels came from a store",
    commit: first?.set.commit ?? plan.kernel.commit,
    clean: first?.set.commit !== undefined || plan.kernel.state === "clean",
  });
}

/**
 * Makes a shard's run directory: the kernels from the stores, and each guest's command with its own duration.
 * @returns what is known of the kernels; the folder of a guest without one is empty
 */
export async function makeShardRun(
  run: ShardRun,
  store: Store,
  built: ReadonlyMap<string, Built>,
  kernels: Kernels,
): Promise<BuildResult[]> {
  const { path, guests, grace } = run;
  await mkdir(dirname(path), { recursive: true });
  const fetched = await fetchFolder(path);
  try {
    const builds = await fetchKernels(store, guests, built, fetched, kernels);
    const there = new Set(builds.filter(hasKernel).map(({ scenario }) => scenario));
    await mkdir(path);
    const place = (guest: ShardGuest["guest"], seconds?: number, recipe?: Recipe) =>
      placeGuest({
        ...{ from: fetched, into: path, finally: path, guest, bring: link, seconds, grace },
        // Kernels do not depend on what a set of torture.sh gives to its guests, so sets share them.
        bootargs: recipe?.bootargs.split(" ").filter(Boolean),
        memory: recipe?.memory,
      });
    const names = new Set(guests.map(({ guest }) => guest.name));
    // Repetitions use the kernel in the folder of the first, which may be another shard's guest.
    for (const scenario of there) {
      if (!names.has(scenario)) await place({ name: scenario, scenario, repetition: 1, cpus: 1 });
    }
    for (const { guest, planned, set } of guests) {
      if (there.has(guest.scenario)) await place(guest, planned.seconds, set.recipe);
      else await mkdir(join(path, guest.name));
    }
    await writeRunFiles(run);
    return builds;
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(fetched, { recursive: true, force: true });
  }
}
