import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ExcerptPicker,
  type LineRange,
  rangesAround,
  type Share,
  sharesOf,
} from "../../src/report/html/excerpts.ts";

const share = { around: 1_000_000, tail: 24_000 };
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

function pick(text: string | Buffer, ranges: readonly LineRange[], of: Share = share, size = 7) {
  const picker = new ExcerptPicker(ranges, of);
  const bytes = Buffer.from(text);
  const block = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    // One buffer for all blocks, as files are read.
    const length = bytes.copy(block, 0, at, at + size);
    picker.write(block.subarray(0, length));
  }
  return picker.end();
}

describe("rangesAround", () => {
  it("takes a hundred lines on both sides, and one range of what touches", () => {
    expect(rangesAround([{ consoleLine: 50, lines: 3 }])).toEqual([{ first: 1, last: 152 }]);
    const far = [600, 1_000, 790].map((consoleLine) => ({ consoleLine, lines: 1 }));
    expect(rangesAround(far)).toEqual([
      { first: 500, last: 890 },
      { first: 900, last: 1_100 },
    ]);
  });

  it("is bounded, and the first findings count most", () => {
    const findings = Array.from({ length: 50 }, (_, index) => ({
      consoleLine: 90_000 - index * 1_000,
      lines: 1,
    }));
    const ranges = rangesAround(findings);
    expect(ranges).toHaveLength(9);
    expect(ranges.at(-1)).toEqual({ first: 89_900, last: 90_100 });
    expect(rangesAround([{ consoleLine: 1_000, lines: 1_000_000 }])).toEqual([{ first: 900, last: 1_499 }]);
  });
});

describe("sharesOf", () => {
  it("bounds all consoles together, however many there are", () => {
    for (const [guests, failed] of [
      [1, 1],
      [16, 3],
      [500, 0],
      [500, 500],
      [10_000, 200],
    ] as const) {
      const { tail, around } = sharesOf(guests, failed);
      expect(guests * tail + failed * around).toBeLessThanOrEqual(6_000_000);
      expect(tail).toBeGreaterThanOrEqual(300);
    }
    expect(sharesOf(0, 0).tail).toBeGreaterThan(0);
  });
});

describe("ExcerptPicker", () => {
  it("has ranges and the end, with their line numbers", () => {
    const all = numbered(1_000);
    const { lines, excerpts } = pick(`${all.join("\n")}\n`, [{ first: 10, last: 12 }]);
    expect(lines).toBe(1_000);
    expect(excerpts).toEqual([
      { firstLine: 10, text: all.slice(9, 12).join("\n") },
      { firstLine: 801, text: all.slice(800).join("\n") },
    ]);
  });

  it("makes one piece of a range that reaches the end, and of a short console", () => {
    const all = numbered(300).join("\n");
    expect(pick(all, [{ first: 90, last: 150 }]).excerpts).toEqual([
      { firstLine: 90, text: numbered(300).slice(89).join("\n") },
    ]);
    expect(pick("only", []).excerpts).toEqual([{ firstLine: 1, text: "only" }]);
    expect(pick("", [])).toEqual({ lines: 0, excerpts: [] });
  });

  it("shows every line under its own number, whatever blocks it comes in", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "é", "\r", " "), maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 80 }),
        (body, first, more, size, tail) => {
          // The first line tells that newlines end lines.
          const all = ["start of the console, longer than 32 bytes", ...body.map((one) => `${one}.`)];
          const ranges = [{ first, last: first + more }];
          const { lines, excerpts } = pick(`${all.join("\n")}\n`, ranges, { around: 1_000, tail }, size);
          expect(lines).toBe(all.length);
          const shown = excerpts.flatMap(({ firstLine, text }) =>
            text.split("\n").map((own, offset) => [firstLine + offset, own] as const),
          );
          const numbers = shown.map(([number]) => number);
          expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
          for (const [number, own] of shown) expect(own).toBe(all[number - 1]?.replaceAll("\r", " "));
          for (let number = first; number <= Math.min(first + more, all.length); number++) {
            expect(numbers).toContain(number);
          }
        },
      ),
    );
  });

  it("keeps to its bounds: long lines are cut, ranges end where the room does", () => {
    const long = pick(
      `short\n${"x".repeat(5_000)}\nend\n`,
      [{ first: 2, last: 2 }],
      { around: 9_000, tail: 10 },
      999,
    );
    expect(long.excerpts).toEqual([{ firstLine: 2, text: `${"x".repeat(1_000)}…\nend` }]);
    const { excerpts } = pick(`${numbered(1_000).join("\n")}\n`, [{ first: 1, last: 900 }], {
      around: 70,
      tail: 20,
    });
    expect(excerpts).toEqual([
      { firstLine: 1, text: numbered(9).join("\n") },
      { firstLine: 999, text: "line 999\nline 1000" },
    ]);
  });

  it("reads what other recorders left", () => {
    const text = `${numbered(50).join("\n")}\n`;
    expect(
      pick(Buffer.from(`\ufeff${text}`, "utf16le"), [{ first: 2, last: 2 }]).excerpts[0]?.text,
    ).toContain("line 2\nline 3");
    expect(pick(text.replaceAll("\n", "\r"), []).lines).toBe(50);
  });
});
