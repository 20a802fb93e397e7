import type { Prices } from "../../../bisect/knowledge.ts";
import type { Observation } from "../../../bisect/observations.ts";
import type { BisectSubject } from "./asked.ts";
import type { BisectKernels } from "./kernels.ts";

/** Seconds of a guest's life beyond its torture, of which nothing is known yet. */
const beyond = 15;

/** Guests that live at the same time on machines with room for so many CPUs each. */
export const slotsOf = (widths: readonly number[], cpus: number): number =>
  widths.reduce((sum, width) => sum + Math.max(1, Math.floor(width / cpus)), 0);

/** What building and running costs here, as far as is known by now. */
export function pricesOf(
  asked: BisectSubject,
  {
    observations,
    built,
  }: { readonly observations: readonly Observation[]; readonly built: ReadonlyMap<string, number> },
  kernels: BisectKernels,
  widths: readonly number[],
): Prices {
  const whole = observations.filter(({ outcome, errors }) => outcome === "ran" && errors.length === 0);
  const lived = whole.reduce((sum, { seconds }) => sum + seconds, 0);
  const cpus = kernels.guestCpus ?? 1;
  return {
    has: (commit) => kernels.has(commit),
    builds: [...built.values()],
    guest: whole.length > 0 ? lived / whole.length : asked.duration + beyond,
    // A probe has a machine for itself.
    slots: slotsOf(widths, cpus) / widths.length,
  };
}
