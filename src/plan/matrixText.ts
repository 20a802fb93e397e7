import prettyMilliseconds from "pretty-ms";
import { fitTerminal } from "../text/columns.ts";
import { plural } from "../text/plural.ts";
import type { MatrixPlan } from "./matrix.ts";

function time(seconds: number): string {
  return prettyMilliseconds(Math.round(seconds / 60) * 60_000 || 60_000, { unitCount: 2 });
}

/** A plan for people, in lines of at most 80 columns. */
export function renderMatrix(plan: MatrixPlan): string {
  return fitTerminal(matrixSentences(plan)).join("\n");
}

/** What is built and run where, how long it takes, and how good that is: sentences, then a line, indented, for each pool. */
export function matrixSentences(plan: MatrixPlan): readonly string[] {
  const { builds, shards, figures } = plan;
  const guests = shards.reduce((sum, shard) => sum + shard.guests.length, 0);
  const split = new Set(
    shards.flatMap((shard) => shard.guests.filter(({ samples }) => samples > 1).map(({ name }) => name)),
  );
  const kernels = builds.reduce((sum, group) => sum + group.builds.length, 0);
  const lines = [
    kernels === 0
      ? "Nothing to build: every kernel is there."
      : `${plural(kernels, "kernel")} to build in ${plural(builds.length, "job")}: about ${time(figures.buildSeconds)}.`,
  ];
  if (shards.length === 0) return [...lines, "Nothing to run."];
  const over = figures.runSeconds / figures.bound - 1;
  lines.push(
    `${plural(guests, "guest")} to run in ${plural(shards.length, "job")} on ${plural(figures.runners, "runner")}: ` +
      `about ${time(figures.runSeconds)} if all runners are free.`,
    `No plan for these runners takes less than ${time(figures.bound)}; this one is ${(over * 100).toFixed(1)} % above that.`,
    `${plural(Math.round(figures.machineHours * 10) / 10, "machine hour")} for ` +
      `${plural(Math.round(figures.tortureHours * 10) / 10, "hour")} of torture.`,
  );
  if (split.size > 0) {
    const names = [...split].slice(0, 5).join(", ");
    const more = split.size > 5 ? ` and ${split.size - 5} more` : "";
    lines.push(`Longer than any job may take, and therefore split into samples: ${names}${more}.`);
  }
  if (figures.idle > 0) {
    lines.push(
      `${plural(figures.idle, "runner")} not used: with them more jobs than a matrix may have would be needed.`,
    );
  }
  if (figures.unused.length > 0) lines.push(`Pools without a guest: ${figures.unused.join(", ")}.`);
  for (const [pool, own] of Map.groupBy(shards, ({ pool }) => pool)) {
    const longest = Math.max(...own.map(({ seconds }) => seconds));
    const here = own.reduce((sum, shard) => sum + shard.guests.length, 0);
    lines.push(
      `  ${pool}: ${plural(own.length, "job")}, ${plural(here, "guest")}, the longest job ${time(longest)}`,
    );
  }
  return lines;
}
