import { expect, test } from "vitest";
import { errorsOf, identity, prefixes, styles, titlesOf } from "./styles.ts";

const rule = "======================================================";
const reporters = [
  "dump_stack_lvl@lib/dump_stack.c",
  "print_circular_bug@kernel/locking/lockdep.c",
  "check_noncircular@kernel/locking/lockdep.c",
  "__lock_acquire@kernel/locking/lockdep.c",
  "lock_acquire@kernel/locking/lockdep.c",
];
/** The `at:` of a lock, whose function may be a helper. */
const at = (fn: string): string => `ffff888000000000 (&p->lock){+.+.}-{3:3}, at: ${fn}+0x58/0x3c0`;
const old = (fn: string): string => ` (&p->lock){+.+.+.}, at: [<ffffffff81234567>] ${fn}+0x58/0x3c0`;
const history = (fn: string): string[] => [
  "       lock_acquire+0x1d5/0x580",
  "       _raw_spin_lock+0x2e/0x40",
  `       ${fn}+0x12/0x34`,
  "       do_syscall_64+0x12/0x34",
  "",
];
const held = ["2 locks held by toy/70:", ` #0: ${at("toy_holder")}`, ` #1: ${at("toy_holder_too")}`, ""];

interface Context {
  readonly at: (fn: string) => string;
  /** The function at `at:`, and the stack's beginning. */
  readonly taker: string;
  readonly trace: string[];
}

