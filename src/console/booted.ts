/** The kernel that a console names, and the compiler as it called itself. */
export interface BootedKernel {
  /** `6.12.90`, `6.12.0-dirty`. */
  readonly release: string;
  /** `gcc (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40`. */
  readonly compiler?: string;
}

/** The kernel's first line (init/version-timestamp.c): release, who built it where, with what, and when. */
const banner = /\bLinux version (\d+\.\S{1,80})(?: \([^()\s]{1,200}\) \((.{1,300}?)\) #\d)?/;

/** Undefined: the line is not the kernel's first. */
export function bootedKernel(line: string): BootedKernel | undefined {
  const [, release, compiler] = banner.exec(line) ?? [];
  if (release === undefined) return undefined;
  return { release, ...(compiler === undefined ? {} : { compiler }) };
}
