import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ensurePackages, outputOf } from "./packages.ts";

/** Where the demo and the tests keep what they fetched and built, outside the checkout. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "rcutorture-action");

/** The newest `linux-source-X.Y` package that the distribution offers. */
function newestSourcePackage(): string {
  const names = (outputOf("apt-cache", ["pkgnames", "linux-source-"]) ?? "").split("\n");
  const newest = names
    .filter((name) => /^linux-source-\d+\.\d+(\.\d+)?$/.test(name))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .at(-1);
  if (!newest)
    throw new Error("The distribution has no linux-source package; set KERNEL=/path/to/a/kernel/tree.");
  return newest;
}

function must(program: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(program, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${program} ${args[0] ?? ""} failed in ${cwd}`);
}

function archiveOf(name: string): string {
  const archive = readdirSync("/usr/src").find((file) => file.startsWith(`${name}.tar.`));
  if (!archive) throw new Error(`${name} is installed, but /usr/src/${name}.tar.* is not there.`);
  return join("/usr/src", archive);
}

/**
 * A kernel tree with git history of one commit, unpacked from the distribution's source package into the
 * cache; unpacked once per version of the package.
 * @param name package, by default the newest one that is offered.
 * @returns absolute path of the tree.
 */
export function distributionKernel(name?: string): string {
  const chosen = name ?? installedSourcePackage() ?? newestSourcePackage();
  ensurePackages([chosen, "git", "xz-utils"]);
  const archive = archiveOf(chosen);
  const { size, mtimeMs } = statSync(archive);
  const tag = createHash("sha256").update(`${archive} ${size} ${mtimeMs}`).digest("hex").slice(0, 8);
  const tree = join(cacheFolder, "trees", `${chosen}-${tag}`);
  if (existsSync(join(tree, ".git", "HEAD"))) return tree;
  console.log(`Unpacking ${archive} to ${tree} (about a minute, once).`);
  const temporary = `${tree}.${process.pid}.tmp`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  must("tar", ["-xf", archive, "--strip-components=1", "-C", temporary], "/");
  // The package ignores everything at the top, which would leave the commit empty.
  const ignore = join(temporary, ".gitignore");
  writeFileSync(ignore, readFileSync(ignore, "utf8").replace(/^\/\*$/m, ""));
  must("git", ["init", "-q"], temporary);
  // Repacking the whole source in the background would take the CPUs from what comes next.
  must("git", ["config", "gc.auto", "0"], temporary);
  must("git", ["add", "-Af"], temporary);
  const author = ["-c", "user.name=rcutorture-action", "-c", "user.email=nobody@localhost"];
  must("git", [...author, "commit", "-q", "-m", `Unpack ${chosen}`], temporary);
  renameSync(temporary, tree);
  return tree;
}

/** A source package that is installed already, newest first. */
function installedSourcePackage(): string | undefined {
  if (!existsSync("/usr/src")) return undefined;
  return readdirSync("/usr/src")
    .map((file) => /^(linux-source-\d+\.\d+(?:\.\d+)?)\.tar\.\w+$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .at(-1);
}

/** Options that make a scenario from `tinyconfig` boot, print and end by itself: minutes, not half an hour. */
export const tinyKconfig = [
  "64BIT",
  "PRINTK",
  "TTY",
  "SERIAL_8250",
  "SERIAL_8250_CONSOLE",
  "BLK_DEV_INITRD",
  "BINFMT_ELF",
  "ACPI",
  "PCI",
  "MULTIUSER",
  "FUTEX",
  "EPOLL",
  "HIGH_RES_TIMERS",
  "BUG",
  "KALLSYMS",
]
  .map((name) => `CONFIG_${name}=y`)
  .join(" ");
