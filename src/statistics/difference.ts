import type { Results } from "../results/schema.ts";
import { type Comparison, compareRates, compareRuns } from "./compare.ts";
import { holm } from "./holm.ts";
import { type RateDifference, rateDifferences, ratesOf } from "./rateDifference.ts";
import { isSameBug, type Known, knownErrors } from "./sameBug.ts";
import { byScenario, type Sample, samplesOf, tally } from "./samples.ts";
import { isSignificant } from "./significance.ts";
import { median } from "./trend.ts";
import { plural, pWords } from "./words.ts";

/** A failure that only one side shows, or both, under the name of the later side. */
export interface FailureDifference {
  /** `not-run`: the later side has no run of a scenario that showed it, so that nobody knows. */
  readonly state: "new" | "gone" | "both" | "not-run";
  readonly fingerprint: string;
  readonly title: string;
  /** Runs of the scenarios that ever showed it, and those that did, before and after. */
  readonly before: { readonly runs: number; readonly failures: number };
  readonly after: { readonly runs: number; readonly failures: number };
}

/** One side of a scenario. */
export interface ScenarioSide {
  readonly runs: number;
  readonly failures: number;
  readonly hours: number;
  /** Median of the rates (grace periods or operations per second) of guests that passed: `rateDifference.ts`. */
  readonly rate?: number;
}

export interface ScenarioDifference {
  readonly suite: string;
  readonly scenario: string;
  /** Absent on the side that has no run of it. */
  readonly before?: ScenarioSide;
  readonly after?: ScenarioSide;
  /** Failures per hour where hours are known on both sides, per run otherwise; absent where nothing can be compared. */
  readonly test?: Comparison;
  /** Its p-value for all scenarios together (Holm 1979): with many of them, one looks odd by chance. */
  readonly adjusted?: number;
  /** `adjusted` is below 1 − confidence. */
  readonly changed: boolean;
  /** How often it fails, in words. */
  readonly sentence?: string;
  /** Rates of the guests that passed; absent where a side has none. */
  readonly rates?: RateDifference;
}

/** Two results of one suite side by side. */
export interface Difference {
  /** What the earlier side is, for people. */
  readonly from: string;
  readonly failures: readonly FailureDifference[];
  readonly scenarios: readonly ScenarioDifference[];
}

const keyOf = ({ suite, scenario }: Sample) => `${suite} ${scenario}`;

function sideOf(
  samples: readonly Sample[] | undefined,
  rates: readonly number[] = [],
): ScenarioSide | undefined {
  if (samples === undefined || samples.length === 0) return undefined;
  const { failures, hours, samples: runs } = tally(samples);
  return { runs, failures, hours, ...(rates.length === 0 ? {} : { rate: median(rates) }) };
}

function testOf(before: ScenarioSide, after: ScenarioSide, confidence: number): Comparison | undefined {
  if (before.failures + after.failures === 0) return undefined;
  const asked = { alternative: "differs", confidence } as const;
  return before.hours > 0 && after.hours > 0
    ? compareRates(before, after, asked)
    : compareRuns(before, after, asked);
}

function scenariosOf(
  before: readonly Results[],
  after: readonly Results[],
  confidence: number,
): ScenarioDifference[] {
  const [then, now] = [before, after].map((results) =>
    Map.groupBy(byScenario(samplesOf(results).samples).flat(), keyOf),
  );
  const keys = [...new Set([...(now?.keys() ?? []), ...(then?.keys() ?? [])])];
  const sides = keys.map((key) => {
    const [first] = now?.get(key) ?? then?.get(key) ?? [];
    const { suite = "", scenario = "" } = first ?? {};
    const [rates, newRates] = [before, after].map((results) => ratesOf(results, scenario, suite));
    const earlier = sideOf(then?.get(key), rates?.values);
    const later = sideOf(now?.get(key), newRates?.values);
    const pair =
      rates?.values.length && newRates?.values.length ? { before: rates, after: newRates } : undefined;
    const test = earlier && later && testOf(earlier, later, confidence);
    return { suite, scenario, earlier, later, test, pair };
  });
  const adjusted = holm(sides.flatMap(({ test }) => test?.pValue ?? []));
  const rates = rateDifferences(
    sides.map(({ pair }) => pair),
    confidence,
  );
  let next = 0;
  return sides.map(({ suite, scenario, earlier, later, test }, index) => {
    const rate = rates[index];
    const own = test === undefined ? undefined : adjusted[next++];
    const changed = own !== undefined && isSignificant(own, confidence);
    const together =
      own === undefined || adjusted.length === 1
        ? ""
        : ` Of ${plural(adjusted.length, "comparison")} together: ${pWords(own)}.`;
    return {
      suite,
      scenario,
      ...(earlier && { before: earlier }),
      ...(later && { after: later }),
      ...(test && { test, sentence: `${test.sentence}${together}` }),
      ...(own === undefined ? {} : { adjusted: own }),
      changed,
      ...(rate && { rates: rate }),
    };
  });
}

/** Bugs of one side, each with all fingerprints that it has. */
function bugsOf(known: ReadonlyMap<string, Known>): { first: Known; fingerprints: Set<string> }[] {
  const bugs: { first: Known; fingerprints: Set<string>; all: Known[] }[] = [];
  for (const one of known.values()) {
    const bug = bugs.find(({ all }) => all.some((other) => isSameBug(one, other)));
    if (bug === undefined) bugs.push({ first: one, fingerprints: new Set([one.fingerprint]), all: [one] });
    else {
      bug.fingerprints.add(one.fingerprint);
      bug.all.push(one);
    }
  }
  return bugs;
}

function failuresOf(before: readonly Results[], after: readonly Results[]): FailureDifference[] {
  const [then, now] = [samplesOf(before).samples, samplesOf(after).samples];
  // The later side first: its titles are those that a reader knows from the rest of the report.
  const states = { new: 0, both: 1, gone: 2, "not-run": 3 };
  return bugsOf(knownErrors([...after, ...before]))
    .flatMap(({ first, fingerprints }): FailureDifference[] => {
      const shows = ({ errors }: Sample) => [...fingerprints].some((one) => errors.has(one));
      const scenarios = new Set([...then, ...now].filter(shows).map(keyOf));
      const count = (samples: readonly Sample[]) => {
        const own = samples.filter((one) => scenarios.has(keyOf(one)));
        return { runs: own.length, failures: own.filter(shows).length };
      };
      const [earlier, later] = [count(then), count(now)];
      if (earlier.failures + later.failures === 0) return [];
      const state =
        earlier.failures === 0
          ? "new"
          : later.runs === 0
            ? "not-run"
            : later.failures === 0
              ? "gone"
              : "both";
      return [{ state, fingerprint: first.fingerprint, title: first.title, before: earlier, after: later }];
    })
    .sort((a, b) => states[a.state] - states[b.state] || b.after.failures - a.after.failures);
}

/**
 * What changed between results of the same suite: failures that are new or gone, and each scenario side by side with
 * an exact two-sided test of how often it fails, and one of its rates.
 * @param from what the earlier side is, for people
 */
export function differenceOf(
  before: readonly Results[],
  after: readonly Results[],
  from: string,
  confidence = 0.95,
): Difference {
  return {
    from,
    failures: failuresOf(before, after),
    scenarios: scenariosOf(before, after, confidence),
  };
}
