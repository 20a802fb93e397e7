import { ConsoleAnalyzer } from "../../../src/console/analyzer.ts";
import type { Finding } from "../../../src/results/schema.ts";

/** A function on a stack, perhaps with its file: `toy_loop@drivers/toy/toy.c`, inlined ones with `!` behind. */
export type Fn = string;

const nameOf = (fn: Fn): string => fn.replace(/[@!].*/, "");
const fileOf = (fn: Fn): string => /@([^!]+)/.exec(fn)?.[1] ?? "drivers/toy/toy.c";
const isInlined = (fn: Fn): boolean => fn.endsWith("!");
/** Stacks without source places do not show what is inlined. */
const visible = (fns: readonly Fn[]): string[] => fns.filter((fn) => !isInlined(fn)).map(nameOf);

/** How an architecture, a version or decode_stacktrace.sh shows registers and stacks. */
export interface Style {
  readonly registers: (fn: Fn) => string[];
  readonly trace: (fns: readonly Fn[]) => string[];
  /** The interrupt entry as it stands on such a stack, innermost first. */
  readonly tick: readonly Fn[];
  /** The end of a stack of a system call. */
  readonly syscall: (name: string) => readonly Fn[];
}

const x86 = ["sysvec_apic_timer_interrupt", "asm_sysvec_apic_timer_interrupt"];
const x86Syscall = (name: string) => [`__x64_sys_${name}`, "do_syscall_64", "entry_SYSCALL_64_after_hwframe"];

