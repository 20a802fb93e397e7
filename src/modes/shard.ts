import { join } from "node:path";
import type { JobContext, JobState } from "../context.ts";
import { exitStatus, InputError } from "../errors.ts";
import { builtSoFar } from "../handoff/builtRecord.ts";
import { openPlan } from "../handoff/planStore.ts";
import { keepShard } from "../handoff/shardBundle.ts";
import { passedBefore } from "../handoff/shardResults.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { jobOf, type PlanFile, type PlannedShard } from "../plan/planFile.ts";
import { type ShardGuest, shardGuests } from "../plan/shardGuests.ts";
import { exitStatusFor } from "../results/assemble.ts";
import type { Results } from "../results/schema.ts";
import { type ShardRecord, shardFile } from "../results/shardRecord.ts";
import { openRunDirectory } from "../rundir/open.ts";
import { expectedQemu } from "../stages/execute/systems/machine.ts";
import { surveySystems } from "../stages/execute/systems/surveySystems.ts";
import { newRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import { withPlanInputs } from "../stages/prepare/pools/planInputs.ts";
import { makeShardRun } from "../stages/prepare/pools/shardRun.ts";
import { writeAtomically } from "../storage/atomicFile.ts";
import type { Store } from "../storage/store.ts";
import { runPrepared } from "./finish.ts";

/** The runner may be another one than the plan was told. */
function compareWithPool({ ui }: JobContext, shard: PlannedShard, cpus: number): void {
  if (shard.systems === undefined && cpus < shard.cpus) {
    ui.warning(
      `pools: "${shard.pool}" has ${shard.cpus} CPUs by the plan, and this runner has ${cpus}: guests get fewer, and take longer.`,
    );
  }
}

async function runGuestsOf(
  context: JobContext,
  store: Store,
  plan: PlanFile,
  shard: PlannedShard,
  guests: readonly ShardGuest[],
): Promise<{ readonly results: Results; readonly kept: boolean }> {
  const { inputs, environment, ui } = context;
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  await using systems = await surveySystems(context, [expectedQemu(inputs.qemuCmd)]);
  const { cpus } = systems;
  compareWithPool(context, shard, cpus);
  const res = join(environment.workspace, "res");
  const { path } = await newRunDirectory(inputs, res, environment.workspace, new Date(), `-${shard.id}`);
  const built = await builtSoFar(context, store, plan);
  const grace = inputs.shutdownGrace;
  const builds = await makeShardRun({ path, plan, guests, cpus, grace }, store, built, ui);
  const record: ShardRecord = {
    format: "rcutorture-action shard",
    version: 1,
    plan: plan.digest,
    shard: shard.id,
    attempt: environment.attempt,
    createdAt: new Date().toISOString(),
    guests: guests.map(({ guest, planned }) => ({
      name: guest.name,
      set: planned.set,
      planned: planned.name,
      sample: planned.sample,
    })),
  };
  await writeAtomically(join(path, shardFile), `${JSON.stringify(record, null, 1)}\n`);
  const run = await openRunDirectory(path);
  const { describe, repository } = plan.kernel;
  let left: JobState | undefined;
  const results = await runPrepared(
    {
      ...context,
      // The step is not done before the report can have its results.
      remember(state) {
        left = state;
        context.remember({ ...state, finished: false });
      },
    },
    {
      run,
      builds,
      infrastructure: [],
      cpus,
      ...(guests.every(({ set }) => set.commit === undefined) ? { describe } : {}),
      repository,
      store,
      part: true,
      suites: new Map(guests.map(({ guest, set }) => [guest.name, set.suite])),
    },
    systems,
    ignore,
  );
  const kept = await keepShard(context, store, path);
  if (left !== undefined) context.remember({ ...left, finished: true });
  return { results, kept };
}

/** Guests of a pool with systems live on those; the job's runner only drives them. */
function onSystems(context: JobContext, { pool, systems }: PlannedShard): JobContext {
  const given = context.inputs.systems;
  if (systems === undefined) return context;
  if (given.length > 0 && given.join(" ") !== systems.join(" ")) {
    throw new InputError(
      `systems: "${given.join(" ")}" contradicts the plan, whose pool "${pool}" has ${systems.join(" ")}; leave it out here.`,
    );
  }
  return { ...context, inputs: { ...context.inputs, systems } };
}

/** Mode `run` with `plan`: the guests of one of its shards; in a later attempt those that have not passed. */
export async function runShardJob(given: JobContext, id: string): Promise<number> {
  const store = await given.openStore();
  const plan = await openPlan(given, store);
  const shard = jobOf(plan.shards, id);
  const context = onSystems(withPlanInputs(given, plan), shard);
  const { inputs, environment, ui } = context;
  const again = environment.attempt > 1 && inputs.rerun === "failed";
  const passed = again ? await passedBefore(context, store, plan, id) : new Set<string>();
  const all = shardGuests(plan, shard);
  const guests = all.filter(({ guest }) => !passed.has(guest.name));
  ui.info(
    `${id} of ${plan.shards.length}, plan ${plan.digest.slice(0, 16)}: ${guests.map(({ guest }) => guest.name).join(" ") || "nothing left to run"}`,
  );
  if (guests.length === 0) {
    ui.info("Every guest of this shard passed in an earlier attempt.");
    ui.output("result", "passed");
    return exitStatus.passed;
  }
  const { results, kept } = await runGuestsOf(context, store, plan, shard, guests);
  return kept ? exitStatusFor(results.verdict) : exitStatus.infrastructure;
}
