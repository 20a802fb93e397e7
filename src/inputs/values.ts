import { InputError } from "../errors.ts";
import type { InputSpec, Jitter } from "./spec.ts";

const secondsPer = { s: 1, m: 60, "": 60, h: 3600, d: 86400 } as const;

/**
 * `90s`, `10m`, `10` (minutes), `2h`, `1d` → seconds, as `kvm.sh --duration` reads them.
 * @throws InputError for anything else, and for zero.
 */
export function parseDuration(name: string, text: string): number {
  const match = /^(\d{1,9})([smhd]?)$/.exec(text);
  const seconds = match ? Number(match[1]) * secondsPer[match[2] as keyof typeof secondsPer] : 0;
  if (seconds < 1) {
    throw new InputError(`${name}: "${text}" is no duration; write 90s, 10m, 10 (minutes), 2h or 1d.`);
  }
  return seconds;
}

function parseBoolean(name: string, text: string): boolean {
  if (text === "true") return true;
  if (text === "false") return false;
  throw new InputError(`${name}: "${text}" is neither "true" nor "false".`);
}

function parseCount(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InputError(`${name}: "${text}" is no whole number.`);
  return Number(text);
}

function parseCpus(name: string, text: string): number | "auto" {
  if (text === "auto") return "auto";
  if (!/^\d{1,5}$/.test(text)) {
    throw new InputError(
      `${name}: "${text}" is neither "auto" nor a number of CPUs (0: one guest at a time).`,
    );
  }
  return Number(text);
}

function parseCopies(name: string, text: string): number | "fill" {
  if (text === "fill") return "fill";
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

function parseMemory(name: string, text: string): string {
  if (!/^[1-9]\d{0,6}[MG]?$/.test(text)) {
    throw new InputError(`${name}: "${text}" is no memory size; write 512 (megabytes), 512M or 2G.`);
  }
  return text;
}

function parseChoice(name: string, text: string, choices: readonly string[]): string {
  if (choices.includes(text)) return text;
  throw new InputError(`${name}: "${text}" is not one of ${choices.join(", ")}.`);
}

/**
 * The typed value of `text` for an input; empty text is the default, and where that is empty too, `undefined`.
 * @throws InputError naming the input, the value and what is allowed.
 */
export function parseValue(name: string, spec: InputSpec, text: string | undefined): unknown {
  const given = text?.trim() ? text.trim() : spec.default;
  if (given === "" && spec.kind !== "words" && spec.kind !== "lines") return undefined;
  switch (spec.kind) {
    case "choice":
      return parseChoice(name, given, spec.choices);
    case "boolean":
      return parseBoolean(name, given);
    case "duration":
      return parseDuration(name, given);
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
    case "words":
      return given.split(/\s+/).filter((word) => word !== "");
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
