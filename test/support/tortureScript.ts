import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestTree } from "./kernelTree.ts";

/** A program that `torture.sh` called. */
export interface RecordedCall {
  readonly program: string;
  readonly args: readonly string[];
}

export interface Recording {
  /** In their order, `make` and `kunit.py` among them. */
  readonly calls: readonly RecordedCall[];
  /** What the script printed. */
  readonly output: string;
}

/** Writes its arguments down, and leaves the run directory that the scripts go on with. */
const standIn = `#!/bin/sh
{ printf '%s\\0' "\${0##*/}" "$@"; printf '\\n\\0'; } >> "$RECORD"
while test $# -gt 0
do
	test "$1" = --datestamp && ds=$2
	shift
done
if test -n "$ds"
then
	resdir="$PWD/tools/testing/selftests/rcutorture/res/$ds"
	mkdir -p "$resdir"
	echo "Results directory: $resdir"
fi
exit 0
`;

const scripts = "tools/testing/selftests/rcutorture";

/**
 * Runs a tree's own, unmodified `torture.sh`, with stand-ins for what it calls.
 *
 * @param machine what `getconf` and `uname` say of this machine
 */
export async function recordTorture(
  tree: TestTree,
  flags: readonly string[],
  machine: { readonly cpus: number; readonly architecture: string },
): Promise<Recording> {
  const scratch = await mkdtemp(join(tmpdir(), "torture-recording-"));
  const [path, programs] = [join(scratch, "tree"), join(scratch, "programs")];
  const program = async (file: string, text: string) => {
    await writeFile(file, text);
    await chmod(file, 0o755);
  };
  try {
    await cp(join(tree.rcutorture, "bin"), join(path, scripts, "bin"), { recursive: true });
    await cp(join(tree.path, "kernel/rcu"), join(path, "kernel/rcu"), { recursive: true });
    await mkdir(join(path, "tools/testing/kunit"), { recursive: true });
    await mkdir(programs);
    await writeFile(join(path, ".config"), "CONFIG_PROVE_LOCKING=y\n");
    for (const name of ["kvm.sh", "kvm-again.sh"]) await program(join(path, scripts, "bin", name), standIn);
    await program(join(path, "tools/testing/kunit/kunit.py"), standIn);
    await program(join(programs, "make"), standIn);
    await program(join(programs, "getconf"), `#!/bin/sh\necho ${machine.cpus}\n`);
    await program(join(programs, "uname"), `#!/bin/sh\necho ${machine.architecture}\n`);
    const record = join(scratch, "record");
    await writeFile(record, "");
    const { stdout } = await promisify(execFile)("bash", [join(scripts, "bin/torture.sh"), ...flags], {
      cwd: path,
      env: { PATH: `${programs}:${process.env.PATH}`, RECORD: record, TMPDIR: scratch, LC_ALL: "C" },
      maxBuffer: 1e8,
    }).catch((error: { code?: unknown; stdout?: string }) => {
      // 2: a stand-in's srcu-lockdep run does not fail as it should.
      if (error.code === 2) return { stdout: error.stdout ?? "" };
      throw new Error(`torture.sh: ${error.stdout}`);
    });
    const calls = (await readFile(record, "utf8"))
      .split("\0\n\0")
      .filter(Boolean)
      .map((line) => {
        const [name = "", ...args] = line.split("\0");
        return { program: name, args };
      });
    return { calls, output: stdout };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
