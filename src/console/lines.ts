import { confirm } from "./anchors.ts";
import { classBits, type Keyword } from "./automaton.ts";
import { boring, consoleMatchers, flag } from "./keywords.ts";
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
  readonly #matchers = consoleMatchers();
  readonly #carry = Buffer.allocUnsafe(limits.lineBytes);
  #carried = 0;
  /** Bytes of the unfinished line that earlier chunks held. */
  #before = 0;
  #state = 0;
  #flags = 0;
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
    // An unfinished line from before is finished by the automaton, which remembers where it was.
    const first = this.#before === 0 || newline === 0 ? 0 : chunk.indexOf(0x0a) + 1;
    this.#crawl(chunk, 0, first);
    this.#leap(chunk, first, newline);
    this.#crawl(chunk, newline, chunk.length);
    this.#keep(chunk, newline);
    this.#before += chunk.length - newline;
    this.bytes += chunk.length;
  }

  /** Looks at each byte: what is given may begin and end anywhere in a line. */
  #crawl(chunk: Buffer, from: number, to: number): void {
    const { classes, table, firstEvent, newline, nul, high, sets, conditional } = this.#matchers.automaton;
    let state = this.#state;
    let flags = this.#flags;
    let start = from;
    for (let i = from; i < to; ) {
      do {
        state = table[state + (classes[chunk[i++] as number] as number)] as number;
      } while (state < firstEvent && i < to);
      if (state === newline) {
        this.#finish(chunk, start, i - 1, flags);
        flags = 0;
        start = i;
      } else if (state === nul) {
        flags |= flag.nul;
        this.#nul(i - 1);
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

  /** Looks at pairs of bytes: what is given is whole lines, and none is unfinished. */
  #leap(chunk: Buffer, from: number, to: number): void {
    if (chunk.byteOffset % 2 !== 0) {
      this.#crawl(chunk, from, to);
      return;
    }
    const { pairs, candidates } = this.#matchers.anchors;
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
          this.#finish(chunk, start, i, flags);
          flags = 0;
          start = i + 1;
        } else if (byte === 0) {
          flags |= flag.nul;
          this.#nul(i);
        } else if (byte > 0x7f) {
          flags |= flag.high;
        }
      }
    }
    // An odd number of bytes: the last one, a newline, belongs to no pair.
    if (start < to) this.#finish(chunk, start, to - 1, flags);
    if (to > from) this.#state = 0;
  }

  #finish(chunk: Buffer, start: number, end: number, flags: number): void {
    this.lines++;
    this.seen |= flags;
    if ((flags & interesting) !== 0 || this.#sink.wantsAll) this.#emit(chunk, start, end, flags);
    else if (this.#before !== 0) this.#before = this.#carried = 0;
  }

  /** Hands over a last line that has no newline. */
  end(): void {
    if (this.#before === 0) return;
    this.lines++;
    this.seen |= this.#flags;
    if (this.#sink.wantsAll || (this.#flags & interesting) !== 0)
      this.#emit(Buffer.alloc(0), 0, 0, this.#flags);
    this.#before = this.#carried = this.#flags = this.#state = 0;
  }

  /** The beginning of the line that is not finished yet. */
  get unfinished(): Buffer {
    return this.#carry.subarray(0, this.#carried);
  }

  #nul(at: number): void {
    if ((this.seen & flag.nul) === 0) this.#sink.nul(this.bytes + at);
    this.seen |= flag.nul;
  }

  #keep(chunk: Uint8Array, start: number): void {
    const room = Math.min(limits.lineBytes - this.#carried, chunk.length - start);
    if (room <= 0) return;
    this.#carry.set(chunk.subarray(start, start + room), this.#carried);
    this.#carried += room;
  }

  #emit(chunk: Buffer, start: number, end: number, flags: number): void {
    const length = this.#before + end - start;
    const line: Line = {
      number: this.lines,
      flags,
      source: chunk,
      start,
      stop: Math.min(end, start + limits.lineBytes),
      length,
      end: this.bytes + end,
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
  }
}
