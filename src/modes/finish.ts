import type { JobContext } from "../context.ts";
import { messageOf } from "../errors.ts";
import type { Results } from "../results/schema.ts";
import { decide } from "../stages/conclude/gate.ts";
import { historyFor } from "../stages/conclude/past.ts";
import type { Executed, Prepared } from "../stages/data.ts";
import { runRounds } from "../stages/execute/rounds.ts";
import { Session } from "../stages/execute/session.ts";
import type { JobSystems } from "../stages/execute/systems/systems.ts";
import { runUntil } from "../stages/execute/until.ts";
import { uploadTask } from "../stages/publish/upload/task.ts";
import { conclude } from "./conclude.ts";
import { later, loadSoon } from "./later.ts";
import { remember } from "./remember.ts";

/** Lets the guests of a prepared run directory live, as often as the inputs ask for. The systems are closed then. */
export async function execute(
  context: JobContext,
  prepared: Prepared,
  systems: JobSystems,
): Promise<Executed> {
  remember(context, prepared, false);
  using _ = loadSoon();
  await using session = await Session.open(context, prepared, systems);
  const { question, run } = prepared;
  const guests =
    question === undefined
      ? await runRounds(context, session, run.path)
      : await runUntil(context, session, prepared, question);
  return await session.end(guests);
}

/**
 * From guests that have run to a published report, and the job's exit status.
 * @param earlier results of earlier attempts, published side by side with this one's
 */
export async function report(
  context: JobContext,
  prepared: Prepared,
  executed: Executed,
  earlier?: Results,
): Promise<{ readonly results: Results; readonly status: number }> {
  const results = await conclude(context, prepared, executed, earlier);
  const history = prepared.part ? undefined : await historyFor(context, prepared, results);
  const { publish } = await later.publish();
  const { baseline = [], part = false } = prepared;
  const decided = decide(context, results, baseline, history?.past?.findings, part);
  // Of a part, the report over all parts uploads what there is to see.
  const uploads = part ? undefined : uploadTask(context);
  await publish(results, context.ui, { history: history?.past, uploads, gate: decided });
  if (!prepared.part) remember(context, prepared, true);
  await history?.keep().catch((error: unknown) => {
    context.ui.warning(`Later runs will not know of this one: ${messageOf(error)}`);
  });
  return { results, status: decided.status };
}
