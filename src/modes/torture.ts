import { join } from "node:path";
import type { JobContext } from "../context.ts";
import { planOfOnlyJob } from "../handoff/onlyJob.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { decide, readBaseline } from "../stages/conclude/gate.ts";
import { historyFor } from "../stages/conclude/past.ts";
import { buildsFolder, earlierParts, resultsInPlace } from "../stages/conclude/shards/inPlace.ts";
import { reserveRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import { leftOfPlan } from "../stages/prepare/pools/leftOfPlan.ts";
import { planOnOne } from "../stages/prepare/pools/planOnOne.ts";
import { shardFolder } from "../stages/prepare/pools/shard.ts";
import { publish } from "../stages/publish/publish.ts";
import { uploadTask } from "../stages/publish/upload/task.ts";
import { openSystems } from "./machines.ts";
import { remember } from "./remember.ts";
import { buildLeft, runLeft } from "./tortureParts.ts";

/**
 * Mode `run` with `suites: torture`: all sets of the tree's `torture.sh` as one plan, here or on the systems; a later
 * attempt of a job does what did not pass so far.
 */
export async function torture(context: JobContext): Promise<number> {
  const { inputs, environment } = context;
  // Half an hour of building is the wrong time to find out that a line is wrong.
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const baseline = await readBaseline(context);
  await using systems = await openSystems(context, true);
  const store = await context.openStore();
  const place = { cpus: systems.cpus, count: systems.machines.length };
  const { plan: planned, tree } = await planOnOne(context, store, place);
  const plan = planOfOnlyJob(context, planned);
  const res = join(tree, "tools/testing/selftests/rcutorture/res");
  const { path } = await reserveRunDirectory(inputs, res, environment.workspace, new Date(), "-torture");
  const at = (folder: string): JobContext => ({
    ...context,
    inputs: { ...inputs, rundir: join(path, folder), datestamp: undefined },
  });
  const left = await leftOfPlan(context, store, plan);
  const earlier = await earlierParts(context, store, plan, path);
  const { built, infrastructure } = await buildLeft(at(buildsFolder), store, plan, left);
  const folder = left.shard && shardFolder(left.shard, environment.attempt);
  const part = folder && (await runLeft(at(folder), store, plan, left, built, systems));
  const parts = [...earlier.parts, ...(part ? [part] : [])];
  const facts = [...earlier.problems, ...infrastructure];
  const results = await resultsInPlace(context, plan, path, parts, built, facts);
  const run = { suite: results.suite, tree, rerunOf: undefined };
  const history = await historyFor(context, { run, store }, results);
  const gate = decide(context, results, baseline, history?.past?.findings);
  const { past, alike } = history ?? {};
  await publish(results, context.ui, { history: past, alike, uploads: uploadTask(context), gate });
  remember(context, { run: { path }, ignore }, true);
  await history?.keep();
  return gate.status;
}
