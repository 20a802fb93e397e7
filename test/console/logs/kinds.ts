import type { ConsoleCase } from "./case.ts";

const id = "CPU: 0 UID: 0 PID: 1234 Comm: foo Not tainted 6.12.0 #1\nHardware name: QEMU Standard PC";
const tr = (...f: string[]) =>
  ["Call Trace:", " <TASK>", ...f.map((x) => ` ${x}+0x12/0x34`), " </TASK>"].join("\n");
const end = "---[ end trace 0000000000000000 ]---";
const eq = "==================================================================";
const cut = "------------[ cut here ]------------";
/** A report of each kind, as the sources of Linux 6.12 print it. */
export const kinds: readonly ConsoleCase[] = [
  // warnings via helpers
  [
    "WARNING: refcount bug in foo_put",
    `
${cut}
refcount_t: underflow; use-after-free.
WARNING: CPU: 1 PID: 12 at lib/refcount.c:28 refcount_warn_saturate+0xba/0x110
Modules linked in:
${id}
RIP: 0010:refcount_warn_saturate+0xba/0x110
${tr("foo_put", "bar")}
${end}`,
  ],
  [
    "WARNING: refcount bug in foo_get",
    `
${cut}
refcount_t: increment on 0; use-after-free.
WARNING: CPU: 1 PID: 12 at lib/refcount.c:153 refcount_inc_checked+0x4b/0x50 lib/refcount.c:153
Modules linked in:
${id}
RIP: 0010:refcount_inc_checked+0x4b/0x50
Call Trace:
 kref_get+0x12/0x34
 foo_get+0x12/0x34
${end}`,
  ],
  [
    "WARNING: ODEBUG bug in foo_free",
    `
${cut}
ODEBUG: free active (active state 0) object: ffff888012345678 object type: timer_list hint: foo_timer+0x0/0x12
WARNING: CPU: 1 PID: 12 at lib/debugobjects.c:518 debug_print_object+0x16e/0x250
Modules linked in:
${id}
RIP: 0010:debug_print_object+0x16e/0x250
${tr("__debug_check_no_obj_freed", "debug_check_no_obj_freed", "slab_free_hook", "kfree", "foo_free", "bar")}
${end}`,
  ],
  [
    "WARNING: kobject bug in foo_add",
    `
${cut}
kobject: '(null)' (ffff888012345678): is not initialized, yet kobject_put() is being called.
WARNING: CPU: 1 PID: 12 at lib/kobject.c:728 kobject_put+0x12/0x34
Modules linked in:
${id}
RIP: 0010:kobject_put+0x12/0x34
${tr("foo_add", "bar")}
${end}`,
  ],
  [
    "WARNING: bad usercopy in foo_read",
    `
${cut}
Bad or missing usercopy whitelist? Kernel memory exposure attempt detected from SLUB object 'foo' (offset 0, size 12)!
WARNING: CPU: 0 PID: 12 at mm/usercopy.c:78 usercopy_warn+0xe8/0x110
${id}
RIP: 0010:usercopy_warn+0xe8/0x110
${tr("__check_heap_object", "__check_object_size", "foo_read")}
${end}`,
  ],
  [
    "BUG: bad usercopy in foo_read",
    `
usercopy: Kernel memory exposure attempt detected from SLUB object 'kmalloc-64' (offset 0, size 128)!
${cut}
kernel BUG at mm/usercopy.c:102!
invalid opcode: 0000 [#1] PREEMPT SMP
${id}
RIP: 0010:usercopy_abort+0xb7/0xd0
${tr("__check_heap_object", "__check_object_size", "foo_read")}
${end}`,
  ],
  [
    "WARNING: locking bug in foo_lock",
    `
${cut}
DEBUG_LOCKS_WARN_ON(1)
WARNING: CPU: 1 PID: 12 at kernel/locking/lockdep.c:232 __lock_acquire+0x573/0x2040
${id}
RIP: 0010:hlock_class kernel/locking/lockdep.c:232 [inline]
RIP: 0010:__lock_acquire+0x573/0x2040
${tr("lock_acquire", "__raw_spin_lock_irqsave", "_raw_spin_lock_irqsave", "foo_lock")}
${end}`,
  ],
  [
    "WARNING: proc registration bug in foo_init",
    `
${cut}
proc_dir_entry 'net/foo' already registered
WARNING: CPU: 1 PID: 12 at fs/proc/generic.c:377 proc_register+0x12/0x34
${id}
RIP: 0010:proc_register+0x12/0x34
${tr("proc_create_net_data", "foo_init")}
${end}`,
  ],
  [
    "WARNING in foo_alloc",
    `
${cut}
WARNING: CPU: 1 PID: 12 at mm/page_alloc.c:4729 __alloc_pages_noprof+0x12/0x34
${id}
RIP: 0010:__alloc_pages_noprof+0x12/0x34
${tr("___kmalloc_large_node", "__kmalloc_large_node_noprof", "__do_kmalloc_node", "__kmalloc_noprof", "foo_alloc")}
${end}`,
  ],
  [
    "WARNING in foo_wait",
    `
${cut}
do not call blocking ops when !TASK_RUNNING; state=1 set at [<ffffffff81234567>] prepare_to_wait+0x12/0x34
WARNING: CPU: 1 PID: 12 at kernel/sched/core.c:8700 __might_sleep+0x12/0x34
${id}
RIP: 0010:__might_sleep+0x12/0x34
${tr("__mutex_lock", "foo_wait")}
${end}`,
  ],
  [
    "WARNING in schedule_foo_bar",
    `
${cut}
WARNING: CPU: 1 PID: 12 at kernel/foo.c:1 schedule_foo_bar+0x12/0x34
${id}
RIP: 0010:schedule_foo_bar+0x12/0x34
${tr("x", "y")}
${end}`,
  ],
  [
    "WARNING in rcu_note_context_switch",
    `
${cut}
Voluntary context switch within RCU read-side critical section!
WARNING: CPU: 1 PID: 12 at kernel/rcu/tree_plugin.h:330 rcu_note_context_switch+0x12/0x34
${id}
RIP: 0010:rcu_note_context_switch+0x12/0x34
${tr("__schedule", "schedule", "foo")}
${end}`,
  ],
  [
    "WARNING in rcu_torture_fwd_prog",
    `
${cut}
rcu_torture_fwd_prog_cr: something
WARNING: CPU: 0 PID: 80 at kernel/rcu/rcutorture.c:2860 rcu_torture_fwd_prog+0xa12/0xb34 [rcutorture]
Modules linked in: rcutorture torture
CPU: 0 UID: 0 PID: 80 Comm: rcu_torture_fwd Not tainted 6.12.0 #1
RIP: 0010:rcu_torture_fwd_prog+0xa12/0xb34 [rcutorture]
${tr("kthread", "ret_from_fork", "ret_from_fork_asm")}
${end}`,
  ],
  // locks
  [
    "possible deadlock in foo_a",
    `
============================================
WARNING: possible recursive locking detected
6.12.0 #1 Not tainted
--------------------------------------------
foo/12 is trying to acquire lock:
ffff888012345678 (&x->lock){+.+.}-{3:3}, at: spin_lock include/linux/spinlock.h:351 [inline]
ffff888012345678 (&x->lock){+.+.}-{3:3}, at: foo_a+0x12/0x34 fs/foo.c:12

but task is already holding lock:
ffff888012345678 (&x->lock){+.+.}-{3:3}, at: foo_b+0x12/0x34

stack backtrace:
${id}
${tr("dump_stack_lvl", "print_deadlock_bug", "validate_chain", "__lock_acquire", "lock_acquire", "_raw_spin_lock", "foo_a")}`,
  ],
  [
    "possible deadlock in foo_irq",
    `
========================================================
WARNING: possible irq lock inversion dependency detected
6.12.0 #1 Not tainted
--------------------------------------------------------
swapper/1/0 just changed the state of lock:
ffff888012345678 (&x->lock){..-.}-{2:2}, at: foo_irq+0x12/0x34
but this lock took another, SOFTIRQ-unsafe lock in the past:
 (&y->lock){+.+.}-{2:2}


and interrupts could create inverse lock ordering between them.

stack backtrace:
${id}
${tr("dump_stack_lvl", "print_irq_inversion_bug", "foo_irq")}`,
  ],
  [
    "possible deadlock in foo_a",
    `
=====================================================
WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected
6.12.0 #1 Not tainted
-----------------------------------------------------
foo/12 [HC0[0]:SC0[0]:HE0:SE1] is trying to acquire:
ffff888012345678 (&f->f_owner.lock){.+.+}-{2:2}, at: foo_a+0x12/0x34

and this task is already holding:
ffff888012345678 (&x->lock){-...}-{2:2}, at: foo_b+0x12/0x34
which would create a new lock dependency:
 (&x->lock){-...}-{2:2} -> (&f->f_owner.lock){.+.+}-{2:2}

stack backtrace:
${id}
${tr("dump_stack_lvl", "print_bad_irq_dependency", "foo_a")}`,
  ],
  [
    "BUG: Invalid wait context in foo_a",
    `
=============================
[ BUG: Invalid wait context ]
6.12.0 #1 Not tainted
-----------------------------
foo/12 is trying to lock:
ffff888012345678 (&x->lock){....}-{3:3}, at: foo_a+0x12/0x34
other info that might help us debug this:
context-{5:5}
1 lock held by foo/12:
 #0: ffff888012345678 (&y->lock){....}-{2:2}, at: foo_b+0x12/0x34
stack backtrace:
${id}
${tr("dump_stack_lvl", "__lock_acquire", "lock_acquire", "_raw_spin_lock", "foo_a")}`,
  ],
  [
    "WARNING: bad unlock balance in foo_a",
    `
=====================================
WARNING: bad unlock balance detected!
6.12.0 #1 Not tainted
-------------------------------------
foo/12 is trying to release lock (&x->lock) at:
[<ffffffff81234567>] foo_a+0x12/0x34
but there are no more locks to release!

other info that might help us debug this:
no locks held by foo/12.

stack backtrace:
${id}
${tr("dump_stack_lvl", "lock_release", "_raw_spin_unlock", "foo_a")}`,
  ],
  [
    "WARNING: held lock freed in foo_a",
    `
=========================
WARNING: held lock freed!
6.12.0 #1 Not tainted
-------------------------
foo/12 is freeing memory ffff888012345678-ffff8880123457ff, with a lock still held there!
ffff888012345678 (&x->lock){+.+.}-{2:2}, at: foo_b+0x12/0x34
1 lock held by foo/12:
 #0: ffff888012345678 (&x->lock){+.+.}-{2:2}, at: foo_b+0x12/0x34

stack backtrace:
${id}
${tr("dump_stack_lvl", "debug_check_no_locks_freed", "slab_free", "kfree", "foo_a")}`,
  ],
  [
    "WARNING: lock held when returning to user space in foo_a",
    `
================================================
WARNING: lock held when returning to user space!
6.12.0 #1 Not tainted
------------------------------------------------
foo/12 is leaving the kernel with locks still held!
1 lock held by foo/12:
 #0: ffff888012345678 (&x->lock){+.+.}-{3:3}, at: foo_a+0x12/0x34`,
  ],
  [
    "WARNING: still has locks held in foo_b",
    `
====================================
WARNING: foo/12 still has locks held!
6.12.0 #1 Not tainted
------------------------------------
1 lock held by foo/12:
 #0: ffff888012345678 (&x->lock){+.+.}-{3:3}, at: foo_b+0x12/0x34

stack backtrace:
${id}
${tr("dump_stack_lvl", "try_to_freeze", "foo_a")}`,
  ],
  [
    "WARNING: nested lock was not taken in foo_a",
    `
==================================
WARNING: Nested lock was not taken
6.12.0 #1 Not tainted
----------------------------------
foo/12 is trying to lock:
ffff888012345678 (&x->lock){+.+.}-{3:3}, at: foo_a+0x12/0x34

but this task is not holding:
&y->lock

stack backtrace:
${id}
${tr("dump_stack_lvl", "__lock_acquire", "lock_acquire", "_raw_spin_lock", "foo_a")}`,
  ],
  [
    "WARNING: suspicious RCU usage in foo_a",
    `
=============================
WARNING: suspicious RCU usage
6.12.0 #1 Not tainted
-----------------------------
include/linux/rcupdate.h:123 Illegal context switch in RCU read-side critical section!

other info that might help us debug this:


rcu_scheduler_active = 2, debug_locks = 1
1 lock held by foo/12:
 #0: ffffffff8a123456 (rcu_read_lock){....}-{1:2}, at: foo_b+0x12/0x34

stack backtrace:
${id}
${tr("dump_stack_lvl", "lockdep_rcu_suspicious", "__might_resched", "foo_a")}`,
  ],
  [
    "BUG: sleeping function called from invalid context in foo_a",
    `
BUG: sleeping function called from invalid context at include/linux/sched/mm.h:210
in_atomic(): 1, irqs_disabled(): 0, non_block: 0, pid: 12, name: foo
preempt_count: 1, expected: 0
RCU nest depth: 0, expected: 0
INFO: lockdep is turned off.
Preemption disabled at:
[<ffffffff81234567>] foo_b+0x12/0x34
${id}
${tr("dump_stack_lvl", "__might_resched", "might_alloc", "slab_pre_alloc_hook", "__kmalloc_cache_noprof", "foo_a")}`,
  ],
  [
    "BUG: scheduling while atomic in foo_a",
    `
BUG: scheduling while atomic: foo/12/0x00000002
1 lock held by foo/12:
 #0: ffff888012345678 (&x->lock){+.+.}-{3:3}, at: foo_b+0x12/0x34
Modules linked in:
Preemption disabled at:
[<ffffffff81234567>] foo_b+0x12/0x34
${id}
${tr("dump_stack_lvl", "__schedule_bug", "__schedule", "schedule", "foo_a")}`,
  ],
  // stalls
  [
    "INFO: rcu detected stall in sys_foo",
    `
rcu: INFO: rcu_preempt detected expedited stalls on CPUs/tasks: { 1-...D } 2662 jiffies s: 1234 root: 0x2/.
rcu: blocking rcu_node structures (internal RCU debug):
Sending NMI from CPU 0 to CPUs 1:
NMI backtrace for cpu 1
${id}
RIP: 0010:foo_inner+0x12/0x34
Call Trace:
 <NMI>
 </NMI>
 <TASK>
 foo_outer+0x12/0x34
 __x64_sys_foo+0x12/0x34
 do_syscall_64+0x12/0x34
 entry_SYSCALL_64_after_hwframe+0x12/0x34
 </TASK>`,
  ],
  [
    "INFO: rcu detected stall in foo_kthread",
    `
INFO: rcu_tasks detected stalls on tasks:
0000000012345678: .. nvcsw: 9/9 holdout: 1 idle_cpu: -1/1
task:foo_kthread     state:R  running task     stack:0     pid:45    tgid:45    ppid:2      flags:0x00004000
${tr("__schedule", "preempt_schedule_irq", "irqentry_exit", "asm_sysvec_apic_timer_interrupt", "foo_kthread", "kthread", "ret_from_fork")}`,
  ],
  [
    "rcu_preempt kthread starved",
    `
rcu: rcu_preempt kthread starved for 2102 jiffies! g1195 f0x0 RCU_GP_WAIT_FQS(5) ->state=0x402 ->cpu=0
rcu: 	Unless rcu_preempt kthread gets sufficient CPU time, OOM is now expected behavior.
rcu: RCU grace-period kthread stack dump:
task:rcu_preempt     state:I stack:0     pid:14    tgid:14    ppid:2      flags:0x00004000
${tr("__schedule", "schedule", "rcu_gp_kthread", "kthread")}`,
  ],
  [
    "INFO: rcu detected stall",
    `
rcu: INFO: rcu_preempt self-detected stall on CPU
rcu: 	0-....: (1 GPs behind) idle=123/1/0x4000000000000000 softirq=12/12 fqs=12`,
  ],
  [
    "BUG: workqueue lockup",
    `
BUG: workqueue lockup - pool cpus=0 node=0 flags=0x0 nice=0 stuck for 36s!
BUG: workqueue lockup - pool cpus=0 node=0 flags=0x0 nice=-20 stuck for 36s!
Showing busy workqueues and worker pools:
workqueue events: flags=0x0
  pwq 2: cpus=0 node=0 flags=0x0 nice=0 active=2 refcnt=3
    pending: vmstat_shepherd, cache_reap
Showing backtraces of running workers in stalled CPU-bound worker pools:`,
  ],
  [
    "INFO: task can't die in foo_loop",
    `
INFO: task foo:123 can't die for more than 143 seconds.
task:foo     state:D stack:0     pid:123    tgid:45    ppid:2      flags:0x00004000
${tr("__schedule", "schedule", "foo_loop", "do_exit")}`,
  ],
  // memory
  [
    "KASAN: slab-out-of-bounds Read in foo_cmp",
    `
${eq}
BUG: KASAN: slab-out-of-bounds in strlen+0x12/0x34
Read of size 1 at addr ffff888012345678 by task foo/12

${id}
${tr("dump_stack_lvl", "print_report", "kasan_report", "strlen", "foo_cmp")}

The buggy address belongs to the physical page:
page: refcount:1 mapcount:0 mapping:0000000000000000 index:0x0 pfn:0x12345
${eq}`,
  ],
  [
    "KASAN: invalid-free in foo_free",
    `
${eq}
BUG: KASAN: double-free or invalid-free in foo_free+0x12/0x34

${id}
${tr("dump_stack_lvl", "kasan_report_invalid_free", "kfree", "foo_free")}
${eq}`,
  ],
  [
    "BUG kmalloc-64: Poison overwritten",
    `
=============================================================================
BUG kmalloc-64 (Not tainted): Poison overwritten
-----------------------------------------------------------------------------

0xffff888012345678-0xffff88801234567b @offset=1656. First byte 0x0 instead of 0x6b
Allocated in foo+0x12/0x34 age=12 cpu=0 pid=12
	__slab_alloc+0x12/0x34
Slab 0xffffea0000123456 objects=21 used=20 fp=0xffff888012345678 flags=0xfff
Object 0xffff888012345678 @offset=1656 fp=0x0000000000000000

Redzone  ffff888012345678: bb bb bb bb
Object   ffff888012345678: 6b 6b 6b 6b
${id}
${tr("dump_stack_lvl", "check_bytes_and_report", "check_object", "alloc_debug_processing", "___slab_alloc")}
FIX kmalloc-64: Restoring Poison 0xffff888012345678-0xffff88801234567b=0x6b`,
  ],
  [
    "memory leak in foo_alloc",
    `
BUG: memory leak
unreferenced object 0xffff888012345678 (size 64):
  comm "foo", pid 12, jiffies 4294945000 (age 12.340s)
  hex dump (first 32 bytes):
    00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  ................
  backtrace:
    [<00000000abcdef12>] kmalloc include/linux/slab.h:555 [inline]
    [<00000000abcdef12>] foo_alloc+0x12/0x34`,
  ],
  [
    "UBSAN: shift-out-of-bounds in foo_shift",
    `
================================================================================
UBSAN: shift-out-of-bounds in fs/foo.c:12:34
shift exponent 64 is too large for 32-bit type 'int'
${id}
${tr("dump_stack_lvl", "ubsan_epilogue", "__ubsan_handle_shift_out_of_bounds", "foo_shift")}
================================================================================`,
  ],
  [
    "UBSAN: Undefined behaviour in foo_shift",
    `
================================================================================
UBSAN: Undefined behaviour in fs/foo.c:12:34
shift exponent 64 is too large for 32-bit type 'int'
${id}
${tr("dump_stack", "ubsan_epilogue", "__ubsan_handle_shift_out_of_bounds", "foo_shift")}
================================================================================`,
  ],
  [
    "KCSAN: data-race in foo_read / foo_write",
    `
${eq}
BUG: KCSAN: data-race in foo_read+0x12/0x34 / foo_write+0x12/0x34

read to 0xffff888012345678 of 4 bytes by task 12 on cpu 0:
 foo_read+0x12/0x34

Reported by Kernel Concurrency Sanitizer on:
${id}
${eq}`,
  ],
  [
    "KCSAN: data-race in foo_read",
    `
${eq}
BUG: KCSAN: data-race in foo_read+0x12/0x34

race at unknown origin, with read to 0xffff888012345678 of 4 bytes by task 12 on cpu 0:
 foo_read+0x12/0x34
${eq}`,
  ],
  [
    "BUG: corrupted list in foo_del",
    `
list_del corruption, ffff888012345678->next is LIST_POISON1 (dead000000000100)
${cut}
kernel BUG at lib/list_debug.c:49!
invalid opcode: 0000 [#1] SMP
${id}
RIP: 0010:__list_del_entry_valid+0x12/0x34
${tr("foo_del", "bar")}
${end}`,
  ],
  [
    "BUG: corrupted list in foo_del",
    `
${cut}
list_add corruption. next->prev should be prev (ffff888012345678), but was ffff888012345679. (next=ffff888012345678).
WARNING: CPU: 0 PID: 12 at lib/list_debug.c:23 __list_add_valid_or_report+0x12/0x34
${id}
RIP: 0010:__list_add_valid_or_report+0x12/0x34
${tr("foo_del", "bar")}
${end}`,
  ],
  [
    "kernel panic: Attempted to kill init!",
    `
Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b
CPU: 0 PID: 1 Comm: init Not tainted 6.12.0 #1
${tr("dump_stack_lvl", "panic", "do_exit")}
---[ end Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b ]---`,
  ],
  [
    "kernel panic: System is deadlocked on memory",
    `
Kernel panic - not syncing: System is deadlocked on memory
CPU: 0 PID: 1 Comm: init Not tainted 6.12.0 #1
${tr("dump_stack_lvl", "panic", "out_of_memory")}`,
  ],
  [
    "kernel panic: corrupted stack end in foo_a",
    `
Kernel panic - not syncing: corrupted stack end detected inside scheduler
${id}
${tr("dump_stack_lvl", "panic", "__schedule", "schedule", "foo_a")}`,
  ],
  [
    "BUG: Dentry still in use [unmount of tmpfs]",
    `
BUG: Dentry ffff888012345678{i=123,n=foo}  still in use (1) [unmount of tmpfs tmpfs]
${cut}
WARNING: CPU: 0 PID: 12 at fs/dcache.c:1661 umount_check+0x12/0x34
${id}
RIP: 0010:umount_check+0x12/0x34
${tr("d_walk", "do_one_tree")}
${end}`,
  ],
  [
    "BUG: MAX_LOCKDEP_ENTRIES too low!",
    `
BUG: MAX_LOCKDEP_ENTRIES too low!
turning off the locking correctness validator.
Please attach the output of /proc/lock_stat to the bug report
${id}
${tr("dump_stack_lvl", "add_lock_to_list")}`,
  ],
  [
    "general protection fault in foo_a",
    `
Oops: general protection fault, probably for non-canonical address 0xdffffc0000000000: 0000 [#1] PREEMPT SMP KASAN NOPTI
KASAN: null-ptr-deref in range [0x0000000000000000-0x0000000000000007]
${id}
RIP: 0010:_raw_spin_lock+0x12/0x34
${tr("foo_a", "bar")}
${end}`,
  ],
  [
    "PANIC: double fault in foo_a",
    `
traps: PANIC: double fault, error_code: 0x0
double fault: 0000 [#1] PREEMPT SMP KASAN
${id}
RIP: 0010:foo_a+0x12/0x34
Call Trace:
 <#DF>
 </#DF>
 <TASK>
 foo_b+0x12/0x34
 </TASK>
${end}`,
  ],
  [
    "BUG: stack guard page was hit in foo_a",
    `
BUG: IRQ stack guard page was hit at ffffc90000117ff8 (stack is ffffc90000118000..ffffc90000120000)
Oops: stack guard page: 0000 [#1] PREEMPT SMP KASAN
${id}
RIP: 0010:foo_a+0x12/0x34
${tr("foo_a", "foo_a")}
${end}`,
  ],
  [
    "divide error in foo_a",
    `
Oops: divide error: 0000 [#1] PREEMPT SMP KASAN NOPTI
${id}
RIP: 0010:foo_a+0x12/0x34
${tr("foo_b")}
${end}`,
  ],
  [
    "kernel BUG in foo_a",
    `
kernel BUG at fs/buffer.c:1234!
Oops: invalid opcode: 0000 [#1] PREEMPT SMP KASAN
${id}
RIP: 0010:foo_a+0x12/0x34
${tr("foo_b")}
${end}`,
  ],
  [
    "invalid opcode in foo_a",
    `
Oops: invalid opcode: 0000 [#1] PREEMPT SMP KASAN
${id}
RIP: 0010:foo_a+0x12/0x34
${tr("foo_b")}
${end}`,
  ],
  [
    "BUG: unable to handle kernel paging request in foo_a",
    `
BUG: unable to handle page fault for address: ffffffffffffffd6
#PF: supervisor read access in kernel mode
Oops: Oops: 0000 [#1] PREEMPT SMP
CPU: 1 UID: 0 PID: 12 Comm: foo Tainted: G        W           6.12.0 #1
Tainted: [W]=WARN
RIP: 0010:foo_a.isra.0.constprop.0+0x12/0x34
${tr("foo_b")}
${end}`,
  ],
];
