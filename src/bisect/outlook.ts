import { rates } from "./rates.ts";

/** How many runs a probe may have at most. */
export const ladder: readonly number[] = [
  ...new Set(Array.from({ length: 27 }, (_, i) => Math.round(1.35 ** i))),
];

/** In bits, of something that happens with this probability. */
export const entropy = (p: number): number =>
  p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);

const steps = ladder.map((runs) => ({
  passes: rates.map((rate) => (1 - rate) ** runs),
  runs: rates.map((rate) => (1 - (1 - rate) ** runs) / rate),
  doubt: rates.map((rate) => entropy((1 - rate) ** runs)),
}));

/** What to expect of runs of a bad commit until one fails, for each step of the ladder. */
export interface Outlook {
  /** Probability that all pass. */
  readonly passes: Float64Array;
  /** How many there will be. */
  readonly runs: Float64Array;
  /** Entropy of whether all pass, by what is known of the rate; */
  readonly doubt: Float64Array;
  /** and if the rate were known: the difference is what the outcome tells about the rate. */
  readonly doubtAtRate: Float64Array;
}

export function outlookOf(rate: Float64Array): Outlook {
  const passes = new Float64Array(ladder.length);
  const runs = new Float64Array(ladder.length);
  const doubtAtRate = new Float64Array(ladder.length);
  for (const [i, step] of steps.entries()) {
    let [pass, run, doubt] = [0, 0, 0];
    for (let k = 0; k < rate.length; k++) {
      const weight = rate[k] ?? 0;
      pass += weight * (step.passes[k] ?? 0);
      run += weight * (step.runs[k] ?? 0);
      doubt += weight * (step.doubt[k] ?? 0);
    }
    passes[i] = pass;
    runs[i] = run;
    doubtAtRate[i] = doubt;
  }
  return { passes, runs, doubt: passes.map(entropy), doubtAtRate };
}
