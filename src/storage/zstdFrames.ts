import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { constants, zstdCompress } from "node:zlib";

const compress = promisify(zstdCompress);

/**
 * zstd's own -T0 cuts jobs of 8 MiB (at level 3); these stay in a CPU's cache, and keep all CPUs busy on the 30 MB of a
 * build. They cost 3 % more bytes. Readers do well to read as much at a time.
 */
export const frameBytes = 2 * 1024 * 1024;

// Most of a build is its kernel image, which is compressed already. Of all else level 2 leaves 5 % more than zstd's
// default of 3, in two thirds of the CPU time.
const level = 2;

/**
 * Compresses with zstd on several CPUs: every 2 MiB become a frame of their own, and a row of frames is a zstd
 * stream (RFC 8878, 3.1) that any decoder reads. The streams of node:zlib cannot do it: with ZSTD_c_nbWorkers
 * Node 24 ends them before the workers have finished ("stream.push() after EOF").
 */
export async function* compressFrames(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const atOnce = 2 * availableParallelism(); // So that nobody waits for the one in front.
  const running: Promise<Buffer>[] = [];
  for await (const block of blocksOf(source)) {
    const frame = compress(block, {
      // One trip through the thread pool for each frame: room for its output even if it does not compress.
      chunkSize: block.length + (block.length >> 8) + 1024,
      pledgedSrcSize: block.length,
      params: { [constants.ZSTD_c_checksumFlag]: 1, [constants.ZSTD_c_compressionLevel]: level },
    });
    frame.catch(() => {}); // Reported where it is awaited, in its turn.
    running.push(frame);
    const [first] = running;
    if (running.length >= atOnce && first !== undefined) {
      yield await first;
      running.shift();
    }
  }
  for (const frame of running) yield await frame;
}

async function* blocksOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of source) {
    let rest = chunk;
    while (held + rest.length >= frameBytes) {
      const cut = frameBytes - held;
      parts.push(rest.subarray(0, cut));
      yield joined(parts);
      parts = [];
      held = 0;
      rest = rest.subarray(cut);
    }
    if (rest.length > 0) parts.push(rest);
    held += rest.length;
  }
  if (held > 0) yield joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : Buffer.concat(parts);
}
