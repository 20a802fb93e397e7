import { binomialProbability, poissonRate } from "../../src/statistics/intervals.ts";
import { type Counts, decide, type Inquiry } from "../../src/statistics/question/decide.ts";
import { rateEvidence, runEvidence } from "../../src/statistics/sequences.ts";

/** Whether so many failures in so many runs exclude the truth, on either side. */
export interface Claims {
  /** Says that it fails less often than it does: looked at just before each failure, where it is worst. */
  tooLow(failures: number, runs: number): boolean;
  /** Says that it fails more often than it does: looked at after each failure, where it is worst. */
  tooHigh(failures: number, runs: number): boolean;
}

const confidence = 0.95;
const enough = -Math.log1p(-confidence);

/** What can be claimed of runs of which a share of `probability` fails, one of an hour each. */
export function claimsAbout(probability: number): Record<"fixed sample" | "runs" | "hours", Claims> {
  const evident = (evidence: number) => evidence >= enough;
  const hourly = (side: "lower" | "higher") => (failures: number, exposure: number) =>
    evident(rateEvidence(side, { failures, exposure }, probability, 1));
  const ofRuns = (side: "lower" | "higher") => (failures: number, exposure: number) =>
    evident(runEvidence(side, { failures, exposure }, probability));
  const usual = probability < 0.02 ? poissonRate : binomialProbability;
  return {
    "fixed sample": {
      tooLow: (failures, runs) => usual(failures, runs, confidence).high < probability,
      tooHigh: (failures, runs) => usual(failures, runs, confidence).low > probability,
    },
    runs: { tooLow: ofRuns("lower"), tooHigh: ofRuns("higher") },
    hours: { tooLow: hourly("lower"), tooHigh: hourly("higher") },
  };
}

/** Runs up to and with the next failure. */
const gap = (random: () => number, probability: number) =>
  1 + Math.floor(Math.log1p(-random()) / Math.log1p(-probability));

/**
 * Looks after every single run, for `runs` runs, `times` times over.
 * @returns share of these times in which a claim was wrong at any moment, by side
 */
export function everWrong(
  random: () => number,
  probability: number,
  runs: number,
  times: number,
  claims: Claims,
): { tooLow: number; tooHigh: number } {
  const known = new Map<string, boolean>();
  const asked = (what: keyof Claims, failures: number, n: number) => {
    const key = `${what} ${failures} ${n}`;
    const value = known.get(key) ?? claims[what](failures, n);
    known.set(key, value);
    return value;
  };
  const wrong = { tooLow: 0, tooHigh: 0 };
  for (let time = 0; time < times; time++) {
    const ever = { tooLow: false, tooHigh: false };
    let n = 0;
    for (let failures = 0; n < runs && !(ever.tooLow && ever.tooHigh); failures++) {
      const next = n + gap(random, probability);
      const before = Math.min(next - 1, runs);
      if (before > 0) ever.tooLow ||= asked("tooLow", failures, before);
      if (next <= runs) ever.tooHigh ||= asked("tooHigh", failures + 1, next);
      n = next;
    }
    if (ever.tooLow) wrong.tooLow++;
    if (ever.tooHigh) wrong.tooHigh++;
  }
  return { tooLow: wrong.tooLow / times, tooHigh: wrong.tooHigh / times };
}

/** Share of kernels that fail as before and are called fixed nevertheless, looked at after every run. */
export function wronglyFixed(
  random: () => number,
  probability: number,
  runsBefore: number,
  times: number,
  unit: Inquiry["unit"],
): number {
  const asked = (failures: number): Inquiry => ({
    question: { kind: "fixed" },
    ...{ unit, confidence },
    before: new Map([["TREE03", { failures, runs: runsBefore, hours: runsBefore }]]),
  });
  const passes = (runs: number) => new Map<string, Counts>([["TREE03", { failures: 0, runs, hours: runs }]]);
  let wrong = 0;
  for (let time = 0; time < times; time++) {
    let failures = 0;
    for (let n = gap(random, probability); n <= runsBefore; n += gap(random, probability)) failures++;
    // Nobody asks whether it is fixed.
    if (failures === 0) continue;
    // Passes only add to the evidence, and the first failure ends it: the run before it is the one to look at.
    if (decide(asked(failures), passes(gap(random, probability) - 1)) === "yes") wrong++;
  }
  return wrong / times;
}
