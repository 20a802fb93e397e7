import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ConsoleAnalyzer } from "../../src/console/analyzer.ts";
import { compileAutomaton } from "../../src/console/automaton.ts";
import { withoutNumbers } from "../../src/console/findings/fingerprint.ts";
import { parseFrame, parseInstructionPointer } from "../../src/console/findings/frames.ts";
import { isCommon } from "../../src/console/findings/groups/index.ts";
import { messagesOf, withoutControls } from "../../src/console/findings/message.ts";
import { consoleAnchors, flag } from "../../src/console/keywords.ts";
import { limits } from "../../src/console/limits.ts";
import { bytesOf, LineScanner } from "../../src/console/lines.ts";
import { printed } from "../../src/console/scripts/awk.ts";
import { decodeAsScripts } from "../../src/console/scripts/text.ts";

function scan(text: Buffer, chunk: number, wantsAll = true) {
  const lines: { number: number; flags: number; text: string; length: number; end: number }[] = [];
  const scanner = new LineScanner({
    wantsAll,
    nul: () => undefined,
    line: (line) => {
      const { number, flags, length, end } = line;
      lines.push({ number, flags, text: bytesOf(line).toString("latin1"), length, end });
    },
  });
  for (let at = 0; at < text.length; at += chunk) scanner.write(text.subarray(at, at + chunk));
  scanner.end();
  return { lines, count: scanner.lines, bytes: scanner.bytes };
}

describe("the automaton", () => {
  const words = ["BUG", "BUG: K", "UG:", "torture", "torture:", "!!!", "!!"];

  test("finds exactly what includes() finds, also overlapping and one in another", () => {
    const { table, classes, firstEvent, sets } = compileAutomaton(
      words.map((text, i) => ({ text, sets: 1 << i })),
    );
    const alphabet = fc.constantFrom("B", "U", "G", ":", " ", "K", "t", "o", "r", "u", "e", "!", "x");
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 60 }), (text) => {
        let [state, found] = [0, 0];
        for (const byte of Buffer.from(text)) {
          state = table[state + (classes[byte] as number)] as number;
          if (state >= firstEvent) found |= sets[(state - firstEvent) >> 7] as number;
        }
        expect(found).toBe(words.reduce((bits, word, i) => bits | (text.includes(word) ? 1 << i : 0), 0));
      }),
      { numRuns: 500 },
    );
  });

  test("refuses keywords it could not tell from line ends", () => {
    expect(() => compileAutomaton([{ text: "a\nb", sets: 1 }])).toThrow(RangeError);
  });
});

