import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import { camelCase, type InputSpec } from "../../../inputs/spec.ts";
import { type Inputs, inputTable } from "../../../inputs/table.ts";
import { defaultText, inputText, inputTexts, shapingInputs, textOf } from "../../../inputs/texts.ts";
import { parseValue } from "../../../inputs/values.ts";
import { checkTexts } from "../../../kernel/buildOptions.ts";
import type { PlanFile } from "../../../plan/planFile.ts";

/** What a plan keeps of the inputs it was made with. */
export function inputsToKeep(inputs: Inputs): Record<string, string> {
  return inputTexts(inputs, shapingInputs);
}

/**
 * The job's inputs, with those that it shares with all of the plan's jobs as the plan has them.
 * @throws InputError when the job was given another value for one of these, or the plan has one that no input may have
 */
export function withPlanInputs(context: JobContext, plan: Pick<PlanFile, "inputs">): JobContext {
  const inputs: Record<string, unknown> = { ...context.inputs };
  for (const name of shapingInputs) {
    const spec: InputSpec = inputTable[name];
    const planned = parseValue(name, spec, plan.inputs[name]);
    const given = inputText(context.inputs, name);
    const untouched = given === defaultText(name);
    if (!untouched && given !== textOf(planned)) {
      throw new InputError(
        `${name}: "${given}" contradicts the plan, which was made with "${textOf(planned)}"; leave it out here.`,
      );
    }
    inputs[camelCase(name)] = planned;
  }
  // A plan is a file that others can write: its texts are held to the rules for inputs.
  checkTexts(inputs);
  // Each one was parsed by the same table.
  return { ...context, inputs: inputs as unknown as Inputs };
}
