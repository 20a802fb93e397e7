import prettyMilliseconds from "pretty-ms";
import { fitTerminal } from "../../text/columns.ts";
import { plural } from "../../text/plural.ts";
import type { MatrixFigures } from "../matrix.ts";
import type { PlanFile } from "../planFile.ts";

const time = (seconds: number) => prettyMilliseconds(seconds * 1000, { unitCount: 2 });

/** Sets of torture.sh for people: a line for each, and what all of them come to. */
export function renderSets(
  plan: Pick<PlanFile, "sets" | "shards" | "builds">,
  figures: MatrixFigures,
): string[] {
  const guests = plan.shards.flatMap((shard) => shard.guests);
  const kernels = new Set([
    ...guests.map(({ build }) => build),
    ...plan.sets.flatMap(({ recipe }) => Object.values(recipe?.kernels ?? {})),
  ]);
  const missing = plan.builds.reduce((sum, job) => sum + job.builds.length, 0);
  const lines = plan.sets.map(({ id, suite, recipe }) => {
    const own = guests.filter(({ set }) => set === id);
    if (recipe?.refused !== undefined) return `  ${id}: did-not-run: ${recipe.refused}`;
    if (own.length === 0)
      return `  ${id}: ${recipe?.kind === "builds" ? `${suite}, builds only` : "make only"}`;
    const wanted = recipe?.mustFail ? ", must fail" : "";
    return `  ${id}: ${suite}, ${plural(own.length, "guest")} for ${time(recipe?.seconds ?? 0)}${wanted}`;
  });
  const builds = missing === 0 ? "" : ` (about ${time(Math.round(figures.buildSeconds))})`;
  const inRow = time(Math.round(figures.tortureHours * 3600));
  const runs =
    figures.runSeconds === 0
      ? ""
      : `; about ${time(figures.runSeconds)} for the guests (one after the other: ${inRow})`;
  return fitTerminal([
    `torture.sh: ${plural(plan.sets.length, "set")}, ${plural(guests.length, "guest")}, ` +
      `${plural(kernels.size, "kernel")}, of which ${missing} to build${builds}${runs}.`,
    ...lines,
  ]);
}