describe("lines", () => {
  test("are the same however the bytes are cut into chunks", () => {
    const piece = fc.constantFrom(
      "BUG",
      "rcu_",
      "kthread starved for",
      "\n",
      "\n\n",
      " ver: 12",
      "torture:",
      "\0",
      "\u00fc",
      "x".repeat(50),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (pieces, chunk) => {
        const text = Buffer.from(pieces.join(""));
        const whole = scan(text, text.length + 1);
        expect(scan(text, chunk)).toEqual(whole);
        const expected = text.toString("latin1").split("\n");
        if (expected.at(-1) === "") expected.pop();
        expect(whole.lines.map((line) => line.text)).toEqual(expected);
        expect(whole.count).toBe(expected.length);
      }),
      { numRuns: 300 },
    );
  });

  test("every keyword is found in whole lines, wherever it stands, as byte by byte", () => {
    const keywords = consoleAnchors().candidates.flatMap((each) => each.map((c) => c.keyword.text));
    expect(keywords.length).toBeGreaterThan(100);
    const piece = fc.oneof(
      fc.constantFrom(...keywords),
      fc.constantFrom(...keywords).map((text) => text.slice(1)),
      fc.constantFrom("x", " ", "rcu_", "\0", "\u00fc", "\n", "\r\n"),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        const text = Buffer.from(`${pieces.join("")}\n`);
        expect(scan(text, text.length)).toEqual(scan(text, 1));
      }),
      { numRuns: 1000 },
    );
    for (const text of keywords)
      for (const before of ["", "x"]) {
        const { lines } = scan(Buffer.from(`${before}${text}\n`), 1000);
        expect(lines[0]?.flags, text).toBe(scan(Buffer.from(`${before}${text}\n`), 1).lines[0]?.flags);
        if (text !== "the init process!") expect(lines[0]?.flags, text).not.toBe(0);
        // Lines longer than what is kept of them are looked at in another way.
        const long = scan(Buffer.from(`${"x".repeat(20_000)}${text}\n`), 7_000).lines[0];
        expect(long?.flags, text).toBe(lines[0]?.flags);
      }
  });

  test("keywords that need an earlier one on the same line", () => {
    const text =
      "Warning: Failed to add ttynull console. No stdin, stdout, and stderr for the init process!\nthe init process!\n";
    const [a, b] = scan(Buffer.from(text), 1000).lines;
    expect((a?.flags ?? 0) & flag.excluded).toBe(flag.excluded);
    expect((b?.flags ?? 0) & flag.excluded).toBe(0);
  });

  test("one endless line: noticed as a whole, kept in part", () => {
    const scanner = scan(
      Buffer.from(`${"x".repeat(3_000_000)}SUCCESS${"y".repeat(3_000_000)}`),
      65_536,
      false,
    );
    expect(scanner.lines).toHaveLength(1);
    expect(scanner.lines[0]).toMatchObject({ length: 6_000_007, flags: flag.success | flag.candidate });
    expect(scanner.lines[0]?.text.length).toBeLessThan(20_000);
  });
});

test("bytes that are no UTF-8 become lone surrogates, and only they", () => {
  const byte = fc.constantFrom(
    0x41,
    0x80,
    0xbf,
    0xc0,
    0xc2,
    0xa0,
    0xe0,
    0xed,
    0x9f,
    0xef,
    0xf0,
    0x90,
    0xf4,
    0x8f,
    0xff,
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 8 }), (bytes) => {
      const buffer = Buffer.from(bytes);
      const text = decodeAsScripts(buffer);
      // Back to the same bytes, and what is left after taking them out is text.
      const back = [...text].map((c) =>
        /[\udc80-\udcff]/u.test(c) ? Buffer.from([c.charCodeAt(0) - 0xdc00]) : Buffer.from(c),
      );
      expect(Buffer.concat(back)).toEqual(buffer);
      // As few as can be: the decoder that everyone has agrees on what is valid.
      if (isUtf8(buffer)) expect(text).toBe(buffer.toString("utf8"));
      else expect(text).toMatch(/[\udc80-\udcff]/u);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["[    1.234567] BUG: x", { text: "BUG: x", time: 1.234567, caller: undefined }],
  ["[    1.234567][  T12] BUG: x", { text: "BUG: x", time: 1.234567, caller: "T12" }],
  ["[    1.234567][    C1]  frame", { text: " frame", time: 1.234567, caller: "C1" }],
  ["[ T1234] BUG: x", { text: "BUG: x", time: undefined, caller: "T1234" }],
  ["<4>[    1.234567] BUG: x\r", { text: "BUG: x", time: 1.234567, caller: undefined }],
  ["<3>BUG: x", { text: "BUG: x", time: undefined, caller: undefined }],
  ["(initramfs) [    1.234567] BUG: x", { text: "BUG: x", time: 1.234567, caller: undefined }],
  ["Nov  2 22:00:01 host kernel: BUG: x", { text: "BUG: x", time: undefined, caller: undefined }],
  ["executing program 0[   12.000001] BUG: x", { text: "BUG: x", time: 12.000001, caller: undefined }],
  [
    "[   11.000001] rcu-torture: [   12.000001] BUG: x",
    { text: "BUG: x", time: 12.000001, caller: undefined },
  ],
  ["\u001b[31m[    1.234567]\u001b[0m BUG: x\0", { text: "BUG: x", time: 1.234567, caller: undefined }],
  ["BUG: x", { text: "BUG: x", time: undefined, caller: undefined }],
  ["4,512,12947306496,-;BUG: x", { text: "BUG: x", time: 12947.306496, caller: undefined }],
  ["4,512,12947306496,-,caller=T9;BUG: x", { text: "BUG: x", time: 12947.306496, caller: "T9" }],
  ["[Sun Nov 22 22:00:01 2026] BUG: x", { text: "BUG: x", time: undefined, caller: undefined }],
])("message of %j", (raw, message) => {
  expect(messagesOf(withoutControls(raw)).at(-1)).toEqual(message);
});

