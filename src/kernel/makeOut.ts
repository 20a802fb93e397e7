import { open } from "node:fs/promises";

/** `  CC      kernel/rcu/tree.o`, `  AS [M]  …`: one line for each object that kbuild makes. */
const objectLine = /^ {2}(?:CC|AS|RUSTC)(?: \[M\])? /;

/** Counts the objects in a `Make.out` that grows, from chunks cut anywhere. */
export class ObjectCounter {
  #count = 0;
  #rest = "";

  feed(chunk: string): number {
    const lines = (this.#rest + chunk).split("\n");
    this.#rest = lines.pop() ?? "";
    this.#count += lines.filter((line) => objectLine.test(line)).length;
    return this.#count;
  }
}

/** Reads what is new in a growing file; a file that is not there yet is empty. */
export class GrowingFile {
  readonly path: string;
  #offset = 0;

  constructor(path: string) {
    this.path = path;
  }

  async readNew(): Promise<string> {
    const file = await open(this.path, "r").catch(() => undefined);
    if (!file) return "";
    try {
      const { size } = await file.stat();
      const buffer = Buffer.alloc(Math.max(0, size - this.#offset));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, this.#offset);
      this.#offset += bytesRead;
      // kbuild's own lines are ASCII; latin1 never splits a character.
      return buffer.toString("latin1", 0, bytesRead);
    } finally {
      await file.close();
    }
  }
}
