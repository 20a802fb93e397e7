/** Bytes of a console's end in which the last stamp is looked for. */
const size = 4096;
const stamp = /\[ {0,9}(\d{1,10}\.\d{6})(?: <[ \d.]{8,20}>)?\]/g;

/** The end of a console so far, for the last printk time in it. */
export class Tail {
  readonly #bytes = Buffer.alloc(2 * size);
  #length = 0;
  /** Of the bytes that are no longer kept. */
  #earlier: number | undefined;
  #known: number | undefined;
  #isKnown = true;

  add(bytes: Uint8Array): void {
    const last = bytes.subarray(Math.max(0, bytes.length - size));
    if (this.#length + last.length > 2 * size) {
      // A stamp among what goes is remembered, unless it is sure that what comes has one: the end of a whole block.
      if (bytes.length < size || !last.includes(0x5b)) this.#earlier = this.time;
      const kept = Math.min(size, this.#length, 2 * size - last.length);
      this.#bytes.copyWithin(0, this.#length - kept, this.#length);
      this.#length = kept;
    }
    this.#bytes.set(last, this.#length);
    this.#length += last.length;
    this.#isKnown = false;
  }

  /** Seconds since boot of the last stamp; undefined where there was none. */
  get time(): number | undefined {
    if (this.#isKnown) return this.#known;
    const text = this.#bytes.toString("latin1", 0, this.#length);
    const last = [...text.matchAll(stamp)].at(-1)?.[1];
    this.#isKnown = true;
    this.#known = last === undefined ? this.#earlier : Number(last);
    return this.#known;
  }
}