export const styles: Readonly<Record<string, Style>> = {
  "x86 6.12": {
    registers: (fn) => [
      `RIP: 0010:${nameOf(fn)}+0x1d/0x40`,
      "Code: 90 90",
      "RSP: 0018:ffffc90000127df8 EFLAGS: 00010206",
    ],
    trace: (fns) => ["Call Trace:", " <TASK>", ...visible(fns).map((fn) => ` ${fn}+0x12/0x340`), " </TASK>"],
    tick: x86,
    syscall: x86Syscall,
  },
  "x86 4.9": {
    registers: (fn) => [
      `RIP: 0010:[<ffffffff81234567>]  [<ffffffff81234567>] ${nameOf(fn)}+0x1d/0x40`,
      "RSP: 0018:ffff8801d0f97a68  EFLAGS: 00010202",
    ],
    trace: (fns) => ["Call Trace:", ...visible(fns).map((fn) => ` [<ffffffff81234567>] ${fn}+0x12/0x340`)],
    tick: ["smp_apic_timer_interrupt", "apic_timer_interrupt"],
    syscall: (name) => [`SyS_${name}`, "entry_SYSCALL_64_fastpath"],
  },
  "x86 with source places": {
    registers: (fn) => [`RIP: 0010:${nameOf(fn)}+0x1d/0x40 ${fileOf(fn)}:12`],
    trace: (fns) => [
      "Call Trace:",
      " <TASK>",
      ...fns.map((fn) =>
        isInlined(fn)
          ? ` ${nameOf(fn)} ${fileOf(fn)}:7 [inline]`
          : ` ${nameOf(fn)}+0x12/0x340 ${fileOf(fn)}:12`,
      ),
      " </TASK>",
    ],
    tick: x86.map((fn) => `${fn}@arch/x86/kernel/apic/apic.c`),
    syscall: (name) => [
      `__do_sys_${name}@kernel/toy.c!`,
      `__x64_sys_${name}@kernel/toy.c`,
      "do_syscall_x64@arch/x86/entry/common.c!",
      "do_syscall_64@arch/x86/entry/common.c",
      "entry_SYSCALL_64_after_hwframe@arch/x86/entry/entry_64.S",
    ],
  },
  "x86 with places in brackets": {
    registers: (fn) => [`RIP: 0010:${nameOf(fn)} (${fileOf(fn)}:12)`],
    trace: (fns) => [
      "Call Trace:",
      " <TASK>",
      ...fns.map((fn) => `${nameOf(fn)} (${fileOf(fn)}:12 (discriminator 3)) `),
      " </TASK>",
    ],
    tick: x86.map((fn) => `${fn}@arch/x86/kernel/apic/apic.c`),
    syscall: x86Syscall,
  },
  i386: {
    registers: (fn) => [`EIP: ${nameOf(fn)}+0x1d/0x40`],
    trace: (fns) => ["Call Trace:", ...visible(fns).map((fn) => ` ${fn}+0x12/0x340`)],
    tick: ["smp_apic_timer_interrupt", "apic_timer_interrupt"],
    syscall: (name) => [`__ia32_sys_${name}`, "do_int80_syscall_32", "entry_INT80_32"],
  },
  arm64: {
    registers: (fn) => [
      "pstate: 80400009 (Nzcv daif +PAN -UAO)",
      `pc : ${nameOf(fn)}+0x1d/0x40`,
      "lr : toy_lr+0x12/0x34",
      "sp : ffff800012345678",
    ],
    trace: (fns) => ["Call trace:", ...visible(fns).map((fn) => ` ${fn}+0x12/0x340`)],
    tick: [
      "gic_handle_irq",
      "call_on_irq_stack",
      "do_interrupt_handler",
      "el1_interrupt",
      "el1h_64_irq_handler",
      "el1h_64_irq",
    ],
    syscall: (name) => [`__arm64_sys_${name}`, "invoke_syscall", "el0_svc_common", "do_el0_svc", "el0_svc"],
  },
  arm: {
    registers: (fn) => [`PC is at ${nameOf(fn)}+0x1d/0x40`, "LR is at toy_lr+0x12/0x34"],
    trace: (fns) => {
      const names = visible(fns);
      return [
        "Call trace: ",
        ...names.map(
          (fn, i) =>
            ` ${fn} from ${names[i + 1] ?? "0xc0101234"}${i + 1 < names.length ? "+0x12/0x340" : ""}`,
        ),
      ];
    },
    tick: [
      "handle_percpu_devid_irq",
      "generic_handle_domain_irq",
      "gic_handle_irq",
      "generic_handle_arch_irq",
      "__irq_svc",
    ],
    syscall: (name) => [`sys_${name}`, "ret_fast_syscall"],
  },
  ppc64: {
    registers: (fn) => [
      `NIP [c000000000123456] ${nameOf(fn)}+0x1d/0x40`,
      "LR [c000000000123400] toy_lr+0x12/0x34",
    ],
    trace: (fns) => [
      "Call Trace:",
      ...visible(fns).map((fn) => `[c000000006d3fc40] [c0000000001a2b00] ${fn}+0x12/0x340`),
    ],
    tick: ["timer_interrupt", "decrementer_common_virt"],
    syscall: (name) => [`sys_${name}`, "system_call_exception", "system_call_vectored_common"],
  },
  s390: {
    registers: (fn) => [`Krnl PSW : 0704c00180000000 000003ffe0123456 (${nameOf(fn)}+0x1d/0x40)`],
    trace: (fns) => [
      "Call Trace:",
      ...visible(fns).map((fn, i) =>
        i === 0 ? ` [<000003ffe0123456>] ${fn}+0x12/0x340 ` : `([<000003ffe0123456>] ${fn}+0x12/0x340)`,
      ),
    ],
    tick: ["do_ext_irq", "ext_int_handler"],
    syscall: (name) => [`__s390x_sys_${name}`, "__do_syscall", "system_call"],
  },
  riscv: {
    registers: (fn) => [`epc : ${nameOf(fn)}+0x1d/0x40`, " ra : toy_lr+0x12/0x34"],
    trace: (fns) => ["Call Trace:", ...visible(fns).map((fn) => `[<ffffffff80123456>] ${fn}+0x12/0x340`)],
    tick: [
      "riscv_timer_interrupt",
      "handle_percpu_devid_irq",
      "riscv_intc_irq",
      "handle_riscv_irq",
      "do_irq",
      "ret_from_exception",
    ],
    syscall: (name) => [`__riscv_sys_${name}`, "do_trap_ecall_u", "ret_from_exception"],
  },
};

export const identity = (cpu = 0, task = "toy/70"): string => {
  const [comm, pid] = task.split("/");
  return `CPU: ${cpu} PID: ${pid} Comm: ${comm} Not tainted 6.9.0 #1`;
};

/** What recorders and kernels put in front of each line; the number is that of the line. */
export const prefixes: readonly ((line: string, i: number) => string)[] = [
  (line, i) => `[   50.${String(i).padStart(6, "0")}] ${line}`,
  (line) => line,
  (line, i) => `[   50.${String(i).padStart(6, "0")}][   T70] ${line}`,
];

export function errorsOf(
  lines: readonly string[],
  prefix = prefixes[0] as (typeof prefixes)[number],
): Finding[] {
  const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
  analyzer.write(Buffer.from(`${lines.map(prefix).join("\n")}\n`));
  return analyzer.end().findings.filter(({ severity }) => severity === "error");
}

/** Compares the titles of many consoles at once: what differs is shown, with the form it came from. */
export const titlesOf = (lines: readonly string[], prefix?: (typeof prefixes)[number]): string =>
  errorsOf(lines, prefix)
    .map(({ title }) => title)
    .join(" + ");
