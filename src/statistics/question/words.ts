import type { Question } from "../../contracts/question.ts";
import type { Bounds } from "../sequences.ts";
import { amount, confidencePercent, hours, percent, plural } from "../words.ts";
import { type Counts, type Decision, exposureOf, type Inquiry, thresholdOf } from "./decide.ts";

/** As `until` has it. */
export function questionText(question: Question): string {
  if (question.kind === "failures") return `failures=${question.failures}`;
  if (question.kind === "fixed") return "fixed";
  const { failures, exposure, unit } = question;
  return `rate<${failures}/${exposure}${unit === "runs" ? "runs" : "h"}`;
}

type Unit = Inquiry["unit"];

const exposureWords = (unit: Unit, counts: Counts) =>
  unit === "runs" ? plural(counts.runs, "run") : hours(counts.hours);

const failureWords = (unit: Unit, counts: Counts) =>
  `${plural(counts.failures, "failure")} in ${exposureWords(unit, counts)}`;

/** `once in 100 h`, `1 % of runs` */
export const rateWords = (unit: Unit, rate: number) =>
  unit === "hours" ? `once in ${hours(1 / rate)}` : `${percent(rate)} of runs`;

/** The same as a length of time, or a share. */
const every = (unit: Unit, rate: number) =>
  unit === "runs" ? percent(rate) : rate > 0 ? hours(1 / rate) : "any time";

/** About how long: two digits. */
function about(seconds: number): string {
  return hours(Number((seconds / 3600).toPrecision(2)));
}

interface Told {
  readonly inquiry: Inquiry;
  readonly decision: Decision;
  /** Title of the failure asked about. */
  readonly title: string | undefined;
  readonly now: Counts;
  readonly before: Counts | undefined;
  readonly bounds: Bounds;
  readonly remaining: { readonly exposure: number; readonly seconds?: number | undefined } | undefined;
}

function more({ remaining, inquiry }: Told): string {
  if (remaining === undefined) return "nobody can tell yet how long it will take";
  if (remaining.seconds !== undefined) return `about ${about(remaining.seconds)} more at this rate`;
  const { exposure } = remaining;
  const much =
    inquiry.unit === "runs" ? plural(Math.ceil(exposure), "run") : `${hours(exposure)} of guests' time`;
  return `about ${much} more`;
}

function measured({ inquiry: { unit, confidence }, now, bounds }: Told): string {
  const exposure = exposureOf(unit, now);
  if (now.failures === 0 || !(exposure > 0)) return failureWords(unit, now);
  const [often, seldom] = [every(unit, bounds.high), every(unit, bounds.low)];
  const range = unit === "runs" ? `${seldom} to ${often}` : `${often} to ${seldom}`;
  const rate = rateWords(unit, now.failures / exposure);
  const runs = unit === "hours" ? ` (${plural(now.runs, "run")})` : "";
  return `${failureWords(unit, now)}${runs}: ${rate} (each bound at ${confidencePercent(confidence)}: ${range})`;
}

/** The answer in one sentence, without a full stop. */
export function answerWords(told: Told): string {
  const { inquiry, decision, title, now, before } = told;
  const { question, unit, confidence } = inquiry;
  const sure = `at ${confidencePercent(confidence)}`;
  const about = title === undefined ? "" : `${title}: `;
  const then =
    before === undefined
      ? ""
      : `, ${before.failures.toLocaleString("en-US")} in ${exposureWords(unit, before)} before`;
  const counts = `${about}${failureWords(unit, now)}${then}`;
  if (decision === "undecided") {
    const spent =
      question.kind === "failures"
        ? `${now.failures} of ${question.failures} failures in ${exposureWords(unit, now)}`
        : undefined;
    return `Not decided: ${spent === undefined ? counts : `${about}${spent}`}; ${more(told)}`;
  }
  if (question.kind === "failures") return `${about}${measured(told)}`;
  if (question.kind === "fixed") {
    return decision === "yes" ? `Fixed, ${sure}: ${counts}` : `Still there: ${counts}`;
  }
  const seldom = 1 / thresholdOf(question);
  const asked = `once in ${unit === "runs" ? `${amount(seldom)} runs` : hours(seldom)}`;
  return `${decision === "yes" ? "Less" : "More"} often than ${asked}, ${sure}: ${counts}`;
}
