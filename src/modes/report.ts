import { resolve } from "node:path";
import type { JobContext } from "../context.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { exitStatusFor } from "../results/assemble.ts";
import { concludeRunDirectory } from "../stages/conclude/runDirectory.ts";
import { enrich } from "../stages/enrich/enrich.ts";
import { judgeRunDirectory } from "../stages/judge/runDirectory.ts";
import { publish, unwritable } from "../stages/publish/publish.ts";

/** Mode `report`: a run directory judged as it lies there. */
export async function report(context: JobContext): Promise<number> {
  const { inputs, environment, ui } = context;
  const path = resolve(environment.workspace, inputs.rundir ?? ".");
  const { attempt, repository } = environment;
  const about = { ignore: parseIgnoreLines(inputs.ignore, new Date()), attempt, repository };
  const judged = await judgeRunDirectory(path, about);
  const guests = await enrich(judged.guests, judged, context);
  const results = concludeRunDirectory({ ...about, ...judged, guests });
  await publish(results, ui).catch(unwritable(path));
  return exitStatusFor(results.verdict);
}