/** All of lockdep's reports: what the title should be, and their lines. `toy_guilty` takes or gives the lock. */
const reports: Readonly<Record<string, (context: Context) => string[]>> = {
  "possible deadlock in toy_guilty": (c) => [
    rule,
    "WARNING: possible circular locking dependency detected",
    "6.9.0 #1 Not tainted",
    "------------------------------------------------------",
    "toy/70 is trying to acquire lock:",
    c.at(c.taker),
    "",
    "but task is already holding lock:",
    c.at("toy_holder"),
    "",
    "which lock already depends on the new lock.",
    "the existing dependency chain (in reverse order) is:",
    "",
    "-> #1 (&q->lock){+.+.}-{3:3}:",
    ...history("toy_past"),
    "-> #0 (&p->lock){+.+.}-{3:3}:",
    ...history("toy_past_too"),
    "other info that might help us debug this:",
    ...held,
    "stack backtrace:",
    ...c.trace,
  ],
  " possible deadlock in toy_guilty": (c) => [
    rule,
    "WARNING: possible recursive locking detected",
    "6.9.0 #1 Not tainted",
    "toy/70 is trying to acquire lock:",
    c.at(c.taker),
    "",
    "but task is already holding lock:",
    c.at("toy_holder"),
    "",
    ...held,
    "stack backtrace:",
    ...c.trace,
  ],
  "  possible deadlock in toy_guilty": (c) => [
    rule,
    "[ INFO: possible irq lock inversion dependency detected ]",
    "toy/70 just changed the state of lock:",
    c.at(c.taker),
    "but this lock took another, SOFTIRQ-unsafe lock in the past:",
    " (&q->lock){+.+.}-{3:3}",
    "",
    ...held,
    "the shortest dependencies between 2nd lock and 1st lock:",
    " -> (&q->lock){+.+.}-{3:3} ops: 12 {",
    "    HARDIRQ-ON-W at:",
    ...history("toy_past"),
    "stack backtrace:",
    ...c.trace,
  ],
  "possible deadlock in toy_interrupt": (c) => [
    rule,
    "WARNING: SOFTIRQ-safe -> SOFTIRQ-unsafe lock order detected",
    "6.9.0 #1 Not tainted",
    "toy/70 [HC0[0]:SC0[2]:HE1:SE0] is trying to acquire:",
    c.at(c.taker),
    "",
    "and this task is already holding:",
    c.at("toy_holder"),
    "which would create a new lock dependency:",
    " (&q->lock){+.-.}-{3:3} -> (&p->lock){+.+.}-{3:3}",
    "",
    "but this new dependency connects a SOFTIRQ-irq-safe lock:",
    " (&q->lock){+.-.}-{3:3}",
    "",
    "... which became SOFTIRQ-irq-safe at:",
    ...history("toy_interrupt"),
    "to a SOFTIRQ-irq-unsafe lock:",
    " (&p->lock){+.+.}-{3:3}",
    "",
    "... which became SOFTIRQ-irq-unsafe at:",
    "...",
    ...history("toy_past"),
    ...held,
    "stack backtrace:",
    ...c.trace,
  ],
  "inconsistent lock state in toy_guilty": (c) => [
    rule,
    "WARNING: inconsistent lock state",
    "inconsistent {SOFTIRQ-ON-W} -> {IN-SOFTIRQ-W} usage.",
    "toy/70 [HC0[0]:SC1[1]:HE1:SE0] takes:",
    c.at(c.taker),
    "{SOFTIRQ-ON-W} state was registered at:",
    ...history("toy_past"),
    "irq event stamp: 12",
    "hardirqs last  enabled at (12): [<ffffffff81234567>] toy_past+0x12/0x34",
    ...held,
    "stack backtrace:",
    ...c.trace,
  ],
  "BUG: Invalid wait context in toy_guilty": (c) => [
    "=============================",
    "[ BUG: Invalid wait context ]",
    "6.9.0 #1 Not tainted",
    "-----------------------------",
    "toy/70 is trying to lock:",
    c.at(c.taker),
    "other info that might help us debug this:",
    "context-{5:5}",
    ...held,
    "stack backtrace:",
    ...c.trace,
  ],
  "WARNING: bad unlock balance in toy_guilty": (c) => [
    rule,
    "WARNING: bad unlock balance detected!",
    "6.9.0 #1 Not tainted",
    "toy/70 is trying to release lock (toy_lock) at:",
    `[<00000000adc671f1>] ${c.taker}+0xe1/0x130`,
    "but there are no more locks to release!",
    "",
    "other info that might help us debug this:",
    ...held,
    "stack backtrace:",
    ...c.trace,
  ],
  "WARNING: held lock freed in toy_guilty": (c) => [
    rule,
    "WARNING: held lock freed!",
    "toy/70 is freeing memory ffff888000000000-ffff8880000000ff, with a lock still held there!",
    c.at("toy_holder"),
    ...held,
    "stack backtrace:",
    ...c.trace,
  ],
  "WARNING: suspicious RCU usage in toy_guilty": (c) => [
    "=============================",
    "WARNING: suspicious RCU usage",
    "6.9.0 #1 Not tainted",
    "-----------------------------",
    "include/linux/toy.h:12 suspicious rcu_dereference_check() usage!",
    "",
    "other info that might help us debug this:",
    "rcu_scheduler_active = 2, debug_locks = 1",
    ...held,
    "stack backtrace:",
    ...c.trace,
  ],
  "INFO: suspicious RCU usage in toy_guilty": (c) => [
    "===================================================",
    "[ INFO: suspicious rcu_dereference_check() usage. ]",
    "---------------------------------------------------",
    "include/linux/toy.h:12 invoked rcu_dereference_check() without protection!",
    "",
    "other info that might help us debug this:",
    ...held,
    "stack backtrace:",
    ...c.trace,
  ],
  "INFO: trying to register non-static key in toy_guilty": (c) => [
    "INFO: trying to register non-static key.",
    "The code is fine but needs lockdep annotation, or maybe",
    "you didn't initialize this object before use?",
    "turning off the locking correctness validator.",
    ...c.trace,
  ],
  "BUG: sleeping function called from invalid context in toy_guilty": (c) => [
    "BUG: sleeping function called from invalid context at kernel/locking/mutex.c:12",
    "in_atomic(): 1, irqs_disabled(): 0, non_block: 0, pid: 70, name: toy",
    "preempt_count: 1, expected: 0",
    ...held,
    "Preemption disabled at:",
    "[<ffffffff812b2934>] toy_past+0x64/0x260",
    ...c.trace,
  ],
};

const takers = ["toy_guilty", "_raw_spin_lock", "mutex_lock_nested", "down_write"];

