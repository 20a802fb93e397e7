import type { GuestResult } from "./schema.ts";

/**
 * What results of one scenario go by: `TREE03`, `TREE03 (kasan)`. Kernels with a sanitizer fail and run otherwise, so
 * they are another scenario to everything that counts. Merged results may say so in the scenario's name already.
 */
export function scenarioOf({ scenario, variant }: Pick<GuestResult, "scenario" | "variant">): string {
  return variant === undefined || scenario.includes(variant) ? scenario : `${scenario} (${variant})`;
}
