import type { JobContext } from "../../context.ts";
import { exitStatus } from "../../errors.ts";
import { buildsVerdict } from "../../results/buildsVerdict.ts";
import type { BuildResult } from "../../results/schema.ts";

/**
 * Publishes what became of kernels, where nothing is run: outputs and the log.
 * @param wanted how many kernels were to be built
 * @param sentence what is said of the number that is ready
 * @returns the exit status
 */
export function publishBuilds(
  { ui, signal }: Pick<JobContext, "ui" | "signal">,
  builds: readonly BuildResult[],
  wanted: number,
  infrastructure: readonly string[],
  sentence: (ready: number) => string,
): number {
  for (const line of infrastructure) ui.warning(line);
  const failed = builds
    .filter(({ status }) => status === "failed" || status === "skipped")
    .map(({ scenario }) => scenario);
  ui.output("failed-scenarios", failed.join(" "));
  ui.output("result", buildsVerdict(builds, wanted, infrastructure));
  ui.info(sentence(builds.length - failed.length));
  if (signal.aborted || infrastructure.length > 0) return exitStatus.infrastructure;
  return failed.length === 0 ? exitStatus.passed : exitStatus.kernelFailed;
}
