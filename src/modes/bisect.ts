import { join } from "node:path";
import type { JobContext } from "../context.ts";
import { defaultBudget } from "../inputs/checkBisect.ts";
import { Spending } from "../stages/execute/spending.ts";
import { surveySystems } from "../stages/execute/systems/surveySystems.ts";
import { BisectKernels } from "../stages/prepare/bisect/kernels.ts";
import { prepareMachine } from "../stages/prepare/machine/prepareMachine.ts";
import { reserveRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import { expectedQemu } from "../systems/qemuProgram.ts";
import { bisectLoop } from "./bisectLoop.ts";
import { openBisection } from "./bisectOpen.ts";

/** Mode `bisect`: runs commits until the first bad one is known, as surely as was asked, or the budget is spent. */
export async function bisect(context: JobContext): Promise<number> {
  const { inputs, environment, ui, signal } = context;
  const { asked, store, id, journal: opened } = await openBisection(context);
  const qemu = expectedQemu(inputs.qemuCmd);
  await prepareMachine(context, { build: true, qemus: [qemu] });
  await using systems = await surveySystems(context, [qemu]);
  const res = join(asked.tree.rcutorture, "res");
  const { path } = await reserveRunDirectory(inputs, res, environment.workspace, new Date(), "-bisect");
  ui.output("rundir", path);
  await using kernels = await BisectKernels.open(context, asked, store, { folder: join(path, "builds"), id });
  await kernels.lookUp(asked.history.commits);
  // Closed before a checkout is removed, which takes longer than a runner waits for a cancelled job.
  await using journal = opened;
  using spending = new Spending(inputs.budget ?? defaultBudget, signal);
  return await bisectLoop({ context, asked, journal, kernels, systems, spending, path });
}
