import type { JobContext } from "../context.ts";
import type { Results } from "../results/schema.ts";
import { concludeRun } from "../stages/conclude/run.ts";
import type { Executed, Prepared } from "../stages/data.ts";
import { judgeRun } from "../stages/judge/run.ts";
import { later } from "./later.ts";

/** Results of guests that have run, not yet published. */
export async function conclude(
  context: JobContext,
  prepared: Prepared,
  executed: Executed,
  earlier?: Results,
): Promise<Results> {
  const judged = await judgeRun(context, prepared, executed);
  const { enrich } = await later.enrich();
  const guests = await enrich(judged.guests, { ...prepared, builds: judged.builds }, context);
  return await concludeRun(context, prepared, executed, { ...judged, guests }, earlier);
}
