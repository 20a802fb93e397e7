import prettyBytes from "pretty-bytes";
import prettyMilliseconds from "pretty-ms";
import type { GuestResult, Verdict } from "../results/schema.ts";

export { plural } from "../text/plural.ts";

/** How a verdict is said to people. `icon` is for Markdown and HTML, `word` stands alone everywhere. */
export type VerdictWords = { icon: string; word: string; phrase: string };

export const verdictWords: Record<Verdict, VerdictWords> = {
  failed: { icon: "❌", word: "failed", phrase: "failed" },
  "build-failed": { icon: "🔨", word: "build failed", phrase: "did not build" },
  "did-not-run": { icon: "⚪", word: "did not run", phrase: "did not run to its end" },
  "infrastructure-error": { icon: "🔌", word: "infrastructure", phrase: "lost to the infrastructure" },
  passed: { icon: "✅", word: "passed", phrase: "passed" },
};

/** `7.6s`, `10m`, `2h 5m`. Takes seconds. */
export function formatDuration(seconds: number): string {
  const rounded = seconds >= 60 ? Math.round(seconds) : seconds;
  return prettyMilliseconds(rounded * 1000, {
    secondsDecimalDigits: seconds < 60 ? 1 : 0,
    unitCount: 2,
  });
}

const integers = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const significant = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });

/** `3,954`. */
export function formatCount(value: number): string {
  return integers.format(value);
}

/** Three significant digits, thousands grouped: `0.0123`, `131`, `2,748`. */
export function formatFigure(value: number): string {
  return Math.abs(value) >= 100 ? integers.format(value) : significant.format(value);
}

/** `12 %`, `0.4 %`. Takes a probability. */
export function formatPercent(probability: number): string {
  return `${significant.format(probability * 100)} %`;
}

/** `16.8 GB`. */
export function formatBytes(bytes: number): string {
  return prettyBytes(bytes);
}

/** Nanoseconds, as rcuscale and refscale print them: `1.2 µs`. */
export function formatNanoseconds(value: number): string {
  const units = [
    [1e9, "s"],
    [1e6, "ms"],
    [1e3, "µs"],
  ] as const;
  const unit = units.find(([size]) => Math.abs(value) >= size);
  return unit === undefined
    ? `${significant.format(value)} ns`
    : `${significant.format(value / unit[0])} ${unit[1]}`;
}

/** `A`, `A and B`, `A, B and C`, `A, B and 5 more`: names nobody would read to the end are counted. */
export function listOf(names: readonly string[], most = 3): string {
  if (names.length > most) {
    const shown = names.slice(0, Math.max(1, most - 1));
    return `${shown.join(", ")} and ${formatCount(names.length - shown.length)} more`;
  }
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

const operationNouns = new Map([
  ["lock", "acquisitions"],
  ["scf", "invocations"],
]);

/** What the counters of a suite count: grace periods unless the suite counts something else. */
export function workNoun(suite: string): string {
  return operationNouns.get(suite) ?? "grace periods";
}

/** ` (95 to 103 µs)`; nothing where the values were too few for an interval. */
function medianRange({
  medianLow: low,
  medianHigh: high,
}: {
  readonly medianLow?: number | undefined;
  readonly medianHigh?: number | undefined;
}): string {
  return low === undefined || high === undefined
    ? ""
    : ` (${formatNanoseconds(low)} to ${formatNanoseconds(high)})`;
}

/** What a guest achieved and how fast, in the suite's own terms; empty strings when the console did not say. */
export function workOf(guest: GuestResult): { amount: string; rate: string } {
  const { gracePeriods, operations, rate, durations } = guest.counters;
  const amount = gracePeriods ?? operations;
  // Scale tests measure; how much there was to measure is in the results.
  if (durations !== undefined) {
    return {
      amount: `median ${formatNanoseconds(durations.median)}${medianRange(durations)}`,
      rate: `p99 ${formatNanoseconds(durations.p99)}`,
    };
  }
  return {
    amount: amount === undefined ? "" : formatCount(amount),
    rate: rate === undefined ? "" : `${formatFigure(rate)}/s`,
  };
}

/** Seconds the guest lived, by the clock on the wall, else by the last time stamp on its console. */
export function livedOf({ timing, counters }: GuestResult): number | undefined {
  return timing.lived ?? counters.lastTime;
}

/** As `1h 5m`; empty where nobody knows. */
export function livedText(guest: GuestResult): string {
  const lived = livedOf(guest);
  return lived === undefined ? "" : formatDuration(lived);
}

/** Seconds of torture this guest stands for: planned when it came to its end, lived otherwise. */
export function tortureSeconds(guest: GuestResult): number {
  const { planned, lived } = guest.timing;
  if (lived === undefined) return 0;
  return planned === undefined ? lived : Math.min(planned, lived);
}
