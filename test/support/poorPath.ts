import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Compilers, linkers and what else only a build needs. */
const building = /^(.*-)?(gcc|g\+\+|cc|c\+\+|cpp|clang|ld|as|make|ccache|flex|bison)([-.].*)?$|^(gmake|lld)/;

/** A folder for PATH with everything that is installed here, but nothing to build with. */
export function pathWithoutCompilers(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const from of ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"]) {
    for (const name of readdirSync(from)) {
      if (building.test(name)) continue;
      try {
        symlinkSync(join(from, name), join(folder, name));
      } catch (error) {
        // The first in PATH wins.
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
    }
  }
  return folder;
}
