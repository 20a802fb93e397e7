import type { Counters } from "../../results/schema.ts";
import { limits } from "../limits.ts";

/** Measured durations, kept for percentiles; beyond `limits.measurements` an even sample of them. */
export class Durations {
  #values: number[] = [];
  #stride = 1;
  #count = 0;
  #sum = 0;

  add(value: number): void {
    if (this.#count++ % this.#stride === 0) this.#values.push(value);
    this.#sum += value;
    if (this.#values.length < limits.measurements) return;
    this.#values = this.#values.filter((_, i) => i % 2 === 0);
    this.#stride *= 2;
  }

  get count(): number {
    return this.#count;
  }

  /** @param median how the suite's script takes it from sorted values */
  summary(scale: number, median: (sorted: readonly number[]) => number): Counters["durations"] {
    const sorted = this.#values.toSorted((a, b) => a - b);
    const [min, max] = [sorted[0], sorted.at(-1)];
    if (min === undefined || max === undefined) return undefined;
    const s = (value: number): number => value * scale;
    return {
      count: this.#count,
      mean: s(this.#sum / this.#count),
      min: s(min),
      median: s(median(sorted)),
      ...scaled(medianInterval(sorted), scale),
      p90: s(percentile(sorted, 90)),
      p99: s(percentile(sorted, 99)),
      max: s(max),
    };
  }
}

/**
 * A 95 % interval of the median that assumes nothing of the distribution: the values at ranks n/2 -+ 0.98 sqrt(n), by the
 * normal approximation of the binomial. Undefined for fewer than ten values.
 */
function medianInterval(sorted: readonly number[]): readonly [number, number] | undefined {
  const n = sorted.length;
  if (n < 10) return undefined;
  const reach = 0.98 * Math.sqrt(n);
  const [low, high] = [
    sorted[Math.max(0, Math.floor(n / 2 - reach) - 1)],
    sorted[Math.min(n - 1, Math.ceil(n / 2 + reach))],
  ];
  return low === undefined || high === undefined ? undefined : [low, high];
}

function scaled(interval: readonly [number, number] | undefined, scale: number) {
  return interval && { medianLow: interval[0] * scale, medianHigh: interval[1] * scale };
}

/** The value at `int(n * percent / 100)`, counted from 1, at least the first: the scripts' percentile. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(1, Math.trunc((sorted.length * percent) / 100)) - 1] ?? 0;
}
