import { waitWrappers } from "../groups/forRecipes.ts";
import type { Recipe } from "./recipe.ts";

const alike = [
  "INFO: rcu detected stall in {function}",
  "BUG: soft lockup in {function}",
  "BUG: hard lockup in {function}",
] as const;

const stall = {
  start: "interrupted",
  also: alike,
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
    start: "none",
    oneLine: true,
  },
];

export const kthreadStarved: readonly Recipe[] = [
  {
    begins: /^(?:rcu: )?(?<flavour>rcu_\w+) kthread starved for \d+ jiffies/,
    title: "{flavour} kthread starved",
    start: "none",
    allCallers: true,
  },
];

/** kernel/rcu/rcutorture.c, rcu_torture_stats_print() */
export const writerStall: readonly Recipe[] = [
  {
    begins: /\?\?\? Writer stall state (?<state>\w+)/,
    title: "rcutorture writer stall in {state}",
    start: "none",
    belongs: /Writer stall state/,
  },
];

const hung = {
  start: "waits",
  skip: [waitWrappers],
  belongs: /Kernel panic - not syncing: hung_task|NMI backtrace|is blocked on|likely (?:owned|last held) by/,
} as const;

/** kernel/hung_task.c */
export const hungTask: readonly Recipe[] = [
  {
    begins: /^INFO: task (?<task>.+?):(?<pid>\d+) (?:blocked|is blocked)\b.* for more than \d+ seconds/,
    title: "INFO: task hung in {function}",
    ...hung,
  },
  {
    begins: /^INFO: task (?<task>.+?):(?<pid>\d+) can't die for more than \d+ seconds/,
    title: "INFO: task can't die in {function}",
    also: ["INFO: task hung in {function}"],
    ...hung,
  },
];

const softLockupFrom = {
  title: "BUG: soft lockup in {function}",
  start: "interrupted",
  also: alike,
  belongs: /Kernel panic - not syncing: softlockup|^CPU#\d+ Utilization|^rcu: INFO: .*detected stall/,
} as const;

/** kernel/watchdog.c */
export const softLockup: readonly Recipe[] = [
  {
    begins:
      /^(?:watchdog: |NMI watchdog: )?BUG: soft lockup - CPU#(?<stuck>\d+) stuck for \d+s! \[(?<task>.*):(?<pid>\d+)\]/,
    ...softLockupFrom,
  },
  { begins: /^(?:watchdog: |NMI watchdog: )?BUG: soft lockup/, ...softLockupFrom },
];

export const hardLockup: readonly Recipe[] = [
  {
    begins:
      /^(?:NMI )?(?:watchdog: )?(?:CPU\s*\d+: )?(?:Watchdog detected hard LOCKUP on cpu ?(?<stuck>\d+)|Watchdog CPU:(?<stuck2>\d+) Hard LOCKUP|CPU (?<stuck3>\d+) (?:self-)?detected hard LOCKUP|CPU \d+ detected hard LOCKUP on other CPUs)/,
    title: "BUG: hard lockup in {function}",
    start: "interrupted",
    also: alike,
    allCallers: true,
    belongs: /Kernel panic - not syncing: Hard LOCKUP/,
  },
];

/** kernel/workqueue.c */
export const workqueueLockup: readonly Recipe[] = [
  {
    begins: /^BUG: workqueue lockup/,
    // show_pwq(): `in-flight: 123:foo for 63s`, `in-flight: 123(RESCUER):foo BAR(45)`.
    detail: /^ *in-flight: \d+(?:\(RESCUER\))?:(?<function>[A-Za-z_][\w.]*)/,
    title: "BUG: workqueue lockup in {function}",
    start: "worker",
    allCallers: true,
  },
];
