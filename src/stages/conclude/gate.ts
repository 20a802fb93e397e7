import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { JobContext } from "../../context.ts";
import { InputError, messageOf } from "../../errors.ts";
import type { PlanFile } from "../../plan/planFile.ts";
import { parseBaseline } from "../../results/baseline.ts";
import { type Gate, type GateOptions, gate, type KnownFailure } from "../../results/gate.ts";
import type { Results } from "../../results/schema.ts";

/**
 * Failures that the input `baseline` names. A line that is broken or has expired costs a warning.
 * @throws InputError for a file that cannot be read: before anything starts
 */
export async function readBaseline(context: JobContext): Promise<readonly KnownFailure[]> {
  const { inputs, ui } = context;
  if (inputs.failOn === "new" && inputs.store === "none") {
    ui.warning(
      "fail-on: new compares with the history of the branch, which needs a store; with store: none every failure is new.",
    );
  }
  return parseToday((await baselineText(context)) ?? "").entries;
}

/** Failures that the baseline knows with which a plan was made; what is wrong in it was said there. */
export function plannedBaseline({ baseline = "" }: Pick<PlanFile, "baseline">): readonly KnownFailure[] {
  return parseToday(baseline).entries;
}

/**
 * Text of the file that the input `baseline` names, with a warning for each line that has no effect; undefined:
 * none is named.
 * @throws InputError for a file that cannot be read
 */
export async function baselineText({ inputs, environment, ui }: JobContext): Promise<string | undefined> {
  if (inputs.baseline === undefined) return undefined;
  const path = resolve(environment.workspace, inputs.baseline);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new InputError(`baseline: "${inputs.baseline}" cannot be read (${messageOf(error)}).`);
  });
  for (const problem of parseToday(text).problems)
    ui.warning(`baseline: ${inputs.baseline}, ${problem}. The line has no effect.`);
  return text;
}

const parseToday = (text: string) => parseBaseline(text, new Date().toISOString().slice(0, 10));

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
