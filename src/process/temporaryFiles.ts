import { rmSync } from "node:fs";

/** Files that are being written under another name. */
const temporary = new Set<string>();

/** Until `settle`, the file is removed when this process ends. */
export function startTemporary(path: string): void {
  if (temporary.size === 0) process.once("exit", removeTemporary);
  temporary.add(path);
}

/** The file has its name, or is gone. */
export function settleTemporary(path: string): void {
  temporary.delete(path);
  if (temporary.size === 0) process.removeListener("exit", removeTemporary);
}

/** For who ends this process in a way that emits no `exit`. */
export function removeTemporary(): void {
  for (const path of temporary) rmSync(path, { force: true });
  temporary.clear();
}
