import { confirm } from "./anchors.ts";
import { classBits, type Keyword } from "./automaton.ts";
import { boring, consoleAnchors, consoleAutomaton, flag } from "./keywords.ts";
import { limits } from "./limits.ts";

/** One line that somebody may want to see. Valid only during the call that hands it over. */
export interface Line {
  /** 1-based. */
  number: number;
  /** Bits of `keywords.ts`. */
  flags: number;
  /** Where the first `limits.lineBytes` bytes are, without the newline: `source` from `start` to `stop`. */
  source: Buffer;
  start: number;
  stop: number;
  /** Length in bytes of the whole line. */
  length: number;
  /** Offset in the console of the byte after the line's text. */
  end: number;
  /** The bytes decoded, once somebody asked (scripts/text.ts). */
  text: string | undefined;
}

export interface LineSink {
  /** Every line is wanted, not only those with flags that interest somebody. */
  readonly wantsAll: boolean;
  line(line: Line): void;
  /** The first NUL of the console, at this offset. */
  nul(offset: number): void;
}

/** A line with none of these is handed over only to a sink that wants all. */
const interesting = ~boring;

function apply(keywords: readonly Keyword[], flags: number): number {
  let result = flags;
  for (const { needs = 0, sets } of keywords) if ((flags & needs) === needs) result |= sets;
  return result;
}

/** A view of the line's bytes. */
export function bytesOf({ source, start, stop }: Line): Buffer {
  return source.subarray(start, stop);
}

/** Cuts bytes into lines and notices keywords, in one pass and with bounded memory. */
export class LineScanner {
  readonly #sink: LineSink;
  readonly #anchors = consoleAnchors();
  /** The unfinished line's beginning; a byte more, for the newline that a last line may lack. */
  readonly #carry = Buffer.allocUnsafeSlow(limits.lineBytes + 1);
  #carried = 0;
  /** Bytes of the unfinished line that earlier chunks held. */
  #before = 0;
  /** The unfinished line is longer than what is kept of it: its bytes are looked at one by one as they come. */
  #crawling = false;
  #state = 0;
  #flags = 0;
  /** What the sink said last: only a line that it takes can change its mind. */
  #wantsAll = false;
  lines = 0;
  /** All flags of all lines so far. */
  seen = 0;
  bytes = 0;

  constructor(sink: LineSink) {
    this.#sink = sink;
  }

  write(bytes: Uint8Array): void {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const newline = chunk.lastIndexOf(0x0a) + 1;
    const first = this.#before === 0 || newline === 0 ? 0 : chunk.indexOf(0x0a) + 1;
    this.#wantsAll = this.#sink.wantsAll;
    if (this.#before > 0) this.#complete(chunk, newline === 0 ? chunk.length : first, newline > 0);
    if (newline > 0) this.#leap(chunk, first, newline, this.bytes);
    if (newline > 0 || this.#before === 0) this.#keep(chunk, newline);
    this.bytes += chunk.length;
  }

  /** Takes the rest of the unfinished line, or more of it. Short ones are put together, long ones crawled through. */
  #complete(chunk: Buffer, end: number, isWhole: boolean): void {
    if (!this.#crawling && this.#before + end <= limits.lineBytes) {
      this.#carry.set(chunk.subarray(0, end), this.#carried);
      this.#carried += end;
      this.#before += end;
      if (isWhole) this.#leapCarry(this.bytes + end);
      return;
    }
    this.#startCrawling();
    this.#crawl(chunk, 0, end);
    if (isWhole) this.#crawling = false;
    else this.#append(chunk, 0);
  }

  /** The unfinished line has come to its end, at this offset of the console. */
  #leapCarry(end: number): void {
    const size = this.#carried;
    this.#before = this.#carried = 0;
    this.#leap(this.#carry, 0, size, end - size);
  }

  #startCrawling(): void {
    if (this.#crawling) return;
    this.#crawling = true;
    this.#state = this.#flags = 0;
    const { bytes } = this;
    this.bytes -= this.#before;
    this.#crawl(this.#carry, 0, this.#carried);
    this.bytes = bytes;
  }

