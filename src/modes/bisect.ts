import { join } from "node:path";
import { know } from "../bisect/knowledge.ts";
import { nextStep } from "../bisect/steps.ts";
import type { JobContext } from "../context.ts";
import { InfrastructureError } from "../errors.ts";
import { defaultBudget } from "../inputs/checkBisect.ts";
import { concludeBisection } from "../stages/conclude/bisection.ts";
import { Spending } from "../stages/execute/spending.ts";
import { surveySystems } from "../stages/execute/systems/surveySystems.ts";
import { factsOf, questionFor } from "../stages/prepare/bisect/asked.ts";
import { BisectKernels } from "../stages/prepare/bisect/kernels.ts";
import { pricesOf } from "../stages/prepare/bisect/prices.ts";
import { wantedBy } from "../stages/prepare/bisect/wanted.ts";
import { prepareMachine } from "../stages/prepare/machine/prepareMachine.ts";
import { reserveRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import { BisectPages } from "../stages/publish/bisection.ts";
import { expectedQemu } from "../systems/qemuProgram.ts";
import { openBisection } from "./bisectOpen.ts";
import { bisectStep } from "./bisectStep.ts";

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
  const job = { context, asked, journal, systems, spending, path };
  const question = questionFor(asked, systems.machines.length);
  const learnt = () =>
    know(question, journal.observations, pricesOf(asked, journal, kernels, systems.widths));
  const pages = new BisectPages(context, asked, path);
  journal.changed = (kept) => pages.log(learnt(), kept);
  for (let number = 1; ; number++) {
    const knowledge = learnt();
    const step = nextStep(knowledge);
    const { stopped } = spending;
    const results = concludeBisection({
      ...{ history: asked.history, knowledge, step, observations: journal.observations, stopped },
      ...{ built: journal.built, about: factsOf(context, asked, path), wall: spending.wall },
    });
    if (step.kind === "end" || stopped !== undefined)
      return await pages.publish(results, knowledge, journal.observations);
    pages.tell(results, number);
    const wanted = wantedBy(step, asked.history, knowledge);
    await bisectStep(job, kernels, knowledge, wanted, number).catch((error: unknown) => {
      // What a stopped job was just doing is no fault.
      if (!(error instanceof InfrastructureError && spending.signal.aborted)) throw error;
    });
  }
}
