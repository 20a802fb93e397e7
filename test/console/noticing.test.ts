import { describe, expect, test } from "vitest";
import { ConsoleAnalyzer } from "../../src/console/analyzer.ts";
import type { Finding } from "../../src/results/schema.ts";

/** A crash that nobody notices is a passed guest: whatever stands around a header, and whatever its words are. */

function findingsOf(text: string): Finding[] {
  const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
  analyzer.write(Buffer.from(text));
  return analyzer.end().findings;
}

const titles = (text: string, severity = "error"): string[] =>
  findingsOf(text)
    .filter((finding) => finding.severity === severity)
    .map(({ title }) => title);

const identity = "CPU: 1 UID: 0 PID: 70 Comm: toy Not tainted 6.12.0 #1";
const trace = ["Call Trace:", " <TASK>", " toy_work+0x64/0x1b0", " kthread+0x19/0x60", " </TASK>"];
const body = [
  identity,
  "RIP: 0010:toy_work+0x1d/0x40",
  "RSP: 0018:ffff888000000000 EFLAGS: 00000246",
  ...trace,
];
const end = "---[ end trace 0000000000000000 ]---";

test.each([
  ["WARNING: CPU: 0 PID: 7 at kernel/toy.c:%d toy_work+0x1/0x2", "WARNING in toy_work"],
  ["WARNING: kernel/toy.c:%d at toy_work+0x1/0x2, CPU#1: toy/7", "WARNING in toy_work"],
  ["BUG: KASAN: use-after-free in toy_work+0x1/0x%d", "KASAN: use-after-free in toy_work"],
  [
    "BUG: unable to handle page fault for address: ffffffff8000%d",
    "BUG: unable to handle kernel paging request",
  ],
  [
    "Unable to handle kernel paging request at virtual address 00%d",
    "BUG: unable to handle kernel paging request",
  ],
  ["INFO: task toy:%d blocked for more than 122 seconds.", "INFO: task hung"],
  ["watchdog: BUG: soft lockup - CPU#%d stuck for 22s! [toy:7]", "BUG: soft lockup"],
  ["rcu: INFO: rcu_preempt self-detected stall on CPU %d", "INFO: rcu detected stall"],
  ["UBSAN: shift-out-of-bounds in kernel/toy.c:%d:7", "UBSAN: shift-out-of-bounds"],
  ["kernel BUG at kernel/toy.c:%d!", "kernel BUG"],
  ["general protection fault: 0000 [#%d] SMP", "general protection fault"],
])("an excerpt that has nothing but %s", (line, title) => {
  for (const stamp of ["", "[   50.%t] ", "[   50.%t][   T70] "]) {
    const lines = Array.from({ length: 40 }, (_, i) =>
      `${stamp}${line}`.replaceAll("%t", String(i).padStart(6, "0")).replaceAll("%d", String(i + 1)),
    );
    expect([...new Set(titles(`${lines.join("\n")}\n`))], stamp).toContain(title);
  }
});

const headers: readonly (readonly [title: string, header: string])[] = [
  ["KASAN: slab-use-after-free in toy_work", "BUG: KASAN: slab-use-after-free in toy_work+0x1d/0x40"],
  [
    "BUG: kernel NULL pointer dereference in toy_work",
    "BUG: kernel NULL pointer dereference, address: 0000000000000008",
  ],
  [
    "BUG: unable to handle kernel paging request in toy_work",
    "BUG: unable to handle page fault for address: ffffffffdeadbeef",
  ],
  ["general protection fault in toy_work", "general protection fault: 0000 [#1] PREEMPT SMP"],
  ["divide error in toy_work", "divide error: 0000 [#1] SMP"],
  ["kernel BUG in toy_work", "kernel BUG at kernel/toy.c:77!"],
  ["WARNING in toy_work", "WARNING: CPU: 1 PID: 70 at kernel/toy.c:77 toy_work+0x1d/0x40"],
  ["kernel panic: toy says so", "Kernel panic - not syncing: toy says so"],
  ["BUG: soft lockup in toy_work", "watchdog: BUG: soft lockup - CPU#1 stuck for 22s! [toy:70]"],
  ["INFO: task hung in toy_work", "INFO: task toy:70 blocked for more than 120 seconds."],
  ["UBSAN: shift-out-of-bounds in toy_work", "UBSAN: shift-out-of-bounds in kernel/toy.c:77:3"],
  [
    "BUG: unable to handle kernel paging request in toy_work",
    "Unable to handle kernel paging request at virtual address ffffffffdeadbeef",
  ],
];

