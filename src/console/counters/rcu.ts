import type { Counters } from "../../results/schema.ts";
import { flag } from "../keywords.ts";
import type { Line } from "../lines.ts";
import { fields, numberOf, printed } from "../scripts/awk.ts";
import { last, Printed } from "../scripts/grep.ts";
import { afterLast, firstWord, isText, scriptText, squeeze, withoutStamp } from "../scripts/text.ts";
import { type CounterContext, count, rateOf, type SuiteCounter } from "./counter.ts";

interface ForwardProgress {
  readonly key: number;
  readonly line: string;
}

/** `sort -k3nr | head -1`: the largest third field; among equals the line that sorts first. */
const larger = (a: ForwardProgress, b: ForwardProgress): ForwardProgress =>
  b.key > a.key || (b.key === a.key && b.line < a.line) ? b : a;

/** `kvm-recheck-rcu.sh`: grace periods, end state, forward progress and close calls. */
export function rcuCounter(context: CounterContext): SuiteCounter {
  const versions = new Printed<string>(context.gate, last);
  const endState = new Printed<string>(context.gate, last);
  const forward = new Printed<ForwardProgress>(context.gate, larger);
  let readerBatch: string | undefined;
  let progress: string | undefined;

  const version = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : firstWord(afterLast(text, " ver: "));
  const closeCalls = (): number | undefined =>
    version(versions.value) ? sumBeyondSecond(readerBatch) : undefined;

  return {
    wantsAll: false,
    line(line: Line) {
      const { flags } = line;
      if (flags & flag.readerBatch) readerBatch = scriptText(line);
      if ((flags & (flag.version | flag.endState | flag.forwardProgress)) === 0 || !isText(line)) return;
      const text = scriptText(line);
      if (flags & flag.version) {
        versions.add(line.end, text);
        progress = text;
      }
      if (flags & flag.endState) endState.add(line.end, stateOf(text));
      if (flags & flag.forwardProgress) {
        const bare = withoutStamp(text);
        forward.add(line.end, { key: sortKey(bare), line: bare });
      }
    },
    counters(): Counters {
      const gracePeriods = count(version(versions.value));
      const calls = closeCalls();
      const state = endState.value;
      const callbacks = count(fields(forward.value?.line ?? "")[2]?.replaceAll("\r", ""));
      return {
        ...(gracePeriods === undefined
          ? {}
          : { gracePeriods, ...rateOf(gracePeriods, context.plannedSeconds) }),
        ...(calls === undefined ? {} : { closeCalls: calls }),
        ...(callbacks === undefined ? {} : { forwardProgressMaxCallbacks: callbacks }),
        ...(state === undefined ? {} : { endState: state }),
      };
    },
    takeProgress() {
      const text = progress;
      progress = undefined;
      return count(version(text));
    },
    diagnostics() {
      const calls = closeCalls();
      const seconds = context.plannedSeconds;
      if (!calls || !seconds) return [];
      return [`${printed(calls)} Reader Batch close calls in ${Math.trunc(seconds / 60)} minute run:`];
    },
  };
}

/** `[g12345 f0x0 ]`, from the fields that the script prints. */
function stateOf(text: string): string {
  const words = fields(text.replace(/^\[[ 0-9.]*\] /, ""));
  const shown = `[${words[0] ?? ""} ${words[4] ?? ""} ${words[5] ?? ""} ${words[6] ?? ""}]`;
  return squeeze(shown.replaceAll("\r", ""));
}

/** What sort's numeric key of the third field is worth. */
function sortKey(text: string): number {
  const third = /^[ \t]*[^ \t]+[ \t]+[^ \t]+[ \t]+(-?\d*\.?\d*)/.exec(text)?.[1];
  return Number(third) || 0;
}

/**
 * Readers that overlapped more than one grace period: the sum of the columns after the second of the last
 * `torture: Reader Batch:`. The script adds what comes before `Batch:` too, then starts afresh there.
 */
function sumBeyondSecond(text: string | undefined): number {
  if (text === undefined) return 0;
  const words = [text, ...fields(text)];
  let sum = 0;
  for (let i = 0; i < words.length; i++) {
    sum += numberOf(words[i]);
    if (words[i]?.includes("Batch:")) {
      sum = 0;
      i += 2;
    }
  }
  return sum;
}
