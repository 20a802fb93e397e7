import { rename, rm, writeFile } from "node:fs/promises";

/** Writes a file whole or not at all: readers never see half of it, and a crash leaves the old one. */
export async function writeAtomically(
  path: string,
  text: string,
  encoding: BufferEncoding = "utf8",
): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, encoding);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