type Form = (header: string, body: readonly string[]) => string[];
const at = (i: number): string => `[   50.${String(i).padStart(6, "0")}] `;
const stamped = (lines: readonly string[], stamp = at): string[] => lines.map((line, i) => stamp(i) + line);
const before = stamped(["toy: loading", "toy: ready"], (i) => `[    1.00000${i}] `);

const forms: Readonly<Record<string, Form>> = {
  "two blanks after the stamp": (header, rest) => stamped([header, ...rest].map((line) => ` ${line}`)),
  "seven blanks before the header alone": (header, rest) => stamped([`      ${header}`, ...rest]),
  "a clock that wrapped": (header, rest) => stamped([header, ...rest], () => "[18446744073.709551] "),
  "a clock that wrapped, then one that did not": (header, rest) => [
    `[18446744073.709551] ${header}`,
    ...stamped(rest),
  ],
  "ten digits of seconds": (header, rest) => stamped([header, ...rest], () => "[1795384800.123456] "),
  "the text of an unfinished line": (header, rest) =>
    stamped([`toy: probing address range${header}`, ...rest]),
  "an unfinished line without a stamp": (header, rest) => [
    ...before,
    `Starting toy daemon: ${at(0)}${header}`,
    ...stamped(rest),
  ],
  "another CPU's message after the header": (header, rest) => [
    `${at(0)}${header}${at(1)}rcu-torture: torture_onoff task: offlining 1`,
    ...stamped(rest),
  ],
  "another CPU's message before the header": (header, rest) => [
    `${at(0)}rcu-torture: torture_onoff task: off${at(1)}${header}`,
    ...stamped(rest),
  ],
  "an earlier stamp in the lines that follow": (header, rest) => [
    `${at(0)}${header}`,
    ...stamped(rest, (i) => `[    0.70900${i}] `),
  ],
  "a level before the stamp": (header, rest) => stamped([header, ...rest], (i) => `<1>${at(i)}`),
  "carriage returns of a progress bar": (header, rest) => [
    `  10%\r  20%\r${at(0)}${header}\r`,
    ...stamped(rest),
  ],
};

describe.each(Object.entries(forms))("a header with %s", (_, form) => {
  test("is noticed", () => {
    const wrong = headers.flatMap(([title, header]) => {
      const found = titles(`${form(header, [...body, end]).join("\n")}\n`);
      return found.length === 1 && found[0] === title ? [] : [`${title}: ${found.join(", ")}`];
    });
    expect(wrong).toEqual([]);
  });
});

test.each([60, 80, 100, 132])("lines that a terminal broke at %i columns", (width) => {
  const broken = (lines: readonly string[]): string[] =>
    lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, "g")) ?? [""]);
  const long =
    "Modules linked in: toy_one toy_two toy_three toy_four toy_five toy_six toy_seven toy_eight toy_nine toy_ten toy_eleven";
  for (const [title, header] of headers) {
    // However many characters of the header stand before the break.
    for (const at of [0, 3, 11, 24]) {
      const front = `[   50.000000] ${"x".repeat(Math.max(0, width - 16 - at))} `;
      const lines = [...stamped([long, long, long]), front + header, ...stamped([...body, end])];
      expect(titles(`${broken(lines).join("\n")}\n`), `${header} ${at}`).toEqual([title]);
    }
  }
});

