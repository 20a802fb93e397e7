/**
 * GNU grep stops printing once it meets a NUL: it reads a file in blocks of 96 KiB, and prints nothing from
 * the block with the first NUL on (grep 3.5 and later, a regular file, no --binary-files=text). A NUL from a
 * guest's firmware in the first block so hides every splat from the scripts.
 */
const blockBytes = 98_304;

/** Where the first NUL is, shared by all greps over one console. */
export class BinaryGate {
  #block = Number.POSITIVE_INFINITY;

  nul(offset: number): void {
    this.#block = Math.min(this.#block, Math.floor(offset / blockBytes));
  }

  /** The block a line ends in: grep handles a line together with the block that completes it. */
  blockOf(end: number): number {
    return Math.floor(end / blockBytes);
  }

  isClosed(block: number): boolean {
    return block >= this.#block;
  }

  get sawNul(): boolean {
    return Number.isFinite(this.#block);
  }
}

/**
 * A value folded from the lines that a grep prints. Lines of the current block stay provisional, because a
 * NUL later in the same block would have kept grep from printing them.
 */
export class Printed<T> {
  readonly #gate: BinaryGate;
  readonly #fold: (before: T, now: T) => T;
  #settled: T | undefined;
  #pending: { block: number; value: T } | undefined;

  constructor(gate: BinaryGate, fold: (before: T, now: T) => T) {
    this.#gate = gate;
    this.#fold = fold;
  }

  /** @param end offset in the console of the byte after the line */
  add(end: number, value: T): void {
    const block = this.#gate.blockOf(end);
    if (this.#gate.isClosed(block)) return;
    if (this.#pending?.block === block) {
      this.#pending.value = this.#fold(this.#pending.value, value);
      return;
    }
    this.#settled = this.value;
    this.#pending = { block, value };
  }

  /** What the grep's consumer has seen so far. */
  get value(): T | undefined {
    const pending = this.#pending;
    if (!pending || this.#gate.isClosed(pending.block)) return this.#settled;
    return this.#settled === undefined ? pending.value : this.#fold(this.#settled, pending.value);
  }
}

/** `grep … | tail -1` */
export const last = <T>(_before: T, now: T): T => now;
