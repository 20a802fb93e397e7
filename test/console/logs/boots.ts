/** Consoles of machines that are well, with what alarms only at first sight. Composed from the sources' formats. */
export const boots: Readonly<Record<string, string>> = {
  x86: `Linux version 6.12.57+deb13-amd64 (debian-kernel@lists.debian.org) (x86_64-linux-gnu-gcc-14 (Debian 14.2.0-19) 14.2.0, GNU ld (GNU Binutils for Debian) 2.44) #1 SMP PREEMPT_DYNAMIC Debian 6.12.57-1 (2025-11-05)
Command line: BOOT_IMAGE=/boot/vmlinuz root=/dev/sda1 ro console=ttyS0 panic=30 softlockup_panic=1 hung_task_panic=1
BIOS-provided physical RAM map:
BIOS-e820: [mem 0x0000000000000000-0x000000000009fbff] usable
NX (Execute Disable) protection: active
DMI: QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16.3-debian-1.16.3-2 04/01/2014
tsc: Fast TSC calibration failed
tsc: Unable to calibrate against PIT
ACPI: Early table checksum verification disabled
ACPI BIOS Error (bug): Could not resolve symbol [\\_SB.PCI0.XHC.RHUB.HS11], AE_NOT_FOUND (20240827/dswload2-162)
ACPI Error: AE_NOT_FOUND, During name lookup/catalog (20240827/psobject-220)
ACPI: Skipping parse of AML opcode: OpcodeName unavailable (0x0010)
ACPI Warning: SystemIO range 0x0000000000001828-0x000000000000182F conflicts with OpRegion 0x0000000000001800-0x000000000000187F (\\PMIO) (20240827/utaddress-204)
ACPI: If an ACPI driver is available for this device, you should use it instead of the native driver
[Firmware Bug]: cpu 0, invalid threshold interrupt offset 1 for bank 4, block 0 (MSR00000413=0xd000000001000000)
[Firmware Bug]: HEST: Table contents overflow for hardware error source: 2.
[Firmware Warn]: GHES: Poll interval is 0 for generic hardware error source: 1, disabled.
mce: [Hardware Error]: Machine check events logged
mce: [Hardware Error]: CPU 2: Machine Check: 0 Bank 5: bea0000000000108
MDS: Vulnerable: Clear CPU buffers attempted, no microcode
Spectre V2 : WARNING: Unprivileged eBPF is enabled with eIBRS on, data leaks possible via Spectre v2 BHB attacks!
RETBleed: WARNING: Spectre v2 mitigation leaves CPU vulnerable to RETBleed attacks, data leaks possible!
TAA CPU bug present and SMT on, data leak possible. See https://www.kernel.org/doc/html/latest/admin-guide/hw-vuln/tsx_async_abort.html for more details.
L1TF CPU bug present and SMT on, data leak possible. See CVE-2018-3646 and https://www.kernel.org/doc/html/latest/admin-guide/hw-vuln/l1tf.html for details.
x86/CPU: Running as a guest
SRSO: WARNING: kernel not compiled with MITIGATION_SRSO.
x86/mm: Checked W+X mappings: passed, no W+X pages found.
rcu: Preemptible hierarchical RCU implementation.
rcu: 	RCU event tracing is enabled.
rcu: 	RCU restricting CPUs from NR_CPUS=8192 to nr_cpu_ids=2.
rcu: 	RCU priority boosting: priority 2 delay 500 ms.
rcu: 	RCU debug extended QS entry/exit.
rcu: RCU calculated value of scheduler-enlistment delay is 25 jiffies.
rcu: Hierarchical SRCU implementation.
rcu: Max phase no-delay instances is 400.
Console: colour dummy device 80x25
Lock dependency validator: Copyright (c) 2006 Red Hat, Inc., Ingo Molnar
... MAX_LOCKDEP_SUBCLASSES:  8
... MAX_LOCK_DEPTH:          48
... MAX_LOCKDEP_KEYS:        8192
 memory used by lock dependency info: 6365 kB
------------------------
| Locking API testsuite:
----------------------------------------------------------------------------
                                 | spin |wlock |rlock |mutex | wsem | rsem |rtmutex
  --------------------------------------------------------------------------
                     A-A deadlock:  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |
                 A-B-B-A deadlock:  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |
                    double unlock:  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |
                  initialize held:  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |
  --------------------------------------------------------------------------
              recursive read-lock:             |  ok  |             |  ok  |
-------------------------------------------------------
Good, all 370 testcases passed! |
---------------------------------
 
kmemleak: Kernel memory leak detector initialized (mem pool available: 15000)
kmemleak: Automatic memory scanning thread started
kmemleak: 2 new suspected memory leaks (see /sys/kernel/debug/kmemleak)
clocksource: timekeeping watchdog on CPU1: Marking clocksource 'tsc' as unstable because the skew is too large:
clocksource:                       'hpet' wd_nsec: 503901312 wd_now: 6c3ad0d wd_last: 6517a52 mask: ffffffff
clocksource:                       'tsc' cs_nsec: 503899000 cs_now: 8a2b7b4d7 cs_last: 83ab2a8c5 mask: ffffffffffffffff
tsc: Marking TSC unstable due to clocksource watchdog
TSC found unstable after boot, most likely due to broken BIOS. Use 'tsc=unstable'.
pci 0000:00:1f.0: quirk: [io  0x0600-0x067f] claimed by ICH6 ACPI/GPIO/TCO
pci 0000:00:00.0: BAR 0: can't assign mem (bogus alignment)
ata1.00: failed command: READ FPDMA QUEUED
ata1: hard resetting link
EXT4-fs (sda1): mounted filesystem with ordered data mode. Quota mode: none.
EXT4-fs warning (device sda1): ext4_dirblock_csum_verify:405: inode #2: comm ls: No space for directory leaf checksum. Please run e2fsck -D.
systemd[1]: Detected virtualization kvm.
systemd[1]: /lib/systemd/system/foo.service:10: Unit configured to use KillMode=none. This is unsafe, as it disables systemd's process lifecycle management.
systemd[1]: Starting kdump-tools.service - Kernel crash dump capture service...
systemd[1]: Finished Load Kernel Module drm. 
[  OK  ] Started Kernel panic reporter.
[FAILED] Failed to start Load Kernel Modules.
hrtimer: interrupt took 12345678 ns
INFO: NMI handler (perf_event_nmi_handler) took too long to run: 2.345 msecs
perf: interrupt took too long (3134 > 3128), lowering kernel.perf_event_max_sample_rate to 63000
workqueue: blk_mq_run_work_fn hogged CPU for >10000us 4 times, consider switching to WQ_UNBOUND
rcu: rcu_torture_writer: something
sched: DL replenish lagged too much
sched: RT throttling activated
CPU: 1 UID: 0 PID: 12 Comm: foo 
oom_reaper: reaped process 1234 (stress), now anon-rss:0kB, file-rss:0kB, shmem-rss:0kB
debugfs: Directory 'loop0' with parent 'block' already present!
reboot: Power down`,
  arm64: `Booting Linux on physical CPU 0x0000000000 [0x411fd070]
Linux version 6.12.0-rc1 (tuxmake@tuxmake) (aarch64-linux-gnu-gcc (Debian 13.2.0-12) 13.2.0) #1 SMP PREEMPT @1700000000
KASLR disabled due to lack of seed
Machine model: linux,dummy-virt
efi: UEFI not found.
NUMA: No NUMA configuration found
psci: probing for conduit method from DT.
psci: PSCIv1.1 detected in firmware.
CPU features: detected: Spectre-v2
CPU features: kernel page table isolation forced ON by KASLR
GICv3: GIC: Using split EOI/Deactivate mode
arch_timer: WARNING: Invalid trigger for IRQ4, assuming level low
arch_timer: WARNING: Please fix your firmware
arm-pv: using stolen time PV
kvm [1]: HYP mode not available
hw perfevents: enabled with armv8_pmuv3 PMU driver, 7 counters available
Initialise system trusted keyrings
watchdog: Hard watchdog permanently disabled
SError recovery not enabled
pl061_gpio 9030000.pl061: PL061 GPIO chip registered
Serial: AMBA PL011 UART driver
random: crng init done
bad mode: unused string of a driver module
clk: Disabling unused clocks
Warning: unable to open an initial console.
Run /init as init process
Freeing unused kernel memory: 7808K
Kernel memory protection disabled.
smsc911x: Unexpected chip revision 0x1234
dwmmc_rockchip fe320000.mmc: Unexpected interrupt latency
usb 1-1: Unexpected descriptor
Unexpected IRQ count of a device: fine
rockchip-pcie f8000000.pcie: Unhandled quirk 3
Unhandled fault policy: ignore`,
  ppc64: `Linux version 6.12.0 (buildd@ppc64el) (powerpc64le-linux-gnu-gcc) #1 SMP
printk: legacy bootconsole [udbg0] enabled
radix-mmu: Page sizes from device-tree:
Using pSeries machine description
rfi-flush: fallback displacement flush available
count-cache-flush: hardware flush enabled.
stf-barrier: hwsync barrier available
lpar: H_BLOCK_REMOVE supports base psize:0 psize:0 block size:8
pseries-hotplug-cpu: Failed to acquire DRC, rc: -16, drc index: 10000003
WARNING: nothing to see: userspace text
WARN: stray
Kernel attempted to execute user page (1000) - exploit attempt? (uid: 0)
init[1]: segfault (11) at 0 nip 0 lr 0 code 1
foo[123]: bad frame in setup_rt_frame: 00000000
audit: initializing netlink subsys (disabled)
PCI: CLS 0 bytes, default 128
IBM eBus Device Driver
EEH: pSeries platform initialized
ftrace: allocating 40000 entries in 12 pages
drmem: 32 LMB(s)
Fixed: sysfs WARNING_COUNT is 3`,
  s390: `Linux version 6.12.0 (mockbuild@s390x) #1 SMP
setup: Linux is running under KVM in 64-bit mode
setup: The maximum memory size is 2048MB
cpu: 2 configured CPUs, 0 standby CPUs
numa: NUMA mode: plain
Write protected kernel read-only data: 20480k
cio: Channel measurement facility initialized using format extended (mode autodetected)
appldata: something
User process fault: interruption code 003b ilc:2 in foo[10000+1000]
Failing address: 0000000000000000 TEID: 0000000000000800
Fault in primary space mode while using user ASCE.
AS:00000000abcdef07 R3:0000000000000024 
CPU: 0 PID: 123 Comm: foo Not tainted 6.12.0 #1
Hardware name: IBM 8561 T01 701 (KVM/Linux)
User PSW : 0705000180000000 000000000010012a
           R:0 T:1 IO:1 EX:1 Key:0 M:1 W:0 P:1 AS:0 CC:0 PM:0 RI:0 EA:3
User GPRS: 0000000000000000 0000000000000000 0000000000000000 0000000000000000
User Code: 000000000010011e: a7f40001 brc 15,100120
Last Breaking-Event-Address:
 [<0000000000100120>] 0x100120
illegal operation: instruction emulation self-test passed`,
  riscv: `Linux version 6.12.0 (riscv64-linux-gnu-gcc) #1 SMP
Machine model: riscv-virtio,qemu
SBI specification v2.0 detected
SBI implementation ID=0x1 Version=0x10004
riscv: base ISA extensions acdfhim
foo[123]: unhandled signal 11 code 0x1 at 0x0000000000000000 in foo[10000+1000]
CPU: 1 UID: 0 PID: 123 Comm: foo Not tainted 6.12.0 #1
Hardware name: riscv-virtio,qemu (DT)
epc : 0000000000010123 ra : 0000000000010111 sp : 00007fffe0000000
status: 0000000200000020 badaddr: 0000000000000000 cause: 000000000000000d
riscv-plic c000000.plic: mapped 96 interrupts`,
  torture: `Linux version 6.12.0 (root@host) (gcc) #12 SMP PREEMPT
Kernel command line: debug_boot_weak_hash panic=-1 selinux=0 initcall_debug debug console=ttyS0 rcutorture.n_barrier_cbs=4 rcupdate.rcu_cpu_stall_suppress_at_boot=1 torture.disable_onoff_at_boot rcutorture.onoff_interval=200 rcutorture.shutdown_secs=60 rcutorture.verbose=1
Unknown kernel command line parameters "debug_boot_weak_hash", will be passed to user space.
**********************************************************
**   NOTICE NOTICE NOTICE NOTICE NOTICE NOTICE NOTICE   **
** This system shows unhashed kernel memory addresses   **
** If you see this message and you are not debugging    **
initcall bug_debug_init+0x0/0x20 returned 0 after 3 usecs
calling  panic_on_taint_init+0x0/0x20 @ 1
initcall rcu_verify_early_boot_tests+0x0/0x40 returned 0 after 0 usecs
Running RCU self tests
rcu: 	RCU callback double-/use-after-free debug is enabled.
rcu-torture:--- Start of test: nreaders=3 nfakewriters=4 stat_interval=15 verbose=1 test_no_idle_hz=1 shuffle_interval=3 stutter=5 irqreader=1 fqs_duration=0 fqs_holdoff=0 fqs_stutter=3 test_boost=1/0 test_boost_interval=7 test_boost_duration=4 shutdown_secs=60 stall_cpu=0 stall_cpu_holdoff=10 stall_cpu_irqsoff=0 stall_cpu_block=0 stall_cpu_repeat=0 n_barrier_cbs=4 onoff_interval=200 onoff_holdoff=30 read_exit_delay=13 read_exit_burst=16 nocbs_nthreads=0 nocbs_toggle=1000 test_nmis=0 preempt_duration=0 preempt_interval=1000
rcu_torture_write_types: Testing conditional GPs.
rcu_torture_write_types: gp_poll_exp_full without primitives.
rcu:  Start-test grace-period state: g-1199 f0x0
rcu_torture_fwd_prog_nr: Starting forward-progress test 0
rcu_torture_fwd_prog_nr: tested 42 tested_tries 42
rcu-torture: rcu_torture_boost is stopping
rcu-torture: torture_onoff task: offlining 1
smpboot: CPU 1 is now offline
rcu-torture: torture_onoff task: offline 1 failed: errno -16
rcu-torture: torture_onoff task: onlined 1
smpboot: Booting Node 0 Processor 1 APIC 0x1
kvm-clock: cpu 1, msr 1a2b3c
rcu-torture: rtc: 00000000e4e5451c ver: 1234 tfle: 0 rta: 1234 rtaf: 0 rtf: 1225 rtmbe: 0 rtmbkf: 0/123 rtbe: 0 rtbke: 0 rtbf: 0 rtb: 0 nt: 90 onoff: 1/1:1/1 3,40:2,30 1:1 (HZ=1000) barrier: 1/1:0 read-exits: 32 nocb-toggles: 0:0
rcu-torture: Reader Pipe:  123456 12 0 0 0 0 0 0 0 0 0
rcu-torture: Reader Batch:  123456 12 0 0 0 0 0 0 0 0 0
rcu-torture: Free-Block Circulation:  1233 1232 1231 1230 1229 1228 1227 1226 1225 1224 0
rcu_torture_fwd_prog: Callback-invocation histogram 0 (duration 234 jiffies): 1s/10: 2345:5 2s/10: 12345:6
rcu_torture_fwd_prog_cr Duration 12 barrier: 1 pending 0 n_launders: 50 n_launders_sa: 10 n_max_gps: 5 n_max_cbs: 50 cver 1 gps 3 #online 2
mem_dump_obj() slab test: rcu_torture_stats = ffff888012345678, &rhp = ffffc90000123456, rhp = ffff888012345678, &z = ffffffff81234567
mem_dump_obj(ZERO_SIZE_PTR): zero-size pointer
mem_dump_obj(NULL): NULL pointer
mem_dump_obj(ffff888012345678): slab kmalloc-64 start ffff888012345678 pointer offset 0 size 64
rcu_torture_cleanup: Invoking rcu_barrier+0x0/0x2d0().
rcu:  End-test grace-period state: g12345 f0x0 total-gps=3456
rcu_torture_cleanup: duplicated callback was invoked.
rcu-torture:--- End of test: SUCCESS: nreaders=3 nfakewriters=4
reboot: Power down`,
  sysrq: `sysrq: Show State
task:systemd         state:S stack:0     pid:1     tgid:1     ppid:0      flags:0x00000002
Call Trace:
 <TASK>
 __schedule+0x3e5/0xb50
 schedule+0x27/0xf0
 do_epoll_wait+0x5e1/0x7b0
 __x64_sys_epoll_wait+0x6e/0x110
 do_syscall_64+0x82/0x190
 entry_SYSCALL_64_after_hwframe+0x76/0x7e
RIP: 0033:0x7f1234567890
RSP: 002b:00007ffe12345678 EFLAGS: 00000293 ORIG_RAX: 00000000000000e8
 </TASK>
sysrq: Show Locks Held

Showing all locks held in the system:
1 lock held by login/123:
 #0: ffff888012345678 (&tty->ldisc_sem){++++}-{0:0}, at: tty_ldisc_ref_wait+0x24/0x50

=============================================

sysrq: Show backtrace of all active CPUs
NMI backtrace for cpu 0
CPU: 0 UID: 0 PID: 0 Comm: swapper/0 Not tainted 6.12.0 #1
RIP: 0010:default_idle+0xf/0x20
Call Trace:
 <TASK>
 default_idle_call+0x30/0x100
 do_idle+0x1fd/0x240
 </TASK>
kworker/0:1: page allocation failure: order:4, mode:0x40dc0(GFP_KERNEL|__GFP_COMP|__GFP_ZERO), nodemask=(null),cpuset=/,mems_allowed=0
CPU: 0 UID: 0 PID: 12 Comm: kworker/0:1 Not tainted 6.12.0 #1
Call Trace:
 <TASK>
 dump_stack_lvl+0x5d/0x80
 warn_alloc+0x165/0x1e0
 __alloc_pages_slowpath.constprop.0+0xd9c/0xe30
 </TASK>
Mem-Info:
active_anon:123 inactive_anon:456 isolated_anon:0`,
  kunit: `KTAP version 1
1..3
    KTAP version 1
    # Subtest: kasan
    # module: kasan_test
    1..2
    ok 1 kmalloc_oob_right
    ok 2 kmalloc_uaf
# kasan: pass:2 fail:0 skip:0 total:2
ok 1 kasan
    # Subtest: list_sort
    # lib/test BUG: nothing here
ok 2 list-kunit-test
# Totals: pass:2 fail:0 skip:0 total:2
test_bug_handling: module loaded
bugtracker: BUG count 0
modprobe: FATAL: Module BUG not found in directory /lib/modules/6.12.0
lkdtm: No crash points registered, enable through debugfs
KASAN is enabled in this kernel build
loaded module warning_test
Testing tracer nop: PASSED
Testing tracer hwlat: PASSED
Testing event rcu_stall_warning: OK
Testing event system rcu: OK
Testing event hung_task: OK
Testing dynamic ftrace: PASSED
trace_kprobe: Could not probe notrace function foo
initcall init_hung_task+0x0/0x10 returned 0
calling  lockup_detector_init+0x0/0x100 @ 1
NMI watchdog: Enabled. Permanently consumes one hw-PMU counter.
NMI testsuite:
--------------------
  remote IPI:  ok  |
   local IPI:  ok  |
--------------------
Good, all   2 testcases passed! |
test_printf: loaded.
test_printf: all 388 tests passed
test_bitmap: all 6550 tests passed
rbtree testing -> test 1 (latency of nnodes insert+delete): 1234 cycles
atomic64_test: passed for x86-64 platform with CX8 and with SSE
Testing concurrent rhashtable access from 10 threads`,
  user: `foo[123]: segfault at 0 ip 000055 sp 00007 error 6 in foo[55000+1000] likely on CPU 1 (core 1, socket 0)
Code: Unable to access opcode bytes at 0x55.
traps: foo[123] general protection fault ip:7f12 sp:7ffd error:0 in libc.so.6[7f12+1000]
traps: foo[123] trap invalid opcode ip:401136 sp:7ffd error:0 in foo[401000+1000]
traps: foo[123] trap int3 ip:401136 sp:7ffd error:0 in foo[401000+1000]
foo[123]: unhandled exception: ESR 0x0000000092000047
foo (123): drop_caches: 3
foo: page fault WARNING level normal
python3: WARNING: Retrying (Retry(total=4)) after connection broken
pip: WARNING: Running pip as the 'root' user can result in broken permissions
WARNING: apt does not have a stable CLI interface. Use with caution in scripts.
WARNING: Image format was not specified for 'disk.img' and probing guessed raw.
         Automatically detecting the format is dangerous for raw images, write operations on block 0 will be restricted.
WARNING: can't open config file: /etc/ssl/openssl.cnf
ERROR: modprobe failed
INFO: starting test suite 123
INFO: task runner ready
Oops, something went wrong in the script
systemd-coredump[123]: Process 12 (foo) of user 0 dumped core.
kernel panic tests were skipped
dmesg: WARNING count 0, BUG count 0, Oops count 0`,
};
