import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createZstdCompress, zstdCompressSync } from "node:zlib";

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

const pieceSize = 256 * 1024;

/** Reads a file once and says what it is. */
export async function describeItem(path: string): Promise<Item> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: pieceSize })) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return { path, sha256: hash.digest("hex"), size, packable: await isPackable(path) };
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

/** The item's bytes from `offset` on, packed or not, read only as fast as they are taken. */
export function readItem(item: Item, offset: number, packed: boolean): AsyncIterable<Uint8Array> {
  const bytes = createReadStream(item.path, { start: offset, highWaterMark: pieceSize });
  if (!packed) return bytes;
  const packer = createZstdCompress();
  bytes.once("error", (error) => packer.destroy(error));
  packer.once("close", () => bytes.destroy());
  return bytes.pipe(packer);
}
