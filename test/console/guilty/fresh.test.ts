import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { titlesOf } from "./styles.ts";

/** How an architecture shows where a CPU was, and its stack. */
interface Layout {
  readonly registers: (fn: string) => readonly string[];
  readonly header: string;
  /** In front of a function. */
  readonly address: string;
}

const layouts: Readonly<Record<string, Layout>> = {
  x86: {
    registers: (fn) => [
      `RIP: 0010:${fn}+0x1d/0x40`,
      "Code: 48 89 df e8 1b 2c 3d 00 90 0f 0b 90 <eb> c5 66 0f 1f 44 00 00",
      "RSP: 0018:ffffc90003a7fd58 EFLAGS: 00010246",
      "RAX: 0000000000000000 RBX: ffff88801b2c3d40 RCX: ffffffff8a1b2c3d",
      "CR2: 0000000000000028 CR3: 000000001b2c3000 CR4: 00000000003526f0",
    ],
    header: "Call Trace:",
    address: " ",
  },
  arm64: {
    registers: (fn) => [
      "Hardware name: linux,dummy-virt (DT)",
      "pstate: 60400005 (nZCv daif +PAN -UAO -TCO -DIT -SSBS BTYPE=--)",
      `pc : ${fn}+0x1d0/0x440`,
      "lr : toy_lr+0x12/0x34",
      "sp : ffff800081b2bd90",
      "x29: ffff800081b2bd90 x28: 0000000000000000 x27: 0000000000000000",
    ],
    header: "Call trace:",
    address: " ",
  },
  riscv: {
    registers: (fn) => [
      "Hardware name: riscv-virtio,qemu (DT)",
      `epc : ${fn}+0x1d0/0x440`,
      " ra : toy_lr+0x12/0x34",
      "epc : ffffffff80a1b2c4 ra : ffffffff80a1b2a0 sp : ff20000000a1bd90",
      " gp : ffffffff81b2c3d8 tp : ff60000083a1b2c0 t0 : 0000000000000000",
      "status: 0000000200000120 badaddr: 0000000000000010 cause: 000000000000000d",
    ],
    header: "Call Trace:",
    address: "[<ffffffff80a1b2c4>] ",
  },
  ppc64: {
    registers: (fn) => [
      "NIP:  c000000000b2f3a4 LR: c000000000b2f390 CTR: 0000000000000000",
      "REGS: c00000000a36f8b0 TRAP: 0300   Not tainted  (6.12.0)",
      "MSR:  8000000000009033 <SF,EE,ME,IR,DR,RI,LE>  CR: 24002222  XER: 20040000",
      "GPR00: c000000000b2f390 c00000000a36fb50 c000000001b2c300 0000000000000010",
      `NIP [c000000000b2f3a4] ${fn}+0x1d0/0x440`,
      "LR [c000000000b2f390] toy_lr+0x12/0x34",
    ],
    header: "Call Trace:",
    address: "[c00000000a36fb50] [c000000000b2f390] ",
  },
  s390: {
    registers: (fn) => [
      "Hardware name: IBM 8561 T01 701 (KVM/Linux)",
      `Krnl PSW : 0704c00180000000 000003ffe0123456 (${fn}+0x1d0/0x440)`,
      "           R:0 T:1 IO:0 EX:0 Key:0 M:1 W:0 P:0 AS:3 CC:0 PM:0 RI:0 EA:3",
      "Krnl GPRS: 0000000000000000 000003ff00000000 0000000000000000 0000000000000001",
      "Krnl Code: 000003ffe012344a: a7f40004		brc	15,000003ffe0123452",
    ],
    header: "Call Trace:",
    address: " [<000003ffe0123456>] ",
  },
  loongarch: {
    registers: (fn) => [
      "pc 9000000002b3c4d8 ra 9000000002b3c4a0 tp 9000000100a1b000 sp 9000000100a1bd90",
      "   ra: 9000000002b3c4a0 toy_lr+0x20/0x80",
      `  ERA: 9000000002b3c4d8 ${fn}+0x1d0/0x440`,
      " CRMD: 000000b0 (PLV0 -IE -DA +PG DACF=CC DACM=CC -WE)",
      "ESTAT: 00010000 [PIL] (IS= ECode=1 EsubCode=0)",
      " BADV: 0000000000000010",
    ],
    header: "Call Trace:",
    address: "[<9000000002b3c4d8>] ",
  },
};

function frameOf(word: string, { registers, address }: Layout): readonly string[] {
  if (word.startsWith("<")) return [` ${word}`];
  if (word.startsWith("=")) return registers(word.slice(1));
  const [, sure, name = "", module, file, inlined] =
    /^(~?)([\w.]+)(?:\[(\w+)\])?(?:@([^!]+)(!)?)?$/.exec(word) ?? [];
  const mark = `${address}${sure ? "? " : ""}`;
  if (inlined) return [`${mark}${name} ${file}:17 [inline]`];
  return [`${mark}${name}+0x5a/0x1c0${module ? ` [${module}]` : ""}${file ? ` ${file}:31` : ""}`];
}

function linesOf(text: string, layout: Layout): string[] {
  const [, directive, rest = ""] = /^@(\w+) (.*)$/.exec(text) ?? [];
  const words = rest.split(" ");
  switch (directive) {
    case "who": {
      const [, task, pid, cpu] = /^(.*)\/(\d+) (\d+)$/.exec(rest) ?? [];
      return [`CPU: ${cpu} UID: 0 PID: ${pid} Comm: ${task} Not tainted 6.12.0 #1 PREEMPT`];
    }
    case "regs":
      return [...layout.registers(rest)];
    case "trace":
      return [layout.header, ...words.flatMap((word) => frameOf(word, layout))];
    default:
      return [text];
  }
}

const reports = readFileSync(new URL("../consoles/fresh.txt", import.meta.url), "utf8")
  .split(/^=== /m)
  .slice(1)
  .map((part) => part.trimEnd().split("\n"))
  .map(([head = "", ...texts]) => {
    const [, architecture = "", title = ""] = /^(\w+): (.*)$/.exec(head) ?? [];
    return { title, lines: texts.flatMap((text) => linesOf(text, layouts[architecture] as Layout)) };
  });

const first = ["Linux version 6.12.0 (builder@host) #1 SMP", "Run /init as init process"];
const stamp = (i: number): string => `[   50.${String(i).padStart(6, "0")}]`;
/** As printk marks lines: without its caller, with a task's, with a CPU's in an interrupt. */
const callers = [" ", "[ T5093] ", "[    C1] "].map(
  (by) => (line: string, i: number) => `${stamp(i)}${by}${line}`,
);

test.each(reports)("$title", ({ title, lines }) => {
  const whole = [...first, ...lines, "rcu-torture:--- End of test: SUCCESS: stat_interval=15"];
  expect(callers.map((prefix) => titlesOf(whole, prefix))).toEqual(callers.map(() => title));
});
