import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BuildReport, buildKernels } from "../kernel/build.ts";
import type { BuildOptions } from "../kernel/buildOptions.ts";
import { renderBatchesFile, renderScenarios } from "../plan/files.ts";
import { widestGuest } from "../plan/plan.ts";
import { guestFiles, runFiles } from "../rundir/names.ts";
import type { JobContext } from "./context.ts";
import { defaultDuration, type PlannedJob } from "./plan.ts";
import type { NewRunDirectory } from "./rundir.ts";

/** Builds what was planned into a new run directory, laid out as `kvm.sh` lays it out. */
export async function buildJob(
  context: JobContext,
  { tree, plan }: PlannedJob,
  rundir: NewRunDirectory,
): Promise<BuildReport> {
  const { inputs, ui } = context;
  const scenarios = [...new Set(plan.guests.map((guest) => guest.scenario))];
  const options: BuildOptions = {
    ...inputs,
    configs: inputs.configs.length > 0 ? inputs.configs : ["CFLIST"],
    duration: inputs.duration ?? defaultDuration,
    widestGuest: widestGuest(plan.guests),
    cpus: plan.cpus,
    results: rundir.results,
    datestamp: rundir.datestamp,
  };
  const report = await buildKernels(tree, options, scenarios, {
    runner: context.buildRunner,
    executor: context.executor,
    path: context.environment.variables.PATH ?? "",
    signal: context.signal,
    listener: {
      info: (line) => ui.info(line),
      built(result, output) {
        const took = result.seconds === undefined ? "" : ` in ${Math.round(result.seconds)} s`;
        const path = join(rundir.path, result.scenario, guestFiles.makeOut);
        if (result.status === "built") ui.info(`${result.scenario} built${took}`);
        else ui.warning(`${result.scenario}: the build failed${took}`);
        ui.folded(`Build log of ${result.scenario}`, output, path);
      },
    },
  });
  // kvm.sh packed for the widest guest; these are the batches of the machine that runs.
  await writeFile(join(rundir.path, runFiles.batches), renderBatchesFile(plan.batches, plan.cpus));
  await writeFile(join(rundir.path, runFiles.scenarios), renderScenarios(plan.batches));
  return report;
}
