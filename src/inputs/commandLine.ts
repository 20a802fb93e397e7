import { parseArgs } from "node:util";
import { closest } from "fastest-levenshtein";
import { InputError } from "../errors.ts";
import type { RawInputs } from "./parse.ts";
import { type InputName, inputTable } from "./table.ts";

export type CommandLine =
  | { readonly kind: "job"; readonly raw: RawInputs }
  | { readonly kind: "help" }
  | { readonly kind: "version" };

const names = Object.keys(inputTable) as InputName[];
const modes: readonly string[] = inputTable.mode.choices;

/**
 * Flags → raw inputs. The first word is the mode; every other input is a flag of its name, a boolean one may
 * stand alone; `lines` flags may be repeated.
 * @throws InputError for unknown flags (with the nearest known one) and stray words.
 */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const [first, ...rest] = argv;
  const mode = first !== undefined && !first.startsWith("-") ? first : undefined;
  if (mode === "help") return { kind: "help" };
  if (mode !== undefined && !modes.includes(mode)) {
    throw new InputError(`"${mode}" is no command; the first word is one of ${modes.join(", ")}, help.`);
  }
  const { tokens } = parseArgs({
    args: [...(mode === undefined ? argv : rest)],
    options: { ...flagOptions(), help: { type: "boolean", short: "h" }, version: { type: "boolean" } },
    strict: false,
    tokens: true,
  });
  const raw: Record<string, string> = mode === undefined ? {} : { mode };
  for (const token of tokens) {
    if (token.kind === "positional")
      throw new InputError(`"${token.value}": expected a flag such as --configs.`);
    if (token.kind !== "option") continue;
    if (token.name === "help" || token.name === "h") return { kind: "help" };
    if (token.name === "version") return { kind: "version" };
    addFlag(raw, token.name, token.value);
  }
  return { kind: "job", raw };
}

function flagOptions(): Record<string, { type: "boolean" | "string" }> {
  return Object.fromEntries(
    names.map((name) => [name, { type: inputTable[name].kind === "boolean" ? "boolean" : "string" }]),
  );
}

function addFlag(raw: Record<string, string>, flag: string, value: string | undefined): void {
  const name = names.find((known) => known === flag);
  if (name === undefined || name === "mode") {
    throw new InputError(`--${flag}: unknown flag; did you mean --${closest(flag, names)}? See --help.`);
  }
  const { kind } = inputTable[name];
  if (value === undefined && kind !== "boolean") throw new InputError(`--${name}: needs a value.`);
  const text = value ?? "true";
  // A variable of a script that is not set: not the wish to run everything here.
  if (name === "systems" && text.trim() === "")
    throw new InputError("systems: no system is named; give names that ssh understands, or leave it out.");
  const earlier = raw[name];
  if (earlier === undefined) raw[name] = text;
  else if (kind === "lines") raw[name] = `${earlier}\n${text}`;
  else if (kind === "words" || kind === "text") raw[name] = `${earlier} ${text}`;
  else throw new InputError(`--${name}: given twice ("${earlier}" and "${text}"); give it once.`);
}
