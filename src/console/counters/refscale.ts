import { flag } from "../keywords.ts";
import type { Line } from "../lines.ts";
import { fields, looksNumeric, numberOf } from "../scripts/awk.ts";
import { scriptText } from "../scripts/text.ts";
import type { CounterContext, SuiteCounter } from "./counter.ts";
import { Durations } from "./durations.ts";

/**
 * `kvm-recheck-refscale.sh`: nanoseconds per reader, the table after `Runs	Time(ns)`. Its median of an even
 * number of values takes the two before the middle, which we keep: same numbers as the script.
 */
export function refscaleCounter(_context: CounterContext): SuiteCounter {
  const readers = new Durations();
  let inTable = false;
  return {
    get wantsAll() {
      return inTable;
    },
    line(line: Line) {
      if (!inTable && (line.flags & flag.runsHeader) === 0) return;
      const text = scriptText(line)
        .replace(/^\[[^\]\udc80-\udcff]*\]/u, "")
        .replaceAll("\r", "");
      if (/^[ \t]*Runs\tTime\(ns\) *$/.test(text)) inTable = true;
      else if (inTable && /\d\t\d+\.\d+$/.test(text)) {
        // In a garbled line the second field may be anything; the script then sorts text among numbers.
        const value = fields(text)[1] ?? "";
        if (looksNumeric(value)) readers.add(numberOf(value));
      }
    },
    counters() {
      const durations = readers.summary(1, scriptMedian);
      return durations ? { durations } : {};
    },
    takeProgress: () => undefined,
    diagnostics: () => [],
  };
}

/** awk's arrays start at 1 and the element 0 reads as 0. Of a single value the script prints none; we do. */
function scriptMedian(sorted: readonly number[]): number {
  const at = (i: number): number => sorted[i - 1] ?? 0;
  if (sorted.length === 1) return at(1);
  const middle = Math.trunc(sorted.length / 2);
  return sorted.length % 2 === 0 ? (at(middle - 1) + at(middle)) / 2 : at(middle);
}
