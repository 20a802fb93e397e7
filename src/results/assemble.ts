import { exitStatus } from "../errors.ts";
import { verdicts } from "./kinds.ts";
import type { BuildResult, GuestResult, Verdict } from "./schema.ts";
import { hasKernel } from "./status.ts";

/** The verdict over all: the worst of its guests and builds, in the order of `verdicts`; no guest, no pass. */
export function overallVerdict(guests: readonly GuestResult[], builds: readonly BuildResult[]): Verdict {
  const present = new Set<Verdict>(guests.map((guest) => guest.verdict));
  if (builds.some((build) => build.status === "failed")) present.add("build-failed");
  // Builds alone: one that nobody got to is no pass.
  if (present.size === 0) {
    const ready = builds.filter(hasKernel);
    return builds.length > 0 && ready.length === builds.length ? "passed" : "did-not-run";
  }
  return worstVerdict([...present]);
}

/** The worst of some verdicts, in the order of `verdicts`; of none, `did-not-run`. */
export function worstVerdict(some: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => some.includes(verdict)) ?? "did-not-run";
}

const statusOf: Record<Verdict, number> = {
  passed: exitStatus.passed,
  failed: exitStatus.kernelFailed,
  "build-failed": exitStatus.kernelFailed,
  // It says nothing about the kernel, and it is no pass.
  "did-not-run": exitStatus.infrastructure,
  "infrastructure-error": exitStatus.infrastructure,
};

/** Exit status of the command line for a verdict. */
export function exitStatusFor(verdict: Verdict): number {
  return statusOf[verdict];
}

/** Names of the guests that did not pass and of scenarios that did not build, each once, in order. */
export function failedNames(guests: readonly GuestResult[], builds: readonly BuildResult[]): string[] {
  const names = guests.filter((guest) => guest.verdict !== "passed").map((guest) => guest.name);
  const unbuilt = builds.filter((build) => build.status === "failed").map((build) => build.scenario);
  return [...new Set([...names, ...unbuilt])];
}
