import type { Keyed } from "../kernels/store.ts";
import type { PlannedSet } from "./sets.ts";

/** What a kernel is made of, whatever the order in which its options came together. */
function contentOf({ ingredients }: Keyed): string {
  const fragment = ingredients.fragment.split(" ").sort().join(" ");
  return JSON.stringify({ ...ingredients, fragment });
}

/**
 * Sets whose kernels have the same content build and boot the first one's: sets of `torture.sh` name the same options
 * in another order.
 */
export function shareKernels(sets: readonly PlannedSet[]): PlannedSet[] {
  const first = new Map<string, Keyed>();
  return sets.map((planned) => ({
    ...planned,
    keyed: new Map(
      [...planned.keyed].map(([scenario, one]) => {
        const content = contentOf(one);
        const known = first.get(content) ?? one;
        first.set(content, known);
        return [scenario, known];
      }),
    ),
  }));
}
