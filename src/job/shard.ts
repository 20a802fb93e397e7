import { basename, join } from "node:path";
import { exitStatus } from "../errors.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { jobOf, type PlanFile, type PlannedShard } from "../plan/planFile.ts";
import { type ShardGuest, shardGuests } from "../plan/shardGuests.ts";
import { exitStatusFor } from "../results/assemble.ts";
import type { Results } from "../results/schema.ts";
import { type ShardRecord, shardFile } from "../results/shardRecord.ts";
import { imageName } from "../rundir/buildFiles.ts";
import { guestFiles, runFiles } from "../rundir/names.ts";
import { openRunDirectory, type RunDirectory, readQemuCmd } from "../rundir/open.ts";
import type { Store } from "../storage/store.ts";
import { builtSoFar } from "./builtRecord.ts";
import type { JobContext } from "./context.ts";
import { writeWhole } from "./files.ts";
import { expectedQemu } from "./machine.ts";
import { filesBelow, keepParcel, parcelKey } from "./parcel.ts";
import { withPlanInputs } from "./planInputs.ts";
import { openPlan } from "./planStore.ts";
import { runPrepared } from "./prepared.ts";
import { newRunDirectory } from "./rundir.ts";
import { passedBefore } from "./shardResults.ts";
import { makeShardRun } from "./shardRun.ts";
import { surveySystems } from "./surveySystems.ts";

/** What a shard leaves for the report: results and consoles, all but the kernels. */
async function keepShard(
  { environment, ui }: JobContext,
  store: Store,
  plan: PlanFile,
  run: RunDirectory,
  record: ShardRecord,
): Promise<boolean> {
  const names = new Set(record.guests.map(({ name }) => name));
  const cmd = await readQemuCmd(run, [...names][0] ?? "");
  const kernels = new Set([cmd && imageName(cmd), guestFiles.vmlinux]);
  const wanted = (path: string) =>
    path === runFiles.results ||
    path === shardFile ||
    (names.has(path.split("/")[0] ?? "") && path.includes("/") && !kernels.has(basename(path)));
  const files = (await filesBelow(run.path)).filter(wanted);
  const key = parcelKey(plan, environment, { id: record.shard, attempt: record.attempt });
  const saved = await keepParcel(store, key, run.path, files);
  if (saved.outcome === "saved") return true;
  const why =
    saved.outcome === "present"
      ? "another job of this attempt has left some already; two matrix entries have the same id"
      : saved.reason;
  ui.error(`${record.shard}: its results do not reach the report: ${why}`);
  return false;
}

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
  await writeWhole(join(path, shardFile), `${JSON.stringify(record, null, 1)}\n`);
  const run = await openRunDirectory(path);
  const { describe, repository } = plan.kernel;
  const results = await runPrepared(
    context,
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
  return { results, kept: await keepShard(context, store, plan, run, record) };
}

/** Mode `run` with `plan`: the guests of one of its shards; in a later attempt those that have not passed. */
export async function runShardJob(given: JobContext, id: string): Promise<number> {
  const store = await given.openStore();
  const plan = await openPlan(given, store);
  const context = withPlanInputs(given, plan);
  const { inputs, environment, ui } = context;
  const shard = jobOf(plan.shards, id);
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
