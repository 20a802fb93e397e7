import type { ConsoleCase } from "./case.ts";

const id =
  "CPU: 0 PID: 1234 Comm: foo Not tainted 5.10.0 #1\nHardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.14.0 04/01/2014";
const regs = `Code: 48 89 e5 0f 0b
RSP: 0018:ffffc90000127df8 EFLAGS: 00010206
RAX: 0000000000000000 RBX: 0000000000000009 RCX: 000000000000027b
RDX: 0000000000000000 RSI: 0000000000000009 RDI: 000000000000027b
RBP: 0000000000000000 R08: 0000000000000009 R09: 000000000000027b
R10: 0000000000000000 R11: 0000000000000009 R12: 000000000000027b
R13: 0000000000000000 R14: 0000000000000009 R15: 000000000000027b
FS:  00007f0000000700(0000) GS:ffff88801f400000(0000) knlGS:0000000000000000
CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
CR2: 0000000000000008 CR3: 0000000008e90000 CR4: 00000000003506e0`;
const user = ` do_syscall_64+0x35/0xb0
 entry_SYSCALL_64_after_hwframe+0x44/0xae
RIP: 0033:0x7f1234567890
Code: ff ff c3 66 2e 0f 1f 84
RSP: 002b:00007f12345 EFLAGS: 00000246 ORIG_RAX: 0000000000000010
RAX: ffffffffffffffda RBX: 0000000000000001 RCX: 00007f1234567890`;
const end = "---[ end trace 0123456789abcdef ]---";
const eq = "==================================================================";
/** Kernels of the 3.10 to 5.10 years: reports as their sources print them. */
export const eras5: readonly ConsoleCase[] = [
  [
    "WARNING in ext4_foo",
    `
------------[ cut here ]------------
WARNING: CPU: 0 PID: 1234 at fs/ext4/inode.c:123 ext4_foo+0x123/0x456 fs/ext4/inode.c:123
Modules linked in:
${id}
RIP: 0010:ext4_foo+0x123/0x456 fs/ext4/inode.c:123
${regs}
Call Trace:
 ext4_bar+0x1/0x2 fs/ext4/inode.c:222
 vfs_write+0x12/0x34
${user}
irq event stamp: 1234
hardirqs last  enabled at (1233): [<ffffffff81234567>] console_unlock+0x12/0x34
hardirqs last disabled at (1234): [<ffffffff81234567>] sysvec_apic_timer_interrupt+0x12/0x34
softirqs last  enabled at (1200): [<ffffffff81234567>] __do_softirq+0x12/0x34
softirqs last disabled at (1199): [<ffffffff81234567>] __irq_exit_rcu+0x12/0x34
${end}`,
  ],
  [
    "WARNING in dev_watchdog",
    `
------------[ cut here ]------------
NETDEV WATCHDOG: eth0 (e1000): transmit queue 0 timed out 5000 ms
WARNING: CPU: 0 PID: 0 at net/sched/sch_generic.c:525 dev_watchdog+0x1f5/0x200
Modules linked in:
${id}
RIP: 0010:dev_watchdog+0x1f5/0x200
${regs}
Call Trace:
 <IRQ>
 call_timer_fn+0x1/0x2
 </IRQ>
${end}`,
  ],
  [
    "WARNING in foo_bar",
    `
------------[ cut here ]------------
WARNING: at kernel/foo.c:12 foo_bar+0x12/0x34()
Hardware name: Bochs
Modules linked in:
Pid: 1, comm: swapper/0 Not tainted 3.10.0 #1
Call Trace:
 [<ffffffff81048b71>] warn_slowpath_common+0x61/0x80
 [<ffffffff81048c65>] warn_slowpath_null+0x15/0x20
 [<ffffffff81048c65>] foo_bar+0x12/0x34
---[ end trace 0123456789abcdef ]---`,
  ],
  [
    "WARNING in foo_bar",
    `
------------[ cut here ]------------
WARNING: CPU: 1 PID: 99 at net/core/foo.c:55 foo_bar+0x12/0x34()
some message of the warning
Modules linked in:
CPU: 1 PID: 99 Comm: kworker/1:1 Not tainted 4.4.0 #1
Workqueue: events foo_work
 ffffffff81abcdef ffff880012345678 ffffffff81234567 0000000000000000
Call Trace:
 [<ffffffff81048b71>] dump_stack+0x61/0x80
 [<ffffffff81048b71>] warn_slowpath_common+0x61/0x80
 [<ffffffff81048b71>] warn_slowpath_fmt+0x61/0x80
 [<ffffffff81048c65>] foo_bar+0x12/0x34
 [<ffffffff81048c65>] process_one_work+0x12/0x34
---[ end trace 0123456789abcdef ]---`,
  ],
  [
    "possible deadlock in sock_lock_foo",
    `
======================================================
[ INFO: possible circular locking dependency detected ]
4.4.0 #1 Not tainted
-------------------------------------------------------
foo/1234 is trying to acquire lock:
 (sk_lock-AF_INET){+.+.+.}, at: [<ffffffff81234567>] sock_lock_foo+0x12/0x34

but task is already holding lock:
 (rtnl_mutex){+.+.+.}, at: [<ffffffff81234567>] rtnl_lock+0x17/0x20

which lock already depends on the new lock.


the existing dependency chain (in reverse order) is:

-> #1 (rtnl_mutex){+.+.+.}:
       [<ffffffff81234567>] lock_acquire+0xc9/0x230
       [<ffffffff81234567>] rtnl_lock+0x17/0x20

stack backtrace:
${id}
Call Trace:
 [<ffffffff81234567>] dump_stack+0x4d/0x66
 [<ffffffff81234567>] print_circular_bug+0x200/0x20e
 [<ffffffff81234567>] sock_lock_foo+0x12/0x34`,
  ],
  [
    "INFO: suspicious RCU usage in foo_dump",
    `
===============================
[ INFO: suspicious RCU usage. ]
4.4.0 #1 Not tainted
-------------------------------
net/foo.c:123 suspicious rcu_dereference_check() usage!

other info that might help us debug this:

rcu_scheduler_active = 1, debug_locks = 0
1 lock held by foo/123:
 #0:  (rtnl_mutex){+.+.+.}, at: [<ffffffff81234567>] rtnl_lock+0x17/0x20

stack backtrace:
${id}
Call Trace:
 [<ffffffff81234567>] dump_stack+0x4d/0x66
 [<ffffffff81234567>] lockdep_rcu_suspicious+0xe7/0x120
 [<ffffffff81234567>] foo_dump+0x12/0x34`,
  ],
  [
    "INFO: rcu detected stall in foo_loop",
    `
INFO: rcu_sched self-detected stall on CPU { 1}  (t=21000 jiffies g=1234 c=1233 q=55)
Task dump for CPU 1:
foo             R  running task        0  1234   1233 0x00000008
Call Trace:
 <IRQ>  [<ffffffff81234567>] sched_show_task+0xa8/0x110
 [<ffffffff81234567>] dump_cpu_task+0x39/0x40
 [<ffffffff81234567>] rcu_dump_cpu_stacks+0x12/0x34
 [<ffffffff81234567>] smp_apic_timer_interrupt+0x12/0x34
 [<ffffffff81234567>] apic_timer_interrupt+0x6d/0x80
 <EOI>  [<ffffffff81234567>] ? foo_inner+0x12/0x34
 [<ffffffff81234567>] foo_loop+0x12/0x34
 [<ffffffff81234567>] kthread+0x12/0x34
 [<ffffffff81234567>] ret_from_fork+0x12/0x34`,
  ],
  [
    "BUG: unable to handle kernel NULL pointer dereference in foo_bar",
    `
BUG: unable to handle kernel NULL pointer dereference at 0000000000000008
IP: foo_bar+0x12/0x30
PGD 12345067 P4D 12345067 PUD 12346067 PMD 0 
Oops: 0000 [#1] SMP PTI
${id}
RIP: 0010:foo_bar+0x12/0x30
${regs}
Call Trace:
 foo_baz+0x1/0x2
${user}`,
  ],
  [
    "BUG: unable to handle kernel NULL pointer dereference in foo_bar",
    `
BUG: unable to handle kernel NULL pointer dereference at 0000000000000008
IP: [<ffffffff81234567>] foo_bar+0x12/0x30
PGD 0 
Oops: 0000 [#1] SMP 
Modules linked in:
${id}
task: ffff880012345678 ti: ffff880012345678 task.ti: ffff880012345678
RIP: 0010:[<ffffffff81234567>]  [<ffffffff81234567>] foo_bar+0x12/0x30
RSP: 0018:ffff880012345678  EFLAGS: 00010246
Stack:
 ffff880012345678 ffff880012345678 ffff880012345678 ffff880012345678
Call Trace:
 [<ffffffff81234567>] foo_baz+0x12/0x34
Code: 48 89
RIP  [<ffffffff81234567>] foo_bar+0x12/0x30
 RSP <ffff880012345678>
CR2: 0000000000000008
---[ end trace 0123456789abcdef ]---
Kernel panic - not syncing: Fatal exception`,
  ],
  [
    "BUG: kernel NULL pointer dereference in foo_work",
    `
BUG: kernel NULL pointer dereference, address: 0000000000000000
#PF: supervisor instruction fetch in kernel mode
#PF: error_code(0x0010) - not-present page
PGD 0 P4D 0 
Oops: 0010 [#1] PREEMPT SMP KASAN
${id}
RIP: 0010:0x0
Code: Unable to access opcode bytes at 0xffffffffffffffd6.
${regs}
Call Trace:
 <TASK>
 foo_work+0x12/0x34
 process_one_work+0x12/0x34
 worker_thread+0x12/0x34
 kthread+0x12/0x34
 ret_from_fork+0x12/0x34
 </TASK>
Modules linked in:
${end}`,
  ],
  [
    "KASAN: null-ptr-deref Write in foo_inc",
    `
${eq}
BUG: KASAN: null-ptr-deref in instrument_atomic_read_write include/linux/instrumented.h:96 [inline]
BUG: KASAN: null-ptr-deref in atomic_inc include/linux/atomic/atomic-instrumented.h:435 [inline]
BUG: KASAN: null-ptr-deref in foo_inc+0x12/0x34 fs/foo.c:12
Write of size 4 at addr 0000000000000110 by task foo/1234

${id}
Call Trace:
 <TASK>
 __dump_stack lib/dump_stack.c:88 [inline]
 dump_stack_lvl+0x12/0x34 lib/dump_stack.c:106
 kasan_report+0xd9/0x110 mm/kasan/report.c:588
 check_region_inline mm/kasan/generic.c:181 [inline]
 kasan_check_range+0xef/0x190 mm/kasan/generic.c:187
 instrument_atomic_read_write include/linux/instrumented.h:96 [inline]
 foo_inc+0x12/0x34 fs/foo.c:12
 </TASK>
${eq}`,
  ],
  [
    "general protection fault in foo_lookup",
    `
general protection fault, probably for non-canonical address 0xdffffc0000000000: 0000 [#1] PREEMPT SMP KASAN
KASAN: null-ptr-deref in range [0x0000000000000000-0x0000000000000007]
${id}
RIP: 0010:strcmp+0x12/0x34 lib/string.c:12
${regs}
Call Trace:
 <TASK>
 foo_lookup+0x12/0x34 fs/foo.c:1
${user}
 </TASK>
Modules linked in:
${end}
RIP: 0010:strcmp+0x12/0x34
${regs}
Kernel panic - not syncing: Fatal exception
Kernel Offset: disabled
Rebooting in 86400 seconds..`,
  ],
  [
    "kernel BUG in foo_submit",
    `
------------[ cut here ]------------
kernel BUG at block/foo.c:123!
invalid opcode: 0000 [#1] PREEMPT SMP KASAN
${id}
RIP: 0010:foo_submit+0x12/0x34 block/foo.c:123
${regs}
Call Trace:
 bar+0x1/0x2
${end}`,
  ],
  [
    "BUG: workqueue leaked lock or atomic in foo_work",
    `
BUG: workqueue leaked lock or atomic: kworker/0:1/0x00000000/123
     last function: foo_work
1 lock held by kworker/0:1/123:
 #0: ffff888012345678 (&x->lock){+.+.}-{3:3}, at: foo_inner+0x12/0x34
${id}
Workqueue: events foo_work
Call Trace:
 dump_stack+0x1/0x2
 process_one_work+0x12/0x34
 worker_thread+0x1/0x2`,
  ],
  [
    "BUG: Bad page state",
    `
BUG: Bad page state in process foo  pfn:12345
page:ffffea0000123456 refcount:0 mapcount:0 mapping:0000000000000000 index:0x0 pfn:0x12345
flags: 0xfff00000000000(node=0|zone=1|lastcpupid=0x7ff)
raw: 00fff00000000000 dead000000000100 dead000000000122 0000000000000000
page dumped because: nonzero _refcount
Modules linked in:
${id}
Call Trace:
 dump_stack+0x1/0x2
 bad_page+0x12/0x34
 free_pcppages_bulk+0x12/0x34`,
  ],
  [
    "BUG: using smp_processor_id() in preemptible code in foo_stat",
    `
BUG: using smp_processor_id() in preemptible [00000000] code: foo/1234
caller is foo_stat+0x12/0x34
${id}
Call Trace:
 dump_stack+0x1/0x2
 check_preemption_disabled+0x12/0x34
 foo_stat+0x12/0x34`,
  ],
  [
    "BUG: using __this_cpu_read() in preemptible code in foo_stat",
    `
BUG: using __this_cpu_read() in preemptible [00000000] code: foo/1234
caller is __this_cpu_preempt_check+0x13/0x20
${id}
Call Trace:
 dump_stack+0x1/0x2
 check_preemption_disabled+0x12/0x34
 __this_cpu_preempt_check+0x13/0x20
 foo_stat+0x12/0x34`,
  ],
  [
    "BUG: spinlock bad magic in foo_lock",
    `
BUG: spinlock bad magic on CPU#0, foo/123
 lock: 0xffff888012345678, .magic: 00000000, .owner: <none>/-1, .owner_cpu: 0
${id}
Call Trace:
 dump_stack+0x1/0x2
 do_raw_spin_lock+0x1/0x2
 _raw_spin_lock_irqsave+0x1/0x2
 foo_lock+0x12/0x34`,
  ],
  [
    "BUG: spinlock recursion in foo_lock",
    `
BUG: spinlock recursion on CPU#1, foo/123
 lock: 0xffff888012345678, .magic: dead4ead, .owner: foo/123, .owner_cpu: 1
${id}
Call Trace:
 dump_stack+0x1/0x2
 do_raw_spin_lock+0x1/0x2
 foo_lock+0x12/0x34`,
  ],
  [
    "INFO: task hung in foo_lock",
    `
INFO: task kworker/u4:3:45 blocked for more than 143 seconds.
      Not tainted 5.10.0 #1
"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
task:kworker/u4:3    state:D stack:25000 pid:   45 ppid:     2 flags:0x00004000
Workqueue: netns cleanup_net
Call Trace:
 context_switch kernel/sched/core.c:5030 [inline]
 __schedule+0x12/0x34
 schedule+0xd3/0x270
 schedule_preempt_disabled+0xf/0x20
 __mutex_lock_common kernel/locking/mutex.c:680 [inline]
 __mutex_lock+0xa36/0x1290
 foo_lock+0x12/0x34
 process_one_work+0x98d/0x1630
 worker_thread+0x658/0x11f0
 kthread+0x3e5/0x4d0
 ret_from_fork+0x1f/0x30

Showing all locks held in the system:
1 lock held by khungtaskd/1650:
 #0: ffffffff8b97b960 (rcu_read_lock){....}-{1:2}, at: debug_show_all_locks+0x53/0x260
2 locks held by in:imklog/6500:
 #0: ffff888012345678 (&f->f_pos_lock){+.+.}-{3:3}, at: __fdget_pos+0xe9/0x100

=============================================

NMI backtrace for cpu 0
CPU: 0 PID: 1650 Comm: khungtaskd Not tainted 5.10.0 #1
Call Trace:
 dump_stack_lvl+0xcd/0x134
 nmi_cpu_backtrace.cold+0x47/0x144
 nmi_trigger_cpumask_backtrace+0x1ae/0x220
 trigger_all_cpu_backtrace include/linux/nmi.h:146 [inline]
 watchdog+0xc9d/0xfe0
 kthread+0x3e5/0x4d0
Sending NMI from CPU 0 to CPUs 1:
NMI backtrace for cpu 1 skipped: idling at native_safe_halt arch/x86/include/asm/irqflags.h:51 [inline]
Kernel panic - not syncing: hung_task: blocked tasks
CPU: 0 PID: 1650 Comm: khungtaskd Not tainted 5.10.0 #1
Call Trace:
 dump_stack_lvl+0xcd/0x134
 panic+0x2b0/0x6dd
 watchdog.cold+0x1b1/0x1ed
 kthread+0x3e5/0x4d0
Kernel Offset: disabled
Rebooting in 86400 seconds..`,
  ],
  [
    "BUG: soft lockup in sys_foo",
    `
watchdog: BUG: soft lockup - CPU#0 stuck for 134s! [syz-executor.0:1234]
Modules linked in:
irq event stamp: 12345678
hardirqs last  enabled at (12345677): [<ffffffff81234567>] asm_sysvec_apic_timer_interrupt+0x12/0x20
CPU: 0 PID: 1234 Comm: syz-executor.0 Not tainted 5.10.0 #1
RIP: 0010:__sanitizer_cov_trace_pc+0x12/0x60
${regs}
Call Trace:
 foo_inner+0x12/0x34
 foo_loop+0x12/0x34
 __x64_sys_foo+0x12/0x34
${user}
Sending NMI from CPU 0 to CPUs 1:
NMI backtrace for cpu 1
CPU: 1 PID: 0 Comm: swapper/1 Not tainted 5.10.0 #1
RIP: 0010:native_safe_halt+0x12/0x20
Call Trace:
 default_idle+0x1/0x2
Kernel panic - not syncing: softlockup: hung tasks`,
  ],
  [
    "BUG: unable to handle kernel paging request in foo_bar",
    `
Unable to handle kernel paging request at virtual address ffff000012345678
Mem abort info:
  ESR = 0x96000007
  EC = 0x25: DABT (current EL), IL = 32 bits
  SET = 0, FnV = 0
  EA = 0, S1PTW = 0
Data abort info:
  ISV = 0, ISS = 0x00000007
swapper pgtable: 4k pages, 48-bit VAs, pgdp=0000000041234000
[ffff000012345678] pgd=00000000bfff8003, pud=0
Internal error: Oops: 96000007 [#1] PREEMPT SMP
Modules linked in:
CPU: 1 PID: 123 Comm: foo Not tainted 5.10.0 #1
Hardware name: linux,dummy-virt (DT)
pstate: 80400009 (Nzcv daif +PAN -UAO -TCO BTYPE=--)
pc : __memcpy+0x12/0x34
lr : foo_bar+0x12/0x34
sp : ffff800012345678
x29: ffff800012345678 x28: ffff000012345678 
Call trace:
 __memcpy+0x12/0x34
 foo_bar+0x12/0x34
 el0_svc+0x12/0x34
Code: a9411c26 a8c12027 a88120c7 a8c12027 (b8404423) 
---[ end trace 0123456789abcdef ]---`,
  ],
  [
    "Internal error in foo_bar",
    `
Internal error: synchronous external abort: 96000010 [#1] PREEMPT SMP
Modules linked in:
CPU: 1 PID: 123 Comm: foo Not tainted 5.10.0 #1
pc : foo_bar+0x12/0x34
lr : foo_baz+0x12/0x34
Call trace:
 foo_bar+0x12/0x34
 foo_baz+0x12/0x34
---[ end trace 0123456789abcdef ]---
Kernel panic - not syncing: synchronous external abort: Fatal exception`,
  ],
];
