import { flag } from "../keywords.ts";
import type { Line } from "../lines.ts";
import { fields, numberOf } from "../scripts/awk.ts";
import { scriptText } from "../scripts/text.ts";
import type { CounterContext, SuiteCounter } from "./counter.ts";
import { Durations, percentile } from "./durations.ts";

/** `sed -e 's/^\[[^]]*]//'` */
const withoutBracket = (text: string): string => text.replace(/^\[[^\]\udc80-\udcff]*\]/u, "");

/**
 * `kvm-recheck-rcuscale.sh`: durations of grace periods, from `writer-duration` lines, or from ftrace when
 * the console holds at least a hundred expedited grace periods of it. Microseconds there, nanoseconds here.
 */
export function rcuscaleCounter(_context: CounterContext): SuiteCounter {
  const printk = new Durations();
  const ftrace = new FtraceGracePeriods();
  let gracePeriods: number | undefined;
  return {
    wantsAll: false,
    line(line: Line) {
      if (line.flags & flag.ftraceGracePeriod) ftrace.line(scriptText(line));
      if ((line.flags & flag.scale) === 0) return;
      const text = withoutBracket(scriptText(line));
      const at = text.indexOf("-scale: ");
      const words = fields(text);
      const gps = text.indexOf(" gps: ", at + 7);
      if (gps >= 0 && text.indexOf(" batches:", gps + 5) >= 0) gracePeriods = numberOf(words[8]);
      // The script divides by 1000 before it adds up.
      if (text.indexOf("writer-duration", at + 8) >= 0) printk.add(numberOf(words[4]) / 1000);
    },
    counters() {
      const fromTrace = ftrace.starts >= 100;
      const durations = (fromTrace ? ftrace.durations : printk).summary(1000, (s) => percentile(s, 50));
      const total = fromTrace ? ftrace.gracePeriods : gracePeriods;
      return { ...(total === undefined ? {} : { gracePeriods: total }), ...(durations ? { durations } : {}) };
    },
    takeProgress: () => undefined,
    diagnostics: () => [],
  };
}

/** `kvm-recheck-rcuscale-ftrace.sh`: start, end and done events of expedited grace periods. */
class FtraceGracePeriods {
  readonly durations = new Durations();
  starts = 0;
  gracePeriods = 0;
  #start: { sequence: string; time: number } | undefined;
  /** Which task ran which grace period; only recent ones matter. */
  readonly #tasks = new Map<string, string>();

  line(text: string): void {
    const at = text.indexOf("rcu_exp_grace_period");
    if (at >= 0 && text.indexOf("start", at) >= 0) this.starts++;
    if (!text.includes("us : rcu_exp_grace_period")) return;
    const words = fields(withoutBracket(text).replace("us : ", " : ").replaceAll("\r", ""));
    const [task = "", , time, , , , sequence = "", event] = words;
    if (event === "start") this.#begin(task, sequence, numberOf(time));
    else if (event === "end") this.#end(sequence, numberOf(time));
    else if (event === "done" && this.#tasks.get(sequence) !== task) this.gracePeriods++;
  }

  #begin(task: string, sequence: string, time: number): void {
    this.#start = { sequence, time };
    this.#tasks.set(sequence, task);
    if (this.#tasks.size <= 10_000) return;
    for (const oldest of this.#tasks.keys()) {
      this.#tasks.delete(oldest);
      break;
    }
  }

  #end(sequence: string, time: number): void {
    if (this.#start?.sequence === sequence) {
      this.durations.add(time - this.#start.time);
      this.gracePeriods++;
    }
    this.#start = undefined;
  }
}
