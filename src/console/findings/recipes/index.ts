import { type FindingKind, findingKinds } from "../../../results/kinds.ts";
import * as faults from "./faults.ts";
import * as locking from "./locking.ts";
import * as memory from "./memory.ts";
import type { Recipe } from "./recipe.ts";
import * as stalls from "./stalls.ts";
import * as torture from "./torture.ts";
import * as warnings from "./warnings.ts";

/** Every kind, with how its reports begin. Kinds without recipes are concluded from the whole console. */
export const recipes: Readonly<Record<FindingKind, readonly Recipe[]>> = {
  "torture-failure": torture.tortureFailure,
  panic: faults.panic,
  kasan: memory.kasan,
  kcsan: memory.kcsan,
  ubsan: memory.ubsan,
  bug: [...memory.otherMemory, ...faults.bug],
  oops: faults.otherOops,
  "null-dereference": faults.nullDereference,
  "paging-request": faults.pagingRequest,
  "general-protection": faults.generalProtection,
  "divide-error": faults.divideError,
  "double-fault": faults.doubleFault,
  "soft-lockup": stalls.softLockup,
  "hard-lockup": stalls.hardLockup,
  "workqueue-lockup": stalls.workqueueLockup,
  "hung-task": stalls.hungTask,
  "rcu-stall": stalls.rcuStall,
  "kthread-starved": stalls.kthreadStarved,
  "writer-stall": stalls.writerStall,
  lockdep: locking.lockdep,
  "suspicious-rcu": locking.suspiciousRcu,
  "sleeping-in-atomic": locking.sleepingInAtomic,
  "debug-objects": memory.debugObjects,
  refcount: memory.refcount,
  "list-corruption": memory.listCorruption,
  oom: memory.oom,
  warning: warnings.warning,
  "gp-hang": [],
  "bad-sequence": [],
  "hotplug-failure": torture.hotplugFailure,
  "close-calls": [],
  "no-end": [],
  silence: [],
  hang: [],
  "boot-failure": [],
  other: warnings.other,
};

/**
 * Words of which a message must contain one before a kind's recipes are tried: cheap to look for, so that a
 * console full of bait costs little.
 */
const hints: Readonly<Record<FindingKind, readonly string[]>> = {
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
  warning: ["WARNING", "Badness"],
  "gp-hang": [],
  "bad-sequence": [],
  "hotplug-failure": ["_HOTPLUG"],
  "close-calls": [],
  "no-end": [],
  silence: [],
  hang: [],
  "boot-failure": [],
  other: ["unregister_netdevice", "VFS: "],
};

export interface Recognised {
  readonly kind: FindingKind;
  readonly recipe: Recipe;
  readonly match: RegExpExecArray;
}

/** Kinds whose recipes take anything that begins with `Oops:`, `BUG:` or `WARNING:` come last. */
const lastKinds: readonly FindingKind[] = ["oops", "torture-failure", "bug", "warning"];
const order = [...findingKinds.filter((kind) => !lastKinds.includes(kind)), ...lastKinds]
  .map((kind) => ({ kind, words: hints[kind], recipes: recipes[kind] }))
  .filter(({ words }) => words.length > 0);

const escaped = (word: string): string => word.replace(/[[\](){}.*+?^$|\\]/g, "\\$&");
/** Most messages have no hint at all: one search tells. */
const anyHint = new RegExp(order.flatMap(({ words }) => words.map(escaped)).join("|"));

/** `Array.some` without its closure: this is asked for every line that may begin a report. */
function hasOne(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

/** What report a message begins, if any. */
export function recognise(text: string): Recognised | undefined {
  // decode_stacktrace.sh repeats a header for every inlined function; the real one comes last.
  if (text.endsWith(" [inline]")) return undefined;
  if (!anyHint.test(text)) return undefined;
  for (const { kind, words, recipes: candidates } of order) {
    if (!hasOne(text, words)) continue;
    for (const recipe of candidates) {
      const match = recipe.begins.exec(text);
      if (match) return { kind, recipe, match };
    }
  }
  return undefined;
}
