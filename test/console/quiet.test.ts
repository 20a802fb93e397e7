import { expect, test } from "vitest";
import { ConsoleAnalyzer } from "../../src/console/analyzer.ts";

/**
 * Messages of healthy kernels and of programs that contain alarming words. Formats from the kernel's sources.
 */
const harmless = [
  "Linux version 6.12.0 (root@host) (gcc (Debian 12.2.0) 12.2.0) #1 SMP PREEMPT_DYNAMIC",
  "Command line: console=ttyS0 panic=-1 oops=panic panic_on_warn=1",
  "[Firmware Bug]: TSC doesn't count with P0 frequency!",
  "ACPI BIOS Warning (bug): Optional FADT field Pm2ControlBlock has valid Length but zero Address",
  "ACPI BIOS Error (bug): Could not resolve symbol [\\_SB.PCI0], AE_NOT_FOUND (20240827/dswload2-162)",
  "**   NOTICE NOTICE NOTICE NOTICE NOTICE NOTICE NOTICE   **",
  "** This means that this is a DEBUG kernel and it is     **",
  "** unsafe for production use.                           **",
  "WARNING: Spectre v2 mitigation leaves CPU vulnerable to RETBleed attacks, data leaks possible!",
  "MDS CPU bug present and SMT on, data leak possible. See https://www.kernel.org/doc/",
  "x86/cpu: SGX disabled, BUG bits cleared",
  "tsc: Marking TSC unstable due to check_tsc_sync_source failed",
  "clocksource: timekeeping watchdog on CPU1: Marking clocksource 'tsc' as unstable because the skew is too large:",
  "Running RCU self tests",
  "Running RCU synchronous self tests",
  "rcu: \tRCU lockdep checking is enabled.",
  "Lock dependency validator: Copyright (c) 2006 Red Hat, Inc., Ingo Molnar",
  "... MAX_LOCKDEP_CHAINS:      65536",
  "| Locking API testsuite:",
  "----------------------------------------------------------------------------",
  "                                 | spin |wlock |rlock |mutex | wsem | rsem |rtmutex",
  "                     A-A deadlock:  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |",
  "                 double unlock:  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |  ok  |",
  "Good, all 261 testcases passed! |",
  "debug_vm_pgtable: [debug_vm_pgtable         ]: Validating architecture page table helpers",
  "ODEBUG: selftest passed",
  "kmemleak: Kernel memory leak detector initialized (mem pool available: 15679)",
  "kfence: initialized - using 2097152 bytes for 255 objects at 0x(____ptrval____)-0x(____ptrval____)",
  "kasan: KernelAddressSanitizer initialized (generic)",
  "kcsan: enabled early",
  "watchdog: Delayed init of the lockup detector failed: -19",
  "NMI watchdog: Perf NMI watchdog permanently disabled",
  "Warning: unable to open an initial console.",
  "Warning: Processor Platform Limit event detected, but not handled.",
  "Warning: Failed to add ttynull console. No stdin, stdout, and stderr for the init process!",
  "process 'syz-executor' launched '/dev/null' with NULL argv: empty string added",
  "syz-executor[5050]: segfault at 0 ip 00007f0000000000 sp 00007f0000000000 error 4 in libc.so[1000]",
  "traps: syz-executor.0[5051] general protection fault ip:4123ab sp:7f00000 error:0 in syz-executor.0[400000+88000]",
  "traps: syz-executor.0[5051] trap divide error ip:4123ab sp:7f00000 error:0 in syz-executor.0[400000+88000]",
  "FAULT_INJECTION: forcing a failure.",
  "name failslab, interval 1, probability 0, space 0, times 1",
  "INFO: NMI handler (nmi_cpu_backtrace_handler) took too long to run: 15.444 msecs",
  "INFO: lockdep is turned off.",
  "hrtimer: interrupt took 3171245 ns",
  "perf: interrupt took too long (2501 > 2500), lowering kernel.perf_event_max_sample_rate to 79750",
  "systemd[1]: Started Load Kernel Modules. WARNING: something of a unit",
  "WARNING: CPU quota of a program is low",
  "WARNING: The mand mount option has been deprecated and",
  "BUG_ON is compiled out",
  "rcu-torture:--- Start of test: nreaders=1 nfakewriters=4 stat_interval=15 verbose=1",
  "rcu_torture_writer: Testing conditional GPs.",
  "scftorture: !!! built as module, weight_resched ignored",
  "initcall bug_init+0x0/0x20 returned 0 after 12 usecs",
  "EXT4-fs (loop0): warning: mounting unchecked fs, running e2fsck is recommended",
  "EXT4-fs error (device loop0): ext4_orphan_get:1390: comm syz.0.15: couldn't read orphan inode 15 (err -117)",
  'audit: type=1400 audit(1700000000.123:45): avc: denied { write } for pid=1 comm="panic"',
  "sysrq: Show Blocked State",
  "Kernel panic test disabled",
  "random: crng init done",
];

test("healthy consoles raise no alarm, with and without stamps", () => {
  for (const stamp of [(_: number) => "", (i: number) => `[${(i / 10).toFixed(6).padStart(12)}] `]) {
    const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
    analyzer.write(Buffer.from(harmless.map((line, i) => `${stamp(i)}${line}\n`).join("")));
    expect(analyzer.end().findings.filter((finding) => finding.severity === "error")).toEqual([]);
  }
});

test("one by one", () => {
  for (const line of harmless) {
    const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
    analyzer.write(Buffer.from(`${line}\n`));
    expect(
      analyzer.end().findings.filter((finding) => finding.severity === "error"),
      line,
    ).toEqual([]);
  }
});

test("a stack of fault injection, of a failed allocation, of sysrq: none of them a failure", () => {
  const stack = [
    "CPU: 0 UID: 0 PID: 1 Comm: syz Not tainted 6.12.0 #1",
    "Call Trace:",
    " <TASK>",
    " dump_stack_lvl+0x1/0x2",
    " should_fail_ex+0x1/0x2",
    " foo+0x1/0x2",
    " </TASK>",
  ];
  for (const header of [
    "FAULT_INJECTION: forcing a failure.",
    "syz.0.1: page allocation failure: order:4, mode:0x40dc0(GFP_KERNEL|__GFP_COMP|__GFP_ZERO), nodemask=(null)",
    "sysrq: Show backtrace of all active CPUs",
  ]) {
    const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
    analyzer.write(Buffer.from([header, ...stack, ""].join("\n")));
    expect(
      analyzer.end().findings.filter((finding) => finding.severity === "error"),
      header,
    ).toEqual([]);
  }
});
