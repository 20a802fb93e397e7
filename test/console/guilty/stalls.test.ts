import { expect, test } from "vitest";
import { type Fn, identity, prefixes, type Style, styles, titlesOf } from "./styles.ts";

/** Who keeps the CPU busy, and where it may be caught: innermost first. `SYS` is a system call's end. */
const loops: readonly (readonly [guilty: string, frames: (style: Style) => readonly Fn[]])[] = [
  ["toy_thread", () => ["toy_inner", "toy_loop", "toy_thread", "kthread@kernel/kthread.c", "ret_from_fork"]],
  [
    "toy_thread",
    () => [
      "_raw_spin_lock@kernel/locking/spinlock.c",
      "toy_other",
      "toy_thread",
      "kthread@kernel/kthread.c",
      "ret_from_fork",
    ],
  ],
  [
    "toy_work_fn",
    () => [
      "toy_inner",
      "toy_work_fn",
      "process_one_work@kernel/workqueue.c",
      "worker_thread@kernel/workqueue.c",
      "kthread@kernel/kthread.c",
      "ret_from_fork",
    ],
  ],
  [
    "toy_sysctl",
    ({ syscall }) => [
      "toy_inner",
      "toy_sysctl",
      "proc_sys_call_handler@fs/proc/proc_sysctl.c",
      "vfs_write@fs/read_write.c",
      "ksys_write@fs/read_write.c",
      ...syscall("write"),
    ],
  ],
  [
    "toy_remove",
    ({ syscall }) => [
      "readl@include/asm-generic/io.h",
      "toy_reset",
      "toy_remove",
      "platform_remove@drivers/base/platform.c",
      "device_release_driver_internal@drivers/base/dd.c",
      "driver_detach@drivers/base/dd.c",
      "bus_remove_driver@drivers/base/bus.c",
      "driver_unregister@drivers/base/driver.c",
      ...syscall("delete_module"),
    ],
  ],
  [
    "toy_expired",
    () => [
      "toy_walk",
      "toy_expired",
      "call_timer_fn@kernel/time/timer.c",
      "__run_timers@kernel/time/timer.c",
      "run_timer_softirq@kernel/time/timer.c",
      "handle_softirqs@kernel/softirq.c",
      "irq_exit_rcu@kernel/softirq.c",
    ],
  ],
  [
    "toy_hr_expired",
    () => [
      "toy_walk",
      "toy_hr_expired",
      "__hrtimer_run_queues@kernel/time/hrtimer.c",
      "hrtimer_interrupt@kernel/time/hrtimer.c",
    ],
  ],
  [
    "toy_rcu_cb",
    () => [
      "toy_free",
      "toy_rcu_cb",
      "rcu_do_batch@kernel/rcu/tree.c",
      "rcu_core@kernel/rcu/tree.c",
      "handle_softirqs@kernel/softirq.c",
      "run_ksoftirqd@kernel/softirq.c",
      "smpboot_thread_fn@kernel/smpboot.c",
      "kthread@kernel/kthread.c",
    ],
  ],
  [
    "toy_poll",
    () => [
      "toy_clean",
      "toy_poll",
      "__napi_poll@net/core/dev.c",
      "net_rx_action@net/core/dev.c",
      "handle_softirqs@kernel/softirq.c",
      "__local_bh_enable_ip@kernel/softirq.c",
    ],
  ],
  [
    "toy_rcv",
    () => [
      "toy_parse",
      "toy_rcv",
      "__netif_receive_skb_one_core@net/core/dev.c",
      "__netif_receive_skb@net/core/dev.c",
      "process_backlog@net/core/dev.c",
      "__napi_poll@net/core/dev.c",
      "net_rx_action@net/core/dev.c",
      "handle_softirqs@kernel/softirq.c",
    ],
  ],
  ["toy_ioctl", ({ syscall }) => ["toy_inner", "toy_ioctl", "vfs_ioctl@fs/ioctl.c", ...syscall("ioctl")]],
  [
    "toy_ioctl",
    ({ syscall }) => [
      "toy_inner",
      "toy_ioctl",
      "do_vfs_ioctl@fs/ioctl.c",
      "ksys_ioctl@fs/ioctl.c",
      ...syscall("ioctl"),
    ],
  ],
  [
    "toy_write",
    ({ syscall }) => [
      "toy_inner",
      "toy_write",
      "__vfs_write@fs/read_write.c",
      "vfs_write@fs/read_write.c",
      "ksys_write@fs/read_write.c",
      ...syscall("write"),
    ],
  ],
  [
    "toy_write_iter",
    ({ syscall }) => [
      "toy_inner",
      "toy_write_iter",
      "new_sync_write@fs/read_write.c",
      "vfs_write@fs/read_write.c",
      "ksys_write@fs/read_write.c",
      ...syscall("write"),
    ],
  ],
  [
    "toy_read",
    ({ syscall }) => [
      "toy_inner",
      "toy_read",
      "vfs_read@fs/read_write.c",
      "ksys_read@fs/read_write.c",
      ...syscall("read"),
    ],
  ],
  [
    "toy_mmap",
    ({ syscall }) => [
      "toy_inner",
      "toy_mmap",
      "mmap_region@mm/mmap.c",
      "do_mmap@mm/mmap.c",
      "vm_mmap_pgoff@mm/util.c",
      ...syscall("mmap"),
    ],
  ],
  [
    "toy_sendmsg",
    ({ syscall }) => [
      "toy_inner",
      "toy_sendmsg",
      "sock_sendmsg_nosec@net/socket.c",
      "____sys_sendmsg@net/socket.c",
      "___sys_sendmsg@net/socket.c",
      "__sys_sendmsg@net/socket.c",
      ...syscall("sendmsg"),
    ],
  ],
  [
    "toy_setsockopt",
    ({ syscall }) => [
      "toy_inner",
      "toy_setsockopt",
      "do_sock_setsockopt@net/socket.c",
      "__sys_setsockopt@net/socket.c",
      ...syscall("setsockopt"),
    ],
  ],
  [
    "toy_newlink",
    ({ syscall }) => [
      "toy_inner",
      "toy_newlink",
      "rtnetlink_rcv_msg@net/core/rtnetlink.c",
      "netlink_rcv_skb@net/netlink/af_netlink.c",
      "netlink_unicast@net/netlink/af_netlink.c",
      "netlink_sendmsg@net/netlink/af_netlink.c",
      "____sys_sendmsg@net/socket.c",
      ...syscall("sendmsg"),
    ],
  ],
  [
    "toy_genl_doit",
    ({ syscall }) => [
      "toy_inner",
      "toy_genl_doit",
      "genl_family_rcv_msg_doit@net/netlink/genetlink.c",
      "genl_rcv_msg@net/netlink/genetlink.c",
      "netlink_rcv_skb@net/netlink/af_netlink.c",
      ...syscall("sendmsg"),
    ],
  ],
  [
    "toy_release",
    ({ syscall }) => [
      "toy_inner",
      "toy_release",
      "__fput@fs/file_table.c",
      "task_work_run@kernel/task_work.c",
      ...syscall("exit_group"),
    ],
  ],
  [
    "toy_fault",
    () => [
      "toy_inner",
      "toy_fault",
      "__do_fault@mm/memory.c",
      "handle_mm_fault@mm/memory.c",
      "do_user_addr_fault@arch/x86/mm/fault.c",
      "exc_page_fault@arch/x86/mm/fault.c",
      "asm_exc_page_fault",
    ],
  ],
  ["sys_toy", ({ syscall }) => ["toy_inner", "toy_outer", ...syscall("toy")]],
  [
    "toy_init",
    () => [
      "toy_inner",
      "toy_init",
      "do_one_initcall@init/main.c",
      "kernel_init_freeable@init/main.c",
      "kernel_init@init/main.c",
      "ret_from_fork",
    ],
  ],
];

