import { StringDecoder } from "node:string_decoder";

/** Bytes kept at most: a console without a newline must not fill the memory. */
const bound = 64 * 1024;

/** The end of a stream of text, as `tail` would print it, without keeping the rest. */
export class LastLines {
  readonly #count: number;
  readonly #decoder = new StringDecoder("utf8");
  #text = "";

  constructor(count: number) {
    this.#count = count;
  }

  write(chunk: Buffer): void {
    // What is further from the end than the bound cannot be among the last lines that are kept.
    this.#text += this.#decoder.write(chunk.length > bound ? chunk.subarray(chunk.length - bound) : chunk);
    if (this.#text.length > 2 * bound) this.#text = this.#text.slice(-bound);
  }

  /** The last lines without their newlines; an unfinished line counts as one. */
  lines(): string[] {
    const lines = this.#text.slice(-bound).split("\n");
    if (lines.at(-1) === "") lines.pop();
    return lines.slice(-this.#count);
  }
}
