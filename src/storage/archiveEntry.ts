import type { ReadEntry } from "tar";
import { isSafePath } from "./safePath.ts";

const plainFiles: ReadonlySet<string> = new Set(["File", "OldFile", "ContiguousFile"]);

/** The name without what says nothing: `tar -C directory .` writes "./" and "./name", and "name/" for directories. */
export function entryName({ path }: { readonly path: string }): string {
  return path.replace(/^(\.\/)+/, "").replace(/\/$/, "");
}

/** Why an archive with this entry is not unpacked at all; `undefined` when it may be. */
export function refusalOf(entry: Pick<ReadEntry, "path" | "type" | "linkpath">): string | undefined {
  const { path, type, linkpath = "" } = entry;
  const name = entryName(entry);
  if (type === "Directory" && (name === "" || name === ".")) return undefined;
  if (path.startsWith("/")) return `holds an absolute name: ${path}`;
  if (path.split("/").includes("..")) return `holds a name with "..": ${path}`;
  if (!isSafePath(name)) return `holds a name that is not a plain relative path: ${JSON.stringify(path)}`;
  if (plainFiles.has(type) || type === "Directory") return undefined;
  if (type === "Link") {
    return isSafePath(entryName({ path: linkpath }))
      ? undefined
      : `holds a hard link that leaves the archive: ${path} to ${linkpath}`;
  }
  // Not even one that stays inside: builds have none, and what is written through one is not where its name says.
  if (type === "SymbolicLink") return `holds a symbolic link: ${path} to ${linkpath}`;
  return `holds a ${type}, not a file: ${path}`;
}
