import {
  type ByScenario,
  type Counts,
  decide,
  enoughAt,
  exposureOf,
  type Inquiry,
  nothing,
  rateAgainst,
  splitEvidence,
  thresholdOf,
  together,
} from "./decide.ts";

/** Nobody waits for so many times what was run so far. */
const longest = 10_000;

/** The least `more` at which `enough` holds, within a thousandth; undefined when it is further than `most`. */
function least(enough: (more: number) => boolean, first: number, most: number): number | undefined {
  let high = first;
  while (!enough(high)) {
    if (high > most) return undefined;
    high *= 2;
  }
  let low = high === first ? 0 : high / 2;
  while (high - low > high / 1000) {
    const middle = (low + high) / 2;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** With more of each scenario of before, in proportion to what there was of it. */
function fixedAfter(inquiry: Inquiry, now: ByScenario): number | undefined {
  const { before, unit, confidence } = inquiry;
  if (!before) return undefined;
  const rates = [...before].filter(([, { failures }]) => failures > 0);
  // All of it to the scenario that tells most.
  const score = ([scenario, then]: [string, Counts]) => learning(then, now.get(scenario), unit);
  const [best] = rates.toSorted((a, b) => score(b) - score(a));
  if (!best) return undefined;
  const [scenario] = best;
  const own = now.get(scenario) ?? nothing;
  const enough = (more: number) => {
    const then = { ...own, runs: own.runs + more, hours: own.hours + more };
    return splitEvidence(before, new Map([...now, [scenario, then]]), unit) >= enoughAt(confidence);
  };
  const whole = exposureOf(unit, best[1]);
  const more = least(enough, whole / 1000, whole * longest);
  return more !== undefined && unit === "runs" ? Math.ceil(more) : more;
}

/** What one more hour (or run) of a scenario tells about whether its failure is gone. */
export function learning(before: Counts | undefined, now: Counts | undefined, unit: Inquiry["unit"]): number {
  if (before === undefined) return 0;
  return before.failures / (exposureOf(unit, before) + exposureOf(unit, now ?? nothing));
}

/**
 * Hours of guests (or runs) that are likely to be missing to a decision, if it goes on failing as often as so far;
 * undefined when nobody can tell.
 */
export function remainingExposure(inquiry: Inquiry, now: ByScenario): number | undefined {
  if (decide(inquiry, now) !== "undecided") return undefined;
  const { question, unit, confidence } = inquiry;
  if (question.kind === "fixed") return fixedAfter(inquiry, now);
  const sum = together(now.values());
  const exposure = exposureOf(unit, sum);
  if (question.kind === "failures") {
    return sum.failures === 0 ? undefined : (exposure / sum.failures) * (question.failures - sum.failures);
  }
  const rate = exposure > 0 ? sum.failures / exposure : 0;
  const asked = thresholdOf(question);
  const side = rate < asked ? "lower" : "higher";
  const enough = (more: number) => {
    const sample = { failures: sum.failures + rate * more, exposure: exposure + more };
    return rateAgainst(question, sample)(side) >= enoughAt(confidence);
  };
  const more = least(enough, 0.01 / asked, longest * Math.max(exposure, 1 / asked));
  return more !== undefined && unit === "runs" ? Math.ceil(more) : more;
}
