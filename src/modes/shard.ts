import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { openPlan } from "../handoff/planStore.ts";
import { keepShard } from "../handoff/shardBundle.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { jobOf } from "../plan/planFile.ts";
import { exitStatusFor } from "../results/assemble.ts";
import { surveySystems } from "../stages/execute/systems/surveySystems.ts";
import { withPlanInputs } from "../stages/prepare/pools/planInputs.ts";
import { guestsLeft, onSystems, prepareShard } from "../stages/prepare/pools/shard.ts";
import { expectedQemu } from "../systems/qemuProgram.ts";
import { execute, remember, report } from "./finish.ts";

/** Mode `run` with `plan`: the guests of one of its shards; in a later attempt those that have not passed. */
export async function shard(given: JobContext, id: string): Promise<number> {
  const store = await given.openStore();
  const plan = await openPlan(given, store);
  const planned = jobOf(plan.shards, id);
  const context = onSystems(withPlanInputs(given, plan), planned);
  const { inputs, ui } = context;
  const guests = await guestsLeft(context, store, plan, planned);
  if (guests.length === 0) {
    ui.info("Every guest of this shard passed in an earlier attempt.");
    ui.output("result", "passed");
    return exitStatus.passed;
  }
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  await using systems = await surveySystems(context, [expectedQemu(inputs.qemuCmd)]);
  const made = await prepareShard(context, store, plan, planned, guests, systems.cpus);
  const prepared = { ...made, ignore };
  const executed = await execute(context, prepared, systems);
  const results = await report(context, prepared, executed);
  const kept = await keepShard(context, store, prepared.run.path);
  // Not before: the report needs these results.
  remember(context, prepared, true);
  return kept ? exitStatusFor(results.verdict) : exitStatus.infrastructure;
}
