import { classBits } from "./automaton.ts";
import { consoleAutomaton, flag } from "./keywords.ts";
import { limits } from "./limits.ts";

/** One line that somebody may want to see. Valid only during the call that hands it over. */
export interface Line {
  /** 1-based. */
  number: number;
  /** Bits of `keywords.ts`. */
  flags: number;
  /** The first `limits.lineBytes` bytes, without the newline. */
  bytes: Buffer;
  /** Length in bytes of the whole line. */
  length: number;
  /** Offset in the console of the byte after the line's text. */
  end: number;
}

export interface LineSink {
  /** Every line is wanted, not only those with flags. */
  readonly wantsAll: boolean;
  line(line: Line): void;
  /** The first NUL of the console, at this offset. */
  nul(offset: number): void;
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
  #sawNul = false;
  lines = 0;
  bytes = 0;

  constructor(sink: LineSink) {
    this.#sink = sink;
  }

  write(chunk: Uint8Array): void {
    const { classes, table, firstEvent, newline, nul, high, outputs } = this.#automaton;
    let state = this.#state;
    let flags = this.#flags;
    let start = 0;
    const size = chunk.length;
    for (let i = 0; i < size; i++) {
      state = table[(state << classBits) | (classes[chunk[i] as number] as number)] as number;
      if (state < firstEvent) continue;
      if (state === newline) {
        this.lines++;
        if (flags !== 0 || this.#sink.wantsAll) this.#emit(chunk, start, i, flags);
        else this.#before = this.#carried = 0;
        flags = 0;
        start = i + 1;
      } else if (state === nul) {
        // grep without --binary-files=text takes a NUL for a line's end, so no pattern reaches across it.
        flags = (flags | flag.nul) & ~flag.dashTorture;
        if (!this.#sawNul) {
          this.#sawNul = true;
          this.#sink.nul(this.bytes + i);
        }
      } else if (state === high) {
        flags |= flag.high;
      } else {
        for (const keyword of outputs[state - firstEvent] as (typeof outputs)[number]) {
          const needs = keyword.needs ?? 0;
          if ((flags & needs) === needs) flags |= keyword.sets;
        }
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
    if (this.#flags !== 0 || this.#sink.wantsAll) this.#emit(Buffer.alloc(0), 0, 0, this.#flags);
    this.#before = this.#carried = this.#flags = this.#state = 0;
  }

  /** The beginning of the line that is not finished yet. */
  get unfinished(): Buffer {
    return this.#carry.subarray(0, this.#carried);
  }

  #keep(chunk: Uint8Array, start: number): void {
    const room = Math.min(limits.lineBytes - this.#carried, chunk.length - start);
    if (room <= 0) return;
    this.#carry.set(chunk.subarray(start, start + room), this.#carried);
    this.#carried += room;
  }

  #emit(chunk: Uint8Array, start: number, end: number, flags: number): void {
    const length = this.#before + end - start;
    const stop = Math.min(end, start + limits.lineBytes);
    let bytes: Buffer;
    if (this.#before === 0) {
      bytes = Buffer.from(chunk.buffer, chunk.byteOffset + start, stop - start);
    } else {
      const room = Math.min(limits.lineBytes - this.#carried, stop - start);
      if (room > 0) this.#carry.set(chunk.subarray(start, start + room), this.#carried);
      bytes = this.#carry.subarray(0, this.#carried + Math.max(room, 0));
    }
    this.#before = this.#carried = 0;
    this.#sink.line({ number: this.lines, flags, bytes, length, end: this.bytes + end });
  }
}
