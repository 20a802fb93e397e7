import type { BuildResult, Verdict } from "./schema.ts";
import { hasKernel } from "./status.ts";

/**
 * The verdict of a job that only builds. A kernel that nobody got to build, or that this machine could not build, is no
 * failure of the kernel's sources.
 *
 * @param wanted how many kernels were to be built
 * @param infrastructure why builds failed that failed because of this machine
 */
export function buildsVerdict(
  builds: readonly BuildResult[],
  wanted: number,
  infrastructure: readonly string[],
): Verdict {
  if (builds.some(({ status }) => status === "failed")) return "build-failed";
  if (infrastructure.length > 0) return "infrastructure-error";
  const ready = builds.filter(hasKernel);
  return ready.length < wanted ? "did-not-run" : "passed";
}
