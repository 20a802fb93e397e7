import type { Answer } from "../../results/answer.ts";
import { type Bounds, rateBounds, runBounds } from "../sequences.ts";
import {
  type ByScenario,
  type Counts,
  countTrials,
  decide,
  exposureOf,
  type Inquiry,
  nothing,
  scalesAt,
  thresholdOf,
  together,
  withTrial,
} from "./decide.ts";
import { remainingExposure } from "./remaining.ts";
import type { AskedFailure, Trial } from "./trials.ts";
import { answerWords, questionText } from "./words.ts";

/** Points of the curve in `results.json`. */
const mostPoints = 200;

/** What an answer is made of. */
export interface Found {
  readonly inquiry: Inquiry;
  readonly failure: AskedFailure | undefined;
  /** Where the samples of before come from. */
  readonly from?: string | undefined;
  /** In the order in which they ended. */
  readonly trials: readonly Trial[];
  /** Seconds of this job in which `own` trials were made: its pace. */
  readonly pace?: { readonly seconds: number; readonly own: ByScenario } | undefined;
}

/** Bounds of the failure rate, in the inquiry's unit, that hold at every moment. @param scale see `rateBounds` */
function boundsOf({ unit, confidence, question }: Inquiry, counts: Counts, scale: number): Bounds {
  const alpha = 1 - confidence;
  if (unit === "runs") return runBounds(counts.failures, counts.runs, alpha);
  const known = question.kind === "rate" ? scalesAt(thresholdOf(question)) : scale;
  return rateBounds(counts.failures, counts.hours, alpha, known);
}

/** Which samples the curve shows: all failures and the last one, and others in even steps. */
function shown(trials: readonly Trial[]): ReadonlySet<number> {
  const step = Math.max(1, Math.ceil((2 * trials.length) / mostPoints));
  const failures = trials.flatMap(({ failed }, at) => (failed ? [at] : []));
  const some = failures.length <= mostPoints / 2 ? failures : [];
  return new Set([...some, ...trials.flatMap((_, at) => (at % step === 0 ? [at] : [])), trials.length - 1]);
}

function sequenceOf(inquiry: Inquiry, trials: readonly Trial[]): Answer["sequence"] {
  const points = shown(trials);
  // Runs of a job are about as long as its first one.
  const scale = trials[0]?.hours || 1;
  let counts = nothing;
  return trials.flatMap((trial, at) => {
    counts = withTrial(counts, trial);
    const exposure = exposureOf(inquiry.unit, counts);
    if (!points.has(at) || !(exposure > 0)) return [];
    const { low, high } = boundsOf(inquiry, counts, scale);
    return [{ exposure, failures: counts.failures, low, ...(Number.isFinite(high) ? { high } : {}) }];
  });
}

/** Seconds that so much exposure takes at the pace of this job. */
function secondsFor(exposure: number, unit: Inquiry["unit"], pace: Found["pace"]): number | undefined {
  if (pace === undefined) return undefined;
  const done = exposureOf(unit, together(pace.own.values()));
  return done > 0 && pace.seconds > 0 ? Math.round((exposure / done) * pace.seconds) : undefined;
}

/**
 * How far the answer is.
 * @param now samples so far
 * @param scale hours of one run, about
 */
export function progressOf(
  { inquiry, failure, pace }: Omit<Found, "trials">,
  now: ByScenario,
  scale = 1,
): Pick<Answer, "decision" | "sentence" | "remaining"> {
  const { unit, before } = inquiry;
  const sum = together(now.values());
  const decision = decide(inquiry, now);
  const exposure = remainingExposure(inquiry, now);
  const seconds = exposure === undefined ? undefined : secondsFor(exposure, unit, pace);
  const remaining =
    exposure === undefined ? undefined : { exposure, ...(seconds === undefined ? {} : { seconds }) };
  const sentence = answerWords({
    ...{ inquiry, decision, title: failure?.title, now: sum, before: before && together(before.values()) },
    ...{ bounds: boundsOf(inquiry, sum, scale), remaining },
  });
  return { decision, sentence, ...(remaining === undefined ? {} : { remaining }) };
}

/** The answer to a question, or how far it is. */
export function answerTo(found: Found): Answer {
  const { inquiry, failure, from, trials } = found;
  const { question, confidence, unit, before } = inquiry;
  const now = countTrials(trials);
  const [sum, then] = [together(now.values()), before && together(before.values())];
  const { decision, sentence, remaining } = progressOf(found, now, trials[0]?.hours || 1);
  return {
    question: questionText(question),
    ...{ decision, confidence, sentence, unit },
    ...(failure === undefined
      ? {}
      : {
          failure: {
            title: failure.title,
            ...(failure.fingerprint === undefined ? {} : { fingerprint: failure.fingerprint }),
          },
        }),
    now: sum,
    ...(then === undefined ? {} : { before: { ...then, from: from ?? "before" } }),
    ...(question.kind === "rate" ? { threshold: thresholdOf(question) } : {}),
    ...(remaining === undefined ? {} : { remaining }),
    sequence: sequenceOf(inquiry, trials),
  };
}
