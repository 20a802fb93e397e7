import { Decoder } from "../../console/recording/decoder.ts";
import type { Finding } from "../../results/schema.ts";
import type { ConsoleExcerpt } from "./data.ts";

/** Lines of a console, 1-based, both included. */
export type LineRange = { first: number; last: number };

/** Bytes of a console's excerpts: around its findings, and at its end. */
export type Share = { around: number; tail: number };

/** Lines before a finding and behind it. */
const context = 100;
/** Lines of a finding itself; a report may span a whole console. */
const findingLines = 400;
/** Lines around all findings of a console. */
const mostLines = 2_000;
/** Lines of a console's end. */
const tailLines = 200;
/** Bytes of a line; the kernel's own have about a thousand. */
const lineBytes = 1_000;

/** Bytes of all consoles in a page, and of one. */
const most = { all: 6_000_000, around: 160_000, tail: 24_000 };

/** What each console of a run may fill: every guest has the end of its console, those with findings get the rest. */
export function sharesOf(guests: number, withFindings: number): Share {
  const tail = Math.min(most.tail, Math.floor(most.all / 2 / Math.max(1, guests)));
  const rest = most.all - tail * guests;
  return { tail, around: Math.min(most.around, Math.floor(rest / Math.max(1, withFindings))) };
}

/** About 200 lines around each finding, in the order of the console; the first findings count most. */
export function rangesAround(findings: readonly Pick<Finding, "consoleLine" | "lines">[]): LineRange[] {
  let chosen: LineRange[] = [];
  for (const { consoleLine, lines } of findings) {
    const merged = mergeRanges([
      ...chosen,
      {
        first: Math.max(1, consoleLine - context),
        last: consoleLine + Math.min(lines, findingLines) - 1 + context,
      },
    ]);
    const count = merged.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    if (count <= mostLines) chosen = merged;
  }
  return chosen;
}

function mergeRanges(ranges: readonly LineRange[]): LineRange[] {
  const merged: LineRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before !== undefined && range.first <= before.last + 1)
      before.last = Math.max(before.last, range.last);
    else merged.push({ ...range });
  }
  return merged;
}

const nothing: Buffer = Buffer.alloc(0);

/** A line as text that stays one line: a carriage return within it would begin another. */
function textOf(line: Buffer): string {
  const text = line.toString("utf8", 0, lineBytes).replace(/\r+$/, "").replaceAll("\r", " ");
  return line.length > lineBytes ? `${text}…` : text;
}

/**
 * Picks lines out of a console that passes by in blocks of any size: some ranges, and the end. Holds no more than
 * what it picks.
 */
export class ExcerptPicker {
  readonly #decoder = new Decoder();
  readonly #ranges: readonly LineRange[];
  readonly #share: Share;
  readonly #picked: { firstLine: number; lines: string[] }[] = [];
  #range = 0;
  #room: number;
  /** Number of the line that comes next, or has begun. */
  #line = 1;
  #carry: Buffer = nothing;
  /** The console's last bytes. */
  #tail: Buffer = nothing;
  /** They begin with a whole line. */
  #whole = true;
  #endsLine = true;
  /** Of the whole console, where not all of it passed by. */
  #lines: number | undefined;
  /** Bytes after decoding, as `consoleBytes` of results counts them. */
  bytes = 0;

  constructor(ranges: readonly LineRange[], share: Share) {
    this.#ranges = ranges;
    this.#share = share;
    this.#room = share.around;
  }

  /** Nothing before the console's end is wanted any more. */
  get isPastFindings(): boolean {
    return this.#range >= this.#ranges.length || this.#room <= 0;
  }

  /** Takes the next block; it may be reused after the call. */
  write(block: Uint8Array): void {
    this.#take(this.#decoder.write(block));
  }

