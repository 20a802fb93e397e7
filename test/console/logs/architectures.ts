import type { ConsoleCase } from "./case.ts";

const id = "CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1\nHardware name: riscv-virtio,qemu (DT)";
/** Reports of riscv, mips, loongarch, powerpc, s390, arm, arm64 and i386, as their sources print them. */
export const architectures: readonly ConsoleCase[] = [
  // riscv
  [
    "BUG: unable to handle kernel NULL pointer dereference in foo_bar",
    `
Unable to handle kernel NULL pointer dereference at virtual address 0000000000000008
Oops [#1]
Modules linked in:
${id}
epc : foo_bar+0x12/0x34
 ra : foo_baz+0x12/0x34
epc : ffffffff80123456 ra : ffffffff80123456 sp : ff20000000123d40
 gp : ffffffff81234560 tp : ff60000001234000 t0 : 0000000000000000
status: 0000000200000120 badaddr: 0000000000000008 cause: 000000000000000d
[<ffffffff80123456>] foo_bar+0x12/0x34
[<ffffffff80123456>] foo_baz+0x12/0x34
[<ffffffff80123456>] kthread+0x12/0x34
Code: 8082 7179
---[ end trace 0000000000000000 ]---
Kernel panic - not syncing: Fatal exception in interrupt`,
  ],
  [
    "BUG: unable to handle kernel access to user memory in foo_bar",
    `
Unable to handle kernel access to user memory without uaccess routines at virtual address 0000000020000000
Oops [#1]
Modules linked in:
${id}
epc : foo_bar+0x12/0x34
 ra : foo_baz+0x12/0x34
[<ffffffff80123456>] foo_bar+0x12/0x34`,
  ],
  [
    "kernel BUG in foo_bar",
    `
------------[ cut here ]------------
kernel BUG at kernel/foo.c:12!
Kernel BUG [#1]
Modules linked in:
${id}
epc : foo_bar+0x12/0x34
 ra : foo_baz+0x12/0x34
[<ffffffff80123456>] foo_bar+0x12/0x34
[<ffffffff80123456>] kthread+0x12/0x34
---[ end trace 0000000000000000 ]---`,
  ],
  [
    "Oops: illegal instruction in foo_bar",
    `
Oops - illegal instruction [#1]
Modules linked in:
${id}
epc : foo_bar+0x12/0x34
 ra : foo_baz+0x12/0x34
[<ffffffff80123456>] foo_bar+0x12/0x34`,
  ],
  [
    "WARNING in foo_bar",
    `
------------[ cut here ]------------
WARNING: CPU: 1 PID: 45 at kernel/foo.c:12 foo_bar+0x12/0x34
Modules linked in:
${id}
epc : foo_bar+0x12/0x34
 ra : foo_bar+0x12/0x34
[<ffffffff80123456>] foo_bar+0x12/0x34
[<ffffffff80123456>] kthread+0x12/0x34
---[ end trace 0000000000000000 ]---`,
  ],
  // mips
  [
    "BUG: unable to handle kernel paging request in foo_bar",
    `
CPU 0 Unable to handle kernel paging request at virtual address 00000008, epc == 80123456, ra == 80123400
Oops[#1]:
CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1
$ 0   : 00000000 00000001 00000000 00000000
epc   : 80123456 foo_bar+0x12/0x34
ra    : 80123400 foo_baz+0x12/0x34
Status: 1000a403	KERNEL EXL IE 
Cause : 00800008 (ExcCode 02)
BadVA : 00000008
Process foo (pid: 1234, threadinfo=(ptrval), task=(ptrval), tls=77ff)
Stack : 00000000 00000000
Call Trace:
[<80123456>] foo_bar+0x12/0x34
[<80123400>] foo_baz+0x12/0x34
Code: 8c820008
---[ end trace 0000000000000000 ]---
Kernel panic - not syncing: Fatal exception`,
  ],
  [
    "Oops: Reserved instruction in kernel code in foo_bar",
    `
Reserved instruction in kernel code[#1]:
CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1
epc   : 80123456 foo_bar+0x12/0x34
ra    : 80123400 foo_baz+0x12/0x34
Call Trace:
[<80123456>] foo_bar+0x12/0x34`,
  ],
  [
    "Oops: Kernel bug detected in foo_bar",
    `
Kernel bug detected[#1]:
CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1
epc   : 80123456 foo_bar+0x12/0x34
ra    : 80123400 foo_baz+0x12/0x34
Call Trace:
[<80123456>] foo_bar+0x12/0x34`,
  ],
  // loongarch
  [
    "BUG: unable to handle kernel paging request in foo_bar",
    `
CPU 1 Unable to handle kernel paging request at virtual address 0000000000000000, era == 9000000000223460, ra == 9000000000223460
Oops[#1]:
CPU: 1 PID: 1234 Comm: foo Not tainted 6.6.0 #1
pc 9000000000223460 ra 9000000000223460 tp 9000000101000000 sp 9000000101003c80
   ra: 9000000000223460 foo_baz+0x12/0x34
  ERA: 9000000000223460 foo_bar+0x12/0x34
 CRMD: 000000b0 (PLV0 -IE -DA +PG DACF=CC DACM=CC -WE)
Call Trace:
[<9000000000223460>] foo_bar+0x12/0x34
[<9000000000223460>] foo_baz+0x12/0x34
---[ end trace 0000000000000000 ]---`,
  ],
  // powerpc
  [
    "BUG: unable to handle kernel data access in foo_bar",
    `
BUG: Unable to handle kernel data access on read at 0x6b6b6b6b6b6b6b6b
Faulting instruction address: 0xc000000000123456
Oops: Kernel access of bad area, sig: 11 [#1]
LE PAGE_SIZE=64K MMU=Radix SMP NR_CPUS=2048 NUMA pSeries
Modules linked in:
CPU: 5 PID: 123 Comm: foo Not tainted 6.6.0 #1
NIP:  c000000000123456 LR: c000000000123400 CTR: 0000000000000000
REGS: c000000001234560 TRAP: 0380   Not tainted  (6.6.0)
MSR:  8000000000009033 <SF,EE,ME,IR,DR,RI,LE>  CR: 24004242  XER: 00000000
CFAR: c000000000123450 IRQMASK: 0 
GPR00: c000000000123400 c000000001234800 c000000001234000 6b6b6b6b6b6b6b6b 
NIP [c000000000123456] foo_bar+0x12/0x34
LR [c000000000123400] foo_baz+0x12/0x34
Call Trace:
[c000000001234800] [c000000000123400] foo_baz+0x12/0x34 (unreliable)
[c000000001234800] [c000000000123400] system_call_exception+0x12/0x34
[c000000001234800] [c000000000123400] system_call_common+0x12/0x34
Code: 38210060 e8010010
---[ end trace 0000000000000000 ]---`,
  ],
  [
    "kernel BUG in foo_bar",
    `
------------[ cut here ]------------
kernel BUG at mm/foo.c:12!
Oops: Exception in kernel mode, sig: 5 [#1]
LE PAGE_SIZE=64K MMU=Radix SMP NR_CPUS=2048 NUMA pSeries
Modules linked in:
CPU: 5 PID: 123 Comm: foo Not tainted 6.6.0 #1
NIP:  c000000000123456 LR: c000000000123400 CTR: 0000000000000000
NIP [c000000000123456] foo_bar+0x12/0x34
LR [c000000000123400] foo_baz+0x12/0x34
Call Trace:
[c000000001234800] [c000000000123400] foo_baz+0x12/0x34
---[ end trace 0000000000000000 ]---`,
  ],
  [
    "WARNING in foo_bar",
    `
------------[ cut here ]------------
WARNING: CPU: 0 PID: 1 at arch/powerpc/kernel/foo.c:12 foo_bar+0x12/0x34
Modules linked in:
CPU: 0 PID: 1 Comm: swapper/0 Not tainted 6.6.0 #1
NIP:  c000000000123456 LR: c000000000123400 CTR: 0000000000000000
REGS: c000000001234560 TRAP: 0700   Not tainted  (6.6.0)
NIP [c000000000123456] foo_bar+0x12/0x34
LR [c000000000123400] foo_baz+0x12/0x34
Call Trace:
[c000000001234800] [c000000000123400] foo_baz+0x12/0x34 (unreliable)
Instruction dump:
60000000 60000000 
irq event stamp: 0
---[ end trace 0000000000000000 ]---`,
  ],
  [
    "BUG: soft lockup in foo_loop",
    `
watchdog: BUG: soft lockup - CPU#3 stuck for 23s! [foo:1234]
Modules linked in:
CPU: 3 PID: 1234 Comm: foo Not tainted 6.6.0 #1
NIP:  c000000000123456 LR: c000000000123400 CTR: 0000000000000000
NIP [c000000000123456] foo_loop+0x12/0x34
LR [c000000000123400] foo_baz+0x12/0x34
Call Trace:
[c000000001234800] [c000000000123400] foo_baz+0x12/0x34 (unreliable)
[c000000001234800] [c000000000123400] foo_loop+0x12/0x34
[c000000001234800] [c000000000123400] kthread+0x12/0x34
[c000000001234800] [c000000000123400] ret_from_kernel_user_thread+0x14/0x1c`,
  ],
  [
    "BUG: hard lockup in foo_loop",
    `
watchdog: CPU 2 self-detected hard LOCKUP @ foo_loop+0x12/0x34
watchdog: CPU 2 TB:123456789, last heartbeat TB:123456700 (12345ms ago)
Modules linked in:
CPU: 2 PID: 1234 Comm: foo Not tainted 6.6.0 #1
NIP:  c000000000123456 LR: c000000000123400 CTR: 0000000000000000
NIP [c000000000123456] foo_loop+0x12/0x34
LR [c000000000123400] foo_baz+0x12/0x34
Call Trace:
[c000000001234800] [c000000000123400] foo_loop+0x12/0x34
[c000000001234800] [c000000000123400] kthread+0x12/0x34`,
  ],
  // s390
  [
    "BUG: unable to handle kernel pointer dereference in foo_bar",
    `
Unable to handle kernel pointer dereference in virtual kernel address space
Failing address: 6b6b6b6b6b6b6000 TEID: 6b6b6b6b6b6b6803
Fault in home space mode while using kernel ASCE.
AS:0000000001234007 R3:0000000000000024 
Oops: 0038 ilc:2 [#1] PREEMPT SMP 
Modules linked in:
CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1
Hardware name: IBM 8561 T01 701 (KVM/Linux)
Krnl PSW : 0704e00180000000 0000000000123456 (foo_bar+0x12/0x34)
           R:0 T:1 IO:1 EX:1 Key:0 M:1 W:0 P:0 AS:3 CC:2 PM:0 RI:0 EA:3
Krnl GPRS: 0000000000000000 0000000000000000 0000000000000000 0000000000000000
Krnl Code: 0000000000123450: e310f0a00004	lg	%r1,160(%r15)
Call Trace:
 [<0000000000123456>] foo_bar+0x12/0x34 
 [<0000000000123456>] foo_baz+0x12/0x34 
INFO: lockdep is turned off.
Last Breaking-Event-Address:
 [<0000000000123456>] foo_baz+0x12/0x34
---[ end trace 0000000000000000 ]---
Kernel panic - not syncing: Fatal exception: panic_on_oops`,
  ],
  [
    "kernel BUG in foo_bar",
    `
------------[ cut here ]------------
kernel BUG at kernel/foo.c:12!
monitor event: 0040 ilc:2 [#1] PREEMPT SMP 
Modules linked in:
CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1
Krnl PSW : 0704e00180000000 0000000000123456 (foo_bar+0x12/0x34)
Call Trace:
 [<0000000000123456>] foo_bar+0x12/0x34 
Last Breaking-Event-Address:
 [<0000000000123456>] foo_baz+0x12/0x34
---[ end trace 0000000000000000 ]---`,
  ],
  [
    "illegal operation in foo_bar",
    `
illegal operation: 0001 ilc:1 [#1] PREEMPT SMP 
Modules linked in:
CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1
Krnl PSW : 0704e00180000000 0000000000123456 (foo_bar+0x12/0x34)
Call Trace:
 [<0000000000123456>] foo_bar+0x12/0x34 
---[ end trace 0000000000000000 ]---`,
  ],
  [
    "addressing exception in foo_bar",
    `
addressing exception: 0005 ilc:3 [#1] SMP 
Modules linked in:
CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1
Krnl PSW : 0704e00180000000 0000000000123456 (foo_bar+0x12/0x34)
Call Trace:
 [<0000000000123456>] foo_bar+0x12/0x34 
---[ end trace 0000000000000000 ]---`,
  ],
  // arm
  [
    "BUG: unable to handle kernel paging request in foo_bar",
    `
8<--- cut here ---
Unable to handle kernel paging request at virtual address 6b6b6b6b when read
[6b6b6b6b] *pgd=00000000
Internal error: Oops: 5 [#1] PREEMPT SMP ARM
Modules linked in:
CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1
Hardware name: ARM-Versatile Express
PC is at foo_bar+0x12/0x34
LR is at foo_baz+0x12/0x34
pc : [<80123456>]    lr : [<80123400>]    psr: 60000013
sp : df8d1e98  ip : 00000000  fp : df8d1ecc
r10: 00000000  r9 : 82a04000  r8 : 00000000
Flags: nZCv  IRQs on  FIQs on  Mode SVC_32  ISA ARM  Segment user
Control: 30c5387d  Table: 80003000  DAC: 00000000
Register r0 information: NULL pointer
Register r1 information: slab kmalloc-64 start 83123456 pointer offset 0 size 64
Process foo (pid: 1234, stack limit = 0xdf8d0000)
Stack: (0xdf8d1e98 to 0xdf8d2000)
1e80:                                                       00000000 00000000
Call trace: 
[<80123400>] (foo_bar) from [<80123456>] (foo_baz+0x12/0x34)
 r10:82a04000 r9:80003000
[<80123400>] (foo_baz) from [<80123456>] (kthread+0x12/0x34)
Exception stack(0xdf8d1fb0 to 0xdf8d1ff8)
Code: e1a0c00d e92dd800
---[ end trace 0000000000000000 ]---`,
  ],
  [
    "Internal error in foo_bar",
    `
Internal error: Oops - undefined instruction: 0 [#1] SMP ARM
Modules linked in:
CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1
PC is at foo_bar+0x12/0x34
LR is at foo_baz+0x12/0x34
pc : [<80123456>]    lr : [<80123400>]    psr: 60000013
Call trace: 
 foo_bar from foo_baz+0x12/0x34
---[ end trace 0000000000000000 ]---`,
  ],
  [
    "WARNING in foo_bar",
    `
------------[ cut here ]------------
WARNING: CPU: 0 PID: 1 at kernel/foo.c:12 foo_bar+0x12/0x34
Modules linked in:
CPU: 0 PID: 1 Comm: swapper/0 Not tainted 6.6.0 #1
Hardware name: ARM-Versatile Express
Backtrace: 
[<80123456>] (dump_backtrace) from [<80123456>] (show_stack+0x20/0x24)
 r7:00000000 r6:60000013
[<80123456>] (show_stack) from [<80123456>] (dump_stack_lvl+0x5c/0x70)
[<80123456>] (__warn) from [<80123456>] (warn_slowpath_fmt+0x12/0x34)
[<80123456>] (warn_slowpath_fmt) from [<80123456>] (foo_bar+0x12/0x34)
---[ end trace 0000000000000000 ]---`,
  ],
  // arm64
  [
    "Internal error in foo_bar",
    `
Internal error: Oops - Undefined instruction: 0000000002000000 [#1] SMP
Modules linked in:
CPU: 1 UID: 0 PID: 123 Comm: foo Not tainted 6.12.0 #1
pc : foo_bar+0x12/0x34
lr : foo_baz+0x12/0x34
Call trace:
 foo_bar+0x12/0x34
---[ end trace 0000000000000000 ]---`,
  ],
  [
    "kernel panic: Asynchronous SError Interrupt",
    `
SError Interrupt on CPU1, code 0x00000000bf000002 -- SError
CPU: 1 PID: 123 Comm: foo Not tainted 6.6.0 #1
Hardware name: linux,dummy-virt (DT)
pstate: 20400005 (nzCv daif +PAN -UAO -TCO -DIT -SSBS BTYPE=--)
pc : foo_bar+0x12/0x34
lr : foo_baz+0x12/0x34
Kernel panic - not syncing: Asynchronous SError Interrupt
CPU: 1 PID: 123 Comm: foo Not tainted 6.6.0 #1
Call trace:
 dump_backtrace+0x12/0x34
 panic+0x12/0x34
 nmi_panic+0x12/0x34
 arm64_serror_panic+0x12/0x34`,
  ],
  [
    "kernel stack overflow in foo_bar",
    `
Insufficient stack space to handle exception!
ESR: 0x0000000096000047 -- DABT (current EL)
FAR: 0xffff800081237ff0
Task stack:     [0xffff800081238000..0xffff80008123c000]
IRQ stack:      [0xffff800080000000..0xffff800080004000]
Overflow stack: [0xffff00007fbd12b0..0xffff00007fbd22b0]
CPU: 1 PID: 123 Comm: foo Not tainted 6.6.0 #1
pc : foo_bar+0x12/0x34
lr : foo_bar+0x12/0x34
Kernel panic - not syncing: kernel stack overflow
Call trace:
 panic+0x12/0x34
 handle_bad_stack+0x12/0x34
 foo_bar+0x12/0x34`,
  ],
  [
    "KASAN: slab-use-after-free Read in foo_bar",
    `
==================================================================
BUG: KASAN: slab-use-after-free in foo_bar+0x12/0x34
Read at addr f7ff000012345678 by task foo/1234
Pointer tag: [f7], memory tag: [fe]

CPU: 1 PID: 123 Comm: foo Not tainted 6.6.0 #1
Call trace:
 dump_backtrace+0x94/0xec
 show_stack+0x18/0x24
 dump_stack_lvl+0x48/0x60
 print_report+0x108/0x618
 kasan_report+0x88/0xac
 foo_bar+0x12/0x34
==================================================================`,
  ],
  [
    "KASAN: invalid-access Read in foo_bar",
    `
==================================================================
BUG: KASAN: invalid-access in foo_bar+0x12/0x34
Read of size 8 at addr f7ff000012345678 by task foo/1234
Pointer tag: [f7], memory tag: [fe]

CPU: 1 PID: 123 Comm: foo Not tainted 6.6.0 #1
Call trace:
 foo_bar+0x12/0x34
==================================================================`,
  ],
  // i386
  [
    "BUG: unable to handle kernel paging request in foo_bar",
    `
BUG: unable to handle page fault for address: 6b6b6b6b
#PF: supervisor read access in kernel mode
#PF: error_code(0x0000) - not-present page
*pde = 00000000 
Oops: 0000 [#1] PREEMPT SMP
CPU: 0 PID: 1234 Comm: foo Not tainted 6.6.0 #1
EIP: foo_bar+0x12/0x34
Code: 89 e5
EAX: 00000000 EBX: c1a2b3c4 ECX: 00000000 EDX: 00000000
ESI: 00000000 EDI: 00000000 EBP: c1234f00 ESP: c1234ef0
DS: 007b ES: 007b FS: 00d8 GS: 0000 SS: 0068 EFLAGS: 00010246
CR0: 80050033 CR2: 6b6b6b6b CR3: 01234000 CR4: 00000690
Call Trace:
 ? foo_qux+0x1/0x2
 foo_baz+0x12/0x34
 entry_INT80_32+0xf0/0xf0
EIP: 0xb7f12345
Modules linked in:
CR2: 000000006b6b6b6b
---[ end trace 0000000000000000 ]---`,
  ],
];
