import { InputError } from "../errors.ts";
import { isTimeUnit } from "./duration.ts";
import { type InputName, inputTable } from "./table.ts";
import { isBoolean } from "./values.ts";

/** A flag that was given before a word that stands alone. */
export interface FlagBefore {
  readonly name: InputName;
  /** As it was given; undefined: a boolean flag without a value. */
  readonly value: string | undefined;
}

/** What a word that stands alone means: a value of an input, joined to what is there already or instead of it. */
export interface Meaning {
  readonly name: InputName;
  readonly value: string;
  readonly joined: boolean;
}

const scenarios = /^(?:(?:\d{1,4}\*)?[A-Z][A-Z0-9_-]*(?:,|$))+$/;

/** Whether a word goes on with the value of the flag before it, which a shell took apart. */
function continues({ name, value }: FlagBefore, word: string): boolean {
  switch (inputTable[name].kind) {
    case "words":
    case "scenarios":
      return true;
    case "boolean":
      return value === undefined && isBoolean(word);
    case "duration":
    case "seconds":
      return isTimeUnit(word) || /^\d+(?:\.\d+)?\s*[a-z]+$/i.test(word);
    case "memory":
      return /^[MG](?:i?B)?$/i.test(word);
    case "jitter":
      return /^\d+$/.test(word);
    default:
      return false;
  }
}

/** Kinds whose values have spaces in them so often that people forget the quotes. */
function isText(name: InputName): boolean {
  return ["text", "lines", "verbatim"].includes(inputTable[name].kind);
}

function refusal(word: string, mode: string, before: FlagBefore | undefined): InputError {
  if (before !== undefined && isText(before.name)) {
    return new InputError(
      `"${word}" stands alone; quote values with spaces: --${before.name} "${before.value ?? ""} ${word}".`,
    );
  }
  if (word.includes("/") || word.startsWith(".") || word.startsWith("~")) {
    return new InputError(
      `"${word}" stands alone; write --kernel ${word} for a kernel tree` +
        (mode === "run" ? `, --again ${word} for a run directory to run again.` : "."),
    );
  }
  return new InputError(`"${word}": expected a flag such as --configs, or a scenario such as TREE03.`);
}

/**
 * What a word of the command line means that belongs to no flag: `TREE03 TREE05` without quotes, `10 min`,
 * `report DIR`.
 * @throws InputError with the form that is taken
 */
export function meaningOf(word: string, mode: string, before: FlagBefore | undefined): Meaning {
  if (before !== undefined && continues(before, word))
    return { name: before.name, value: word, joined: inputTable[before.name].kind !== "boolean" };
  // Behind a text without quotes, a word in small letters is more likely a part of that.
  const free = before === undefined || !isText(before.name) || scenarios.test(word);
  const judges = mode === "report" || mode === "baseline" || mode === "issues";
  if (judges && free) return { name: "rundir", value: word, joined: false };
  if (!judges && free && scenarios.test(word.toUpperCase()))
    return { name: "configs", value: word, joined: true };
  throw refusal(word, mode, before);
}
