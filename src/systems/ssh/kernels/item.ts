import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createZstdCompress, zstdCompressSync } from "node:zlib";
import pLimit from "p-limit";

/** A file on this machine that is to be on other systems, known by its content. */
export interface Item {
  /** On this machine. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  /** Whether packing makes it worth the time: kernel images are packed already. */
  readonly packable: boolean;
}

/** Bytes that are packed to see whether the rest is worth it, and by how much they must shrink. */
const sample = { bytes: 256 * 1024, ratio: 0.8 };

/** Bytes that are read at a time. Larger ones only make garbage: a line takes them in packets of 32 kB. */
const pieceSize = 64 * 1024;

/** Files that are read at a time: a disk is no faster with more. */
const reading = pLimit(2);

/** Reads a file once and says what it is. */
export function describeItem(path: string): Promise<Item> {
  return reading(async () => {
    const hash = createHash("sha256");
    let size = 0;
    await using file = await open(path);
    // One buffer for all of it: collecting thousands of them would take its time, and the memory meanwhile.
    const buffer = Buffer.allocUnsafe(4 * pieceSize);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, size);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
    return { path, sha256: hash.digest("hex"), size, packable: await isPackable(path) };
  });
}

async function isPackable(path: string): Promise<boolean> {
  await using file = await open(path);
  // From the middle: images start with headers and padding.
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read(
    Buffer.alloc(Math.min(sample.bytes, size)),
    0,
    Math.min(sample.bytes, size),
    Math.max(0, Math.floor((size - sample.bytes) / 2)),
  );
  if (bytesRead === 0) return false;
  return zstdCompressSync(buffer.subarray(0, bytesRead)).length < bytesRead * sample.ratio;
}

/** One buffer for all pieces: whoever takes a piece is done with it when asking for the next. */
async function* rawPieces(path: string, offset: number): AsyncGenerator<Uint8Array> {
  await using file = await open(path);
  const buffer = Buffer.allocUnsafe(pieceSize);
  for (let at = offset; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/**
 * The item's bytes from `offset` on, packed or not, read only as fast as they are taken. A piece holds its bytes until
 * the next one is asked for.
 */
export function readItem(item: Item, offset: number, packed: boolean): AsyncIterable<Uint8Array> {
  if (!packed) return rawPieces(item.path, offset);
  const bytes = createReadStream(item.path, { start: offset, highWaterMark: pieceSize });
  const packer = createZstdCompress();
  bytes.once("error", (error) => packer.destroy(error));
  packer.once("close", () => bytes.destroy());
  return bytes.pipe(packer);
}
