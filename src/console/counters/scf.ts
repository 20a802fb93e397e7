import { flag } from "../keywords.ts";
import type { CounterContext, SuiteCounter } from "./counter.ts";
import { totalCounter } from "./total.ts";

/** `kvm-recheck-scf.sh`: handler invocations, from `scf_invoked_count ver: N`. */
export function scfCounter(context: CounterContext): SuiteCounter {
  return totalCounter(flag.scfInvoked, " scf_invoked_count ver: ", context);
}
