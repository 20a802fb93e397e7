import type { Knowledge } from "../bisect/knowledge.ts";
import { failuresToBegin, type Step } from "../bisect/steps.ts";
import type { HistoryCommit } from "../kernel/history.ts";
import type { BisectKernels } from "../stages/prepare/bisect/kernels.ts";
import { pricesOf } from "../stages/prepare/bisect/prices.ts";
import { filled, type KernelRuns } from "../stages/prepare/bisect/runs.ts";
import { type BisectJob, bisectRuns } from "./bisectRuns.ts";

type Commit = Pick<HistoryCommit, "commit" | "treeId" | "subject">;

interface Wanted {
  readonly commit: Commit;
  readonly runs: number;
  /** After which the runs end. */
  readonly failures: number;
}

/** What a step asks to be run. */
function wantedBy(step: Step, { asked }: BisectJob, { counts, rules }: Knowledge): Wanted[] {
  const { good, commits } = asked.history;
  const last = commits.length - 1;
  if (step.kind === "good")
    return [{ commit: good, runs: step.runs, failures: rules.goodRate > 0 ? Infinity : 1 }];
  const probes =
    step.kind === "probes" ? step.probes : [{ commit: last, runs: step.kind === "confirm" ? step.runs : 0 }];
  const failures = step.kind === "confirm" ? failuresToBegin - (counts.get(last)?.failures ?? 0) : 1;
  return probes.flatMap((probe) => {
    const commit = commits[probe.commit];
    return commit === undefined ? [] : [{ commit, runs: probe.runs, failures }];
  });
}

/** Takes one step: kernels for it, then their runs; a commit without a kernel is an observation, too. */
export async function bisectStep(
  job: BisectJob,
  kernels: BisectKernels,
  knowledge: Knowledge,
  step: Step,
  number: number,
): Promise<void> {
  const { context, journal, spending } = job;
  const ready: KernelRuns[] = [];
  const { slots } = pricesOf(job.asked, journal, kernels, job.systems.widths);
  const wanted = filled(wantedBy(step, job, knowledge), slots);
  for (const { commit, runs } of wanted) {
    const named = `${commit.commit.slice(0, 12)} ("${commit.subject}")`;
    context.ui.info(`Step ${number}: ${named}, until it fails, at most ${runs} times.`);
    const kernel = await kernels.of(commit, spending.signal);
    if ("why" in kernel) {
      context.ui.warning(`${named}: cannot be built, and is passed over: ${kernel.why}`);
      const id = `${commit.commit}-build`;
      journal.observe({ id, commit: commit.commit, outcome: "build", errors: [], seconds: kernel.seconds });
      continue;
    }
    if (kernel.seconds !== undefined) journal.build(commit.commit, kernel.seconds);
    ready.push({ kernel, runs });
  }
  const failures = Math.max(...wanted.map((one) => one.failures));
  if (ready.length > 0) await bisectRuns(job, knowledge, ready, failures, number);
}
