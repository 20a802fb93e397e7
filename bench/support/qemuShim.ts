/**
 * A program in qemu's place, early in PATH, for both sides alike. It runs the real qemu under software emulation,
 * as the kernel's scripts know only KVM, and notes when the guest began and ended and the CPU time it took.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { outputOf } from "../../scripts/support/packages.ts";

export interface GuestLife {
  /** Seconds since 1970. */
  readonly began: number;
  /** Seconds between qemu's start and end. */
  readonly lived: number;
  /** Seconds of CPU time of qemu and of this program itself. */
  readonly cpu: number;
}

const name = "qemu-system-x86_64";

/** Six words are added to a file for each guest. Its name is not in the environment, of which guests get a choice. */
const script = (real: string, lives: string) => `#!/bin/bash
LC_ALL=C
args=()
for arg; do
  case $arg in
    -enable-kvm) ;;
    q35,accel=kvm) args+=(q35,accel=tcg) ;;
    kvm64) args+=(qemu64) ;;
    *) args+=("$arg") ;;
  esac
done
case " $* " in *" -kernel "*) ;; *) exec ${real} "\${args[@]}" ;; esac
began=$EPOCHREALTIME
${real} "\${args[@]}"
status=$?
ended=$EPOCHREALTIME
{ printf '%s %s ' "$began" "$ended"; times; } >> '${lives}'
exit $status
`;

export class QemuShim {
  readonly #folder: string;
  readonly #lives: string;

  constructor(scratch: string) {
    const real = outputOf("sh", ["-c", `command -v ${name}`])?.trim();
    if (!real) throw new Error(`${name} is not installed: apt-get install -y qemu-system-x86`);
    this.#folder = join(scratch, "shim");
    this.#lives = join(scratch, "lives");
    mkdirSync(this.#folder);
    writeFileSync(join(this.#folder, name), script(real, this.#lives));
    chmodSync(join(this.#folder, name), 0o755);
  }

  /** What the environment of a program must hold. */
  get env(): Record<string, string> {
    return {
      PATH: `${this.#folder}${delimiter}${process.env.PATH}`,
    };
  }

  /** The guests that ended since the last call. */
  take(): GuestLife[] {
    if (!existsSync(this.#lives)) return [];
    const words = readFileSync(this.#lives, "utf8").trimEnd().split(/\s+/);
    rmSync(this.#lives);
    return Array.from({ length: words.length / 6 }, (_, index) => {
      const [began, ended, ...times] = words.slice(index * 6, index * 6 + 6);
      return { began: Number(began), lived: Number(ended) - Number(began), cpu: sum(times.map(seconds)) };
    });
  }
}

/** `0m1.234s`, as bash's times prints it. */
function seconds(text: string): number {
  const match = /^(\d+)m([\d.]+)s$/.exec(text);
  if (!match) throw new Error(`not a time: ${text}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
