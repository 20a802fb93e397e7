/** Programs that the kernel's `make` will call, from its arguments. */
export interface Toolchain {
  readonly cc: string;
  readonly ld: string;
  readonly hostcc: string;
  readonly llvm: boolean;
}

/**
 * The compilers and the linker that `make ARGUMENTS` uses, as the kernel's top Makefile derives them from `CC=`,
 * `LD=`, `HOSTCC=`, `CROSS_COMPILE=` and `LLVM=1`, `LLVM=-18`, `LLVM=/path/`.
 */
export function toolchainOf(kmakeArg = ""): Toolchain {
  const given = new Map(
    kmakeArg.split(/\s+/).flatMap((word): [string, string][] => {
      const match = /^([A-Z_]+)=(.*)$/.exec(word);
      return match ? [[match[1] ?? "", match[2] ?? ""]] : [];
    }),
  );
  const llvm = given.get("LLVM") ?? "";
  const on = llvm !== "" && llvm !== "0";
  const prefix = llvm.endsWith("/") ? llvm : "";
  const suffix = llvm.startsWith("-") ? llvm : "";
  const cross = given.get("CROSS_COMPILE") ?? "";
  const clang = `${prefix}clang${suffix}`;
  return {
    cc: given.get("CC") ?? (on ? clang : `${cross}gcc`),
    ld: given.get("LD") ?? (on ? `${prefix}ld.lld${suffix}` : `${cross}ld`),
    hostcc: given.get("HOSTCC") ?? (on ? clang : "gcc"),
    llvm: on,
  };
}
