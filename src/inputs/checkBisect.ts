import type { Budget } from "../contracts/question.ts";
import { InputError } from "../errors.ts";
import { parseDuration } from "./duration.ts";
import type { Inputs } from "./table.ts";

/** A day and a night; what GitHub gives a job is less, and ends it in the middle of things. */
export const defaultBudget: Budget = { clock: "wall", seconds: 24 * 3600 };

/**
 * Checks the inputs of bisections.
 * @throws InputError at the first that breaks a rule
 */
export function checkBisect(inputs: Inputs): void {
  const { mode, good, observations, firstParent } = inputs;
  if (mode !== "bisect") {
    for (const [name, given] of Object.entries({
      good,
      observations,
      "first-parent": firstParent || undefined,
      probe: inputs.probe,
    })) {
      if (given !== undefined) throw new InputError(`${name}: only in mode bisect, not in ${mode}.`);
    }
    return;
  }
  checkRound(inputs);
  // Which commit a job of a round runs, its probe says.
  if (good === undefined && (inputs.probe === undefined || inputs.probe === "none")) {
    throw new InputError(
      "good: bisect needs a commit that does not fail; give a tag, branch or id, such as --good v6.11.",
    );
  }
  const [config] = inputs.configs;
  if (config === undefined || inputs.configs.length > 1 || config === "CFLIST") {
    throw new InputError(
      "configs: bisect runs one scenario over and over; name the one that fails, such as --configs TREE03.",
    );
  }
  if (config.includes("*")) {
    throw new InputError(
      `configs: "${config}": bisect fills the machine by itself; write ${config.replace(/^.*\*/, "")}.`,
    );
  }
  const others = {
    repeatFor: "repeat-for",
    until: "until",
    plan: "plan",
    again: "again",
  } as const;
  for (const [key, name] of Object.entries(others)) {
    if (inputs[key as keyof typeof others] !== undefined)
      throw new InputError(`${name}: not in mode bisect.`);
  }
  if (inputs.repeat > 1)
    throw new InputError("repeat: not in mode bisect, which repeats as often as it takes.");
  if (inputs.stopOnFailure)
    throw new InputError("stop-on-failure: not in mode bisect, which stops a commit's runs by itself.");
  if (inputs.dryrun) throw new InputError("dryrun: not in mode bisect.");
  goodRateOf(inputs.goodRate, 60);
}

/** What only some jobs of a bisection over runner pools may be told. */
function checkRound({ pools, probe, store, rerun, suites, variants, commits }: Inputs): void {
  if (pools === undefined && probe === undefined) return;
  if (pools !== undefined && probe !== undefined)
    throw new InputError("probe: not with pools; a job plans a round, or it runs a part of one.");
  if (store === "none")
    throw new InputError(
      "store: the jobs of a round hand on what they saw through the store; leave it at auto.",
    );
  if (rerun === "never")
    throw new InputError("rerun: each round of a bisection goes on from the one before; leave it at failed.");
  const many = { suites, variants, commits };
  for (const [name, given] of Object.entries(many))
    if (given.length > 0) throw new InputError(`${name}: not in mode bisect, which searches one failure.`);
}

const notRate = (text: string) =>
  new InputError(`good-rate: "${text}" is not a rate; write 1/500h, 1/200runs or 0.5%.`);

/** Seconds of a rate's exposure. */
function exposureOf(text: string, exposure: string): number {
  try {
    return parseDuration("good-rate", exposure);
  } catch (error) {
    throw error instanceof InputError && error.message.includes("a year") ? error : notRate(text);
  }
}

/**
 * How often a run fails at a good commit: `1/500h`, `1/200runs`, `0.5%`, `0.005`.
 * @param seconds that a run takes
 * @returns a share of runs, 0 to 0.5
 * @throws InputError for anything else
 */
export function goodRateOf(text: string, seconds: number): number {
  const [, failures, amount = "1", unit] =
    /^(\d{1,6}(?:\.\d+)?)\s*\/\s*(\d{1,9}(?:\.\d+)?)?\s*([a-z]+)$/i.exec(text) ?? [];
  let rate = Number.NaN;
  if (failures !== undefined && unit !== undefined) {
    rate = /^(run|boot)s?$/i.test(unit)
      ? Number(failures) / Number(amount)
      : 1 - Math.exp((-Number(failures) / exposureOf(text, `${amount}${unit}`)) * seconds);
  }
  const [, share, percent] = /^(\d{1,3}(?:\.\d+)?)\s*(%)?$/.exec(text) ?? [];
  if (share !== undefined) rate = Number(share) / (percent ? 100 : 1);
  if (Number.isNaN(rate)) throw notRate(text);
  if (rate > 0.5) {
    throw new InputError(
      `good-rate: "${text}" means that a good commit fails every other time; give less than 50%.`,
    );
  }
  return rate;
}
