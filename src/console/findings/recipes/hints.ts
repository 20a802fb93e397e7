import type { FindingKind } from "../../../results/kinds.ts";
import { type Automaton, classBits, compileAutomaton } from "../../automaton.ts";

/**
 * Words of which a message must contain one before a kind's recipes are tried: cheap to look for, so that a
 * console full of bait costs little.
 */
const hints: Partial<Readonly<Record<FindingKind, readonly string[]>>> = {
  "torture-failure": ["FAILURE", "!!!"],
  panic: ["Kernel panic"],
  kasan: ["KASAN"],
  kcsan: ["KCSAN"],
  ubsan: ["UBSAN"],
  bug: ["BUG", "CFI failure", "usercopy", "unreferenced object"],
  oops: [
    "Oops",
    "Internal error",
    "[#",
    "guard page",
    "stack overflow",
    "Insufficient stack",
    "stack segment",
    "early exception",
    "ilc:",
    "achine check",
    "Unrecoverable",
    "mode in",
    "SError",
    "Unhandled",
    "Unexpected",
    "Kernel mode fault",
  ],
  "null-dereference": ["NULL pointer"],
  "paging-request": ["nable to handle"],
  "general-protection": ["general protection"],
  "divide-error": ["divide error"],
  "double-fault": ["double fault"],
  "soft-lockup": ["soft lockup"],
  "hard-lockup": ["LOCKUP"],
  "workqueue-lockup": ["workqueue lockup"],
  "hung-task": ["INFO: task"],
  "rcu-stall": ["tall"],
  "kthread-starved": ["starved"],
  "writer-stall": ["Writer stall"],
  lockdep: ["lock", "wait context", "too low", "BUG: key", "contention", "non-static key", "chain_key"],
  "suspicious-rcu": ["suspicious"],
  "sleeping-in-atomic": ["sleeping", "scheduling"],
  "debug-objects": ["debugobjects"],
  refcount: ["refcount"],
  "list-corruption": ["list_debug"],
  oom: ["oom-killer"],
  warning: ["WARNING", "Badness", "duplicate filename"],
  "hotplug-failure": ["_HOTPLUG"],
  other: ["unregister_netdevice", "VFS: "],
};

/** Each kind that has hints, and its bit. */
export const hinted: ReadonlyMap<FindingKind, number> = new Map(
  (Object.keys(hints) as FindingKind[]).map((kind, i) => [kind, 1 << i]),
);

const words = [...hinted].flatMap(([kind, sets]) => (hints[kind] ?? []).map((text) => ({ text, sets })));
const escaped = (word: string): string => word.replace(/[[\](){}.*+?^$|\\]/g, "\\$&");
/** Most messages have no hint at all: one search tells. */
const any = new RegExp(words.map(({ text }) => escaped(text)).join("|"));

let automaton: Automaton | undefined;

/** Bits of the kinds whose hints a text contains; all of them in one pass. */
export function hintsIn(text: string): number {
  if (!any.test(text)) return 0;
  automaton ??= compileAutomaton(words);
  const { classes, table, firstEvent, sets } = automaton;
  let [state, kinds] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    // Beyond Latin-1 is no hint's character; 0 is the class of all those that are not.
    state = table[state + (classes[text.charCodeAt(i)] ?? 0)] as number;
    if (state >= firstEvent) kinds |= sets[(state - firstEvent) >> classBits] as number;
  }
  return kinds;
}
