import type { Knowledge } from "../bisect/knowledge.ts";
import { buildObservation } from "../handoff/bisection.ts";
import type { BisectKernels } from "../stages/prepare/bisect/kernels.ts";
import { pricesOf } from "../stages/prepare/bisect/prices.ts";
import { filled, type KernelRuns } from "../stages/prepare/bisect/runs.ts";
import type { Wanted } from "../stages/prepare/bisect/wanted.ts";
import { type BisectJob, bisectRuns } from "./bisectRuns.ts";

/** Takes one step: kernels for it, then their runs; a commit without a kernel is an observation, too. */
export async function bisectStep(
  job: BisectJob,
  kernels: BisectKernels,
  knowledge: Knowledge,
  asked: readonly Wanted[],
  number: number,
): Promise<void> {
  const { context, journal, spending } = job;
  const ready: KernelRuns[] = [];
  const { slots } = pricesOf(job.asked, journal, kernels, job.systems.widths);
  const wanted = filled(asked, slots);
  for (const { commit, runs } of wanted) {
    const named = `${commit.commit.slice(0, 12)} ("${commit.subject}")`;
    context.ui.info(`Step ${number}: ${named}, until it fails, at most ${runs} times.`);
    const kernel = await kernels.of(commit, spending.signal);
    if ("why" in kernel) {
      context.ui.warning(`${named}: cannot be built, and is passed over: ${kernel.why}`);
      journal.observe(buildObservation(context, commit.commit, kernel.seconds));
      continue;
    }
    if (kernel.seconds !== undefined) journal.build(commit.commit, kernel.seconds);
    ready.push({ kernel, runs });
  }
  const failures = Math.max(...wanted.map((one) => one.failures));
  if (ready.length > 0) await bisectRuns(job, knowledge, ready, failures, number);
}
