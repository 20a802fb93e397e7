import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { settleTemporary, startTemporary } from "../process/temporaryFiles.ts";

/** Writes a file whole or not at all: readers never see half of it, and a crash leaves the old one. */
export async function writeAtomically(
  path: string,
  text: string,
  encoding: BufferEncoding = "utf8",
): Promise<void> {
  // The folder may be a stranger's: a name that nobody guesses, and never through a link.
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  startTemporary(temporary);
  try {
    await writeFile(temporary, text, { encoding, flag: "wx" });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    settleTemporary(temporary);
  }
}
