import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { openPlan } from "../handoff/planStore.ts";
import { keepShard } from "../handoff/shardBundle.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { jobOf } from "../plan/planFile.ts";
import { plannedBaseline, readBaseline } from "../stages/conclude/gate.ts";
import { withPlanInputs } from "../stages/prepare/pools/planInputs.ts";
import { guestsLeft, onSystems, prepareShard } from "../stages/prepare/pools/shard.ts";
import { shareOf } from "../stages/prepare/question/share.ts";
import { execute, report } from "./finish.ts";
import { openSystems } from "./machines.ts";
import { askedOf } from "./question.ts";
import { remember } from "./remember.ts";

/** Mode `run` with `plan`: the guests of one of its shards; in a later attempt those that have not passed. */
export async function shard(given: JobContext, id: string): Promise<number> {
  const store = await given.openStore();
  const plan = await openPlan(given, store);
  const planned = jobOf(plan.shards, id);
  const context = onSystems(withPlanInputs(given, plan), planned);
  const { inputs, ui } = context;
  const asked = await askedOf(context);
  const guests = await guestsLeft(context, store, plan, planned);
  if (guests.length === 0) {
    ui.info("Every guest of this shard passed in an earlier attempt.");
    ui.output("result", "passed");
    return exitStatus.passed;
  }
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const baseline = [...(await readBaseline(context)), ...plannedBaseline(plan)];
  await using systems = await openSystems(context, false);
  const made = await prepareShard(context, store, plan, planned, guests, systems.cpus);
  const prepared = { ...made, ignore, baseline };
  const question = asked && (await shareOf(context, asked.question, store, plan, planned));
  const executed = await execute(context, { ...prepared, question }, systems);
  const { status } = await report(context, prepared, executed);
  const kept = await keepShard(context, store, prepared.run.path);
  // Not before: the report needs these results.
  remember(context, prepared, true);
  if (!kept) return exitStatus.infrastructure;
  // The report answers for all shards.
  return question !== undefined && status === exitStatus.kernelFailed ? exitStatus.passed : status;
}