test.each([
  [" foo+0x1a/0x30", "foo"],
  [" foo.isra.0+0x1a/0x30 [module]", "foo"],
  [" foo.constprop.0.cold+0x1a/0x30", "foo"],
  [" [<ffffffff81234567>] foo+0x1a/0x30", "foo"],
  ["[c000000006d3fc40] [c0000000001a2b00] foo+0x48/0x1a0 (unreliable)", "foo"],
  ["([<000003ffe0123400>] foo+0x48/0x1a0)", "foo"],
  [" [<c0101234>] (foo) from [<c0105678>] (bar+0x10/0x14)", "foo"],
  [" foo from bar+0x10/0x14", "foo"],
  [" foo kernel/rcu/tree.c:12 [inline]", "foo"],
  [" foo+0x1/0x2 kernel/rcu/tree.c:12", "foo"],
  [" ? kthread_park+0x69/0x69", undefined],
  ["RIP: 0033:0x7f1234567890", undefined],
  ["Modules linked in:", undefined],
])("frame of %j", (line, name) => {
  expect(parseFrame(line)?.name).toBe(name);
});

test.each([
  ["RIP: 0010:foo+0x52/0x1a0", "foo"],
  ["RIP: 0010:[<ffffffff83c26ef7>]  [<ffffffff83c26ef7>] foo+0x1/0x2", "foo"],
  ["RIP: 0033:0x7f1234567890", undefined],
  ["pc : foo+0x52/0x1a0", "foo"],
  ["EIP: foo+0x52/0x1a0", "foo"],
  ["NIP [c0000000001a2b3c] foo+0x52/0x1a0", "foo"],
  ["Krnl PSW : 0704c00180000000 000003ffe0123456 (foo+0x52/0x1a0)", "foo"],
])("instruction pointer of %j", (line, name) => {
  expect(parseInstructionPointer(line)?.name).toBe(name);
});

test("machinery is told from what may be guilty", () => {
  for (const name of [
    "dump_stack_lvl",
    "kasan_report",
    "__kmalloc_noprof",
    "_raw_spin_lock_irqsave",
    "mutex_lock_nested",
    "schedule_timeout",
    "memcpy",
    "__might_resched",
    "refcount_warn_saturate",
    "should_failslab",
  ])
    expect(isCommon({ name }), name).toBe(true);
  for (const name of [
    "rcu_torture_writer",
    "kmalloc_oob_right",
    "ext4_alloc_file_blocks",
    "rtnl_lock",
    "lock_sock_nested",
    "string_to_key",
    "completed_item",
    "panel_probe",
    "queue_oob",
  ])
    expect(isCommon({ name }), name).toBe(false);
});

test("numbers that differ from run to run", () => {
  expect(withoutNumbers("x ffff888012345678 0xdead 12.5 cpu3 (ptrval)")).toBe("x ADDR ADDR NUM cpu3 ADDR");
});

test.each([
  [5, "5"],
  [0.000012345, "1.2345e-05"],
  [66.666666, "66.6667"],
  [1234567.5, "1.23457e+06"],
  [1e15, "1000000000000000"],
  [6891.125, "6891.12"],
  [6891.375, "6891.38"],
  [-0.5, "-0.5"],
])("awk prints %d as %s", (value, text) => {
  expect(printed(value)).toBe(text);
});

