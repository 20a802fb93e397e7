import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { JobContext } from "../../context.ts";
import { InputError, messageOf } from "../../errors.ts";
import { parseBaseline } from "../../results/baseline.ts";
import { type Gate, type GateOptions, gate, type KnownFailure } from "../../results/gate.ts";
import type { Results } from "../../results/schema.ts";

/**
 * Failures that the input `baseline` names. A line that is broken or has expired costs a warning.
 * @throws InputError for a file that cannot be read: before anything starts
 */
export async function readBaseline({
  inputs,
  environment,
  ui,
}: JobContext): Promise<readonly KnownFailure[]> {
  if (inputs.failOn === "new" && inputs.store === "none") {
    ui.warning(
      "fail-on: new compares with the history of the branch, which needs a store; with store: none every failure is new.",
    );
  }
  if (inputs.baseline === undefined) return [];
  const path = resolve(environment.workspace, inputs.baseline);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new InputError(`baseline: "${inputs.baseline}" cannot be read (${messageOf(error)}).`);
  });
  const { entries, problems } = parseBaseline(text, new Date().toISOString().slice(0, 10));
  for (const problem of problems)
    ui.warning(`baseline: ${inputs.baseline}, ${problem}. The line counts for nothing.`);
  return entries;
}

/**
 * Decides whether the job is red, and says so where that is not what the verdict says.
 * @param past what earlier runs of the branch say; undefined: there are none
 * @param part results of a part of a plan, which knows no history: with `fail-on: new`, the report over all decides
 */
export function decide(
  { inputs, ui }: Pick<JobContext, "inputs" | "ui">,
  results: Results,
  baseline: readonly KnownFailure[],
  past: GateOptions["past"],
  part = false,
): Gate {
  const failOn = part && inputs.failOn === "new" ? "none" : inputs.failOn;
  const decided = gate(results, { failOn, baseline, past });
  if (decided.sentence !== undefined) ui.info(decided.sentence);
  return decided;
}
