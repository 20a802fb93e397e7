import { closest } from "fastest-levenshtein";
import type { Jitter } from "../contracts/jitter.ts";
import { InputError } from "../errors.ts";
import { parseDuration } from "./duration.ts";
import { parseBudget, parsePercent, parseQuestion } from "./question.ts";
import type { InputSpec } from "./spec.ts";
import { scenarioWords, splitWords } from "./words.ts";

/** Whether a word says yes or no, as YAML and people write it. */
export function isBoolean(text: string): boolean {
  return /^(true|yes|on|1|false|no|off|0)$/i.test(text);
}

function parseBoolean(name: string, text: string): boolean {
  if (/^(true|yes|on|1)$/i.test(text)) return true;
  if (/^(false|no|off|0)$/i.test(text)) return false;
  throw new InputError(`${name}: "${text}" is neither "true" nor "false".`);
}

function parseCount(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InputError(`${name}: "${text}" is no whole number.`);
  return Number(text);
}

function parseCpus(name: string, text: string): number | "auto" {
  if (/^(auto|all)$/i.test(text)) return "auto";
  if (!/^\d{1,5}$/.test(text)) {
    throw new InputError(
      `${name}: "${text}" is neither "auto" nor a number of CPUs (0: one guest at a time).`,
    );
  }
  return Number(text);
}

function parseCopies(name: string, text: string): number | "fill" {
  if (/^fill$/i.test(text)) return "fill";
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw new InputError(`${name}: "${text}" is neither "fill" nor a number of copies from 1 to 9999.`);
  }
  return Number(text);
}

/** Defaults of `jitter.sh`: sleep at most one second, spin at most one millisecond. */
function parseJitter(name: string, text: string): Jitter {
  const match = /^(-1|\d{1,4})(?: +(\d{1,9})(?: +(\d{1,9}))?)?$/.exec(text);
  if (!match) {
    throw new InputError(`${name}: "${text}" is not "N [sleep [spin]]" (threads, or -1; microseconds).`);
  }
  return {
    threads: Number(match[1]),
    maxSleep: Number(match[2] ?? 1_000_000),
    maxSpin: Number(match[3] ?? 1_000),
  };
}

/** Megabytes of a guest. The kernel of a scenario from tinyconfig needs some forty. */
const leastMemory = 64;

/** `512`, `512M`, `2G` as qemu reads them; also `2GB`, `2 GiB`, `512mb`. */
function parseMemory(name: string, text: string): string {
  const [, amount, unit = ""] = /^([1-9]\d{0,6})\s*(?:([MG])(?:i?B)?)?$/i.exec(text) ?? [];
  if (amount === undefined) {
    throw new InputError(`${name}: "${text}" is not a memory size; write 512 (megabytes), 512M or 2G.`);
  }
  const megabytes = Number(amount) * (unit.toUpperCase() === "G" ? 1024 : 1);
  if (megabytes < leastMemory) {
    throw new InputError(
      `${name}: "${text}" is too little for a kernel; give ${leastMemory} (megabytes) or more, or 2G.`,
    );
  }
  return `${amount}${unit.toUpperCase()}`;
}

function parseChoice(name: string, text: string, choices: readonly string[], open?: RegExp): string {
  const wanted = text.toLowerCase();
  if (choices.includes(wanted)) return wanted;
  if (open?.test(text)) return text;
  const near = choices.find((choice) => wanted.startsWith(choice)) ?? closest(wanted, choices);
  throw new InputError(`${name}: "${text}" is not one of ${choices.join(", ")}; did you mean ${near}?`);
}

/**
 * The typed value of `text` for an input; empty text is the default, and where that is empty too, `undefined`.
 * @throws InputError naming the input, the value and what is allowed.
 */
export function parseValue(name: string, spec: InputSpec, text: string | undefined): unknown {
  const given = text?.trim() ? text.trim() : spec.default;
  if (given === "" && !["words", "scenarios", "lines"].includes(spec.kind)) return undefined;
  switch (spec.kind) {
    case "choice":
      return parseChoice(name, given, spec.choices, spec.open);
    case "boolean":
      return parseBoolean(name, given);
    case "duration":
      return parseDuration(name, given);
    case "seconds":
      return /^0+s?$/.test(given) ? 0 : parseDuration(name, given, 1);
    case "count":
      return parseCount(name, given);
    case "cpus":
      return parseCpus(name, given);
    case "copies":
      return parseCopies(name, given);
    case "jitter":
      return parseJitter(name, given);
    case "memory":
      return parseMemory(name, given);
    case "question":
      return parseQuestion(name, given);
    case "percent":
      return parsePercent(name, given);
    case "budget":
      return parseBudget(name, given);
    case "words":
      return atLeastOne(name, given, splitWords(given));
    case "scenarios":
      return atLeastOne(name, given, scenarioWords(given));
    case "lines":
      return given
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
    case "text":
    case "secret":
    case "verbatim":
    case "path":
      return oneLine(name, given, spec.kind);
  }
}

/** A list of separators alone is a mistake, not the default. */
function atLeastOne(name: string, text: string, words: readonly string[]): readonly string[] {
  if (text !== "" && words.length === 0) {
    throw new InputError(`${name}: "${text}" names nothing; separate names by spaces or commas`);
  }
  return words;
}

/** Texts go into the shell scripts' own files, where a line is a unit; only what never gets there may have many lines. */
function oneLine(name: string, text: string, kind: string): string {
  if (kind === "secret" || kind === "verbatim") return text;
  const folded = kind === "text" ? text.replace(/\s*\r?\n\s*/g, " ") : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000a-\u001f]/.test(folded)) {
    throw new InputError(`${name}: has a control character in it.`);
  }
  return folded;
}