test.each(Object.entries(styles))("lockdep's reports name who takes or gives the lock: %s", (_, style) => {
  for (const [title, lines] of Object.entries(reports))
    for (const taker of takers)
      for (const lockLine of [at, old]) {
        const frames = [
          ...reporters,
          ...(taker === "toy_guilty"
            ? ["_raw_spin_lock@kernel/locking/spinlock.c"]
            : [`${taker}@kernel/locking/mutex.c`]),
          "toy_guilty",
          "toy_caller",
          ...style.syscall("toy"),
        ];
        const text = lines({ at: lockLine, taker, trace: [identity(), ...style.trace(frames)] });
        const prefix = taker === "toy_guilty" ? prefixes : prefixes.slice(0, 1);
        for (const one of prefix) expect.soft(titlesOf(text, one), `${title} at ${taker}`).toBe(title.trim());
      }
});

test("locks that are still held: where they were taken", () => {
  for (const style of Object.values(styles))
    for (const [title, header] of [
      ["WARNING: still has locks held in toy_taker", "WARNING: toy/70 still has locks held!"],
      ["BUG: still has locks held in toy_taker", "[ BUG: toy/70 still has locks held! ]"],
      [
        "WARNING: lock held when returning to user space in toy_taker",
        "WARNING: lock held when returning to user space!",
      ],
    ] as const) {
      const lines = [
        rule,
        header,
        "6.9.0 #1 Not tainted",
        "1 lock held by toy/70:",
        ` #0: ${at("toy_taker")}`,
        "",
        "stack backtrace:",
        identity(),
        ...style.trace([...reporters, "toy_exit"]),
      ];
      expect.soft(titlesOf(lines)).toBe(title);
    }
});

test.each(Object.entries(styles))("scheduling while atomic, with the panic that follows: %s", (_, style) => {
  const frames = [
    "dump_stack_lvl@lib/dump_stack.c",
    "__schedule_bug@kernel/sched/core.c",
    "__schedule@kernel/sched/core.c",
    "schedule@kernel/sched/core.c",
  ];
  for (const between of [
    [],
    ["schedule_timeout@kernel/time/sleep_timeout.c", "msleep@kernel/time/sleep_timeout.c"],
    ["rwsem_down_write_slowpath@kernel/locking/rwsem.c", "down_write@kernel/locking/rwsem.c"],
    ["io_schedule@kernel/sched/core.c"],
  ])
    for (const end of [[], ["Kernel panic - not syncing: scheduling while atomic"]]) {
      const lines = [
        "BUG: scheduling while atomic: toy/70/0x00000002",
        "Modules linked in:",
        "Preemption disabled at:",
        "[<ffffffff812b2934>] toy_fpu_begin+0x64/0x260",
        ...end,
        identity(),
        ...style.trace([...frames, ...between, "toy_guilty", "toy_caller"]),
      ];
      expect.soft(titlesOf(lines)).toBe("BUG: scheduling while atomic in toy_guilty");
    }
});

