import type { Results } from "../../results/schema.ts";
import { type Difference, differenceOf } from "../../statistics/difference.ts";
import type { Ui } from "../../ui.ts";

/**
 * What changed since earlier results of the same suite.
 * @param before those results, and where they come from
 * @returns undefined, after a warning, when they are of another suite: their failures and rates mean something else, and
 *   this run's own verdict is worth more than a comparison
 */
export function comparedWith(
  before: { readonly results: readonly Results[]; readonly from: string },
  results: Results,
  ui: Pick<Ui, "warning">,
): Difference | undefined {
  const suites = new Set(before.results.map(({ suite }) => suite));
  if (!suites.has(results.suite)) {
    ui.warning(
      `before: ${before.from} is of suite ${[...suites].join(", ")}, and this run of ${results.suite}; only results of the same suite can be compared, so nothing is.`,
    );
    return undefined;
  }
  const same = before.results.filter(({ suite }) => suite === results.suite);
  const [first] = same;
  const kernel = first?.kernel.describe ?? first?.kernel.commit?.slice(0, 12);
  return differenceOf(same, [results], kernel === undefined ? before.from : `${kernel} (${before.from})`);
}
