import { resolve } from "node:path";
import type { JobContext } from "../context.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { comparedWith } from "../stages/conclude/difference.ts";
import { decide, readBaseline } from "../stages/conclude/gate.ts";
import { concludeRunDirectory } from "../stages/conclude/runDirectory.ts";
import { enrich } from "../stages/enrich/enrich.ts";
import { judgeRunDirectory } from "../stages/judge/runDirectory.ts";
import { tellUnknownSuite } from "../stages/judge/unknownSuite.ts";
import { publish } from "../stages/publish/publish.ts";
import { reportFolder } from "../stages/publish/reportFiles.ts";
import { uploadTask } from "../stages/publish/upload/task.ts";
import { namedBefore } from "./question.ts";

/** Mode `report`: a run directory judged as it lies there. */
export async function report(context: JobContext): Promise<number> {
  const { inputs, environment, ui } = context;
  const path = resolve(environment.workspace, inputs.rundir ?? ".");
  const baseline = await readBaseline(context);
  // Half an hour of judging is the wrong time to find out that there is nothing to compare with.
  const before = await namedBefore(context);
  const { attempt, repository } = environment;
  const about = { ignore: parseIgnoreLines(inputs.ignore, new Date()), attempt, repository };
  const out = await reportFolder(inputs.out && resolve(environment.workspace, inputs.out), path);
  const judged = await judgeRunDirectory(path, about);
  tellUnknownSuite(judged.run.suite, ui);
  const guests = await enrich(judged.guests, { ...judged, out }, context);
  const results = concludeRunDirectory({ ...about, ...judged, guests });
  const decided = decide(context, results, baseline, undefined);
  const difference = before && comparedWith(before, results, ui);
  await publish(results, ui, { out, difference, uploads: uploadTask(context), gate: decided });
  return decided.status;
}