const sleeping = ["__schedule@kernel/sched/core.c", "schedule@kernel/sched/core.c"];
const waits: readonly (readonly [guilty: string, between: readonly string[]])[] = [
  [
    "synchronize_rcu",
    [
      "schedule_timeout@kernel/time/sleep_timeout.c",
      "__wait_for_common@kernel/sched/completion.c",
      "__wait_rcu_gp@kernel/rcu/update.c",
      "synchronize_rcu_normal@kernel/rcu/tree.c",
      "synchronize_rcu@kernel/rcu/tree.c",
    ],
  ],
  [
    "synchronize_rcu",
    [
      "exp_funnel_lock@kernel/rcu/tree_exp.h",
      "synchronize_rcu_expedited@kernel/rcu/tree_exp.h",
      "synchronize_net@net/core/dev.c",
    ],
  ],
  [
    "synchronize_srcu",
    [
      "schedule_timeout@kernel/time/sleep_timeout.c",
      "__synchronize_srcu@kernel/rcu/srcutree.c",
      "synchronize_srcu@kernel/rcu/srcutree.c",
    ],
  ],
  ["rcu_barrier", ["wait_for_completion@kernel/sched/completion.c", "rcu_barrier@kernel/rcu/tree.c"]],
  [
    "rtnl_lock",
    [
      "schedule_preempt_disabled@kernel/sched/core.c",
      "__mutex_lock@kernel/locking/mutex.c",
      "mutex_lock_nested@kernel/locking/mutex.c",
      "rtnl_lock@net/core/rtnetlink.c",
    ],
  ],
  [
    "synchronize_rcu_tasks",
    ["synchronize_rcu_tasks_generic@kernel/rcu/tasks.h", "synchronize_rcu_tasks@kernel/rcu/tasks.h"],
  ],
  ["toy_guilty", ["schedule_preempt_disabled@kernel/sched/core.c", "__mutex_lock@kernel/locking/mutex.c"]],
  [
    "toy_guilty",
    [
      "rwsem_down_write_slowpath@kernel/locking/rwsem.c",
      "down_write@kernel/locking/rwsem.c",
      "inode_lock@include/linux/fs.h!",
    ],
  ],
  [
    "toy_guilty",
    [
      "schedule_timeout@kernel/time/sleep_timeout.c",
      "down_write_failed@drivers/tty/tty_ldsem.c",
      "ldsem_down_write@drivers/tty/tty_ldsem.c",
      "tty_ldisc_lock@drivers/tty/tty_ldisc.c",
    ],
  ],
  [
    "toy_guilty",
    [
      "io_schedule@kernel/sched/core.c",
      "bit_wait_io@kernel/sched/wait_bit.c",
      "__wait_on_bit@kernel/sched/wait_bit.c",
      "out_of_line_wait_on_bit@kernel/sched/wait_bit.c",
      "__wait_on_buffer@fs/buffer.c",
    ],
  ],
  [
    "toy_guilty",
    ["io_schedule@kernel/sched/core.c", "folio_wait_bit_common@mm/filemap.c", "__folio_lock@mm/filemap.c"],
  ],
  [
    "toy_guilty",
    [
      "schedule_timeout@kernel/time/sleep_timeout.c",
      "wait_for_completion@kernel/sched/completion.c",
      "__flush_work@kernel/workqueue.c",
      "flush_work@kernel/workqueue.c",
    ],
  ],
  ["toy_guilty", ["__lock_sock@net/core/sock.c", "lock_sock_nested@net/core/sock.c"]],
];

test.each(Object.entries(styles))("a hung task is blamed on what it waits for: %s", (_, style) => {
  for (const [guilty, between] of waits) {
    const fingerprints = ["toy_guilty", "toy_other"].map((caller) => {
      const lines = [
        `INFO: task ${caller}:70 blocked for more than 120 seconds.`,
        "      Not tainted 6.9.0 #1",
        '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.',
        `task:${caller}           state:D stack:13000 pid:70 tgid:70 ppid:2 flags:0x00004000`,
        ...style.trace([...sleeping, ...between, caller, ...style.syscall("toy")]),
        "",
        "Showing all locks held in the system:",
        "1 lock held by khungtaskd/28:",
        ` #0: ${at("debug_show_all_locks")}`,
        "NMI backtrace for cpu 0",
        identity(0, "khungtaskd/28"),
        ...style.trace([
          "dump_stack_lvl@lib/dump_stack.c",
          "nmi_cpu_backtrace@lib/nmi_backtrace.c",
          "watchdog@kernel/hung_task.c",
          "kthread@kernel/kthread.c",
        ]),
        "Kernel panic - not syncing: hung_task: blocked tasks",
      ];
      if (caller === "toy_guilty")
        expect.soft(titlesOf(lines), between.join()).toBe(`INFO: task hung in ${guilty}`);
      return errorsOf(lines)[0]?.fingerprint;
    });
    // However many tasks hang in it, it is one bug.
    if (guilty !== "toy_guilty") expect.soft(fingerprints[0]).toBe(fingerprints[1]);
  }
});
