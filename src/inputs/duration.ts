import { InputError } from "../errors.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Nobody waits longer for a guest; a number with one digit too many does. */
const longest = 365 * day;

/** Seconds of the unit that a word names: `m`, `min`, `Minutes`. */
function secondsOf(unit: string): number | undefined {
  const units: readonly (readonly [RegExp, number])[] = [
    [/^s(ecs?|econds?)?$/i, 1],
    [/^m(ins?|inutes?)?$/i, minute],
    [/^(h|hrs?|hours?)$/i, hour],
    [/^d(ays?)?$/i, day],
  ];
  return units.find(([pattern]) => pattern.test(unit))?.[1];
}

/** Whether a word is a unit of time by itself, as in `10 min`. */
export function isTimeUnit(word: string): boolean {
  return secondsOf(word) !== undefined;
}

/** `1h30m`, `1 hour 30 minutes` → seconds, each unit smaller than the one before; undefined: something else. */
function secondsIn(text: string): number | undefined {
  const parts = [...text.matchAll(/\s*(\d{1,9}(?:\.\d{1,3})?)\s*([a-z]+)/gi)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) return undefined;
  let total = 0;
  let last = Infinity;
  for (const [, amount, unit = ""] of parts) {
    const seconds = secondsOf(unit);
    if (seconds === undefined || seconds >= last) return undefined;
    total += Number(amount) * seconds;
    last = seconds;
  }
  return Math.round(total);
}

/**
 * A duration as people write it → whole seconds: `90s`, `10m`, `2h`, `1d` as for `kvm.sh --duration`, and also
 * `1h30m`, `10 min`, `1.5 hours`.
 * @param bare seconds that a number without a unit counts in; `kvm.sh --duration` takes minutes
 * @throws InputError for anything else, for less than a second, and for more than a year
 */
export function parseDuration(name: string, text: string, bare = minute): number {
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) * bare : secondsIn(text);
  if (seconds === undefined || seconds < 1) {
    const plain = bare === 1 ? "180 (seconds)" : "10 (minutes)";
    throw new InputError(`${name}: "${text}" is not a duration; write 90s, 10m, ${plain}, 2h, 1h30m or 1d.`);
  }
  if (seconds > longest) {
    throw new InputError(`${name}: "${text}" is more than a year; give 365d or less.`);
  }
  return seconds;
}
