import type { Recipe } from "./recipe.ts";

/** `(&rq->__lock){-.-.}-{2:2}, at: foo+0x1/0x2`, also `(lock){+.+.+.}, at: [<ffffffff81000000>] foo+0x…`. */
const acquired = /(?:, at:|\) at:) (?:\[<[0-9a-f]+>\] )?(?<function>[A-Za-z_][\w.]*)\+0x/;
const begin = "^(?:WARNING|INFO|BUG|\\[ INFO|\\[ BUG): ";

const deadlock = (what: string): Recipe => ({
  begins: new RegExp(`${begin}${what}`),
  detail: acquired,
  title: "possible deadlock in {function}",
});

/** kernel/locking/lockdep.c, kernel/locking/mutex-debug.c, kernel/exit.c, fs/… `locks held`. */
export const lockdep: readonly Recipe[] = [
  deadlock("possible (?:circular|recursive) locking"),
  deadlock("possible irq lock inversion dependency"),
  deadlock("possible \\w+ lock(?:ing)? (?:inversion|dependency)"),
  deadlock("\\w+-safe -> \\w+-unsafe lock order detected"),
  {
    begins: new RegExp(`${begin}inconsistent lock state`),
    detail: acquired,
    title: "inconsistent lock state in {function}",
  },
  {
    begins: /^\[ BUG: Invalid wait context/,
    title: "BUG: Invalid wait context in {function}",
    function: "stack",
  },
  {
    begins: /^(?:\[ )?(?<level>WARNING|BUG): (?<what>bad unlock balance|bad contention) detected/,
    detail: /at:\s*(?:\[<[0-9a-f]+>\] )?(?<function>[A-Za-z_][\w.]*)\+0x/,
    title: "{level}: {what} in {function}",
  },
  {
    begins: /^(?:\[ )?(?<level>WARNING|BUG): held lock freed/,
    title: "{level}: held lock freed in {function}",
    function: "stack",
  },
  {
    begins: /^(?:\[ )?(?<level>WARNING|BUG): (?:.* )?still has locks held/,
    title: "{level}: still has locks held in {function}",
    function: "stack",
  },
  {
    begins:
      /^(?:\[ )?(?<level>WARNING|BUG): lock held (?<what>when returning to user space|at task exit time)/,
    title: "{level}: lock held {what} in {function}",
    detail: /, at: (?:\[<[0-9a-f]+>\] )?(?<function>[A-Za-z_][\w.]*)\+0x/,
  },
  {
    begins: /^WARNING: Nested lock was not taken/,
    title: "WARNING: nested lock was not taken in {function}",
    function: "stack",
  },
  {
    begins: /^WARNING: (?<what>chain_key collision)/,
    title: "WARNING: {what} in {function}",
    function: "stack",
  },
  {
    begins: /^INFO: trying to register non-static key/,
    title: "INFO: trying to register non-static key in {function}",
    function: "stack",
  },
  { begins: /^BUG: (?<what>MAX_\w+) too low/, title: "BUG: {what} too low!", function: "none" },
  {
    begins: /^BUG: key \S+ (?:has not been registered|not in \.data)/,
    title: "BUG: key has not been registered",
  },
  {
    begins:
      /^WARNING: .*?\b(?<file>kernel\/locking\/lockdep\.c):(?<line>\d+) (?:at )?(?:__)?(?:lock_|check_|mark_|register_|validate_)/,
    title: "WARNING: locking bug in {function}",
  },
];

/** kernel/locking/lockdep.c: lockdep_rcu_suspicious() */
export const suspiciousRcu: readonly Recipe[] = [
  {
    begins: /^(?:\[ )?(?<level>WARNING|INFO|ERR): suspicious RCU usage/,
    detail: /^(?<file>[\w./-]+\.[ch]):(?<line>\d+) \S/,
    title: "{level}: suspicious RCU usage in {function}",
    function: "stack",
  },
];

/** kernel/sched/core.c */
export const sleepingInAtomic: readonly Recipe[] = [
  {
    begins: /^BUG: sleeping function called from invalid context at (?<file>[^\s:]+):(?<line>\d+)/,
    title: "BUG: sleeping function called from invalid context in {function}",
    function: "stack",
  },
  {
    begins: /^BUG: scheduling while atomic/,
    title: "BUG: scheduling while atomic in {function}",
    function: "stack",
  },
  {
    begins: /^bad: scheduling from the idle thread/,
    title: "BUG: scheduling from the idle thread in {function}",
    function: "stack",
  },
];
