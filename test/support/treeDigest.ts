import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Path, kind, mode, modification time and content of everything below a folder: equal means untouched. */
export function treeDigest(folder: string): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, name);
    const { mode, mtimeMs } = lstatSync(path);
    const link = lstatSync(path).isSymbolicLink();
    const content = link ? readlinkSync(path) : lstatSync(path).isFile() ? readFileSync(path) : "";
    entries[name] = `${mode} ${mtimeMs} ${createHash("sha256").update(content).digest("hex")}`;
  }
  return entries;
}
