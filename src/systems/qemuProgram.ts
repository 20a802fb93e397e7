import { arch } from "node:process";

/** qemu's names of the architectures that Node runs on, where they differ. */
const qemuArchitectures: Readonly<Record<string, string>> = { x64: "x86_64", arm64: "aarch64", ia32: "i386" };

/** The qemu that guests will run with, as far as can be said before there is a kernel. */
export function expectedQemu(qemuCmd: string | undefined): string {
  return qemuCmd ?? `qemu-system-${qemuArchitectures[arch] ?? arch}`;
}
