import { existsSync } from "node:fs";
import { InfrastructureError } from "../errors.ts";
import type { Executor } from "../systems/command.ts";
import { howToInstall, type Missing } from "../systems/install/missing.ts";
import { findProgram } from "./programs.ts";
import { toolchainOf } from "./toolchain.ts";

const programs: readonly Missing[] = [
  ...["bash", "make", "flex", "bison", "bc", "file", "cpio", "gawk"].map((name) => ({
    name,
    apt: name,
    dnf: name,
  })),
  { name: "perl", apt: "perl", dnf: "perl-interpreter" },
  { name: "xz", apt: "xz-utils", dnf: "xz" },
];

/** Headers for the kernel's host programs; the condition says when. */
const headers: readonly (Missing & {
  readonly header: string;
  readonly needed: (options: ToolOptions) => boolean;
})[] = [
  {
    name: "the C library's headers",
    header: "stdlib.h",
    apt: "libc6-dev",
    dnf: "glibc-devel",
    needed: () => true,
  },
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
  throw new InfrastructureError(
    `Building a kernel needs ${missing.map(({ name }) => name).join(", ")}, missing here. ${howToInstall(missing)}`,
  );
}

/** What a kernel build needs and this machine lacks. */
export async function missingTools(options: ToolOptions, executor: Executor): Promise<Missing[]> {
  const { cc, ld, hostcc } = toolchainOf(options.kmakeArg);
  const compilers = [...new Set([cc, hostcc, ld])].map(compilerNeed);
  const missing: Missing[] = [];
  for (const need of [...programs, ...compilers]) {
    if ((await findProgram(need.name, options.path)) === undefined) missing.push(need);
  }
  const awk = await executor.run({ argv: ["awk", "--version"], env: { PATH: options.path } });
  if (!missing.some(({ name }) => name === "gawk") && !awk.stdout.startsWith("GNU Awk")) {
    missing.push({ name: "gawk as the awk that runs", apt: "gawk", dnf: "gawk" });
  }
  const hasCompiler = !missing.some(({ name }) => name === hostcc);
  for (const need of headers.filter(({ needed }) => needed(options))) {
    const found = hasCompiler
      ? await hasHeader(need.header, hostcc, options.path, executor)
      : // Nobody can say where the compiler to come will look; this is where all look.
        existsSync(`/usr/include/${need.header}`);
    if (!found) missing.push(need);
  }
  return missing;
}

function compilerNeed(name: string): Missing {
  // Whatever brings one of this name would not bring it to this path.
  if (name.includes("/")) return { name, apt: undefined, dnf: undefined };
  const [, target, tool] = /^(\w+-linux-\w+)-(gcc|ld)$/.exec(name) ?? [];
  if (target !== undefined) {
    const base = tool === "ld" ? "binutils" : "gcc";
    return { name, apt: `${base}-${target.replaceAll("_", "-")}`, dnf: `${base}-${target}` };
  }
  const apt = /^ld\.lld/.test(name) ? name.replace("ld.", "") : name === "ld" ? "binutils" : name;
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
