import { know } from "../bisect/knowledge.ts";
import { nextStep } from "../bisect/steps.ts";
import { concludeBisection } from "../stages/conclude/bisection.ts";
import { Crew } from "../stages/execute/crew.ts";
import { factsOf, questionFor } from "../stages/prepare/bisect/asked.ts";
import { pricesOf } from "../stages/prepare/bisect/prices.ts";
import { BisectPages } from "../stages/publish/bisection.ts";
import { stillToRun, type Underway, unlessStopped, type Whole } from "./bisectJob.ts";
import { bisectStep } from "./bisectStep.ts";

/** Step by step, until it is known or may cost no more; then the reports. @returns the exit status */
export async function bisectLoop(job: Whole): Promise<number> {
  const { context, asked, journal, kernels, systems, spending, path } = job;
  await using crew = new Crew<Underway>(systems, (line) => context.ui.warning(line));
  const learnt = () =>
    know(
      questionFor(asked, crew.size),
      journal.observations,
      pricesOf(asked, journal, kernels, systems.widths),
    );
  const pages = new BisectPages(context, asked, path);
  journal.changed = (kept) => pages.log(learnt(), kept);
  for (let number = 1; ; number++) {
    const knowledge = learnt();
    const step = nextStep(knowledge, stillToRun(crew.running));
    const { stopped } = spending;
    // What others are at is of no more use, and what they have seen by now counts.
    if ((step.kind !== "probes" || stopped !== undefined) && (await crew.stop("It is known by now.")))
      continue;
    const results = concludeBisection({
      ...{ history: asked.history, knowledge, step, observations: journal.observations, stopped },
      ...{ built: journal.built, about: factsOf(context, asked, path), wall: spending.wall },
    });
    if (step.kind === "end" || stopped !== undefined)
      return await pages.publish(results, knowledge, journal.observations);
    pages.tell(results, number);
    await unlessStopped(spending, bisectStep(job, crew, knowledge, step, number));
  }
}
