import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import { camelCase, type InputSpec } from "../../../inputs/spec.ts";
import { type InputName, type Inputs, inputTable } from "../../../inputs/table.ts";
import { parseValue } from "../../../inputs/values.ts";
import { checkTexts } from "../../../kernel/buildOptions.ts";
import type { PlanFile } from "../../../plan/planFile.ts";

/** Inputs that all jobs of a plan must agree on: what is built, and how guests run and are judged. */
const shared = [
  "kconfig",
  "kmake-arg",
  "defconfig",
  "bootargs",
  "bootimage",
  "qemu-args",
  "qemu-cmd",
  "memory",
  "debug-info",
  "trust-make",
  "jitter",
  "affinity",
  "shutdown-grace",
  "no-initrd",
  "ignore",
  "stop-on-failure",
] as const satisfies readonly InputName[];

const valueIn = (inputs: Inputs, name: InputName): unknown => inputs[camelCase(name) as keyof Inputs];

/** The text that an input has to have for a value. */
function textOf(value: unknown): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.join("\n");
  if (typeof value === "object" && value !== null) return Object.values(value).join(" ");
  return String(value);
}

/** What a plan keeps of the inputs it was made with. */
export function inputsToKeep(inputs: Inputs): Record<string, string> {
  return Object.fromEntries(shared.map((name) => [name, textOf(valueIn(inputs, name))]));
}

/**
 * The job's inputs, with those that it shares with all of the plan's jobs as the plan has them.
 * @throws InputError when the job was given another value for one of these, or the plan has one that no input may have
 */
export function withPlanInputs(context: JobContext, plan: Pick<PlanFile, "inputs">): JobContext {
  const inputs: Record<string, unknown> = { ...context.inputs };
  for (const name of shared) {
    const spec: InputSpec = inputTable[name];
    const planned = parseValue(name, spec, plan.inputs[name]);
    const given = textOf(valueIn(context.inputs, name));
    const untouched = given === textOf(parseValue(name, spec, undefined));
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
