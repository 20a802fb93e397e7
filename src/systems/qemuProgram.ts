import { arch } from "node:process";
import type { Missing } from "./install/missing.ts";

/** qemu's names of the architectures that Node runs on, where they differ. */
const qemuArchitectures: Readonly<Record<string, string>> = { x64: "x86_64", arm64: "aarch64", ia32: "i386" };

/** The qemu that guests will run with, as far as can be said before there is a kernel. */
export function expectedQemu(qemuCmd: string | undefined): string {
  return qemuCmd ?? `qemu-system-${qemuArchitectures[arch] ?? arch}`;
}

/** A qemu that is missing, and the packages that bring it: none for one that is given by its path. */
export function missingQemu(qemu: string): Missing {
  const architecture = /^qemu-system-(\w+)$/.exec(qemu)?.[1];
  return { name: qemu, ...(architecture === undefined ? noPackage : packagesFor(architecture)) };
}

const noPackage = { apt: undefined, dnf: undefined };

function packagesFor(architecture: string): Pick<Missing, "apt" | "dnf"> {
  if (/^(x86_64|i386)$/.test(architecture)) return { apt: "qemu-system-x86", dnf: "qemu-system-x86" };
  if (/^(aarch64|arm)$/.test(architecture)) {
    return { apt: "qemu-system-arm", dnf: `qemu-system-${architecture}` };
  }
  if (/^ppc/.test(architecture)) return { apt: "qemu-system-ppc", dnf: "qemu-system-ppc" };
  const family = architecture.replace(/^riscv\d+$/, "riscv");
  return { apt: "qemu-system-misc", dnf: `qemu-system-${family}` };
}
