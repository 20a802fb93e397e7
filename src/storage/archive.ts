import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import { Header, Pack, ReadEntry } from "tar";
import { BadEntry } from "./badEntry.ts";
import { Extraction } from "./extraction.ts";
import { errorCode } from "./files.ts";
import { compressFrames, frameBytes } from "./zstdFrames.ts";

/** A file of the archive that does not come from the directory: name and text. */
export interface ExtraFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Packs files (relative to `directory`) into a `.tar.zst`, streaming, on all CPUs. Modes are kept, symbolic links
 * are read through, and `first` comes before all else. GNU tar and zstd read the result.
 */
export async function pack(
  directory: string,
  paths: readonly string[],
  archive: string,
  first?: ExtraFile,
): Promise<void> {
  // Hard links between files of the build would become links in the archive; every entry stands for itself here.
  const packer = new Pack({
    cwd: directory,
    strict: true,
    follow: true,
    noDirRecurse: true,
    maxReadSize: frameBytes,
    linkCache: new NoLinks(),
  });
  if (first !== undefined) addText(packer, first);
  for (const path of paths) packer.add(path);
  packer.end();
  await pipeline(Readable.from(compressFrames(packer)), createWriteStream(archive, { flags: "wx" }));
}

export interface UnpackOptions {
  /** Bytes an archive may unpack to, so that a small file cannot fill a disk. Default 32 GiB. */
  readonly maxBytes?: number;
}

/**
 * Unpacks a `.tar.zst` into an empty directory, streaming. Nothing is written outside of it. Zero-filled images
 * compress a thousandfold and more, so there is no limit on the ratio, only on the bytes.
 * @throws {BadEntry} an entry with `..`, an absolute name, a link that leaves the root, a device; a torn or
 *   damaged archive. The directory then holds a part of it: call from within `createAtomically`.
 */
export async function unpack(archive: string, directory: string, options: UnpackOptions = {}): Promise<void> {
  const maxBytes = options.maxBytes ?? 32 * 1024 ** 3;
  using extraction = new Extraction(directory);
  let bytes = 0;
  try {
    await pipeline(
      createReadStream(archive, { highWaterMark: 1 << 20 }),
      createZstdDecompress({ chunkSize: 1 << 20 }),
      async (source: AsyncIterable<Buffer>) => {
        for await (const chunk of source) {
          bytes += chunk.length;
          if (bytes > maxBytes) throw new BadEntry(`unpacks to more than ${maxBytes} bytes`);
          extraction.write(chunk);
        }
      },
    );
    if (bytes === 0) throw new BadEntry("is empty");
    extraction.end();
  } catch (error) {
    throw asBadEntry(error);
  }
}

/** Pack asks for links by device and inode; with no memory, it finds none. */
class NoLinks extends Map<`${number}:${number}`, string> {
  override get(): undefined {
    return undefined;
  }
}

function addText(packer: Pack, { path, text }: ExtraFile): void {
  const body = Buffer.from(text);
  const entry = new ReadEntry(
    new Header({ path, mode: 0o644, size: body.length, type: "File", mtime: new Date() }),
  );
  packer.add(entry);
  entry.end(body);
}

// What the system refused (a full disk: ENOSPC) is no fault of the archive. zlib and tar have codes of their own.
function asBadEntry(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof BadEntry) return error;
  if (/^E[A-Z0-9]+$/.test(errorCode(error) ?? "")) return error;
  return new BadEntry(`damaged archive: ${error.message}`);
}
