import { believe } from "./believe.ts";
import { conclude } from "./conclude.ts";
import type { Count } from "./observations.ts";
import { nextProbes } from "./probes.ts";
import type { Belief, Candidates, Conclusion, Costs, Probe, Rules } from "./types.ts";

/** What is known when it is asked what comes next. */
export interface Known {
  readonly candidates: Candidates;
  /** Numbers of candidates, by their places. */
  readonly counts: ReadonlyMap<number, Count>;
  /** Numbers of the good commit. */
  readonly good: Count | undefined;
  readonly costs: Costs;
  readonly rules: Rules;
}

/** Why there is nothing more to run, or not in this bisection. */
export type End =
  | { readonly kind: "end"; readonly why: "found" | "set"; readonly commits: readonly number[] }
  /** `good` shows the failure more often than it was said to. */
  | { readonly kind: "end"; readonly why: "good-fails" }
  /** What was seen contradicts itself, or cannot be seen: `bad` or `good` has no kernel that can be tested. */
  | { readonly kind: "end"; readonly why: "untestable"; readonly which: "good" | "bad" }
  | { readonly kind: "end"; readonly why: "stuck" };

export type Step =
  /** Runs at `bad`, until it failed often enough to know what is searched. */
  | { readonly kind: "confirm"; readonly runs: number }
  /** Runs at `good`, to see that it does not fail. */
  | { readonly kind: "good"; readonly runs: number }
  | { readonly kind: "probes"; readonly probes: readonly Probe[] }
  | End;

/** Failures at `bad` before anything else is asked. */
export const failuresToBegin = 2;
/** Runs that are planned at a time. */
const mostRuns = 256;

const nothing: Count = {
  failures: 0,
  passes: 0,
  others: 0,
  cut: 0,
  seconds: 0,
  buildSeconds: 0,
};

/** How probable so few failures, or fewer runs than these without one, are at `rate`. */
function atLeast(failures: number, runs: number, rate: number): number {
  // P(X >= failures), binomial.
  let term = (1 - rate) ** runs;
  let below = 0;
  for (let i = 0; i < failures; i++) {
    below += term;
    term *= ((runs - i) / (i + 1)) * (rate / (1 - rate));
  }
  return 1 - below;
}

/** `good` fails more often than `good-rate` says. */
function goodFails({ failures, passes }: Count, { goodRate }: Rules): boolean {
  if (failures === 0) return false;
  if (goodRate === 0) return true;
  return atLeast(failures, failures + passes, goodRate) < 0.01;
}

/** Runs without a failure that make it improbable that a commit fails as `bad` does. */
function runsToClear(confidence: number, rate: number): number {
  return Math.ceil(Math.log(1 - confidence) / Math.log(1 - Math.min(0.999, Math.max(0.001, rate))));
}

/** What is believed; undefined: nothing can explain what was seen. */
export function beliefOf({ candidates, counts, rules }: Known): Belief | undefined {
  try {
    return believe(candidates, counts, rules);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * What to do next. Pure: the same knowledge, the same step.
 * @param running probes that have not ended, without the runs that have
 */
export function nextStep(known: Known, running: readonly Probe[] = []): Step {
  const { candidates, counts, rules, costs } = known;
  const last = candidates.parents.length - 1;
  const { good = nothing } = known;
  const bad = counts.get(last) ?? nothing;
  if (bad.untestable) return { kind: "end", why: "untestable", which: "bad" };
  if (good.untestable) return { kind: "end", why: "untestable", which: "good" };
  if (bad.failures < failuresToBegin) return { kind: "confirm", runs: mostRuns };
  if (goodFails(good, rules)) return { kind: "end", why: "good-fails" };
  const seen = bad.failures / (bad.failures + bad.passes);
  const firstLook = Math.min(mostRuns, Math.ceil(1 / seen));
  if (good.passes < firstLook) return { kind: "good", runs: firstLook - good.passes };
  const belief = beliefOf(known);
  if (belief === undefined) return { kind: "end", why: "stuck" };
  const conclusion = conclude(belief, candidates, counts, rules);
  if (conclusion.kind !== "undecided") {
    const commits = conclusion.kind === "found" ? [conclusion.commit] : conclusion.commits;
    // Every parent of the first bad commit has shown that it is good; so must `good`, if it is one of them.
    const oldest = commits.some((commit) => (candidates.parents[commit] ?? []).length === 0);
    const wanted = oldest ? runsToClear(rules.confidence, belief.rate.mean) : 0;
    if (good.passes < Math.min(mostRuns, wanted)) {
      return { kind: "good", runs: Math.min(mostRuns, wanted) - good.passes };
    }
    return { kind: "end", why: conclusion.kind, commits };
  }
  const probes = nextProbes(candidates, counts, costs, rules, running);
  const idle = probes.length === 0 && running.length === 0;
  return idle ? { kind: "end", why: "stuck" } : { kind: "probes", probes };
}

/** The answer so far, whether or not it is sure; undefined: there is none yet. */
export function answerOf(
  known: Known,
): { readonly belief: Belief; readonly conclusion: Conclusion } | undefined {
  const belief = beliefOf(known);
  if (belief === undefined) return undefined;
  return { belief, conclusion: conclude(belief, known.candidates, known.counts, known.rules) };
}
