import { constants } from "node:fs";
import { copyFile, link, symlink } from "node:fs/promises";
import { InfrastructureError, messageOf } from "../errors.ts";

export const linkKinds = ["hard", "soft", "copy"] as const;
export type LinkKind = (typeof linkKinds)[number];

const makers: Record<LinkKind, (from: string, to: string) => Promise<void>> = {
  hard: link,
  soft: symlink,
  // A reflink where the file system can: a copy that costs no space.
  copy: (from, to) => copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL),
};

/** Errors of link(2) that mean that a hard link is impossible here, while a copy is not. */
const notLinkable = new Set(["EXDEV", "EPERM", "EMLINK", "ENOTSUP", "EOPNOTSUPP"]);

/**
 * Brings files into a new folder by one kind of link, falling back from hard links to copies.
 * The files must be ones that nobody writes to in place: through a hard or soft link the old one would change.
 */
export function linker(kind: LinkKind, onFallback: (reason: string) => void) {
  let current = kind;
  return async (from: string, to: string): Promise<void> => {
    try {
      await makers[current](from, to);
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (current === "hard" && notLinkable.has(code)) {
        current = "copy";
        onFallback(`hard links from ${from} are not possible here (${code}); copying instead`);
        await makers.copy(from, to);
      } else if (code === "ENOSPC" || code === "EDQUOT") {
        throw new InfrastructureError(`${to}: no space left on the device; free some, or use link: hard.`);
      } else {
        throw new InfrastructureError(`${to}: cannot be made from ${from}: ${messageOf(error)}`);
      }
    }
  };
}
