import type { ConsoleCase } from "./case.ts";

const id =
  "CPU: 0 PID: 1234 Comm: foo Not tainted 4.14.0 #1\nHardware name: Google Google Compute Engine/Google Compute Engine, BIOS Google 01/01/2011";
const end = "---[ end trace 0123456789abcdef ]---";
const eq = "==================================================================";
const tr = (...f: string[]) => ["Call Trace:", ...f.map((x) => ` ${x}+0x12/0x34`)].join("\n");
/** Kernels of the 4.x years, with decode_stacktrace.sh's inlined frames: reports as their sources print them. */
export const eras4: readonly ConsoleCase[] = [
  [
    "general protection fault in foo_a",
    `
kasan: CONFIG_KASAN_INLINE enabled
kasan: GPF could be caused by NULL-ptr deref or user memory access
general protection fault: 0000 [#1] SMP KASAN
Dumping ftrace buffer:
   (ftrace buffer empty)
Modules linked in:
${id}
task: ffff8801d0f8a300 task.stack: ffff8801d0f90000
RIP: 0010:foo_a+0x12/0x34
RSP: 0018:ffff8801d0f97a68 EFLAGS: 00010202
${tr("foo_b")}
Code: 00
RIP: foo_a+0x12/0x34 RSP: ffff8801d0f97a68
${end}`,
  ],
  [
    "KASAN: use-after-free Read in foo_a",
    `
${eq}
BUG: KASAN: use-after-free in foo_a+0x12/0x34 at addr ffff8801d0f97a68
Read of size 8 by task foo/1234
CPU: 0 PID: 1234 Comm: foo Not tainted 4.9.0 #1
 ffff8801d0f97a68 ffffffff81234567 ffff8801d0f97a68 ffff8801d0f97a68
Call Trace:
 [<ffffffff81234567>] __dump_stack lib/dump_stack.c:15 [inline]
 [<ffffffff81234567>] dump_stack+0xc1/0x128 lib/dump_stack.c:51
 [<ffffffff81234567>] kasan_object_err+0x1c/0x70
 [<ffffffff81234567>] foo_a+0x12/0x34
Object at ffff8801d0f97a68, in cache kmalloc-2048 size: 2048
Allocated:
PID = 1234
 [<ffffffff81234567>] save_stack_trace+0x16/0x20
 [<ffffffff81234567>] alloc_foo+0x16/0x20
Freed:
PID = 1234
 [<ffffffff81234567>] save_stack_trace+0x16/0x20
Memory state around the buggy address:
 ffff8801d0f97900: fb fb fb fb fb fb fb fb fb fb fb fb fb fb fb fb
${eq}`,
  ],
  [
    "BUG: unable to handle kernel paging request in foo_a",
    `
BUG: unable to handle kernel paging request at ffffed10012345678
IP: [<ffffffff81234567>] foo_a+0x12/0x34
PGD 21bfff067 
PUD 21bffe067 
PMD 0 

Oops: 0000 [#1] PREEMPT SMP KASAN
Modules linked in:
${id}
task: ffff8801d0f8a300 task.stack: ffff8801d0f90000
RIP: 0010:[<ffffffff81234567>]  [<ffffffff81234567>] foo_a+0x12/0x34
RSP: 0018:ffff8801d0f97a68  EFLAGS: 00010202
Stack:
 ffff8801d0f97a68
Call Trace:
 [<ffffffff81234567>] foo_b+0x12/0x34
${end}`,
  ],
  [
    "BUG: unable to handle kernel NULL pointer dereference in foo_a",
    `
BUG: unable to handle kernel NULL pointer dereference at           (null)
IP: [<          (null)>]           (null)
PGD 1d0f8a067 PUD 1d0f8b067 PMD 0 
Oops: 0010 [#1] SMP KASAN
${id}
RIP: 0010:[<0000000000000000>]  [<          (null)>]           (null)
Call Trace:
 [<ffffffff81234567>] foo_a+0x12/0x34
 [<ffffffff81234567>] SyS_foo+0x12/0x34
${end}`,
  ],
  [
    "possible deadlock in foo_a",
    `
======================================================
WARNING: possible circular locking dependency detected
4.14.0 #1 Not tainted
------------------------------------------------------
foo/1234 is trying to acquire lock:
 (&x->lock){+.+.}, at: [<ffffffff81234567>] foo_a+0x12/0x34

but task is already holding lock:
 (&y->lock){+.+.}, at: [<ffffffff81234567>] foo_b+0x12/0x34

which lock already depends on the new lock.

stack backtrace:
${id}
${tr("dump_stack", "print_circular_bug", "foo_a")}`,
  ],
  [
    "possible deadlock in foo_a",
    `
============================================
WARNING: possible recursive locking detected
4.14.0 #1 Not tainted
--------------------------------------------
foo/1234 is trying to acquire lock:
 (&x->lock){+.+.}, at: [<ffffffff81234567>] mutex_lock_nested+0x12/0x34

but task is already holding lock:
 (&x->lock){+.+.}, at: [<ffffffff81234567>] foo_b+0x12/0x34

stack backtrace:
${id}
${tr("dump_stack", "__lock_acquire", "mutex_lock_nested", "foo_a")}`,
  ],
  [
    "inconsistent lock state in foo_a",
    `
================================
WARNING: inconsistent lock state
4.14.0 #1 Not tainted
--------------------------------
inconsistent {IN-SOFTIRQ-W} -> {SOFTIRQ-ON-W} usage.
foo/1234 [HC0[0]:SC0[0]:HE1:SE1] takes:
 (&x->lock){+.?.}, at: [<ffffffff81234567>] spin_lock include/linux/spinlock.h:316 [inline]
 (&x->lock){+.?.}, at: [<ffffffff81234567>] foo_a+0x12/0x34
{IN-SOFTIRQ-W} state was registered at:
  lock_acquire+0x1d5/0x580
stack backtrace:
${id}
${tr("dump_stack", "print_usage_bug", "foo_a")}`,
  ],
  [
    "BUG: bad unlock balance in foo_a",
    `
=====================================
[ BUG: bad unlock balance detected! ]
4.4.0 #1 Not tainted
-------------------------------------
foo/1234 is trying to release lock (&x->lock) at:
[<ffffffff81234567>] mutex_unlock+0x12/0x34
but there are no more locks to release!

stack backtrace:
${id}
Call Trace:
 [<ffffffff81234567>] dump_stack+0x12/0x34
 [<ffffffff81234567>] print_unlock_imbalance_bug+0x12/0x34
 [<ffffffff81234567>] mutex_unlock+0x12/0x34
 [<ffffffff81234567>] foo_a+0x12/0x34`,
  ],
  [
    "BUG: still has locks held in foo_b",
    `
=====================================
[ BUG: foo/1234 still has locks held! ]
4.4.0 #1 Not tainted
-------------------------------------
1 lock held by foo/1234:
 #0:  (&x->lock){+.+.+.}, at: [<ffffffff81234567>] foo_b+0x12/0x34

stack backtrace:
${id}
Call Trace:
 [<ffffffff81234567>] dump_stack+0x12/0x34
 [<ffffffff81234567>] debug_check_no_locks_held+0x12/0x34
 [<ffffffff81234567>] foo_a+0x12/0x34`,
  ],
  [
    "BUG: sleeping function called from invalid context in foo_a",
    `
BUG: sleeping function called from invalid context at mm/slab.h:419
in_atomic(): 1, irqs_disabled(): 0, pid: 1234, name: foo
1 lock held by foo/1234:
 #0:  (rcu_read_lock){....}, at: [<ffffffff81234567>] foo_b+0x12/0x34
${id}
Call Trace:
 <IRQ>
 __dump_stack lib/dump_stack.c:16 [inline]
 dump_stack+0x194/0x257
 ___might_sleep+0x2b2/0x470
 __might_sleep+0x95/0x190
 slab_pre_alloc_hook mm/slab.h:419 [inline]
 slab_alloc mm/slab.c:3373 [inline]
 __do_kmalloc mm/slab.c:3711 [inline]
 __kmalloc+0x2e0/0x760
 kmalloc include/linux/slab.h:500 [inline]
 foo_a+0x12/0x34
 </IRQ>`,
  ],
  [
    "INFO: task hung in foo_a",
    `
INFO: task foo:1234 blocked for more than 120 seconds.
      Not tainted 4.14.0 #1
"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
foo             D24560  1234   1233 0x00000004
Call Trace:
 context_switch kernel/sched/core.c:2800 [inline]
 __schedule+0x8eb/0x2060
 schedule+0xf5/0x430
 schedule_timeout+0x1a3/0x230
 do_wait_for_common kernel/sched/completion.c:91 [inline]
 __wait_for_common kernel/sched/completion.c:112 [inline]
 wait_for_common kernel/sched/completion.c:123 [inline]
 wait_for_completion+0x415/0x770
 foo_a+0x12/0x34
 SYSC_foo+0x12/0x34
 entry_SYSCALL_64_fastpath+0x1f/0x96
RIP: 0033:0x452a39
RSP: 002b:00007f1234567890 EFLAGS: 00000212 ORIG_RAX: 0000000000000010`,
  ],
  [
    "INFO: rcu detected stall in sys_foo",
    `
INFO: rcu_sched self-detected stall on CPU
	1-....: (124999 ticks this GP) idle=12e/140000000000001/0 softirq=12345/12345 fqs=31250 
	 (t=125000 jiffies g=1234 c=1233 q=123)
NMI backtrace for cpu 1
${id}
Call Trace:
 <IRQ>
 dump_stack+0x194/0x257
 nmi_cpu_backtrace+0x1d2/0x210
 nmi_trigger_cpumask_backtrace+0x123/0x180
 arch_trigger_cpumask_backtrace+0x14/0x20
 rcu_dump_cpu_stacks+0x186/0x1de
 print_cpu_stall
 check_cpu_stall+0xbb8/0x15b0
 rcu_check_callbacks+0x238/0xd20
 update_process_times+0x30/0x60
 tick_sched_timer+0x42/0x120
 smp_apic_timer_interrupt+0x14a/0x700
 apic_timer_interrupt+0xa9/0xb0
 </IRQ>
RIP: 0010:foo_inner+0x12/0x34
RSP: 0018:ffff8801d0f97a68 EFLAGS: 00010202
 foo_outer+0x12/0x34
 SYSC_foo net/socket.c:2 [inline]
 SyS_foo+0x24/0x30
 entry_SYSCALL_64_fastpath+0x1f/0x96`,
  ],
  [
    "BUG: spinlock lockup suspected in foo_a",
    `
BUG: spinlock lockup suspected on CPU#1, foo/1234
 lock: 0xffff8801d0f97a68, .magic: dead4ead, .owner: foo/1235, .owner_cpu: 0
${id}
Call Trace:
 [<ffffffff81234567>] dump_stack+0x12/0x34
 [<ffffffff81234567>] spin_dump+0x12/0x34
 [<ffffffff81234567>] do_raw_spin_lock+0x12/0x34
 [<ffffffff81234567>] _raw_spin_lock+0x12/0x34
 [<ffffffff81234567>] foo_a+0x12/0x34`,
  ],
  [
    "WARNING in foo_a",
    `
WARNING: CPU: 0 PID: 1234 at net/foo.c:12 foo_a+0x12/0x34 net/foo.c:12()
Kernel panic - not syncing: panic_on_warn set ...

${id}
Call Trace:
 [<ffffffff81234567>] dump_stack+0x12/0x34
 [<ffffffff81234567>] panic+0x12/0x34
 [<ffffffff81234567>] warn_slowpath_common+0x12/0x34
 [<ffffffff81234567>] foo_a+0x12/0x34`,
  ],
  [
    "WARNING: suspicious RCU usage in foo_a",
    `
=============================
WARNING: suspicious RCU usage
4.14.0 #1 Not tainted
-----------------------------
./include/linux/rcupdate.h:302 Illegal context switch in RCU read-side critical section!

other info that might help us debug this:

rcu_scheduler_active = 2, debug_locks = 1
1 lock held by foo/1234:
 #0:  (rcu_read_lock){....}, at: [<ffffffff81234567>] foo_b+0x12/0x34

stack backtrace:
${id}
Call Trace:
 __dump_stack lib/dump_stack.c:17 [inline]
 dump_stack+0x194/0x257
 lockdep_rcu_suspicious+0x123/0x170
 rcu_preempt_sleep_check include/linux/rcupdate.h:301 [inline]
 ___might_sleep+0x385/0x470
 __might_sleep+0x95/0x190
 kmem_cache_alloc_trace+0x299/0x740
 foo_a+0x12/0x34`,
  ],
  [
    "kernel panic: Out of memory and no killable processes...",
    `
Kernel panic - not syncing: Out of memory and no killable processes...

${id}
${tr("dump_stack", "panic", "out_of_memory")}`,
  ],
  [
    "kernel panic: stack is corrupted in foo_a",
    `
Kernel panic - not syncing: stack-protector: Kernel stack is corrupted in: ffffffff81234567

${id}
${tr("dump_stack", "panic", "__stack_chk_fail", "foo_a")}`,
  ],
  [
    "kernel panic: n_tty: init_tty",
    `
Kernel panic - not syncing: n_tty: init_tty
${id}
${tr("dump_stack", "panic", "tty_ldisc_init")}`,
  ],
  [
    "WARNING: kernel stack regs has bad 'bp' value",
    `
WARNING: kernel stack regs at ffff8801d0f97a68 in foo:1234 has bad 'bp' value ffff8801d0f97a68
unwind stack type:0 next_sp:          (null) mask:0x6 graph_idx:0`,
  ],
  [
    "BUG: unable to handle kernel access to user memory in foo_a",
    `
Unable to handle kernel access to user memory outside uaccess routines at virtual address 0000000020000000
Mem abort info:
Internal error: Oops: 0000000096000004 [#1] PREEMPT SMP
${id}
pc : foo_a+0x12/0x34
lr : foo_b+0x12/0x34
Call trace:
 foo_a+0x12/0x34`,
  ],
  [
    "BUG: unable to handle kernel execute from non-executable memory in foo_a",
    `
Unable to handle kernel execute from non-executable memory at virtual address ffff000012345678
Internal error: Oops: 8600000f [#1] PREEMPT SMP
${id}
pc : 0xffff000012345678
lr : foo_a+0x12/0x34
Call trace:
 0xffff000012345678
 foo_a+0x12/0x34`,
  ],
  [
    "BUG: unable to handle kernel write to read-only memory in foo_a",
    `
Unable to handle kernel write to read-only memory at virtual address ffff000012345678
Internal error: Oops: 9600004f [#1] PREEMPT SMP
${id}
pc : foo_a+0x12/0x34
Call trace:
 foo_a+0x12/0x34`,
  ],
  [
    "KMSAN: uninit-value in foo_a",
    `
=====================================================
BUG: KMSAN: uninit-value in foo_a+0x12/0x34
 foo_a+0x12/0x34
 __x64_sys_foo+0x12/0x34
 do_syscall_64+0x12/0x34

Uninit was stored to memory at:
 foo_c+0x12/0x34

Uninit was created at:
 slab_post_alloc_hook+0x12/0x34
 foo_d+0x12/0x34

${id}
=====================================================`,
  ],
  [
    "KMSAN: kernel-infoleak in foo_read",
    `
=====================================================
BUG: KMSAN: kernel-infoleak in instrument_copy_to_user include/linux/instrumented.h:114 [inline]
BUG: KMSAN: kernel-infoleak in _copy_to_user+0xbc/0x110 lib/usercopy.c:33
 instrument_copy_to_user include/linux/instrumented.h:114 [inline]
 _copy_to_user+0xbc/0x110 lib/usercopy.c:33
 copy_to_user include/linux/uaccess.h:191 [inline]
 foo_read+0x12/0x34

Uninit was created at:
 __alloc_pages+0x12/0x34
=====================================================`,
  ],
  [
    "KFENCE: memory corruption in foo_free",
    `
${eq}
BUG: KFENCE: memory corruption in foo_free+0x12/0x34

Corrupted memory at 0x00000000a1b2c3d4 [ ! . . . . . ] (in kfence-#24):
 foo_free+0x12/0x34

kfence-#24: 0x00000000a1b2c3d4-0x00000000a1b2c3d4, size=32, cache=kmalloc-32

allocated by task 12 on cpu 0 at 12.345678s:
 foo_alloc+0x12/0x34

freed by task 12 on cpu 0 at 12.345678s:
 foo_free+0x12/0x34

${id}
${eq}`,
  ],
];
