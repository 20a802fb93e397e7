import type { JobContext } from "../../../context.ts";
import type { Question } from "../../../contracts/question.ts";
import { InputError } from "../../../errors.ts";
import type { Results } from "../../../results/schema.ts";
import { type Counts, countTrials, type Inquiry } from "../../../statistics/question/decide.ts";
import {
  type AskedFailure,
  bootFailureTime,
  mostFrequentFailure,
  namedFailure,
  trialsOf,
} from "../../../statistics/question/trials.ts";
import type { AskedQuestion } from "../../data.ts";
import type { Before } from "./before.ts";

/** A question, and the inputs that answer it soonest. */
export interface Asked {
  readonly context: JobContext;
  readonly question: AskedQuestion;
}

/** Seconds of the shortest run that is still worth its boot. */
const shortest = 10;

/** Scenarios whose guests showed the failure before, the most frequent first. */
function showing(before: ReadonlyMap<string, Counts>): string[] {
  return [...before]
    .filter(([, { failures }]) => failures > 0)
    .sort(([, a], [, b]) => b.failures - a.failures)
    .map(([scenario]) => scenario);
}

/** Seconds that most runs were planned for. */
function plannedSeconds(results: readonly Results[]): number | undefined {
  const planned = results.flatMap(({ guests }) => guests.flatMap(({ timing }) => timing.planned ?? []));
  return planned.toSorted((a, b) => a - b)[Math.floor(planned.length / 2)];
}

/** What `until: fixed` asks. @throws InputError when there is nothing to compare with */
function askFixed(context: JobContext, question: Question, before: Before): Asked {
  const { inputs, ui } = context;
  const failure =
    inputs.failure === undefined ? mostFrequentFailure(before.results) : namedFailure(inputs.failure);
  if (failure === undefined) {
    throw new InputError(`before: nothing failed in ${before.from}; there is nothing to be fixed.`);
  }
  const trials = trialsOf(before.results, failure);
  const counted = countTrials(trials);
  const scenarios = showing(counted);
  if (scenarios.length === 0) {
    throw new InputError(
      `failure: "${failure.title}" was not seen in ${before.from}; give its fingerprint, or a part of its title.`,
    );
  }
  const atBoot = bootFailureTime(before.results, failure);
  const known = [...counted.values()].every(({ hours }) => hours > 0);
  const unit = atBoot !== undefined || !known ? "runs" : "hours";
  const usual = plannedSeconds(before.results);
  const short =
    atBoot === undefined ? undefined : Math.min(usual ?? Infinity, Math.max(shortest, Math.ceil(2 * atBoot)));
  const duration = inputs.duration ?? short ?? (inputs.again === undefined ? usual : undefined);
  const names = scenarios.map((scenario) => scenario.replace(/ \(.*\)$/, ""));
  const configs = inputs.configs.length > 0 ? inputs.configs : [...new Set(names)];
  ui.info(`Before (${before.from}): ${failure.title}, on ${scenarios.join(" ")}.`);
  if (short !== undefined && inputs.duration === undefined)
    ui.info(`It always came at boot, so guests run for ${short} s only, and runs are counted, not hours.`);
  const inquiry: Inquiry = { question, unit, confidence: inputs.confidence, before: counted };
  return {
    context: { ...context, inputs: { ...inputs, duration, configs } },
    question: { inquiry, failure, from: before.from, earlier: [], budget: inputs.budget },
  };
}

/**
 * What the job is to find out.
 * @param before what `fixed` compares with
 * @throws InputError when it cannot be found out
 */
export function askQuestion(context: JobContext, question: Question, before: Before | undefined): Asked {
  const { confidence, failure: text, budget } = context.inputs;
  if (question.kind === "fixed") {
    if (before === undefined || before.results.length === 0) {
      throw new InputError(
        "until: fixed compares with a run before, and no earlier run of this branch is known that failed; name one with before: a run directory, a results.json, or run:ID.",
      );
    }
    return askFixed(context, question, before);
  }
  const failure: AskedFailure | undefined = text === undefined ? undefined : namedFailure(text);
  const unit = question.kind === "rate" ? question.unit : "hours";
  return { context, question: { inquiry: { question, unit, confidence }, failure, earlier: [], budget } };
}
