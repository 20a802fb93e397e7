import { type Counts, exposureOf, type Inquiry, nothing } from "./decide.ts";
import { learning } from "./remaining.ts";

/** A run as long as those that are under way is worth so much exposure. */
function withRunning(counts: Counts | undefined, running: number, hours: number): Counts {
  const { failures, runs, hours: lived } = counts ?? nothing;
  return { failures, runs: runs + running, hours: lived + running * hours };
}

/**
 * How much a guest of a scenario helps to answer, for each CPU it takes: the larger the better, -Infinity where it
 * tells nothing. What runs already counts as if it had passed.
 * @param now samples of the scenario so far
 * @param running copies of it at the moment
 * @param hours that a guest is planned for
 */
export function usefulness(
  { question, unit, before }: Inquiry,
  scenario: string,
  cpus: number,
  now: Counts | undefined,
  running: number,
  hours: number,
): number {
  const soon = withRunning(now, running, hours);
  if (question.kind === "fixed") {
    const then = before?.get(scenario);
    const learnt = learning(then, soon, unit);
    return learnt > 0 ? learnt / cpus : -Infinity;
  }
  const run = unit === "runs" ? 1 : hours;
  const exposure = exposureOf(unit, soon);
  // One question about a mixture: all scenarios take the same part in it.
  if (question.kind === "rate") return -exposure;
  // Where most failures are to be expected, nothing being ruled out by a few passes.
  return (soon.failures + 0.5) / (exposure + run) / cpus;
}
