import { InfrastructureError } from "../errors.ts";
import type { Executor } from "../systems/command.ts";
import { findProgram } from "./programs.ts";
import { toolchainOf } from "./toolchain.ts";

/** Something a kernel build needs, and the packages that bring it. */
interface Need {
  readonly name: string;
  readonly apt: string;
  readonly dnf: string;
}

const programs: readonly Need[] = [
  ...["bash", "make", "flex", "bison", "bc", "file", "cpio", "gawk"].map((name) => ({
    name,
    apt: name,
    dnf: name,
  })),
  { name: "perl", apt: "perl", dnf: "perl-interpreter" },
  { name: "xz", apt: "xz-utils", dnf: "xz" },
];

/** Headers for the kernel's host programs; the condition says when. */
const headers: readonly (Need & {
  readonly header: string;
  readonly needed: (options: ToolOptions) => boolean;
})[] = [
  { name: "libelf", header: "gelf.h", apt: "libelf-dev", dnf: "elfutils-libelf-devel", needed: isX86 },
  {
    name: "OpenSSL's headers",
    header: "openssl/opensslv.h",
    apt: "libssl-dev",
    dnf: "openssl-devel",
    // For the certificates that wireless networking asks for, which the tiny configurations leave out.
    needed: ({ defconfig }) => !/tinyconfig|allnoconfig/.test(defconfig ?? ""),
  },
];

export interface ToolOptions {
  readonly kmakeArg?: string | undefined;
  readonly defconfig?: string | undefined;
  /** As `uname -m` names it. */
  readonly architecture: string;
  /** PATH of the build. */
  readonly path: string;
}

/**
 * Checks that what a kernel build needs is there, before half an hour is spent on finding out.
 *
 * @throws InfrastructureError: one line with everything that is missing and how to install it.
 */
export async function checkTools(options: ToolOptions, executor: Executor): Promise<void> {
  const missing = await missingTools(options, executor);
  if (missing.length === 0) return;
  const packages = (system: "apt" | "dnf") => [...new Set(missing.map((need) => need[system]))].join(" ");
  throw new InfrastructureError(
    `Building a kernel needs ${missing.map(({ name }) => name).join(", ")}, missing here. ` +
      `Debian, Ubuntu: apt-get install -y ${packages("apt")}. Fedora: dnf install -y ${packages("dnf")}.`,
  );
}

async function missingTools(options: ToolOptions, executor: Executor): Promise<Need[]> {
  const { cc, ld, hostcc } = toolchainOf(options.kmakeArg);
  const compilers = [...new Set([cc, hostcc, ld])].map(compilerNeed);
  const missing: Need[] = [];
  for (const need of [...programs, ...compilers]) {
    if ((await findProgram(need.name, options.path)) === undefined) missing.push(need);
  }
  const awk = await executor.run({ argv: ["awk", "--version"], env: { PATH: options.path } });
  if (!missing.some(({ name }) => name === "gawk") && !awk.stdout.startsWith("GNU Awk")) {
    missing.push({ name: "gawk as the awk that runs", apt: "gawk", dnf: "gawk" });
  }
  if (missing.some(({ name }) => name === hostcc)) return missing;
  for (const need of headers.filter(({ needed }) => needed(options))) {
    if (!(await hasHeader(need.header, hostcc, options.path, executor))) missing.push(need);
  }
  return missing;
}

function compilerNeed(name: string): Need {
  const base = name.replace(/^.*\//, "");
  const apt = /ld\.lld/.test(base) ? "lld" : /(^|-)ld$/.test(base) ? "binutils" : base;
  return { name, apt, dnf: apt };
}

async function hasHeader(header: string, cc: string, path: string, executor: Executor): Promise<boolean> {
  const result = await executor.run({
    argv: [cc, "-E", "-x", "c", "-o", "/dev/null", "-"],
    stdin: `#include <${header}>\n`,
    env: { PATH: path },
  });
  return result.exitStatus === 0;
}

function isX86({ architecture }: ToolOptions): boolean {
  return /^(x86_64|i\d86)$/.test(architecture);
}
