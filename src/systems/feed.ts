import { Readable, type Writable } from "node:stream";

/** Writes the pieces at the speed of the reader; a reader that has gone stops the writing. */
export function feed(input: AsyncIterable<Uint8Array>, stdin: Writable, onFailure: () => void): void {
  const source = Readable.from(input, { objectMode: true });
  source.once("error", onFailure);
  stdin.once("close", () => source.destroy());
  source.pipe(stdin);
}
