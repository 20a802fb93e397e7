import type { Budget, Question } from "../contracts/question.ts";
import { InputError } from "../errors.ts";
import { parseDuration } from "./duration.ts";

const questions = "failures=5, rate<1/100h, rate<1/500runs or fixed";

/** Beyond these an answer would take longer than anybody waits. */
const mostFailures = 10_000;
const mostExposure = 1_000_000;

/**
 * `failures=5`, `rate<1/100h`, `rate<2/500runs`, `fixed` → the question.
 * @throws InputError for anything else
 */
export function parseQuestion(name: string, text: string): Question {
  const words = text.toLowerCase().replace(/\s+/g, "");
  if (words === "fixed") return { kind: "fixed" };
  const wrong = (why: string) => new InputError(`${name}: "${text}" ${why}; write ${questions}.`);
  const [, count] = /^failures=(\d{1,9})$/.exec(words) ?? [];
  if (count !== undefined) {
    const failures = Number(count);
    if (failures < 1 || failures > mostFailures) throw wrong(`is not between 1 and ${mostFailures} failures`);
    return { kind: "failures", failures };
  }
  const rate = /^rate<(\d{1,6}(?:\.\d{1,6})?)\/(\d{1,7}(?:\.\d{1,3})?)?(h|hours?|d|days?|runs?|boots?)$/.exec(
    words,
  );
  if (rate) {
    const [, failed = "", amount = "1", word = ""] = rate;
    const unit = /^[rb]/.test(word) ? "runs" : "hours";
    const [failures, exposure] = [Number(failed), Number(amount) * (word.startsWith("d") ? 24 : 1)];
    if (!(failures > 0) || !(exposure > 0)) throw wrong("asks for a rate of nothing");
    if (exposure / failures > mostExposure) throw wrong(`is rarer than once in ${mostExposure} ${unit}`);
    if (unit === "runs" && failures >= exposure) throw wrong("is true of every run");
    return { kind: "rate", failures, exposure, unit };
  }
  throw wrong("is no question");
}

/**
 * `95`, `95%`, `99.9 %` → a share: 0.95.
 * @throws InputError unless it is above 50 and below 100
 */
export function parsePercent(name: string, text: string): number {
  const [, number] = /^(\d{1,3}(?:\.\d{1,6})?)\s*%?$/.exec(text) ?? [];
  const value = Number(number);
  if (!(value > 50 && value < 100)) {
    throw new InputError(`${name}: "${text}" is not a percentage above 50 and below 100; write 95 or 99.9.`);
  }
  return value / 100;
}

/**
 * `12h` (wall clock) or `40 guest-hours` → a budget.
 * @throws InputError for anything else
 */
export function parseBudget(name: string, text: string): Budget {
  const [, amount, unit] =
    /^(\d{1,7}(?:\.\d{1,3})?)\s*guest[- ]?(h|hours?|m|min|minutes?)$/i.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined) {
    const seconds = Math.round(Number(amount) * (/^h/i.test(unit) ? 3600 : 60));
    if (seconds < 1) throw new InputError(`${name}: "${text}" is a budget of nothing; write 40 guest-hours.`);
    return { clock: "guests", seconds };
  }
  if (/^0+(\.0+)?\s*[a-z]*$/i.test(text)) {
    throw new InputError(`${name}: "${text}" is a budget of nothing; write 12h or 40 guest-hours.`);
  }
  try {
    return { clock: "wall", seconds: parseDuration(name, text) };
  } catch (error) {
    if (!(error instanceof InputError) || error.message.includes("a year")) throw error;
    throw new InputError(
      `${name}: "${text}" is no budget; write 12h (wall clock) or 40 guest-hours (all guests together).`,
    );
  }
}
