import type { CounterContext, SuiteCounter } from "./counter.ts";
import { lockCounter } from "./lock.ts";
import { rcuCounter } from "./rcu.ts";
import { rcuscaleCounter } from "./rcuscale.ts";
import { refscaleCounter } from "./refscale.ts";
import { scfCounter } from "./scf.ts";

const nothing: SuiteCounter = {
  wantsAll: false,
  line: () => undefined,
  counters: () => ({}),
  takeProgress: () => undefined,
  diagnostics: () => [],
};

const bySuite: Readonly<Record<string, (context: CounterContext) => SuiteCounter>> = {
  rcu: rcuCounter,
  lock: lockCounter,
  scf: scfCounter,
  rcuscale: rcuscaleCounter,
  refscale: refscaleCounter,
};

/** The counter of a suite; one that counts nothing for a suite we do not know. */
export function counterOf(suite: string, context: CounterContext): SuiteCounter {
  return Object.hasOwn(bySuite, suite) ? (bySuite[suite]?.(context) ?? nothing) : nothing;
}
