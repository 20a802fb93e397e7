import { posix } from "node:path";
import type { ReadEntry } from "tar";
import { isSafePath } from "./safePath.ts";

const plainFiles: ReadonlySet<string> = new Set(["File", "OldFile", "ContiguousFile"]);

/** Why an archive with this entry is not unpacked at all; `undefined` when it may be. */
export function refusalOf(entry: Pick<ReadEntry, "path" | "type" | "linkpath">): string | undefined {
  const { path, type, linkpath = "" } = entry;
  // `tar -C directory .` writes "./" and "./name".
  const name = path.replace(/^(\.\/)+/, "").replace(/\/$/, "");
  if (type === "Directory" && (name === "" || name === ".")) return undefined;
  if (path.startsWith("/")) return `holds an absolute name: ${path}`;
  if (path.split("/").includes("..")) return `holds a name with "..": ${path}`;
  if (!isSafePath(name)) return `holds a name that is not a plain relative path: ${JSON.stringify(path)}`;
  if (plainFiles.has(type) || type === "Directory") return undefined;
  if (type === "Link") {
    return isSafePath(linkpath.replace(/^(\.\/)+/, ""))
      ? undefined
      : `holds a hard link that leaves the archive: ${path} to ${linkpath}`;
  }
  if (type === "SymbolicLink") {
    const target = posix.normalize(posix.join(posix.dirname(name), linkpath));
    return linkpath.startsWith("/") || target === ".." || target.startsWith("../")
      ? `holds a symbolic link that leaves the archive: ${path} to ${linkpath}`
      : undefined;
  }
  return `holds a ${type}, not a file: ${path}`;
}
