import { type FindingKind, findingKinds } from "../../../results/kinds.ts";
import * as faults from "./faults.ts";
import { hinted, hintsIn } from "./hints.ts";
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

export interface Recognised {
  readonly kind: FindingKind;
  readonly recipe: Recipe;
  readonly match: RegExpExecArray;
}

/** Kinds whose recipes take anything that begins with `Oops:`, `BUG:` or `WARNING:` come last. */
const lastKinds: readonly FindingKind[] = ["oops", "torture-failure", "bug", "warning"];
const order = [...findingKinds.filter((kind) => !lastKinds.includes(kind)), ...lastKinds]
  .filter((kind) => hinted.has(kind))
  .map((kind) => ({ kind, bit: hinted.get(kind) as number, recipes: recipes[kind] }));

/**
 * What report a message begins, if any.
 * @param kinds which kinds may be meant, by the hints in the text or in one that contains it
 */
export function recognise(text: string, kinds = hintsIn(text)): Recognised | undefined {
  // decode_stacktrace.sh repeats a header for every inlined function; the real one comes last.
  if (kinds === 0 || text.endsWith(" [inline]")) return undefined;
  for (const { kind, bit, recipes: candidates } of order) {
    if ((kinds & bit) === 0) continue;
    for (const recipe of candidates) {
      const match = recipe.begins.exec(text);
      if (match) return { kind, recipe, match };
    }
  }
  return undefined;
}
