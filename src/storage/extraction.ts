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

  constructor(directory: string) {
    this.#directory = directory;
    this.#made = new Set([directory]);
    this.#parser = new Parser({ strict: true, zstd: false, brotli: false });
    this.#parser.on("entry", (entry: ReadEntry) => this.#guard(() => this.#extract(entry), entry));
    this.#parser.on("error", (error: Error) => this.#fail(new BadEntry(`damaged archive: ${error.message}`)));
  }

  /** @throws {BadEntry} an entry that is refused, a damaged archive; or an error of the file system */
  write(chunk: Buffer): void {
    this.#parser.write(chunk);
    this.#throwIfFailed();
  }

  end(): void {
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
