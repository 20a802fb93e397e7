import { parseArgs } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import { InputError } from "../errors.ts";
import { type Shell, shells } from "./completion.ts";
import type { Mode } from "./help.ts";
import type { RawInputs } from "./parse.ts";
import { type FlagBefore, meaningOf } from "./strayWords.ts";
import { type InputName, inputTable } from "./table.ts";

export type CommandLine =
  | { readonly kind: "job"; readonly raw: RawInputs }
  /** Of one mode, if it is named: `report --help`, `help report`. */
  | { readonly kind: "help"; readonly mode?: Mode }
  | { readonly kind: "completion"; readonly shell: Shell }
  /** Nothing at all: no wish to build all kernels. */
  | { readonly kind: "empty" }
  | { readonly kind: "version" };

const names = Object.keys(inputTable) as InputName[];
const modes: readonly string[] = inputTable.mode.choices;

/**
 * Flags → raw inputs. The first word is the mode; every other input is a flag of its name, a boolean one may
 * stand alone; `lines` flags may be repeated. Words without a flag are scenarios, or what `report` judges.
 * @throws InputError for unknown flags (with the nearest known one) and stray words.
 */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  if (argv.length === 0) return { kind: "empty" };
  const [first, ...rest] = argv;
  // A shorter way to say it: all that torture.sh does.
  const torture = first === "torture";
  const word = torture ? "run" : first !== undefined && !first.startsWith("-") ? first : undefined;
  if (word === "help") return helpFor(rest[0]);
  if (word === "completion") return { kind: "completion", shell: shellNamed(rest[0]) };
  if (word !== undefined && !modes.includes(word)) throw noCommand(word);
  const { tokens } = parseArgs({
    args: [...(word === undefined ? argv : rest)],
    options: { ...flagOptions(), help: { type: "boolean", short: "h" }, version: { type: "boolean" } },
    strict: false,
    tokens: true,
  });
  const options = tokens.filter((token) => token.kind === "option");
  if (options.some(({ name }) => name === "help" || name === "h")) return helpFor(word);
  if (options.some(({ name }) => name === "version")) return { kind: "version" };
  const flag = options.find(({ name }) => name === "mode")?.value;
  if (word !== undefined && flag !== undefined && flag !== word)
    throw new InputError(`--mode ${flag}: the first word says ${word}; give one of them.`);
  const mode = word ?? flag;
  const raw: Record<string, string> = {
    ...(mode === undefined ? {} : { mode }),
    ...(torture ? { suites: "torture" } : {}),
  };
  let before: FlagBefore | undefined;
  for (const token of tokens) {
    if (token.kind === "positional") addWord(raw, token.value, before);
    if (token.kind !== "option" || (token.name === "mode" && token.value !== undefined)) continue;
    before = addFlag(raw, token.name, token.value);
  }
  return { kind: "job", raw };
}

function helpFor(word: string | undefined): CommandLine {
  const mode = inputTable.mode.choices.find((choice) => choice === word);
  return mode === undefined ? { kind: "help" } : { kind: "help", mode };
}

function shellNamed(word: string | undefined): Shell {
  const shell = shells.find((known) => known === word);
  if (shell === undefined) {
    throw new InputError(
      `completion: "${word ?? ""}" is not a supported shell; give one of ${shells.join(", ")}.`,
    );
  }
  return shell;
}

function noCommand(word: string): InputError {
  const near = closest(word.toLowerCase(), modes);
  const meant = distance(word.toLowerCase(), near) <= 2 ? near : `run ${word}`;
  return new InputError(
    `"${word}" is not a command; the first word must be one of ${modes.join(", ")}, completion, help. Did you mean ${meant}?`,
  );
}

function flagOptions(): Record<string, { type: "boolean" | "string" }> {
  return Object.fromEntries(
    names.map((name) => [name, { type: inputTable[name].kind === "boolean" ? "boolean" : "string" }]),
  );
}

function addWord(raw: Record<string, string>, word: string, before: FlagBefore | undefined): void {
  const { name, value, joined } = meaningOf(word, raw.mode ?? inputTable.mode.default, before);
  const earlier = raw[name];
  if (name === "rundir" && earlier !== undefined) {
    throw new InputError(`"${word}": one run directory at a time, and "${earlier}" is given already.`);
  }
  raw[name] = joined && earlier !== undefined ? `${earlier} ${value}` : value;
}

function addFlag(raw: Record<string, string>, flag: string, value: string | undefined): FlagBefore {
  const name = names.find((known) => known === flag);
  if (name === undefined) {
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
  else if (kind === "words" || kind === "scenarios" || kind === "text") raw[name] = `${earlier} ${text}`;
  else throw new InputError(`--${name}: given twice ("${earlier}" and "${text}"); give it once.`);
  return { name, value };
}
