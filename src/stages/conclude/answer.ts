import { exitStatus } from "../../errors.ts";
import type { Results } from "../../results/schema.ts";
import { hasVerdict } from "../../results/status.ts";
import { answerTo } from "../../statistics/question/answer.ts";
import { countTrials } from "../../statistics/question/decide.ts";
import { trialsOf } from "../../statistics/question/trials.ts";
import type { AskedQuestion } from "../data.ts";

/** Milliseconds from the first start to the last end of this attempt's guests. */
function duration({ guests, attempt }: Results): number {
  const own = guests.filter((guest) => guest.attempt === attempt);
  const times = (key: "startedAt" | "endedAt") =>
    own.flatMap(({ timing }) => (timing[key] === undefined ? [] : [Date.parse(timing[key])]));
  return Math.max(...times("endedAt")) - Math.min(...times("startedAt"));
}

/**
 * Results with the answer to a question.
 * @param results of all attempts
 */
export function withAnswer(results: Results, asked: AskedQuestion): Results {
  const { inquiry, failure, from, earlier } = asked;
  const own = { ...results, guests: results.guests.filter(({ attempt }) => attempt === results.attempt) };
  const seconds = duration(results) / 1000;
  const answer = answerTo({
    ...{ inquiry, failure, from },
    trials: trialsOf([...earlier, results], failure),
    ...(seconds > 0 ? { pace: { seconds, own: countTrials(trialsOf([own], failure)) } } : {}),
  });
  return { ...results, answer };
}

/**
 * Exit status of a job: the one given, of its verdict, or that of the answer where it asked for one: 0 for yes, 1 for
 * no and for undecided. To count failures is no question of yes or no.
 */
export function exitStatusOfRun({ answer, guests }: Results, status: number): number {
  const judged = guests.some(hasVerdict);
  if (answer === undefined || answer.question.startsWith("failures")) return status;
  if (answer.decision === "yes") return exitStatus.passed;
  return answer.decision === "no" || judged ? exitStatus.kernelFailed : status;
}