describe("while the console grows", () => {
  test("findings are announced once, snapshots count, settle() closes what is open", () => {
    const analyzer = new ConsoleAnalyzer({ suite: "rcu", plannedSeconds: 10 });
    expect(
      analyzer.write(Buffer.from("[    1.000000] BUG: unable to handle page fault for address: 0\n")),
    ).toEqual([]);
    expect(analyzer.write(Buffer.from("[    1.000001] RIP: 0010:rcu_core+0x1/0x2\n"))).toEqual([]);
    expect(analyzer.settle().map((f) => f.title)).toEqual([
      "BUG: unable to handle kernel paging request in rcu_core",
    ]);
    expect(analyzer.settle()).toEqual([]);
    analyzer.write(
      Buffer.from("[   15.500000] rcu-torture: rtc: 00000000aaaaaaaa ver: 70 tfle: 0\n[   16.0"),
    );
    expect(analyzer.snapshot()).toMatchObject({
      lines: 3,
      lastTime: 15.5,
      errors: 1,
      completion: "none",
      counters: { gracePeriods: 70, rate: 7 },
    });
    expect(analyzer.end().progress).toEqual([{ time: 15.5, value: 70 }]);
  });

  test("of very many findings the first keep their texts, the others where they begin", () => {
    const report = (i: number): string =>
      [
        `WARNING: CPU: 0 PID: 1 at kernel/rcu/tree.c:${i} function_${i}+0x12/0x34`,
        "Call Trace:",
        ...Array.from({ length: 60 }, (_, k) => ` frame_${k}+0x1/0x20`),
        "---[ end trace 0000000000000000 ]---",
      ]
        .map((line) => `[${i}.000000] ${line}\n`)
        .join("");
    const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
    analyzer.write(Buffer.from(Array.from({ length: 100 }, (_, i) => report(i + 1)).join("")));
    const warnings = analyzer.end().findings.filter(({ kind }) => kind === "warning");
    const whole = warnings.filter(({ truncated }) => !truncated);
    expect([warnings.length, whole.length]).toEqual([100, limits.wholeFindings]);
    for (const { text } of whole) expect(text).toMatch(/ end trace /);
    for (const { text, title, function: name } of warnings.slice(limits.wholeFindings)) {
      expect(title).toBe(`WARNING in ${name}`);
      expect(text.length).toBeLessThanOrEqual(limits.briefCharacters);
      expect(text).toMatch(/^WARNING: (?:.*\n)* frame_\d+\+0x1\/0x20$/);
    }
  });

  test("results stay small however long and hostile the console is", () => {
    const analyzer = new ConsoleAnalyzer({ suite: "rcu", plannedSeconds: 10 });
    let at = 0;
    for (let i = 0; i < 60; i++) {
      const lines: string[] = [];
      for (let k = 0; k < 200; k++) {
        at += 0.01;
        const s = `[${at.toFixed(6)}][T${k % 5}] `;
        lines.push(
          `${s}WARNING: CPU: 0 PID: 1 at kernel/rcu/tree.c:${k} function_${i}_${k}+0x1/0x2`,
          `${s}${"y".repeat(400)}`,
          `${s}Call Trace:`,
          `${s} frame+0x1/0x2`,
          `${s}rcu-torture: rtc: 00000000aaaaaaaa ver: ${i * 200 + k + 1} !!!`,
        );
      }
      analyzer.write(Buffer.from(`${lines.join("\n")}\n`));
    }
    const analysis = analyzer.end();
    expect(analysis.lines).toBe(60 * 200 * 5);
    expect(analysis.progress.length).toBeLessThanOrEqual(512);
    expect(JSON.stringify(analysis).length).toBeLessThan(1_000_000);
  });
});
