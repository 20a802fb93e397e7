/** Takes apart what `collectScript` prints, while it comes. */
export class CollectReader {
  readonly #onConsole: (chunk: Buffer) => void;
  #line = "";
  #left = 0;
  #sink: ((chunk: Buffer) => void) | undefined;
  /** Hex digest of the whole console on the system. */
  consoleSha256: string | undefined;
  readonly files = new Map<string, Buffer[]>();
  /** The disk that the guest wrote to has no room left. */
  full = false;
  /** Everything was said. */
  done = false;
  /** There is no such guest on the system (any more). */
  gone = false;

  /** @param onConsole is given the rest of the console */
  constructor(onConsole: (chunk: Buffer) => void) {
    this.#onConsole = onConsole;
  }

  write(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.#left > 0) {
        const part = rest.subarray(0, this.#left);
        this.#left -= part.length;
        rest = rest.subarray(part.length);
        this.#sink?.(part);
        continue;
      }
      const end = rest.indexOf(10);
      this.#line += rest.toString("latin1", 0, end < 0 ? rest.length : end);
      if (end < 0) return;
      rest = rest.subarray(end + 1);
      this.#begin(this.#line);
      this.#line = "";
    }
  }

  #begin(line: string): void {
    const [word, first = "", second = ""] = line.split(" ");
    if (word === "done") this.done = true;
    if (word === "gone") this.gone = true;
    if (word === "free") this.full = Number(first) === 0;
    if (word === "console") {
      this.#left = Math.max(0, Number(first));
      this.consoleSha256 = second;
      this.#sink = this.#onConsole;
    }
    if (word === "file") {
      const chunks: Buffer[] = [];
      this.files.set(first, chunks);
      this.#left = Number(second);
      this.#sink = (part) => chunks.push(Buffer.from(part));
    }
  }
}
