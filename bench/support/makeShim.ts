/**
 * A program in make's place, early in PATH, for both sides alike: it counts kernels that are built, and gives
 * `tinyconfig` with what guests need beyond it to scripts that cannot be told to use another than `defconfig`.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { tinyKconfig } from "../../scripts/support/kernelSource.ts";
import { outputOf } from "../../scripts/support/packages.ts";

/**
 * A line is added to a file for each kernel; `kvm-build.sh` alone asks for jobs. The file's name is not in the
 * environment, of which builds are given a choice.
 */
const script = (real: string, builds: string) => `#!/bin/bash
case " $* " in *" -j"*) echo built >> '${builds}' ;; esac
args=("$@")
if test "\${args[-1]}" = defconfig
then
  args[-1]=tinyconfig
  ${real} "\${args[@]}" && printf '%s\\n' ${tinyKconfig} >> .config
  exit
fi
exec ${real} "\${args[@]}"
`;

function pathOf(program: string): string {
  const path = outputOf("sh", ["-c", `command -v ${program}`])?.trim();
  if (!path) throw new Error(`${program} is not installed`);
  return path;
}

export class MakeShim {
  readonly #folder: string;
  readonly #builds: string;

  /** @param real path of the make that does it; by default the machine's */
  constructor(scratch: string, real = pathOf("make")) {
    this.#folder = join(scratch, "make");
    this.#builds = join(scratch, "builds");
    mkdirSync(this.#folder);
    writeFileSync(join(this.#folder, "make"), script(real, this.#builds));
    chmodSync(join(this.#folder, "make"), 0o755);
    // Ours lets ccache stand in front of the compiler by itself; with the scripts, people do it so.
    for (const name of ["gcc", "cc"]) symlinkSync(pathOf("ccache"), join(this.#folder, name));
  }

  /** A PATH in which it comes first. */
  path(rest: string): string {
    return `${this.#folder}${delimiter}${rest}`;
  }

  /** Kernels that were built since the last call. */
  take(): number {
    if (!existsSync(this.#builds)) return 0;
    const lines = readFileSync(this.#builds, "utf8").trimEnd().split("\n").length;
    rmSync(this.#builds);
    return lines;
  }
}
