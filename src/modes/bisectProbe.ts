import { join } from "node:path";
import { know } from "../bisect/knowledge.ts";
import type { JobContext } from "../context.ts";
import { exitStatus, InfrastructureError } from "../errors.ts";
import { Journal } from "../handoff/bisection.ts";
import { parseProbe } from "../handoff/bisectProbe.ts";
import { resolveCommits } from "../kernel/commits.ts";
import { Spending } from "../stages/execute/spending.ts";
import { surveySystems } from "../stages/execute/systems/surveySystems.ts";
import { bisectSubject } from "../stages/prepare/bisect/asked.ts";
import { BisectKernels } from "../stages/prepare/bisect/kernels.ts";
import { pricesOf } from "../stages/prepare/bisect/prices.ts";
import { leftOf, probeQuestion } from "../stages/prepare/bisect/probe.ts";
import { prepareMachine } from "../stages/prepare/machine/prepareMachine.ts";
import { reserveRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import { publishProbe } from "../stages/publish/bisectRound.ts";
import { expectedQemu } from "../systems/qemuProgram.ts";
import { bisectRuns } from "./bisectRuns.ts";

/** Mode `bisect` with `probe`: the runs of one commit, for one job of a round. How they ended is no verdict. */
export async function bisectProbe(context: JobContext, text: string): Promise<number> {
  const probe = parseProbe(text);
  const { inputs, environment, executor, signal } = context;
  const asked = await bisectSubject(context);
  const [commit] = await resolveCommits(asked.tree.path, [probe.commit], executor);
  const qemu = expectedQemu(inputs.qemuCmd);
  await prepareMachine(context, { build: true, qemus: [qemu] });
  await using systems = await surveySystems(context, [qemu]);
  const store = await context.openStore();
  const res = join(asked.tree.rcutorture, "res");
  const { path } = await reserveRunDirectory(inputs, res, environment.workspace, new Date(), "-bisect");
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
    await bisectRuns(job, knowledge, { commit, ...left, step: number }).catch((error: unknown) => {
      // What a stopped job was just doing is no fault.
      if (!(error instanceof InfrastructureError && spending.signal.aborted)) throw error;
    });
  }
  const lost = await journal.close();
  if (lost !== undefined)
    throw new InfrastructureError(`What these runs showed cannot be handed on: ${lost}`);
  await publishProbe(context, probe, journal.observations, spending.stopped);
  return exitStatus.passed;
}
