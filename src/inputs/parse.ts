import { checkInputs } from "./check.ts";
import { camelCase, type InputSpec } from "./spec.ts";
import { type Inputs, inputTable } from "./table.ts";
import { parseValue } from "./values.ts";

/** Inputs as text, by their names in the table; missing or empty means the default. */
export type RawInputs = Readonly<Record<string, string | undefined>>;

/**
 * The one place where inputs become values.
 * @throws InputError in one line: the input, the value, what is allowed.
 */
export function parseInputs(raw: RawInputs): Inputs {
  const values = Object.entries<InputSpec>(inputTable).map(([name, spec]) => [
    camelCase(name),
    parseValue(name, spec, raw[name]),
  ]);
  const inputs = Object.fromEntries(values) as Inputs;
  checkInputs(inputs);
  // gdb without symbols shows nothing; kcsan has debug information anyway.
  return inputs.gdb && !inputs.kcsan ? { ...inputs, debugInfo: true } : inputs;
}