const reporters: readonly Fn[] = [
  "dump_stack_lvl@lib/dump_stack.c",
  "nmi_cpu_backtrace@lib/nmi_backtrace.c",
  "rcu_dump_cpu_stacks@kernel/rcu/tree_stall.h",
  "print_cpu_stall@kernel/rcu/tree_stall.h",
  "rcu_sched_clock_irq@kernel/rcu/tree.c",
  "update_process_times@kernel/time/timer.c",
  "tick_nohz_handler@kernel/time/tick-sched.c",
  "__hrtimer_run_queues@kernel/time/hrtimer.c",
  "hrtimer_interrupt@kernel/time/hrtimer.c",
];

const kthreadDump = ({ trace }: Style): string[] => [
  "rcu: rcu_preempt kthread starved for 20990 jiffies! g57 f0x0 RCU_GP_WAIT_FQS(5) ->state=0x0 ->cpu=0",
  "rcu: RCU grace-period kthread stack dump:",
  "task:rcu_preempt     state:R  running task     stack:14000 pid:10 ppid:2 flags:0x00004000",
  ...trace([
    "__schedule@kernel/sched/core.c",
    "schedule@kernel/sched/core.c",
    "rcu_gp_fqs_loop@kernel/rcu/tree.c",
    "rcu_gp_kthread@kernel/rcu/tree.c",
    "kthread@kernel/kthread.c",
  ]),
];

const idleDump = (cpu: number, { registers, trace }: Style): string[] => [
  `NMI backtrace for cpu ${cpu}`,
  identity(cpu, `swapper/${cpu}/0`.replace(/\/(\d+)\/0$/, "$1/0")),
  ...registers("default_idle"),
  ...trace([
    "default_idle_call@kernel/sched/idle.c",
    "do_idle@kernel/sched/idle.c",
    "cpu_startup_entry@kernel/sched/idle.c",
    "start_secondary",
  ]),
];

