import { flag } from "../keywords.ts";
import type { CounterContext, SuiteCounter } from "./counter.ts";
import { totalCounter } from "./total.ts";

/** `kvm-recheck-lock.sh`: acquisitions and releases, from `Writes:  Total: N`. */
export function lockCounter(context: CounterContext): SuiteCounter {
  return totalCounter(flag.writesTotal, " Total: ", context);
}
