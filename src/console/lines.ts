import { classBits, type Keyword } from "./automaton.ts";
import { boring, consoleAutomaton, flag } from "./keywords.ts";
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
  readonly #automaton = consoleAutomaton();
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
    const { classes, table, firstEvent, newline, nul, high, sets, conditional } = this.#automaton;
    const size = chunk.length;
    let state = this.#state;
    let flags = this.#flags;
    let start = 0;
    let all = this.#sink.wantsAll;
    for (let i = 0; i < size; ) {
      do {
        state = table[state + (classes[chunk[i++] as number] as number)] as number;
      } while (state < firstEvent && i < size);
      if (state === newline) {
        this.lines++;
        this.seen |= flags;
        if (all || (flags & interesting) !== 0) {
          this.#emit(chunk, start, i - 1, flags);
          all = this.#sink.wantsAll;
        } else if (this.#before !== 0) {
          this.#before = this.#carried = 0;
        }
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
    this.#keep(chunk, start);
    this.#before += size - start;
    this.bytes += size;
    this.#state = state;
    this.#flags = flags;
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
