import type { Inputs } from "../../../inputs/table.ts";
import type { BuildOptions } from "../../../kernel/buildOptions.ts";
import { defaultDuration, type PlannedGuest } from "../../../plan/guest.ts";
import { type Plan, widestGuest } from "../../../plan/plan.ts";
import type { NewRunDirectory } from "../newRunDirectory.ts";

/** `2*TREE03`: words for `kvm.sh --configs` that make these guests. */
function configWords(guests: readonly PlannedGuest[]): string[] {
  const copies = new Map<string, number>();
  for (const { scenario } of guests) copies.set(scenario, (copies.get(scenario) ?? 0) + 1);
  return [...copies].map(([scenario, count]) => (count === 1 ? scenario : `${count}*${scenario}`));
}

/** How `kvm.sh` is to build the kernels of some of a plan's guests. */
export function buildOptions(
  inputs: Inputs,
  plan: Pick<Plan, "cpus">,
  guests: readonly PlannedGuest[],
  { results, datestamp }: NewRunDirectory,
): BuildOptions {
  return {
    ...inputs,
    configs: configWords(guests),
    duration: inputs.duration ?? defaultDuration,
    widestGuest: widestGuest(guests),
    cpus: plan.cpus,
    results,
    datestamp,
  };
}
