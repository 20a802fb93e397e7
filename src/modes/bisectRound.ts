import { join } from "node:path";
import { know } from "../bisect/knowledge.ts";
import { nextStep } from "../bisect/steps.ts";
import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { parsePools } from "../plan/pools.ts";
import { concludeBisection } from "../stages/conclude/bisection.ts";
import { factsOf, questionFor } from "../stages/prepare/bisect/asked.ts";
import { BisectKernels } from "../stages/prepare/bisect/kernels.ts";
import { pricesOf } from "../stages/prepare/bisect/prices.ts";
import { roundJobs, roundOf, runnersOf } from "../stages/prepare/bisect/round.ts";
import { BisectPages } from "../stages/publish/bisection.ts";
import { publishRound } from "../stages/publish/bisectRound.ts";
import { bisectFolder, openBisection } from "./bisectOpen.ts";

/**
 * Mode `bisect` where others run: says what the jobs of the next round are to run (`pools`), or what is known (`probe:
 * none`).
 */
export async function bisectRound(context: JobContext): Promise<number> {
  const { inputs } = context;
  const runners = inputs.pools === undefined ? [] : runnersOf(parsePools(inputs.pools));
  const { asked, store, id, journal: opened } = await openBisection(context);
  await using journal = opened;
  await journal.gather();
  const path = await bisectFolder(context, asked);
  await using kernels = await BisectKernels.open(context, asked, store, { folder: join(path, "builds"), id });
  if (runners.length > 0) await kernels.lookUp(asked.history.commits);
  const widths = runners.map(({ cpus, systems }) => cpus * Math.max(1, systems.length));
  const question = questionFor(asked, Math.max(1, runners.length));
  const cpus = Math.min(...widths);
  // What a probe costs is what its runner takes for it.
  const knowledge = know(question, journal.observations, pricesOf(asked, journal, kernels, [cpus]));
  const step = nextStep(knowledge);
  const results = concludeBisection({
    ...{ history: asked.history, knowledge, step, observations: journal.observations, stopped: undefined },
    ...{ built: journal.built, about: factsOf(context, asked, path), wall: 0 },
  });
  if (runners.length === 0) {
    context.ui.output("rundir", path);
    return await new BisectPages(context, asked, path).publish(results, knowledge, journal.observations);
  }
  const room = { machines: runners.length, cpus, has: (commit: string) => kernels.has(commit) };
  const wanted = roundOf(step, knowledge, asked.history, room);
  const { failure } = knowledge;
  const named = failure === undefined ? {} : { failure: failure.fingerprint ?? failure.title };
  const budget = inputs.budget?.clock === "wall" ? inputs.budget.seconds : Infinity;
  const jobs = roundJobs(wanted, runners, { question: id, ...named }, budget);
  await publishRound(context, {
    results,
    wanted,
    jobs,
    history: asked.history,
    observations: journal.observations,
  });
  return exitStatus.passed;
}
