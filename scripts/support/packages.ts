import { spawnSync } from "node:child_process";

/** Debian and Ubuntu packages that building and running kernels needs. */
export const kernelPackages = [
  "bc",
  "bison",
  "ca-certificates",
  "ccache",
  "cpio",
  "file",
  "flex",
  "gawk",
  "gcc",
  "git",
  "libc6-dev",
  "libelf-dev",
  "libssl-dev",
  "make",
  "qemu-system-x86",
  "util-linux",
  "xz-utils",
] as const;

/** What the tests need beyond that: real sshd, namespaces, a browser, both kernels' sources. */
export const testPackages = [
  ...kernelPackages,
  "chromium",
  "fish",
  "csh",
  "gdb",
  "iproute2",
  "linux-source-6.1",
  "linux-source-6.12",
  "openssh-client",
  "openssh-server",
  "python3-venv",
  "shellcheck",
  "tcsh",
  "zsh",
  "zstd",
] as const;

function run(program: string, args: readonly string[], quiet = false): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: quiet ? "ignore" : "inherit", env }).status === 0;
}

/** Output of a program, or undefined when it failed. */
export function outputOf(program: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  return status === 0 ? stdout : undefined;
}

function installed(name: string): boolean {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholder
  const status = outputOf("dpkg-query", ["-W", "-f", "${db:Status-Status}", name]);
  return status === "installed";
}

/** `apt-get` as root, through sudo where we are not. */
function aptGet(args: readonly string[]): boolean {
  const root = process.getuid?.() === 0;
  return root ? run("apt-get", args) : run("sudo", ["apt-get", ...args]);
}

/**
 * Installs the Debian packages that are missing, and says so.
 * @throws Error with the line to type, on other distributions or when apt-get fails.
 */
export function ensurePackages(names: readonly string[]): void {
  if (!run("dpkg-query", ["--version"], true)) {
    throw new Error(`No dpkg here. Install with your package manager what Debian calls: ${names.join(" ")}`);
  }
  const missing = names.filter((name) => !installed(name));
  if (missing.length === 0) return;
  console.log(`Installing missing packages: ${missing.join(" ")}`);
  const options = ["-q", "-y", "--no-install-recommends", "install", ...missing];
  aptGet(["-q", "update"]);
  if (!aptGet(options)) throw new Error(`Could not install. Try: apt-get install ${missing.join(" ")}`);
}