  /**
   * Blocks are left out from here on, but for the console's last bytes.
   * @param whole bytes and lines of the whole console
   * @param left bytes that are still to come
   */
  skipTo(whole: { bytes: number; lines: number }, left: number): void {
    this.#take(this.#decoder.flush());
    this.#tail = nothing;
    this.#whole = false;
    this.#range = this.#ranges.length;
    this.bytes = whole.bytes - left;
    this.#lines = whole.lines;
  }

  #take(decoded: Uint8Array): void {
    if (decoded.length === 0) return;
    const block = Buffer.from(decoded.buffer, decoded.byteOffset, decoded.length);
    this.bytes += block.length;
    this.#endsLine = block.at(-1) === 0x0a;
    this.#keepTail(block);
    let start = 0;
    for (let end = block.indexOf(0x0a); end >= 0; end = block.indexOf(0x0a, start)) {
      // Nearly all lines of a long console are only counted.
      if (this.#isWanted) this.#pick(block.subarray(start, end));
      this.#line++;
      start = end + 1;
    }
    if (this.#isWanted) this.#carry = Buffer.concat([this.#carry, block.subarray(start)].map(beginning));
  }

  get #isWanted(): boolean {
    return !this.isPastFindings && this.#line >= (this.#ranges[this.#range]?.first ?? Infinity);
  }

  #pick(rest: Buffer): void {
    const range = this.#ranges[this.#range];
    if (range === undefined) return;
    const text = textOf(Buffer.concat([this.#carry, rest].map(beginning)));
    this.#carry = nothing;
    this.#room -= text.length + 1;
    if (this.#room <= 0) return;
    if (this.#line === range.first) this.#picked.push({ firstLine: this.#line, lines: [] });
    this.#picked.at(-1)?.lines.push(text);
    if (this.#line === range.last) this.#range++;
  }

  #keepTail(block: Buffer): void {
    const { tail } = this.#share;
    const all = Buffer.concat([this.#tail, block.subarray(Math.max(0, block.length - tail))]);
    if (this.#tail.length + block.length > tail) this.#whole = false;
    this.#tail = Buffer.from(all.subarray(Math.max(0, all.length - tail)));
  }

  /** The console is complete. @returns its excerpts in their order, which do not overlap, and how many lines it has */
  end(): { lines: number; excerpts: ConsoleExcerpt[] } {
    this.#take(this.#decoder.flush());
    if (!this.#endsLine) {
      if (this.#isWanted) this.#pick(nothing);
      this.#line++;
    }
    const lines = this.#lines ?? this.#line - 1;
    const last = this.#picked.at(-1);
    const after = last === undefined ? 0 : last.firstLine + last.lines.length - 1;
    const tail = this.#lastLines(lines);
    const shared = Math.max(0, after - tail.firstLine + 1);
    const end = { firstLine: tail.firstLine + shared, lines: tail.lines.slice(shared) };
    // What goes on without a gap is one piece.
    if (last !== undefined && end.firstLine === after + 1) last.lines.push(...end.lines);
    else this.#picked.push(end);
    return {
      lines,
      excerpts: this.#picked
        .filter((piece) => piece.lines.length > 0)
        .map(({ firstLine, lines: own }) => ({ firstLine, text: own.join("\n") })),
    };
  }

  #lastLines(lines: number): { firstLine: number; lines: string[] } {
    const end = this.#tail.length - (this.#endsLine ? 1 : 0);
    const all: string[] = [];
    for (let stop = end; stop >= 0 && this.#tail.length > 0 && all.length < tailLines; ) {
      const start = stop === 0 ? 0 : this.#tail.lastIndexOf(0x0a, stop - 1) + 1;
      if (start === 0 && !this.#whole) break;
      all.unshift(textOf(this.#tail.subarray(start, stop)));
      stop = start - 1;
    }
    return { firstLine: lines - all.length + 1, lines: all };
  }
}

/** One byte more than is shown of a line: it tells that there was more. */
const beginning = (bytes: Buffer): Buffer => bytes.subarray(0, lineBytes + 1);
