import type { Recipe } from "./recipe.ts";

const stall = {
  function: "interrupted",
  allCallers: true,
  belongs:
    /kthread starved for|kthread timer wakeup didn't|^rcu: (?:INFO|\t)|detected (?:expedited )?stalls? on|self-detected stall|Stall ended before|NMI backtrace|Kernel panic - not syncing: RCU Stall|Writer stall state|workqueue lockup/,
} as const;

/** kernel/rcu/tree_stall.h, kernel/rcu/tree_exp.h, kernel/rcu/tasks.h */
export const rcuStall: readonly Recipe[] = [
  {
    begins:
      /^(?:rcu: )?INFO: (?<flavour>\w+) (?:self-)?detected (?:expedited )?stalls?\b(?: on (?:CPUs?|tasks|CPUs\/tasks))?/,
    title: "INFO: rcu detected stall in {function}",
    ...stall,
  },
  {
    begins: /^(?:rcu: )?INFO: Stall ended before state dump start/,
    title: "INFO: rcu detected stall that ended before its dump",
    function: "none",
    oneLine: true,
  },
];

export const kthreadStarved: readonly Recipe[] = [
  {
    begins: /^(?:rcu: )?(?<flavour>rcu_\w+) kthread starved for \d+ jiffies/,
    title: "{flavour} kthread starved",
    function: "none",
    allCallers: true,
  },
];

/** kernel/rcu/rcutorture.c, rcu_torture_stats_print() */
export const writerStall: readonly Recipe[] = [
  {
    begins: /\?\?\? Writer stall state (?<state>\w+)/,
    title: "rcutorture writer stall in {state}",
    function: "none",
    belongs: /Writer stall state/,
  },
];

/** kernel/hung_task.c */
export const hungTask: readonly Recipe[] = [
  {
    begins: /^INFO: task (?<task>.+?):(?<pid>\d+) (?:blocked|is blocked)\b.* for more than \d+ seconds/,
    title: "INFO: task hung in {function}",
    function: "stack",
    belongs: /Kernel panic - not syncing: hung_task|NMI backtrace/,
  },
  {
    begins: /^INFO: task (?<task>.+?):(?<pid>\d+) can't die for more than \d+ seconds/,
    title: "INFO: task can't die in {function}",
    function: "stack",
    belongs: /Kernel panic - not syncing: hung_task|NMI backtrace/,
  },
];

/** kernel/watchdog.c */
export const softLockup: readonly Recipe[] = [
  {
    begins:
      /^(?:watchdog: |NMI watchdog: )?BUG: soft lockup - CPU#(?<cpu>\d+) stuck for \d+s! \[(?<task>.*):(?<pid>\d+)\]/,
    title: "BUG: soft lockup in {function}",
    function: "interrupted",
    belongs: /Kernel panic - not syncing: softlockup/,
  },
  {
    begins: /^(?:watchdog: |NMI watchdog: )?BUG: soft lockup/,
    title: "BUG: soft lockup in {function}",
    function: "interrupted",
    belongs: /Kernel panic - not syncing: softlockup/,
  },
];

export const hardLockup: readonly Recipe[] = [
  {
    begins:
      /^(?:NMI )?(?:watchdog: )?(?:CPU\s*\d+: )?(?:Watchdog detected hard LOCKUP on cpu ?(?<cpu>\d+)|Watchdog CPU:(?<cpu2>\d+) Hard LOCKUP|CPU (?<cpu3>\d+) (?:self-)?detected hard LOCKUP|CPU \d+ detected hard LOCKUP on other CPUs)/,
    title: "BUG: hard lockup in {function}",
    function: "interrupted",
    allCallers: true,
    belongs: /Kernel panic - not syncing: Hard LOCKUP/,
  },
];

/** kernel/workqueue.c */
export const workqueueLockup: readonly Recipe[] = [
  { begins: /^BUG: workqueue lockup/, title: "BUG: workqueue lockup", function: "none", allCallers: true },
];
