import { join } from "node:path";
import type { JobContext } from "../../context.ts";
import { buildCommand } from "../../kernel/buildCommand.ts";
import { renderBatches, renderScenarios, renderSchedule } from "../../plan/files.ts";
import { quote } from "../../systems/quote.ts";
import { buildOptions } from "./kernels/buildOptions.ts";
import { newRunDirectory } from "./newRunDirectory.ts";
import type { PlannedJob } from "./plan.ts";

/** A plan in a form of `kvm.sh --dryrun`. */
export async function showPlan(
  context: JobContext,
  job: PlannedJob,
  show: NonNullable<JobContext["inputs"]["show"]>,
): Promise<string> {
  const { batches, cpus } = job.plan;
  switch (show) {
    case "batches":
      return renderBatches(batches);
    case "scenarios":
      return renderScenarios(batches);
    case "sched":
      return renderSchedule(batches, cpus);
    case "script":
      return await renderScript(context, job);
  }
}

/** What builds these kernels and runs these guests with nothing but the tree's own scripts. */
async function renderScript({ inputs, environment }: JobContext, job: PlannedJob): Promise<string> {
  const { tree, plan } = job;
  const res = join(tree.rcutorture, "res");
  const rundir = await newRunDirectory(inputs, res, environment.workspace, new Date());
  const command = buildCommand(tree, buildOptions(inputs, plan, plan.guests, rundir));
  return [
    "#!/bin/sh",
    "# This plan, carried out by the scripts of the kernel tree alone. They need KVM.",
    `cd ${quote([tree.path])} || exit`,
    // Fails also for options that .config has otherwise; what has a kernel runs, as with kvm.sh itself.
    quote(command.argv),
    `cd ${quote([rundir.path])} || exit`,
    "rm -f */buildonly",
    `RCUTORTURE=${quote([tree.rcutorture])}`,
    "PATH=$RCUTORTURE/bin:$PATH",
    "export RCUTORTURE PATH",
    ...plan.batches.map(({ guests }) =>
      quote(["kvm-test-1-run-batch.sh", ...guests.map(({ name }) => name)]),
    ),
    'kvm-recheck.sh "$PWD"',
    "",
  ].join("\n");
}
