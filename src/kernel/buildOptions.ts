import type { Jitter } from "../contracts/jitter.ts";
import { InputError } from "../errors.ts";

/** What `kvm.sh --buildonly` is asked for. Names follow the inputs; absent means `kvm.sh`'s default. */
export interface BuildOptions {
  readonly torture: string;
  /** Words for `--configs`: scenarios with optional repeat factors. At least one. */
  readonly configs: readonly string[];
  /** Seconds of torture that the guests' command lines ask for. */
  readonly duration: number;
  /** CPUs of the widest guest (`widestGuest`): no guest's `-smp` is limited to less. */
  readonly widestGuest: number;
  /** CPUs that guests may use together on the machine that runs; decides how much jitter -1 is. */
  readonly cpus: number;
  readonly kconfig?: string | undefined;
  readonly kmakeArg?: string | undefined;
  readonly defconfig?: string | undefined;
  readonly bootargs?: string | undefined;
  readonly bootimage?: string | undefined;
  readonly qemuArgs?: string | undefined;
  readonly qemuCmd?: string | undefined;
  readonly memory?: string | undefined;
  readonly kasan?: boolean | undefined;
  readonly kcsan?: boolean | undefined;
  readonly debugInfo?: boolean | undefined;
  readonly trustMake?: boolean | undefined;
  readonly jitter?: Jitter | undefined;
  readonly shutdownGrace?: number | undefined;
  readonly noInitrd?: boolean | undefined;
  /** Absolute folder that the run directory is made in. */
  readonly results: string;
  /** Name of the run directory. */
  readonly datestamp: string;
}

/** What a text must look like, because `kvm.sh` pastes it into shell scripts and awk programs. */
const rules: readonly (readonly [keyof BuildOptions, string, RegExp, string])[] = [
  [
    "kconfig",
    "kconfig",
    /^\s*(?:(?:#CHECK#)?CONFIG_[A-Z0-9_]+=(?:[ynm]|-?\d+)(?:\s+|$))*$/,
    "write CONFIG_NAME=y, =n, =m or a whole number, with spaces between; kvm.sh loses the quotes of strings",
  ],
  [
    "kmakeArg",
    "kmake-arg",
    /^[^"'`$\\;&|<>()]*$/,
    "quotes, $, backslashes and ; & | < > ( ) cannot pass kvm.sh",
  ],
  ["defconfig", "defconfig", /^[\w.-]+(?: [\w.-]+)*$/, "name make targets such as defconfig or tinyconfig"],
  ["bootargs", "bootargs", /^[^"`$\\]*$/, "double quotes, backquotes, $ and backslashes cannot pass kvm.sh"],
  ["bootimage", "bootimage", /^[a-zA-Z0-9][\w./-]*$/, "give a path relative to the tree"],
  ["qemuArgs", "qemu-args", /^-[^"'`$\\;&|<>()#]*$/, "start with - and use no shell characters"],
  ["qemuCmd", "qemu-cmd", /^[\w./+-]*qemu-system-[\w./+-]+$/, "name a program such as qemu-system-aarch64"],
  ["datestamp", "datestamp", /^(?!.*\.\.)[a-zA-Z0-9_][a-zA-Z0-9._/-]*$/, "use letters, digits and . _ - /"],
  [
    "results",
    "rundir",
    // A shell would expand the tilde of `:~` and `=~`.
    /^\/(?!.*[:=]~)[\p{L}\p{N}\p{M}_./+@:,=~#%!^-]*$/u,
    "kvm.sh needs an absolute path of letters, digits and . _ - + @ : , = ~ # % ! ^ /",
  ],
];

/** @throws InputError for texts that `kvm.sh` would refuse, or that a shell below it would take apart. */
export function checkBuildOptions(options: BuildOptions): void {
  if (options.configs.length === 0) throw new InputError("configs: name at least one scenario to build.");
  checkTexts(options);
}

/** @throws InputError for the first text among these that must not reach `kvm.sh`. */
export function checkTexts(options: Partial<Record<keyof BuildOptions, unknown>>): void {
  for (const [key, name, allowed, advice] of rules) {
    const value = options[key];
    if (typeof value === "string" && value !== "" && !allowed.test(value)) {
      throw new InputError(`${name}: "${value}" is not allowed; ${advice}.`);
    }
  }
}