type Form = (style: Style, frames: readonly Fn[]) => string[];
const rcuForms: Readonly<Record<string, Form>> = {
  "self-detected, behind the tick": (style, frames) => [
    "rcu: INFO: rcu_preempt self-detected stall on CPU",
    "rcu: \t1-....: (21000 ticks this GP) idle=01a/1/0x4000000000000002 softirq=10/10 fqs=2",
    "rcu: \t(t=21001 jiffies g=57 q=15 ncpus=2)",
    identity(1),
    ...style.trace([...reporters, ...style.tick, ...frames]),
  ],
  "by another CPU, which dumps first the kthread, then an idle CPU, then the stalled one": (
    style,
    frames,
  ) => [
    "rcu: INFO: rcu_sched detected stalls on CPUs/tasks:",
    "rcu: \t1-...!: (1 GPs behind) idle=b1f/1/0x4000000000000000 softirq=34/34 fqs=0",
    "rcu: \t(detected by 0, t=2102 jiffies, g=-1195, q=1 ncpus=2)",
    ...kthreadDump(style),
    ...idleDump(0, style),
    "Sending NMI from CPU 0 to CPUs 1:",
    "NMI backtrace for cpu 1",
    identity(1),
    ...style.registers(frames[0] as Fn),
    ...style.trace(frames),
  ],
  expedited: (style, frames) => [
    "rcu: INFO: rcu_preempt detected expedited stalls on CPUs/tasks: { 1-...D } 2662 jiffies s: 1234 root: 0x2/.",
    "rcu: blocking rcu_node structures (internal RCU debug):",
    ...idleDump(0, style),
    "NMI backtrace for cpu 1",
    identity(1),
    ...style.registers(frames[0] as Fn),
    ...style.trace(frames),
  ],
  "old words": (style, frames) => [
    "INFO: rcu_sched self-detected stall on CPU { 1}  (t=21000 jiffies g=1234 c=1233 q=55)",
    "Task dump for CPU 1:",
    "toy             R  running task        0  1234   1233 0x00000008",
    ...style.trace([
      "sched_show_task@kernel/sched/core.c",
      "dump_cpu_task@kernel/sched/core.c",
      "rcu_dump_cpu_stacks@kernel/rcu/tree.c",
      "rcu_check_callbacks@kernel/rcu/tree.c",
      "update_process_times@kernel/time/timer.c",
      ...style.tick,
      ...frames,
    ]),
  ],
  "a task that blocks": (style, frames) => [
    "rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:",
    "rcu: \tTasks blocked on level-0 rcu_node (CPUs 0-1): P70/1:b..l",
    "rcu: \t(detected by 0, t=21002 jiffies, g=57, q=15 ncpus=2)",
    ...kthreadDump(style),
    "task:toy             state:R  running task     stack:14000 pid:70 ppid:2 flags:0x00004000",
    ...style.trace([
      "__schedule@kernel/sched/core.c",
      "preempt_schedule_irq@kernel/sched/core.c",
      "irqentry_exit@kernel/entry/common.c",
      ...style.tick,
      ...frames,
    ]),
  ],
};

const lockupForms: Readonly<Record<string, readonly [title: string, form: Form]>> = {
  soft: [
    "BUG: soft lockup",
    (style, frames) => [
      "watchdog: BUG: soft lockup - CPU#1 stuck for 26s! [toy:70]",
      "Modules linked in:",
      identity(1),
      ...style.registers(frames[0] as Fn),
      ...style.trace(frames),
      ...idleDump(0, style),
      "Kernel panic - not syncing: softlockup: hung tasks",
      identity(1),
      ...style.trace([
        "dump_stack_lvl@lib/dump_stack.c",
        "panic@kernel/panic.c",
        "watchdog_timer_fn@kernel/watchdog.c",
        ...style.tick,
        ...frames,
      ]),
    ],
  ],
  hard: [
    "BUG: hard lockup",
    (style, frames) => [
      "watchdog: Watchdog detected hard LOCKUP on cpu 1",
      "Modules linked in:",
      ...idleDump(0, style),
      "NMI backtrace for cpu 1",
      identity(1),
      ...style.registers(frames[0] as Fn),
      ...style.trace(frames),
    ],
  ],
};

test.each(Object.entries(styles))("a stall is blamed on what the CPU was busy with: %s", (_, style) => {
  for (const [form, lines] of Object.entries(rcuForms))
    for (const [guilty, frames] of loops)
      for (const prefix of prefixes)
        expect
          .soft(titlesOf(lines(style, frames(style)), prefix), form)
          .toBe(`INFO: rcu detected stall in ${guilty}`);
});

test.each(Object.entries(styles))("a lockup is blamed on what the CPU was busy with: %s", (_, style) => {
  for (const [title, lines] of Object.values(lockupForms))
    for (const [guilty, frames] of loops)
      expect.soft(titlesOf(lines(style, frames(style)))).toBe(`${title} in ${guilty}`);
});

test("a CPU that idles, and none that does not; a kthread that starves, and nothing else", () => {
  for (const style of Object.values(styles)) {
    const stalled = (rcuForms.expedited as Form)(style, ["toy"]).slice(0, 2);
    expect(titlesOf([...stalled, ...idleDump(1, style)])).toBe("INFO: rcu detected stall in do_idle");
    expect(titlesOf([...stalled, ...kthreadDump(style)])).toBe("INFO: rcu detected stall");
  }
});
