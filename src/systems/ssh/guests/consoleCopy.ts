import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** A console that comes over the line: written down here, counted, and summed up for the comparison at the end. */
export class ConsoleCopy {
  readonly #file: number;
  readonly #hash = createHash("sha256");
  #bytes = 0;
  #open = true;

  /** @param path of the copy on this machine; begun anew */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, "w");
  }

  /** Bytes so far: where to go on after a break. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * At once, not later: whoever hears of a byte finds it in the file.
   *
   * @throws when it cannot be written
   */
  write(chunk: Buffer): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    for (let at = 0; at < chunk.length; ) at += writeSync(this.#file, chunk, at);
  }

  /** Closes the file. @returns the SHA-256 of all of it, in hex */
  end(): string {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
    return this.#hash.copy().digest("hex");
  }
}
