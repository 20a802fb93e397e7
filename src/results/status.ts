import type { BuildResult, GuestResult } from "./schema.ts";

/** The guest says something about the kernel: it ran, to a pass or a failure. */
export function hasVerdict({ verdict }: Pick<GuestResult, "verdict">): boolean {
  return verdict === "passed" || verdict === "failed";
}

/** There is a kernel: built, or from a store. */
export function hasKernel({ status }: Pick<BuildResult, "status">): boolean {
  return status === "built" || status === "reused";
}
