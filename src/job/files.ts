import { rename, rm, writeFile } from "node:fs/promises";
import { settleTemporary, startTemporary } from "../process/temporaryFiles.ts";

/** Writes a file whole or not at all: readers never see half of it, and a crash leaves the old one. */
export async function writeWhole(
  path: string,
  text: string,
  encoding: BufferEncoding = "utf8",
): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  startTemporary(temporary);
  try {
    await writeFile(temporary, text, encoding);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    settleTemporary(temporary);
  }
}
