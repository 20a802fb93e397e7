import type { ExposureUnit, Question } from "../../contracts/question.ts";
import { rateEvidence, runEvidence } from "../sequences.ts";
import type { Trial } from "./trials.ts";

/** What was counted: of one scenario, or of several together. */
export interface Counts {
  readonly failures: number;
  readonly runs: number;
  readonly hours: number;
}

export const nothing: Counts = { failures: 0, runs: 0, hours: 0 };

export type ByScenario = ReadonlyMap<string, Counts>;

export function withTrial(counts: Counts | undefined, { failed, hours }: Trial): Counts {
  const { failures, runs, hours: before } = counts ?? nothing;
  return { failures: failures + (failed ? 1 : 0), runs: runs + 1, hours: before + hours };
}

export function countTrials(trials: readonly Trial[]): Map<string, Counts> {
  const all = new Map<string, Counts>();
  for (const trial of trials) all.set(trial.scenario, withTrial(all.get(trial.scenario), trial));
  return all;
}

/** As if so many had counted the same. */
export function times(counts: ByScenario, many: number): ByScenario {
  if (many === 1) return counts;
  return new Map(
    [...counts].map(([scenario, { failures, runs, hours }]) => [
      scenario,
      { failures: failures * many, runs: runs * many, hours: hours * many },
    ]),
  );
}

export function together(counts: Iterable<Counts>): Counts {
  let sum = nothing;
  for (const { failures, runs, hours } of counts)
    sum = { failures: sum.failures + failures, runs: sum.runs + runs, hours: sum.hours + hours };
  return sum;
}

/** What is asked, and all that is fixed before the first sample. */
export interface Inquiry {
  readonly question: Question;
  readonly unit: ExposureUnit;
  /** A share: 0.95. */
  readonly confidence: number;
  /** Samples from before, where the question compares. */
  readonly before?: ByScenario | undefined;
}

export type Decision = "yes" | "no" | "undecided";

export const exposureOf = (unit: ExposureUnit, { runs, hours }: Counts) => (unit === "runs" ? runs : hours);

/** Failures per unit that a question about a rate names. */
export const thresholdOf = ({ failures, exposure }: Question & { kind: "rate" }) => failures / exposure;

/**
 * How unlikely it is, as a logarithm (larger: less likely), that all failures came before if nothing changed: the
 * exact conditional test of two Poisson rates (Przyborowski & Wilenski 1940) or of two shares of runs (Fisher), for no
 * failure now. Each of n failures in T + t hours lies in the T of before with probability T/(T + t): the exposures
 * split them. Scenarios are strata: each is compared with itself, so that their mixture may change.
 * As the first failure now ends the question, looking at every moment adds no chance to be wrong.
 */
export function splitEvidence(before: ByScenario, now: ByScenario, unit: ExposureUnit): number {
  let evidence = 0;
  for (const [scenario, then] of before) {
    const [whole, more] = [exposureOf(unit, then), exposureOf(unit, now.get(scenario) ?? nothing)];
    if (unit === "hours") {
      if (then.failures > 0 && whole > 0) evidence += then.failures * Math.log1p(more / whole);
      continue;
    }
    for (let i = 0; i < then.failures; i++) evidence += Math.log1p(more / (whole - i));
  }
  return evidence;
}

/** The evidence, as a logarithm, that decides. */
export const enoughAt = (confidence: number) => -Math.log1p(-confidence);

/** What the samples so far say. */
export function decide(inquiry: Inquiry, now: ByScenario): Decision {
  const { question, unit, confidence, before } = inquiry;
  const enough = enoughAt(confidence);
  const sum = together(now.values());
  if (question.kind === "failures") return sum.failures >= question.failures ? "yes" : "undecided";
  if (question.kind === "fixed") {
    if (sum.failures > 0) return "no";
    return before && splitEvidence(before, now, unit) >= enough * (1 - 1e-12) ? "yes" : "undecided";
  }
  const exposure = exposureOf(unit, sum);
  if (!(exposure > 0)) return "undecided";
  const against = rateAgainst(question, { failures: sum.failures, exposure });
  if (against("lower") >= enough) return "yes";
  return against("higher") >= enough ? "no" : "undecided";
}

/** What fails less often than at this rate is of its order at the least; what fails more often may do so many times. */
export const scalesAt = (rate: number) => ({ lower: 1 / (2 * rate), higher: 1 / (10 * rate) });

/** Evidence against the rate that was named. */
export function rateAgainst(
  question: Question & { kind: "rate" },
  sample: { readonly failures: number; readonly exposure: number },
) {
  const rate = thresholdOf(question);
  return (side: "lower" | "higher") =>
    question.unit === "runs"
      ? runEvidence(side, sample, rate)
      : rateEvidence(side, sample, rate, scalesAt(rate)[side]);
}
