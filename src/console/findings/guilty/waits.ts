import { waitWrappers } from "../groups/forRecipes.ts";
import { type Group, type Membership, membersOf } from "../groups/group.ts";
import { isBottom } from "../groups/index.ts";
import { waiting } from "../groups/waiting.ts";
import type { StackFrame } from "../stack.ts";
import { innermost, lastResort } from "./search.ts";

/**
 * What many tasks wait for at once when one thing is stuck: the bug is there, and not in any of those who wait.
 * Variants of an entry that wait for the same count as one.
 */
export const entriesWaitedFor: readonly (readonly [entry: string, functions: RegExp])[] = [
  ["synchronize_rcu_tasks", /^synchronize_rcu_tasks(?:_generic)?$/],
  ["synchronize_rcu_tasks_rude", /^synchronize_rcu_tasks_rude$/],
  ["synchronize_rcu_tasks_trace", /^synchronize_rcu_tasks_trace$/],
  // All end with the same grace periods of vanilla RCU; synchronize_net() is synchronize_rcu() under another name.
  [
    "synchronize_rcu",
    /^synchronize_(?:rcu(?:_expedited|_bh|_mult|_normal|_bh_expedited)?|sched(?:_expedited)?|net)$/,
  ],
  ["synchronize_srcu", /^_*synchronize_srcu(?:_expedited)?$/],
  ["rcu_barrier_tasks", /^rcu_barrier_tasks\w*$/],
  ["srcu_barrier", /^_*srcu_barrier$/],
  ["rcu_barrier", /^rcu_barrier(?:_bh|_sched)?$|^kvfree_rcu_barrier$/],
  ["rtnl_lock", /^rtnl(?:_net)?_lock(?:_killable|_interruptible|_unregistering\w*)?$/],
  ["cpus_read_lock", /^(?:cpus_read_lock|get_online_cpus|cpu_hotplug_(?:begin|disable))$/],
  ["cpus_write_lock", /^cpus_write_lock$/],
  ["console_lock", /^console_lock$/],
  ["cgroup_lock", /^cgroup_(?:lock|kn_lock_live|lock_and_drain_offline)$/],
  ["namespace_lock", /^namespace_lock$/],
  ["lock_mount", /^(?:do_)?lock_mount(?:_exact)?$/],
  ["lock_system_sleep", /^lock_(?:system_sleep|device_hotplug\w*)$/],
];

const isWaiting = membersOf([...Object.values<Group>(waiting), waitWrappers]);

/**
 * The function that a stuck task is blamed on. Where nothing but machinery is on the stack, it is what began to wait: a
 * page fault for the memory map's lock.
 */
export function waitingFunction(
  frames: readonly StackFrame[],
  skips: Membership,
  common: Membership,
): string | undefined {
  for (const { name } of frames)
    for (const [entry, functions] of entriesWaitedFor) if (functions.test(name)) return entry;
  const starter = (frame: StackFrame): boolean => !isWaiting(frame) && !isBottom(frame);
  const found = innermost(frames, skips) ?? innermost(frames, common) ?? frames.find(starter);
  return found?.name ?? lastResort(frames);
}