describe("a report whose words nobody knows", () => {
  test.each<[string, string[], string[]]>([
    [
      "counted as an oops",
      [
        "toy trap 7 taken in nested mode of a cpu that has none, code 0xdf: 0000 [#1] PREEMPT SMP",
        ...body,
        end,
      ],
      ["unrecognised report in toy_work"],
    ],
    [
      "the seventh oops",
      ["toy trap 7 taken in nested mode of a cpu that has none, code 0xdf: 0000 [#7] SMP", ...body],
      ["unrecognised report in toy_work"],
    ],
    [
      "with an end trace",
      ["toy is in trouble", identity, ...trace, end],
      ["unrecognised report in toy_work"],
    ],
    ["with registers and a trace", ["toy is in trouble", ...body], ["unrecognised report in toy_work"]],
    [
      "of arm64",
      [
        "toy is in trouble",
        identity,
        "pstate: 60400009 (nZCv daif +PAN -UAO)",
        "pc : toy_work+0x14/0x30",
        "lr : toy_loop+0x14/0x30",
        "Call trace:",
        " toy_work+0x14/0x30",
        " kthread+0x10/0x20",
      ],
      ["unrecognised report in toy_work"],
    ],
    [
      "of powerpc",
      [
        "toy is in trouble",
        "CPU: 1 PID: 70 Comm: toy Not tainted 6.12.0 #1",
        "NIP [c000000000012345] toy_work+0x14/0x30",
        "LR [c000000000012345] toy_loop+0x14/0x30",
        "Call Trace:",
        "[c000000001234560] [c000000000012345] toy_work+0x14/0x30",
        "[c000000001234570] [c000000000012345] kthread+0x10/0x20",
      ],
      ["unrecognised report in toy_work"],
    ],
    ["nothing but an end trace", [end], ["unrecognised report"]],
    [
      "two of them",
      [
        "toy is in trouble",
        ...body,
        end,
        ...Array.from({ length: 120 }, () => "toy: goes on"),
        "toy is in trouble",
        ...body.map((l) => l.replace("toy_work", "toy_other")),
        end,
      ],
      ["unrecognised report in toy_work", "unrecognised report in toy_other"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(titles(`${lines.join("\n")}\n`)).toEqual(expected);
    expect(titles(`${stamped(lines).join("\n")}\n`)).toEqual(expected);
  });
});

describe("for information only", () => {
  test.each<[string, string[]]>([
    ["a stack with nobody's header", ["toy: how did I get here?", identity, ...trace]],
    [
      "a system call's stack, with the registers of user mode",
      [
        identity,
        ...trace,
        " entry_SYSCALL_64_after_hwframe+0x6e/0xd8",
        "RIP: 0033:0x7f1234567890",
        "RSP: 002b:00007ffc00000000 EFLAGS: 00000246",
      ],
    ],
    [
      "what sysrq was asked for",
      ["sysrq: Show backtrace of all active CPUs", "NMI backtrace for cpu 1", ...body],
    ],
    ["registers that sysrq shows", ["sysrq: Show Regs", ...body]],
  ])("%s", (_, lines) => {
    expect(titles(`${stamped(lines).join("\n")}\n`)).toEqual([]);
    expect(titles(`${stamped(lines).join("\n")}\n`, "notice")).toEqual([
      "stack without a report in toy_work",
    ]);
  });

  test.each([
    "WARNING: toy 0000:00:01.0: link is slow",
    "toy 0000:00:01.0: WARNING: firmware is old",
    "!!! IP-Config: toy autoconfiguration failed !!!",
    "toy: !!! overheated !!!",
    "---[ end Kernel panic - not syncing: toy ]---",
    'toyd[77]: config: message="BUG: toy" level=INFO: fine',
    "Kernel command line: toy.note=BUG: console=ttyS0 panic=1 oops=panic",
  ])("one line: %s", (line) => {
    expect(titles(`${at(0)}${line}\n`)).toEqual([]);
    expect(titles(`${line}\n`)).toEqual([]);
  });
});

describe("a boot that begins again", () => {
  const first = "[    0.000000] Linux version 6.12.0 (toy@toy) #1 SMP";
  const run = [
    "[    3.000000] rcu-torture:--- Start of test: nreaders=1",
    "[   30.000000] rcu-torture: rtc: 00000000e4e5451c ver: 12 tfle: 0",
  ];
  const firmware = [
    "SeaBIOS (version 1.16.2-debian)",
    "iPXE (https://ipxe.org) 00:03.0",
    "Booting from ROM...",
  ];
  test.each<[string, string[], number]>([
    ["two banners", [first, ...run, first], 1],
    ["two banners, with the firmware's", [...firmware, first, ...run, ...firmware, first, ...run], 1],
    ["only the second banner", [...run, first, ...run], 1],
    ["only the firmware's second", [...firmware, first, ...run, ...firmware], 1],
    ["U-Boot's", [first, ...run, "U-Boot SPL 2024.01 (Jan 01 2024)", "U-Boot 2024.01 (Jan 01 2024)"], 1],
    ["three boots", [...firmware, first, ...run, ...firmware, first, ...run, ...firmware, first], 2],
    ["one boot", [...firmware, first, ...run], 0],
    ["one boot of arm64", ["[    0.000000] Booting Linux on physical CPU 0x0", first, ...run], 0],
    [
      "firmware after the test's end",
      [first, ...run, "[   60.000000] rcu-torture:--- End of test: SUCCESS: nreaders=1", ...firmware],
      0,
    ],
  ])("%s", (_, lines, count) => {
    const found = findingsOf(`${lines.join("\n")}\n`).filter(
      ({ title }) => title === "unexpected kernel reboot",
    );
    expect(found.reduce((sum, each) => sum + each.count, 0)).toBe(count);
  });
});
