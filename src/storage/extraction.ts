import { chmodSync, closeSync, linkSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { Parser, type ReadEntry } from "tar";
import { entryName, refusalOf } from "./archiveEntry.ts";
import { BadEntry } from "./badEntry.ts";
import { errorCode } from "./files.ts";

/** What the system says, in an empty directory, of an archive that contradicts itself. */
const contradictions: Readonly<Record<string, string>> = {
  EEXIST: "holds the same name twice",
  EISDIR: "holds the same name as a file and as a directory",
  ENOTDIR: "holds the same name as a file and as a directory",
  ENOENT: "holds a hard link to what it does not hold",
  ENAMETOOLONG: "holds a name that is too long",
};

/** Entries that an archive may have: more than any run directory has files, and few enough to be made in a moment. */
const mostEntries = 100_000;

/** tar works in blocks of so many bytes. */
const blockSize = 512;

/** Zeros behind the end of the archive: tar fills up its last record, which `-b` makes this long at most. */
const mostPadding = 2 ** 20;

const zeros = Buffer.alloc(2 ** 16);

/**
 * Writes the entries of a tar stream into an empty directory while it is fed, synchronously: when `write` returns or
 * throws, nothing is under way. (node-tar's own extraction goes on writing after an error, into a directory that is
 * being removed by then, and takes twice the time.)
 */
export class Extraction {
  readonly #directory: string;
  readonly #made: Set<string>;
  readonly #parser: Parser;
  #open: number | undefined;
  #failure: unknown;
  #entries = 0;
  /** Bytes of the present entry's body that are still to come, filled up to whole blocks. */
  #body = 0;
  /** The part of a block outside of bodies that has come so far. */
  #block = Buffer.alloc(0);
  #begun = false;
  #ended = false;
  #padding = 0;

  constructor(directory: string) {
    this.#directory = directory;
    this.#made = new Set([directory]);
    this.#parser = new Parser({ strict: true, zstd: false, brotli: false });
    this.#parser.on("entry", (entry: ReadEntry) => {
      this.#body = entry.startBlockSize;
      this.#count();
      this.#guard(() => this.#extract(entry), entry);
    });
    this.#parser.on("ignoredEntry", () => this.#count());
    this.#parser.on("meta", () => this.#count());
    this.#parser.on("eof", () => {
      this.#ended = true;
    });
    this.#parser.on("error", (error: Error) => this.#fail(new BadEntry(`damaged archive: ${error.message}`)));
  }

  /** @throws {BadEntry} an entry that is refused, a damaged archive; or an error of the file system */
  write(chunk: Buffer): void {
    // The parser gets bodies as they come and all else by the block: so the end of the archive is seen where it is.
    // (Of what comes behind it, node-tar itself would keep everything, copying all of it with each piece.)
    for (let at = 0; at < chunk.length; ) {
      if (this.#ended) {
        this.#checkPadding(chunk.subarray(at));
        return;
      }
      const inBody = this.#body > 0;
      const wanted = inBody ? this.#body : blockSize - this.#block.length;
      const piece = chunk.subarray(at, at + wanted);
      at += piece.length;
      if (inBody) {
        this.#body -= piece.length;
        this.#parser.write(piece);
      } else {
        this.#takeBlock(piece);
      }
      this.#throwIfFailed();
    }
  }

  #takeBlock(piece: Buffer): void {
    const block = this.#block.length === 0 ? piece : Buffer.concat([this.#block, piece]);
    const whole = block.length === blockSize;
    this.#block = whole ? Buffer.alloc(0) : Buffer.from(block);
    if (whole) this.#parse(block);
  }

  /** All that does not belong to a file's contents. */
  #parse(block: Buffer): void {
    // node-tar would unpack it, without a bound.
    if (!this.#begun && block[0] === 0x1f && block[1] === 0x8b) throw new BadEntry("holds gzip, not tar");
    this.#begun = true;
    this.#parser.write(block);
  }

  #checkPadding(rest: Buffer): void {
    for (let at = 0; at < rest.length; at += zeros.length) {
      const piece = rest.subarray(at, at + zeros.length);
      if (!piece.equals(zeros.subarray(0, piece.length))) throw new BadEntry("holds data behind its end");
    }
    this.#padding += rest.length;
    if (this.#padding > mostPadding)
      throw new BadEntry(`holds more than ${mostPadding} zeros behind its end`);
  }

  #count(): void {
    this.#entries++;
    if (this.#entries > mostEntries) this.#fail(new BadEntry(`holds more than ${mostEntries} entries`));
  }

  end(): void {
    if (this.#block.length > 0) this.#parse(this.#block);
    this.#parser.end();
    this.#throwIfFailed();
  }

  /** Closes what an error left open. */
  [Symbol.dispose](): void {
    if (this.#open !== undefined) closeSync(this.#open);
  }

  #extract(entry: ReadEntry): void {
    const refusal = refusalOf(entry);
    if (refusal !== undefined) throw new BadEntry(refusal);
    const path = join(this.#directory, entryName(entry));
    if (entry.type === "Directory") this.#makeDirectory(path);
    else this.#makeDirectory(dirname(path));
    if (entry.type === "Link") {
      linkSync(join(this.#directory, entryName({ path: entry.linkpath ?? "" })), path);
    } else if (entry.type !== "Directory") {
      this.#writeFile(entry, path);
      return; // Its data is taken as it comes.
    }
    entry.resume();
  }

  #makeDirectory(path: string): void {
    if (this.#made.has(path)) return;
    mkdirSync(path, { recursive: true });
    this.#made.add(path);
  }

  #writeFile(entry: ReadEntry, path: string): void {
    const file = openSync(path, "wx");
    this.#open = file;
    entry.on("data", (chunk) => this.#guard(() => writeAll(file, chunk as Buffer), entry));
    entry.on("end", () => {
      this.#open = undefined;
      closeSync(file);
      // Creation is subject to the umask, the archive's modes are not.
      this.#guard(() => chmodSync(path, (entry.mode ?? 0o644) & 0o777), entry);
    });
  }

  /** After the first failure nothing is done any more, and the rest of the data is dropped. */
  #guard(action: () => void, entry: ReadEntry): void {
    if (this.#failure !== undefined) {
      entry.resume();
      return;
    }
    try {
      action();
    } catch (error) {
      const contradiction = contradictions[errorCode(error) ?? ""];
      this.#fail(contradiction === undefined ? error : new BadEntry(`${contradiction}: ${entry.path}`));
      entry.resume();
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
  }

  #throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

function writeAll(file: number, chunk: Buffer): void {
  for (let written = 0; written < chunk.length; ) written += writeSync(file, chunk, written);
}
