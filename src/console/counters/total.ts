import type { Line } from "../lines.ts";
import { last, Printed } from "../scripts/grep.ts";
import { afterLast, firstWord, isText, scriptText } from "../scripts/text.ts";
import { type CounterContext, count, rateOf, type SuiteCounter } from "./counter.ts";

/** A suite whose only number is the last of a kind of line: lock's acquisitions, scf's invocations. */
export function totalCounter(wanted: number, mark: string, context: CounterContext): SuiteCounter {
  const seen = new Printed<string>(context.gate, last);
  let progress: number | undefined;
  return {
    wantsAll: false,
    line(line: Line) {
      if ((line.flags & wanted) === 0 || !isText(line)) return;
      const text = firstWord(afterLast(scriptText(line), mark)).replaceAll("\r", "");
      seen.add(line.end, text);
      progress = count(text);
    },
    counters() {
      const operations = count(seen.value);
      return operations === undefined ? {} : { operations, ...rateOf(operations, context.plannedSeconds) };
    },
    takeProgress() {
      const value = progress;
      progress = undefined;
      return value;
    },
    diagnostics: () => [],
  };
}
