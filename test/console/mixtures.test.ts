import { expect, test } from "vitest";
import { ConsoleAnalyzer } from "../../src/console/analyzer.ts";

/** Several reports on one console: one finding each, whatever follows from it folded in. */

const identity = (cpu: number): string[] => [
  `CPU: ${cpu} UID: 0 PID: ${100 + cpu} Comm: task${cpu} Not tainted 6.12.0 #1`,
  "Hardware name: QEMU Standard PC",
];
const trace = (...frames: string[]): string[] => [
  "Call Trace:",
  " <TASK>",
  ...frames.map((frame) => ` ${frame}+0x12/0x34`),
  " </TASK>",
];
const end = "---[ end trace 0000000000000000 ]---";

const warning = (cpu: number, name: string): string[] => [
  "------------[ cut here ]------------",
  `WARNING: CPU: ${cpu} PID: ${100 + cpu} at kernel/${name}.c:12 ${name}+0x12/0x34`,
  "Modules linked in:",
  ...identity(cpu),
  `RIP: 0010:${name}+0x12/0x34`,
  "Code: 00 01",
  "RSP: 0018:ffffc90000127df8 EFLAGS: 00010206",
  ...trace(`${name}_caller`, "kthread", "ret_from_fork"),
  end,
];

const kasan = (name: string): string[] => [
  "==================================================================",
  `BUG: KASAN: slab-use-after-free in ${name}+0x12/0x34`,
  "Read of size 8 at addr ffff888012345678 by task foo/101",
  "",
  ...identity(1),
  ...trace("dump_stack_lvl", "print_report", "kasan_report", name, "kthread"),
  "",
  "Allocated by task 12:",
  " kasan_save_stack+0x33/0x60",
  " alloc_foo+0x12/0x34",
  "",
  "Freed by task 12:",
  " free_foo+0x12/0x34",
  "",
  "==================================================================",
];

const panic = (why: string): string[] => [
  `Kernel panic - not syncing: ${why}`,
  ...identity(1),
  ...trace("dump_stack_lvl", "panic", "check_panic_on_warn"),
  "Kernel Offset: disabled",
  "Rebooting in 86400 seconds..",
];

const oops = (name: string): string[] => [
  "BUG: unable to handle page fault for address: ffffffffdeadbeef",
  "#PF: supervisor read access in kernel mode",
  "Oops: Oops: 0000 [#1] PREEMPT SMP",
  ...identity(1),
  `RIP: 0010:${name}+0x12/0x34`,
  ...trace(`${name}_caller`, "kthread"),
  "CR2: ffffffffdeadbeef",
  end,
  `RIP: 0010:${name}+0x12/0x34`,
];

const stall: readonly string[] = [
  "rcu: INFO: rcu_preempt self-detected stall on CPU",
  "rcu: \t1-....: (20999 ticks this GP) idle=67b4/1/0x4000000000000000 softirq=154/154 fqs=5250",
  "rcu: \t(t=21000 jiffies g=1234 q=15 ncpus=2)",
  ...identity(1),
  "RIP: 0010:spin_foo+0x12/0x34",
  "Call Trace:",
  " <IRQ>",
  " rcu_dump_cpu_stacks+0x12/0x34",
  " </IRQ>",
  " <TASK>",
  " asm_sysvec_apic_timer_interrupt+0x1a/0x20",
  " spin_foo+0x12/0x34",
  " thread_foo+0x12/0x34",
  " kthread+0x12/0x34",
  " </TASK>",
];

const chatter = [
  "rcu-torture: torture_onoff task: offlining 1",
  "rcu-torture: rtc: 00000000e4e5451c ver: 1234 tfle: 0 rta: 1234 rtaf: 0 rtf: 1225",
  "rcu-torture: Reader Pipe:  123456 12 0 0 0 0 0 0 0 0 0",
];

