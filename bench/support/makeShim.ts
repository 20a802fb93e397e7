/**
 * A program in make's place, early in PATH, for both sides alike: it counts kernels that are built, and gives
 * `tinyconfig` with what guests need beyond it to scripts that cannot be told to use another than `defconfig`.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { tinyKconfig } from "../../scripts/support/kernelSource.ts";
import { outputOf } from "../../scripts/support/packages.ts";

/** `RCUTORTURE_BENCH_BUILDS`: the file that a line is added to for each kernel. `kvm-build.sh` alone asks for jobs. */
const script = (real: string) => `#!/bin/bash
case " $* " in *" -j"*) echo built >> "$RCUTORTURE_BENCH_BUILDS" ;; esac
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

  constructor(scratch: string) {
    this.#folder = join(scratch, "make");
    this.#builds = join(scratch, "builds");
    mkdirSync(this.#folder);
    writeFileSync(join(this.#folder, "make"), script(pathOf("make")));
    chmodSync(join(this.#folder, "make"), 0o755);
    // Ours lets ccache stand in front of the compiler by itself; with the scripts, people do it so.
    for (const name of ["gcc", "cc"]) symlinkSync(pathOf("ccache"), join(this.#folder, name));
  }

  /** What the environment of a program must hold, whose PATH is this one by now. */
  env(path: string): Record<string, string> {
    return { PATH: `${this.#folder}${delimiter}${path}`, RCUTORTURE_BENCH_BUILDS: this.#builds };
  }

  /** Kernels that were built since the last call. */
  take(): number {
    if (!existsSync(this.#builds)) return 0;
    const lines = readFileSync(this.#builds, "utf8").trimEnd().split("\n").length;
    rmSync(this.#builds);
    return lines;
  }
}
