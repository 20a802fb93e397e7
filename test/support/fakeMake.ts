import { chmod, cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { TestTree } from "./kernelTree.ts";

/**
 * A `make` that builds "kernels" in a blink, so that the tree's own kvm.sh can be run from end to end. It obeys
 * two files in the tree: `fail-on` (a line of .config that makes the compiler complain) and `hang-on` (a line
 * that makes it sleep for ever). vmlinux is some small real program, so that `file` knows the architecture.
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
touch System.map Module.symvers
echo "Kernel: arch/x86/boot/bzImage is ready  (#1)"
`;

export interface BuildTree extends AsyncDisposable {
  readonly path: string;
  /** PATH in which the fake make comes first. */
  readonly searchPath: string;
  /** Tells the fake make a line of .config to fail on, or to hang on. */
  obey(file: "fail-on" | "hang-on", line: string): Promise<void>;
}

/** A kernel tree with the real scripts and nothing else, in a folder that is removed at the end. */
export async function buildTree(tree: TestTree): Promise<BuildTree> {
  const scratch = await mkdtemp(join(tmpdir(), "build-tree-"));
  const path = join(scratch, basename(tree.path));
  const scripts = "tools/testing/selftests/rcutorture";
  for (const part of ["bin", "configs"]) {
    await cp(join(tree.rcutorture, part), join(path, scripts, part), { recursive: true });
  }
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
    [Symbol.asyncDispose]: () => rm(scratch, { recursive: true, force: true }),
  };
}