const stamped = (lines: readonly string[], seconds = 12): string[] =>
  lines.map((line, i) => `[${seconds}.${String(i).padStart(6, "0")}] ${line}`);

/** Lines of two CPUs that print at the same time, each with the task that prints where `callers` says so. */
function woven(a: readonly string[], b: readonly string[], callers = false): string[] {
  const tagged = (lines: readonly string[], task: string) =>
    callers ? lines.map((line, i) => `[12.${String(i).padStart(6, "0")}][ ${task}] ${line}`) : lines;
  const [x, y] = [tagged(a, "T101"), tagged(b, "T102")];
  const length = Math.max(x.length, y.length);
  return Array.from({ length }, (_, i) => [x[i], y[i]])
    .flat()
    .filter((line) => line !== undefined);
}

const aaa = "WARNING in aaa";
const bbb = "WARNING in bbb";
const read = "KASAN: slab-use-after-free Read in ccc";
const paging = "BUG: unable to handle kernel paging request in ddd";
const stalled = "INFO: rcu detected stall in thread_foo";

test.each<[string, string[], string[]]>([
  ["two warnings, one after the other", stamped([...warning(0, "aaa"), ...warning(1, "bbb")]), [aaa, bbb]],
  ["two warnings woven, with callers", woven(warning(0, "aaa"), warning(1, "bbb"), true), [aaa, bbb]],
  ["two warnings woven, without callers", stamped(woven(warning(0, "aaa"), warning(1, "bbb"))), [aaa, bbb]],
  ["two warnings woven, without stamps", woven(warning(0, "aaa"), warning(1, "bbb")), [aaa, bbb]],
  [
    "KASAN, and the panic that it was told",
    stamped([...kasan("ccc"), ...panic("panic_on_warn set ...")]),
    [read],
  ],
  ["KASAN, and its own panic", stamped([...kasan("ccc"), ...panic("kasan.fault=panic set ...")]), [read]],
  [
    "a warning, and the panic in its middle",
    stamped([...warning(0, "aaa").slice(0, -1), ...panic("kernel: panic_on_warn set ...")]),
    [aaa],
  ],
  ["an oops, and the end", stamped([...oops("ddd"), ...panic("Fatal exception in interrupt")]), [paging]],
  ["KASAN, then the oops it foretold", stamped([...kasan("ccc"), ...oops("ddd")]), [read, paging]],
  [
    "a stall, reported three times",
    [...stamped(stall, 21), ...chatter, ...stamped(stall, 84), ...stamped(stall, 147)],
    [stalled],
  ],
  ["a warning with the test's lines between", stamped(woven(warning(0, "aaa"), chatter)), [aaa]],
  ["KASAN with the test's lines between, no stamps", woven(kasan("ccc"), chatter), [read]],
  ["the same warning of two CPUs", stamped([...warning(0, "aaa"), ...warning(1, "aaa")]), [aaa]],
  [
    "a header behind the torn line of another CPU",
    [
      "[   12.000001] rcu-torture: rtc: 00000000e4e5451c ver: 12 [   12.000002] BUG: KASAN: slab-use-after-free in ccc+0x12/0x34",
      "[   12.000003] Read of size 8 at addr ffff888012345678 by task foo/101",
    ],
    [read],
  ],
])("%s", (name, lines, titles) => {
  const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
  analyzer.write(Buffer.from(`${lines.join("\n")}\n`));
  const errors = analyzer.end().findings.filter(({ severity }) => severity === "error");
  const reports = errors.filter(({ kind }) => kind !== "bad-sequence" && kind !== "gp-hang");
  expect(reports.map(({ title }) => title)).toEqual(titles);
  // No report has lines of another, unless nothing tells whose they are.
  if (titles.length === 2 && !name.includes("without"))
    for (const [i, { text }] of reports.entries())
      expect(text, titles[i]).not.toContain(i === 0 ? "bbb_caller" : "aaa_caller");
});
