import { join } from "node:path";
import type { JobContext } from "../context.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { shardGuests } from "../plan/shardGuests.ts";
import { decide, readBaseline } from "../stages/conclude/gate.ts";
import { historyFor } from "../stages/conclude/past.ts";
import { buildsFolder, resultsInPlace } from "../stages/conclude/shards/inPlace.ts";
import { surveySystems } from "../stages/execute/systems/surveySystems.ts";
import { prepareMachine } from "../stages/prepare/machine/prepareMachine.ts";
import { reserveRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import { buildSets } from "../stages/prepare/pools/buildSets.ts";
import { oneBuildJob } from "../stages/prepare/pools/onePool.ts";
import { planOnOne } from "../stages/prepare/pools/planOnOne.ts";
import { prepareShard, shardFolder } from "../stages/prepare/pools/shard.ts";
import { publish } from "../stages/publish/publish.ts";
import { uploadTask } from "../stages/publish/upload/task.ts";
import { expectedQemu } from "../systems/qemuProgram.ts";
import { conclude } from "./conclude.ts";
import { execute } from "./finish.ts";

/** Mode `run` with `suites: torture`: all sets of the tree's `torture.sh` as one plan, here or on the systems. */
export async function torture(context: JobContext): Promise<number> {
  const { inputs, environment, signal } = context;
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const baseline = await readBaseline(context);
  const qemu = expectedQemu(inputs.qemuCmd);
  await prepareMachine(context, { build: true, qemus: [qemu] });
  await using systems = await surveySystems(context, [qemu]);
  const store = await context.openStore();
  const place = { cpus: systems.cpus, count: systems.machines.length };
  const { plan, tree } = await planOnOne(context, store, place);
  const res = join(tree, "tools/testing/selftests/rcutorture/res");
  const target = await reserveRunDirectory(inputs, res, environment.workspace, new Date(), "-torture");
  const at = (...parts: string[]): JobContext => ({
    ...context,
    inputs: { ...inputs, rundir: join(target.path, ...parts), datestamp: undefined },
  });
  const job = oneBuildJob(plan);
  const { built, infrastructure } = job
    ? await buildSets(at(buildsFolder), plan, job, store)
    : { built: [], infrastructure: [] };
  const [shard] = signal.aborted ? [] : plan.shards;
  let part: Parameters<typeof resultsInPlace>[3];
  if (shard !== undefined) {
    const known = new Map(built.map((one) => [one.planned, one]));
    const here = at(shardFolder(shard, environment.attempt));
    const made = await prepareShard(here, store, plan, shard, shardGuests(plan, shard), systems.cpus, known);
    const prepared = { ...made, ignore };
    const executed = await execute(here, prepared, systems);
    part = { record: made.record, results: await conclude(here, prepared, executed) };
  }
  const results = await resultsInPlace(context, plan, target.path, part, built, infrastructure);
  const run = { suite: results.suite, tree, rerunOf: undefined };
  const history = await historyFor(context, { run, store }, results);
  const gate = decide(context, results, baseline, history?.past?.findings);
  const { past, alike } = history ?? {};
  await publish(results, context.ui, { history: past, alike, uploads: uploadTask(context), gate });
  await history?.keep();
  return gate.status;
}
