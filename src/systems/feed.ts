import type { Writable } from "node:stream";

/**
 * Writes the pieces at the speed of the reader, one at a time: a piece is its maker's again when the next one is asked
 * for. A reader that has gone stops the writing.
 */
export function feed(input: AsyncIterable<Uint8Array>, stdin: Writable, onFailure: () => void): void {
  const pieces = input[Symbol.asyncIterator]();
  let gone = false;
  const closed = new Promise<void>((resolve) => {
    stdin.once("close", () => {
      gone = true;
      resolve();
      // Not waited for: it may be in the middle of a pause.
      pieces.return?.().then(undefined, () => {});
    });
  });
  const write = async () => {
    while (!gone) {
      const next = await pieces.next();
      if (next.done) break;
      await Promise.race([new Promise((resolve) => stdin.write(next.value, resolve)), closed]);
    }
    stdin.end();
  };
  write().catch(onFailure);
}
