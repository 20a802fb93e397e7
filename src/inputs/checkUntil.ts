import { InputError } from "../errors.ts";
import type { Inputs } from "./table.ts";

/**
 * Checks the inputs of questions.
 * @throws InputError at the first combination that makes no sense, with what is allowed
 */
export function checkUntil(inputs: Inputs): void {
  const { until, before, failure, budget, mode } = inputs;
  if (until === undefined) {
    if (mode === "bisect" && before === undefined) return;
    // Mode report compares with it.
    const only = mode === "report" ? { failure, budget } : { before, failure, budget };
    for (const [name, given] of Object.entries(only)) {
      if (given === undefined) continue;
      throw new InputError(`${name}: only with until or in mode bisect; add until, such as until: fixed.`);
    }
    return;
  }
  if (mode !== "run" && (mode !== "report" || inputs.plan === undefined))
    throw new InputError(`until: only in mode run, and in mode report with a plan, not in ${mode}.`);
  if (inputs.repeat > 1 || inputs.repeatFor !== undefined) {
    const name = inputs.repeat > 1 ? "repeat" : "repeat-for";
    throw new InputError(`${name}: not with until, which repeats as often as it takes; budget bounds it.`);
  }
  if (inputs.stopOnFailure) {
    throw new InputError("stop-on-failure: not with until; to stop at the first failure: until: failures=1.");
  }
  if (inputs.dryrun) throw new InputError("dryrun: not with until; it runs guests until there is an answer.");
  if (before !== undefined && until.kind !== "fixed") {
    throw new InputError("before: only with until: fixed; the other questions compare with nothing.");
  }
}
