import { join } from "node:path";
import { know } from "../bisect/knowledge.ts";
import type { JobContext } from "../context.ts";
import { exitStatus, InfrastructureError } from "../errors.ts";
import { Journal } from "../handoff/bisection.ts";
import { parseProbe } from "../handoff/bisectProbe.ts";
import { resolveCommits } from "../kernel/commits.ts";
import { Spending } from "../stages/execute/spending.ts";
import { bisectSubject } from "../stages/prepare/bisect/asked.ts";
import { BisectKernels } from "../stages/prepare/bisect/kernels.ts";
import { pricesOf } from "../stages/prepare/bisect/prices.ts";
import { leftOf, probeQuestion } from "../stages/prepare/bisect/probe.ts";
import { publishProbe } from "../stages/publish/bisectRound.ts";
import { unlessStopped } from "./bisectJob.ts";
import { bisectFolder } from "./bisectOpen.ts";
import { bisectRuns } from "./bisectRuns.ts";
import { openSystems } from "./machines.ts";

/** Mode `bisect` with `probe`: the runs of one commit, for one job of a round. How they ended is no verdict. */
export async function bisectProbe(context: JobContext, text: string): Promise<number> {
  const probe = parseProbe(text);
  const { inputs, executor, signal } = context;
  const asked = await bisectSubject(context);
  const [commit] = await resolveCommits(asked.tree.path, [probe.commit], executor);
  await using systems = await openSystems(context, true);
  const store = await context.openStore();
  const path = await bisectFolder(context, asked);
  const place = { folder: join(path, "builds"), id: probe.question };
  await using kernels = await BisectKernels.open(context, asked, store, place);
  // Closed before a checkout is removed, which takes longer than a runner waits for a cancelled job.
  await using journal = Journal.begin(context, store, probe.question);
  using clock = new Spending({ clock: "wall", seconds: probe.seconds }, signal);
  using spending = new Spending(inputs.budget ?? { clock: "wall", seconds: probe.seconds }, clock.signal);
  const job = { context, asked, journal, kernels, systems, spending, path };
  for (let number = 1; commit !== undefined && spending.stopped === undefined; number++) {
    const prices = pricesOf(asked, journal, kernels, systems.widths);
    const knowledge = know(probeQuestion(probe, inputs), journal.observations, prices);
    const left = leftOf(probe, knowledge.byCommit.get(probe.commit));
    if (left.runs === 0) break;
    await unlessStopped(spending, bisectRuns(job, knowledge, { commit, ...left, step: number }));
  }
  const lost = await journal.close();
  if (lost !== undefined)
    throw new InfrastructureError(`What these runs showed cannot be handed on: ${lost}`);
  await publishProbe(context, probe, journal.observations, spending.stopped);
  return exitStatus.passed;
}
