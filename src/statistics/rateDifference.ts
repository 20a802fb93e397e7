import { scenarioOf } from "../results/scenario.ts";
import type { Results } from "../results/schema.ts";
import { holm } from "./holm.ts";
import { leastPValue, rankSumTest } from "./rankSum.ts";
import { isSignificant } from "./significance.ts";
import { median, settingOf } from "./trend.ts";
import { percent, plural, pWords } from "./words.ts";

/** Rates (grace periods or operations per second) of a scenario's guests that passed, on one side. */
export interface Rates {
  readonly values: readonly number[];
  /** What rates depend on beside the kernel: accelerator, CPUs, duration; one for each kind of guest. */
  readonly settings: ReadonlySet<string>;
}

/** A scenario's rates after against before. */
export interface RateDifference {
  /** Median after over median before, less 1. */
  readonly change: number;
  /** Two-sided, of the rank-sum test; absent where the two sides ran in different ways. */
  readonly pValue?: number;
  /** The same for all scenarios together (Holm 1979). */
  readonly adjusted?: number;
  /** `adjusted` is at most 1 − confidence. */
  readonly changed: boolean;
  readonly sentence: string;
}

/** Of guests that passed: the rate of one that failed says what the failure did, not how fast the kernel is. */
export function ratesOf(results: readonly Results[], scenario: string, suite: string): Rates {
  const own = results.flatMap((one) =>
    one.guests
      .filter((guest) => guest.verdict === "passed" && guest.counters.rate !== undefined)
      .filter((guest) => (guest.suite ?? one.suite) === suite && scenarioOf(guest) === scenario)
      .map((guest) => ({ rate: guest.counters.rate ?? 0, setting: settingOf(one, guest) })),
  );
  return { values: own.map(({ rate }) => rate), settings: new Set(own.map(({ setting }) => setting)) };
}

function isAlike(before: Rates, after: Rates): boolean {
  return new Set([...before.settings, ...after.settings]).size === 1;
}

interface Judged {
  readonly before: Rates;
  readonly after: Rates;
  readonly confidence: number;
  readonly together: number;
}

function wordsFor(pValue: number | undefined, adjusted: number, judged: Judged): string {
  const { before, after, confidence, together } = judged;
  const [then, now] = [[...before.settings].join("; "), [...after.settings].join("; ")];
  if (pValue === undefined) return `Rates cannot be compared: before ${then}, after ${now}.`;
  const guests = `${before.values.length} and ${plural(after.values.length, "guest")}`;
  const level = percent(confidence);
  if (!isSignificant(leastPValue(before.values.length, after.values.length), confidence))
    return `Rates of ${guests} that passed are too few to say at ${level} that they differ.`;
  const claim = isSignificant(adjusted, confidence)
    ? `At ${level} the rates differ`
    : `That is not enough to say at ${level} that the rates differ`;
  const all = together > 1 ? `; of ${plural(together, "comparison")} together, ${pWords(adjusted)}` : "";
  return `${claim}: ${pWords(pValue)} by the rank-sum test of ${guests} that passed${all}.`;
}

/**
 * Compares rates of scenarios; undefined where a side has none. Only guests that ran in the same way are compared.
 * @param pairs a scenario each
 */
export function rateDifferences(
  pairs: readonly ({ readonly before: Rates; readonly after: Rates } | undefined)[],
  confidence: number,
): (RateDifference | undefined)[] {
  const pValues = pairs.map((pair) =>
    pair && isAlike(pair.before, pair.after) ? rankSumTest(pair.before.values, pair.after.values) : undefined,
  );
  const adjusted = holm(pValues.filter((p) => p !== undefined));
  let next = 0;
  return pairs.map((pair, index) => {
    const pValue = pValues[index];
    const own = pValue === undefined ? 1 : (adjusted[next++] ?? 1);
    if (pair === undefined) return undefined;
    return {
      change: median(pair.after.values) / median(pair.before.values) - 1,
      ...(pValue === undefined ? {} : { pValue, adjusted: own }),
      changed: isSignificant(own, confidence),
      sentence: wordsFor(pValue, own, { ...pair, confidence, together: adjusted.length }),
    };
  });
}
