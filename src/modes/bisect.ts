import { join } from "node:path";
import type { JobContext } from "../context.ts";
import { defaultBudget } from "../inputs/checkBisect.ts";
import { Spending } from "../stages/execute/spending.ts";
import { BisectKernels } from "../stages/prepare/bisect/kernels.ts";
import { bisectLoop } from "./bisectLoop.ts";
import { bisectFolder, openBisection } from "./bisectOpen.ts";
import { openSystems } from "./machines.ts";

/** Mode `bisect`: runs commits until the first bad one is known, as surely as was asked, or the budget is spent. */
export async function bisect(context: JobContext): Promise<number> {
  const { inputs, ui, signal } = context;
  const { asked, store, id, journal: opened } = await openBisection(context);
  await using systems = await openSystems(context, true);
  const path = await bisectFolder(context, asked);
  ui.output("rundir", path);
  await using kernels = await BisectKernels.open(context, asked, store, { folder: join(path, "builds"), id });
  await kernels.lookUp(asked.history.commits);
  // Closed before a checkout is removed, which takes longer than a runner waits for a cancelled job.
  await using journal = opened;
  using spending = new Spending(inputs.budget ?? defaultBudget, signal);
  return await bisectLoop({ context, asked, journal, kernels, systems, spending, path });
}
