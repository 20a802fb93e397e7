import { camelCase, type InputSpec } from "./spec.ts";
import { type InputName, type Inputs, inputTable } from "./table.ts";
import { parseValue } from "./values.ts";

/** Inputs that say what is built, and how guests run and are judged: all jobs of a plan must agree on them. */
export const shapingInputs = [
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
  "shutdown-grace",
  "no-initrd",
  "ignore",
  "stop-on-failure",
] as const satisfies readonly InputName[];

/** The text that an input has to have for a value. */
export function textOf(value: unknown): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.join("\n");
  if (typeof value === "object" && value !== null) return Object.values(value).join(" ");
  return String(value);
}

export function inputText(inputs: Inputs, name: InputName): string {
  return textOf(inputs[camelCase(name) as keyof Inputs]);
}

/** The text that the default of an input comes to. */
export function defaultText(name: InputName): string {
  const spec: InputSpec = inputTable[name];
  return textOf(parseValue(name, spec, undefined));
}

/** Texts of inputs, by name. */
export function inputTexts(inputs: Inputs, names: readonly InputName[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, inputText(inputs, name)]));
}
