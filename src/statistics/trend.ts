import { scenarioOf } from "../results/scenario.ts";
import type { GuestResult, Results } from "../results/schema.ts";
import { amount, percent, plural } from "./words.ts";

/** One earlier or present value: a rate, or the median of a scale test's durations in nanoseconds. */
export interface TrendPoint {
  /** ISO 8601. */
  readonly date: string;
  readonly commit?: string;
  readonly run?: string;
  readonly rate: number;
}

/** `rate`: per second, the more the better; `median`: nanoseconds, the fewer the better. */
export type TrendMeasure = "rate" | "median";

export interface ScenarioTrend {
  readonly measure: TrendMeasure;
  readonly suite: string;
  readonly scenario: string;
  /** What had to be equal for values to be comparable: `kvm, 16 CPUs, guests of 16 CPUs, 600 s`. */
  readonly setting: string;
  /** Earlier values, oldest first, and then those of the present run. */
  readonly points: readonly TrendPoint[];
  /** Median of the present values, median of the earlier ones and their robust standard deviation. */
  readonly current: number;
  readonly median?: number;
  readonly deviation?: number;
  /** It became slower beyond its noise: the rate dropped, or the median grew. */
  readonly warning: boolean;
  readonly sentence: string;
}

/** Fewer earlier values than this tell too little about the noise. */
export const enoughValues = 8;
/** Older values than these many are forgotten. */
const memory = 50;
/** Noise is taken to be at least this share of the median: a history without any is luck, not precision. */
const leastNoise = 0.01;

/**
 * Standard deviations below the median that count as a drop. 3.5 is Iglewicz and Hoaglin's (1993) rule for the
 * median absolute deviation; 21/n widens it because a deviation from few values is often too small. Simulated with
 * normal noise, at most 1 in 150 undisturbed runs is warned about (n = 8), 1 in 1,000 from n = 30 on.
 */
export function dropThreshold(earlier: number): number {
  return 3.5 + 21 / earlier;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** Median, and median absolute deviation scaled to a standard deviation (1.4826), with a floor. */
export function noiseOf(values: readonly number[]): { median: number; deviation: number } {
  const middle = median(values);
  const spread = 1.4826 * median(values.map((value) => Math.abs(value - middle)));
  return { median: middle, deviation: Math.max(spread, leastNoise * middle) };
}

/** A drop of `current` below `earlier` beyond their noise; never with fewer than `enoughValues`. */
export function dropped(current: number, earlier: readonly number[]): boolean {
  if (earlier.length < enoughValues) return false;
  const noise = noiseOf(earlier);
  return current < noise.median - dropThreshold(earlier.length) * noise.deviation;
}

/** Rates depend on these: only values that share them all are compared. */
export function settingOf(results: Results, guest: GuestResult): string {
  const system = results.systems.find(({ name }) => name === guest.system);
  return [
    system?.accelerator ?? "unknown accelerator",
    system?.architecture,
    system?.cpus === undefined ? "unknown CPUs" : plural(system.cpus, "CPU"),
    guest.cpus === undefined ? undefined : `guest of ${plural(guest.cpus, "CPU")}`,
    guest.timing.planned === undefined ? undefined : `${guest.timing.planned} s`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** A growth of `current` above `earlier` beyond their noise; never with fewer than `enoughValues`. */
function grown(current: number, earlier: readonly number[]): boolean {
  if (earlier.length < enoughValues) return false;
  const noise = noiseOf(earlier);
  return current > noise.median + dropThreshold(earlier.length) * noise.deviation;
}

interface Located extends TrendPoint {
  readonly measure: TrendMeasure;
  readonly suite: string;
  readonly scenario: string;
  readonly setting: string;
}

/** Rates of guests that passed; a failed guest's rate says what the failure did, not how fast the kernel is. */
function pointsOf({ results, run }: TrendRun, current: boolean): Located[] {
  return results.guests.flatMap((guest) => {
    const { durations } = guest.counters;
    const rate = durations?.median ?? guest.counters.rate;
    if (rate === undefined || (guest.verdict !== "passed" && !(current && guest.verdict === "failed")))
      return [];
    return [
      {
        measure: durations === undefined ? "rate" : "median",
        suite: guest.suite ?? results.suite,
        scenario: scenarioOf(guest),
        setting: settingOf(results, guest),
        date: results.createdAt,
        ...(results.kernel.commit !== undefined && { commit: results.kernel.commit }),
        ...(run !== undefined && { run }),
        rate,
      },
    ];
  });
}

/** Results of one run, and how people refer to it. */
export interface TrendRun {
  readonly results: Results;
  readonly run?: string;
}

const keyOf = ({ measure, suite, scenario, setting }: Located) =>
  JSON.stringify([measure, suite, scenario, setting]);
const pointOf = ({ measure: _, suite: __, scenario: ___, setting: ____, ...point }: Located): TrendPoint =>
  point;

function describe(
  measure: TrendMeasure,
  current: number,
  earlier: readonly number[],
  warning: boolean,
): string {
  const unit = measure === "rate" ? "per second" : "ns";
  if (earlier.length < enoughValues) {
    return `${amount(current, 3)} ${unit}; ${plural(earlier.length, "comparable earlier value")}, ${enoughValues} are needed to judge.`;
  }
  const noise = noiseOf(earlier);
  const change = current / noise.median - 1;
  const direction = change < 0 ? "below" : "above";
  const usual = `${amount(noise.median, 3)} ${unit}, the median of ${plural(earlier.length, "earlier value")}`;
  const spread = `noise ${percent(noise.deviation / noise.median)}`;
  const better = measure === "rate" ? change > 0 : change < 0;
  const became = measure === "rate" ? "Dropped" : "Slower: grew";
  if (warning)
    return `${became} to ${amount(current, 3)} ${unit}, ${percent(Math.abs(change))} ${direction} ${usual} (${spread}).`;
  return `${amount(current, 3)} ${unit}, ${percent(Math.abs(change))} ${direction} ${usual} (${spread}): within its noise${better ? " or better" : ""}.`;
}

/**
 * The trend of each scenario's rate (grace periods, lock operations or invocations per second), or of a scale test's median, over earlier runs,
 * oldest first, and the present one. Only values from the same accelerator, architecture, CPU counts and planned
 * duration are compared.
 */
export function trendsOf(earlier: readonly TrendRun[], current: TrendRun): ScenarioTrend[] {
  const past = Map.groupBy(
    earlier.flatMap((run) => pointsOf(run, false)),
    keyOf,
  );
  const present = Map.groupBy(pointsOf(current, true), keyOf);
  return [...present].flatMap(([key, now]) => {
    const first = now[0];
    if (!first) return [];
    const before = (past.get(key) ?? []).slice(-memory);
    const rates = before.map(({ rate }) => rate);
    const middle = median(now.map(({ rate }) => rate));
    const slower = first.measure === "rate" ? dropped : grown;
    const warning = slower(middle, rates);
    return [
      {
        measure: first.measure,
        suite: first.suite,
        scenario: first.scenario,
        setting: first.setting,
        points: [...before, ...now].map(pointOf),
        current: middle,
        ...(rates.length > 0 && noiseOf(rates)),
        warning,
        sentence: describe(first.measure, middle, rates, warning),
      },
    ];
  });
}
