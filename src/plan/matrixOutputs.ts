import type { BuildGroup, MatrixPlan, Shard } from "./matrix.ts";

/** GitHub's limit of all outputs of one job, measured as UTF-16. */
export const maxOutputBytes = 1024 * 1024;

export interface MatrixOutputs {
  /** For `fromJSON` in `strategy.matrix.include`. */
  readonly builds: string;
  readonly shards: string;
  /** The guests and builds were too many for the outputs: jobs read theirs from the plan by their id. */
  readonly shortened: boolean;
}

function utf16Bytes(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + 2 * text.length, 0);
}

function brief(groups: readonly (Shard | BuildGroup)[]): unknown[] {
  return groups.map((group) => {
    const { id, pool, seconds } = group;
    const systems = "systems" in group && group.systems ? { systems: group.systems } : {};
    return {
      id,
      pool,
      "runs-on": group["runs-on"],
      seconds,
      "timeout-minutes": group["timeout-minutes"],
      ...systems,
    };
  });
}

/**
 * A plan's matrices as outputs of a job. Each entry names its guests (its builds) while all fits into `limit` bytes;
 * otherwise entries have what a job needs to start, and the rest stands in the plan.
 */
export function matrixOutputs(plan: MatrixPlan, limit = maxOutputBytes): MatrixOutputs {
  const whole = { builds: JSON.stringify(plan.builds), shards: JSON.stringify(plan.shards) };
  // A quarter is left for the job's other outputs.
  if (utf16Bytes(whole.builds, whole.shards) <= limit * 0.75) return { ...whole, shortened: false };
  return {
    builds: JSON.stringify(brief(plan.builds)),
    shards: JSON.stringify(brief(plan.shards)),
    shortened: true,
  };
}