  /** Looks at each byte: what is given may begin and end anywhere in a line. */
  #crawl(chunk: Buffer, from: number, to: number): void {
    const { classes, table, firstEvent, newline, nul, high, sets, conditional } = consoleAutomaton();
    let state = this.#state;
    let flags = this.#flags;
    let start = from;
    for (let i = from; i < to; ) {
      do {
        state = table[state + (classes[chunk[i++] as number] as number)] as number;
      } while (state < firstEvent && i < to);
      if (state === newline) {
        this.#finish(chunk, start, i - 1, flags, this.bytes);
        flags = 0;
        start = i;
      } else if (state === nul) {
        flags |= flag.nul;
        this.#nul(this.bytes + i - 1);
      } else if (state === high) {
        flags |= flag.high;
      } else if (state >= firstEvent) {
        const event = (state - firstEvent) >> classBits;
        flags |= sets[event] as number;
        const keywords = conditional[event];
        if (keywords !== undefined) flags = apply(keywords, flags);
      }
    }
    this.#state = state;
    this.#flags = flags;
  }

  /**
   * Looks at pairs of bytes: what is given is whole lines, and none is unfinished.
   * @param offset of `chunk` in the console
   */
  #leap(unaligned: Buffer, from: number, to: number, offset: number): void {
    const chunk = unaligned.byteOffset % 2 === 0 ? unaligned : Buffer.from(Uint8Array.from(unaligned).buffer);
    const { pairs, candidates } = this.#anchors;
    const words = new Uint16Array(chunk.buffer, chunk.byteOffset, to >> 1);
    const { length } = words;
    let flags = 0;
    let start = from;
    for (let w = from >> 1; w < length; w++) {
      while (
        w + 4 <= length &&
        ((pairs[words[w] as number] as number) |
          (pairs[words[w + 1] as number] as number) |
          (pairs[words[w + 2] as number] as number) |
          (pairs[words[w + 3] as number] as number)) ===
          0
      )
        w += 4;
      if (w >= length) break;
      const found = pairs[words[w] as number] as number;
      if (found === 0) continue;
      if (found > 1) {
        flags = confirm(candidates[found] as (typeof candidates)[number], chunk, w * 2, start, to, flags);
        continue;
      }
      for (let i = Math.max(w * 2, start); i <= w * 2 + 1; i++) {
        const byte = chunk[i] as number;
        if (byte === 0x0a) {
          this.#finish(chunk, start, i, flags, offset);
          flags = 0;
          start = i + 1;
        } else if (byte === 0) {
          flags |= flag.nul;
          this.#nul(offset + i);
        } else if (byte > 0x7f) {
          flags |= flag.high;
        }
      }
    }
    // An odd number of bytes: the last one, a newline, belongs to no pair.
    if (start < to) this.#finish(chunk, start, to - 1, flags, offset);
  }

  #finish(chunk: Buffer, start: number, end: number, flags: number, offset: number): void {
    this.lines++;
    this.seen |= flags;
    if ((flags & interesting) !== 0 || this.#wantsAll) this.#emit(chunk, start, end, flags, offset);
    else if (this.#before !== 0) this.#before = this.#carried = 0;
  }

  /** Hands over a last line that has no newline. */
  end(): void {
    if (this.#before === 0) return;
    this.#wantsAll = this.#sink.wantsAll;
    if (this.#crawling) {
      this.#finish(Buffer.alloc(0), 0, 0, this.#flags, this.bytes);
      this.#crawling = false;
      return;
    }
    this.#carry[this.#carried++] = 0x0a;
    this.#leapCarry(this.bytes + 1);
  }

  #nul(offset: number): void {
    if ((this.seen & flag.nul) === 0) this.#sink.nul(offset);
    this.seen |= flag.nul;
  }

  /** Keeps the beginning of a line that is not finished. */
  #keep(chunk: Buffer, start: number): void {
    if (chunk.length - start > limits.lineBytes) {
      this.#crawling = true;
      this.#state = this.#flags = 0;
      this.#crawl(chunk, start, chunk.length);
    }
    this.#append(chunk, start);
  }

  #append(chunk: Uint8Array, start: number): void {
    this.#before += chunk.length - start;
    const room = Math.min(limits.lineBytes - this.#carried, chunk.length - start);
    if (room <= 0) return;
    this.#carry.set(chunk.subarray(start, start + room), this.#carried);
    this.#carried += room;
  }

  #emit(chunk: Buffer, start: number, end: number, flags: number, offset: number): void {
    const length = this.#before + end - start;
    const line: Line = {
      number: this.lines,
      flags,
      source: chunk,
      start,
      stop: Math.min(end, start + limits.lineBytes),
      length,
      end: offset + end,
      text: undefined,
    };
    if (this.#before !== 0) {
      const room = Math.min(limits.lineBytes - this.#carried, line.stop - start);
      if (room > 0) this.#carry.set(chunk.subarray(start, start + room), this.#carried);
      line.source = this.#carry;
      line.start = 0;
      line.stop = this.#carried + Math.max(room, 0);
      this.#before = this.#carried = 0;
    }
    this.#sink.line(line);
    this.#wantsAll = this.#sink.wantsAll;
  }
}
