import { atomicContext, ownLocks } from "../groups/forRecipes.ts";
import { waiting } from "../groups/waiting.ts";
import type { Recipe } from "./recipe.ts";

/** `(&rq->__lock){-.-.}-{2:2}, at: foo+0x1/0x2`, also `(lock){+.+.+.}, at: [<ffffffff81000000>] foo+0x…`. */
const acquired =
  /(?:, at:|\) at:) (?:\[<[0-9a-f]+>\] )?(?<function>[A-Za-z_][\w.$]*)(?:\+0x|(?<inlined> [\w./-]+\.[ch]:\d+ \[inline\])|$)/;
const begin = "^(?:=+ )?(?:WARNING|INFO|BUG|\\[ INFO|\\[ BUG): ";

const deadlock = (what: string): Recipe => ({
  begins: new RegExp(`${begin}${what}`),
  detail: acquired,
  title: "possible deadlock in {function}",
  start: "detail",
});

/** kernel/locking/lockdep.c, kernel/locking/mutex-debug.c, kernel/exit.c */
export const lockdep: readonly Recipe[] = [
  deadlock("possible (?:circular|recursive) locking"),
  deadlock("possible irq lock inversion dependency"),
  deadlock("possible \\w+ lock(?:ing)? (?:inversion|dependency)"),
  {
    ...deadlock("\\w+-safe -> \\w+-unsafe lock order detected"),
    // Whoever takes the safe lock in an interrupt can meet the new order; who makes it may be anybody.
    stack: /which became \S+-safe at:$/,
    also: ["possible deadlock in {named}"],
  },
  {
    begins: new RegExp(`${begin}inconsistent lock state`),
    detail: acquired,
    title: "inconsistent lock state in {function}",
    start: "detail",
  },
  {
    begins: /^(?:\[ )?(?:BUG|WARNING): Invalid wait context/,
    detail: acquired,
    title: "BUG: Invalid wait context in {function}",
    start: "detail",
  },
  {
    begins: /^(?:\[ )?(?<level>WARNING|BUG): (?<what>bad (?:unlock balance|contention)) detected/,
    stack: /is trying to (?:release|contend) lock .* ?at:$/,
    title: "{level}: {what} in {function}",
    also: ["WARNING: {what} in {function}", "BUG: {what} in {function}"],
    start: "stack",
  },
  {
    begins: /^(?:\[ )?(?<level>WARNING|BUG): held lock freed/,
    title: "{level}: held lock freed in {function}",
    start: "stack",
  },
  {
    begins: /^(?:\[ )?(?<level>WARNING|BUG): (?:.* )?still has locks held/,
    detail: acquired,
    title: "{level}: still has locks held in {function}",
    start: "detail",
  },
  {
    begins:
      /^(?:\[ )?(?<level>WARNING|BUG): lock held (?<what>when returning to user space|at task exit time)/,
    title: "{level}: lock held {what} in {function}",
    detail: acquired,
    start: "detail",
  },
  {
    begins: /^(?:\[ )?WARNING: Nested lock was not taken/,
    title: "WARNING: nested lock was not taken in {function}",
    start: "stack",
  },
  {
    begins: /^(?:\[ )?WARNING: (?<what>chain_key collision)/,
    title: "WARNING: {what} in {function}",
    start: "stack",
  },
  {
    begins: /^INFO: trying to register non-static key/,
    title: "INFO: trying to register non-static key in {function}",
    start: "stack",
  },
  { begins: /^BUG: (?<what>MAX_\w+) too low/, title: "BUG: {what} too low!", start: "none" },
  {
    begins: /^BUG: key \S+ (?:has not been registered|not in \.data)/,
    title: "BUG: key has not been registered in {function}",
    start: "stack",
  },
  {
    begins:
      /^WARNING: .*?\b(?<file>kernel\/locking\/lockdep\.c):(?<line>\d+) (?:at )?(?:0x0|(?:__)?(?:lock_|check_|mark_|register_|validate_|print_|look_up_|hlock_|lockdep_))/,
    title: "WARNING: locking bug in {function}",
    skip: [ownLocks],
    start: "stack",
  },
];

/** kernel/locking/lockdep.c: lockdep_rcu_suspicious(); the second wording is that of kernels before 3.4. */
export const suspiciousRcu: readonly Recipe[] = [
  {
    begins: /^(?:\[ )?(?<level>WARNING|INFO|ERR): suspicious (?:RCU|rcu_dereference_check\(\)) usage/,
    detail: /^(?<file>[\w./-]+\.[ch]):(?<line>\d+) \S/,
    title: "{level}: suspicious RCU usage in {function}",
    also: ["WARNING: suspicious RCU usage in {function}"],
    start: "stack",
  },
];

/** kernel/sched/core.c */
export const sleepingInAtomic: readonly Recipe[] = [
  {
    begins:
      /^BUG: (?:sleeping|scheduling) function called from (?:an )?invalid context at (?<file>[^\s:]+):(?<line>\d+)/,
    title: "BUG: sleeping function called from invalid context in {function}",
    skip: [atomicContext],
    start: "stack",
  },
  {
    begins: /^BUG: scheduling while atomic/,
    title: "BUG: scheduling while atomic in {function}",
    skip: [atomicContext, waiting.sleeping],
    start: "stack",
    belongs: /^Kernel panic - not syncing: scheduling while atomic/,
  },
  {
    begins: /^bad: scheduling from the idle thread/,
    title: "BUG: scheduling from the idle thread in {function}",
    start: "stack",
  },
];
