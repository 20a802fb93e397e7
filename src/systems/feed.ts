import type { Writable } from "node:stream";

/**
 * Writes the pieces at the speed of the reader, one at a time: a piece is its maker's again when the next one is asked
 * for. A reader that has gone stops the writing.
 */
export function feed(input: AsyncIterable<Uint8Array>, stdin: Writable, onFailure: () => void): void {
  const pieces = input[Symbol.asyncIterator]();
  const gone = new Promise<true>((resolve) => {
    stdin.once("close", () => {
      resolve(true);
      // Not waited for: it may be in the middle of a pause.
      pieces.return?.().then(undefined, () => {});
    });
  });
  /** @returns whether there is nobody to write to any more */
  const refused = (piece: Uint8Array) =>
    new Promise<boolean>((resolve) => {
      stdin.write(piece, (error) => resolve(error !== null && error !== undefined));
    });
  const write = async () => {
    for (;;) {
      const next = await pieces.next();
      if (next.done) break;
      if (await Promise.race([refused(next.value), gone])) {
        await pieces.return?.();
        return;
      }
    }
    stdin.end();
  };
  write().catch(onFailure);
}
