import { basename } from "node:path";
import { optionValue, type QemuCmd } from "./qemuCmd.ts";

/**
 * Files that a build leaves in its scenario's folder and that nobody writes to afterwards; all else there is
 * about one run. `vmlinux` is apart, for its size: only who looks up symbols needs it.
 */
const buildFileNames: readonly RegExp[] = [
  /^\.config$/,
  /^ConfigFragment(\.input)?$/,
  /^Make\.[\w.]*(out|err)$/,
  /^Module\.symvers$/,
  /^System\.map$/,
  /^bare-metal$/,
  /^builtkernel$/,
];

/** The kernel image's file name as the guest's command has it: `bzImage`, `Image`, `vmlinux`. */
export function imageName(cmd: QemuCmd): string | undefined {
  const path = optionValue(cmd.argv, "-kernel");
  return path === undefined ? undefined : basename(path);
}

/** Whether a file of a scenario's folder belongs to the build. */
export function isBuildFile(name: string, image: string | undefined): boolean {
  return name === image || buildFileNames.some((pattern) => pattern.test(name));
}
