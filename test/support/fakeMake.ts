import { execFileSync } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { TestTree } from "./kernelTree.ts";

/**
 * A `make` that builds "kernels" in a blink, so that the tree's own kvm.sh can be run from end to end. It obeys
 * files in the tree: `fail-on` (a line of .config that makes the compiler complain), `hang-on` (a line
 * that makes it sleep for ever), `images/LINE` (what comes out with a line of .config) and `images/any`. vmlinux is
 * some small real program, so that `file` knows the architecture.
 */
const make = `#!/bin/bash
case "$*" in
*clean*) exit 0 ;;
*defconfig*|*tinyconfig*) printf 'CONFIG_64BIT=y\nCONFIG_NR_CPUS=64\nCONFIG_HOTPLUG_CPU=y\n' > .config; exit 0 ;;
*oldconfig*) grep -v -e '#CHECK#' -e VIRTIO_PCI .config > .config.tmp; mv .config.tmp .config; exit 0 ;;
esac
for i in 1 2 3 4 5; do echo "  CC      kernel/rcu/part$i.o"; done
if test -f hang-on && grep -q -x -f hang-on .config; then echo $$ > hanging; sleep 1000; fi
if test -f fail-on && grep -q -x -f fail-on .config
then
	echo "kernel/rcu/tree.c: In function 'rcu_init':"
	echo "$PWD/kernel/rcu/tree.c:4711:9: error: 'oops' undeclared (first use in this function)"
	echo "make[4]: *** [scripts/Makefile.build:229: kernel/rcu/tree.o] Error 1"
	echo "make[3]: *** [scripts/Makefile.build:478: kernel/rcu] Error 2"
	exit 2
fi
printf '%s\n' "$*" > make-arguments
mkdir -p arch/x86/boot
cp REAL_PROGRAM vmlinux
echo image > arch/x86/boot/bzImage
for image in images/any images/CONFIG_*
do
	line=\${image#images/}
	if test -f "$image" && { test "$line" = any || grep -q -x -e "$line" .config; }
	then
		cp "$image" arch/x86/boot/bzImage
	fi
done
touch System.map Module.symvers
echo "Kernel: arch/x86/boot/bzImage is ready  (#1)"
`;

export interface BuildTree extends AsyncDisposable {
  readonly path: string;
  /** PATH in which the fake make comes first. */
  readonly searchPath: string;
  /** Tells the fake make a line of .config to fail on, or to hang on. */
  obey(file: "fail-on" | "hang-on", line: string): Promise<void>;
  /** Gives the fake make what it is to build: `any`, or with a line of .config. */
  image(line: "any" | `CONFIG_${string}`, image: Buffer): Promise<void>;
}

/** A kernel tree with the real scripts and nothing else, in a folder that is removed at the end. */
export async function buildTree(tree: TestTree): Promise<BuildTree> {
  const scratch = await mkdtemp(join(tmpdir(), "build-tree-"));
  const path = join(scratch, basename(tree.path));
  const scripts = "tools/testing/selftests/rcutorture";
  for (const part of ["bin", "configs"]) {
    await cp(join(tree.rcutorture, part), join(path, scripts, part), { recursive: true });
  }
  // torture.sh's primitives are those that the sources name.
  await cp(join(tree.path, "kernel/rcu"), join(path, "kernel/rcu"), { recursive: true });
  const version = /(\d+)\.(\d+)/.exec(tree.name);
  await writeFile(
    join(path, "Makefile"),
    `VERSION = ${version?.[1] ?? 6}\nPATCHLEVEL = ${version?.[2] ?? 0}\nSUBLEVEL = 0\nEXTRAVERSION =\n` +
      "export KERNELVERSION\n",
  );
  const programs = join(scratch, "programs");
  await mkdir(programs);
  await writeFile(join(programs, "make"), make.replace("REAL_PROGRAM", await realpath("/bin/sh")));
  await chmod(join(programs, "make"), 0o755);
  return {
    path,
    searchPath: `${programs}:${process.env.PATH}`,
    obey: (file, line) => writeFile(join(path, file), `${line}\n`),
    image: async (line, image) => {
      await mkdir(join(path, "images"), { recursive: true });
      await writeFile(join(path, "images", line), image);
    },
    [Symbol.asyncDispose]: () => rm(scratch, { recursive: true, force: true }),
  };
}

/** git in such a tree, as somebody. */
export function gitIn(tree: BuildTree, ...args: string[]): string {
  const author = ["-c", "user.name=test", "-c", "user.email=test@localhost"];
  return execFileSync("git", [...author, ...args], { cwd: tree.path, encoding: "utf8" }).trim();
}

/** Makes such a tree one of git, with a commit of what is in it; what building leaves is ignored, as in a real tree. */
export async function commitTree(tree: BuildTree): Promise<void> {
  await writeFile(
    join(tree.path, ".gitignore"),
    "vmlinux\narch/\n.config*\nmake-arguments\nSystem.map\nModule.symvers\nfail-on\n" +
      "tools/testing/selftests/rcutorture/res/\ntools/testing/selftests/rcutorture/initrd/\n",
  );
  gitIn(tree, "init", "-q", "-b", "main");
  gitIn(tree, "add", "-A");
  gitIn(tree, "commit", "-q", "-m", "One");
}
