import { InputError } from "../errors.ts";
import type { Inputs } from "./table.ts";

/** Rules on single texts, each as `kvm.sh`'s `checkarg` has it, and tightened where a shell would be reached. */
const textRules: readonly [keyof Inputs & string, string, RegExp, string][] = [
  [
    "kconfig",
    "kconfig",
    /^(#CHECK#)?CONFIG_[A-Z0-9_]+=([ynm]|-?\d+|0x[0-9a-fA-F]+|"[^"\\$`]*")( +(#CHECK#)?CONFIG_[A-Z0-9_]+=([ynm]|-?\d+|0x[0-9a-fA-F]+|"[^"\\$`]*"))*$/,
    'words like CONFIG_FOO=y, CONFIG_BAR=4 or CONFIG_BAZ="text"',
  ],
  ["defconfig", "defconfig", /^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "the name of a make target, such as defconfig"],
  ["bootimage", "bootimage", /^[A-Za-z0-9][A-Za-z0-9_./-]*$/, "a path relative to the tree"],
  [
    "qemuArgs",
    "qemu-args",
    /^-[^"'`$\\;&|<>(){}]*$/,
    "arguments that begin with - and hold no shell characters",
  ],
  [
    "qemuCmd",
    "qemu-cmd",
    /^(\/[A-Za-z0-9_./-]+\/)?qemu-system-[A-Za-z0-9_-]+$/,
    "the name or path of a qemu-system-… program",
  ],
  ["bootargs", "bootargs", /^[^"'`$\\;&|<>(){}]*$/, "boot parameters without quotes or shell characters"],
  ["kmakeArg", "kmake-arg", /^[^"'`$\\;&|<>(){}]*$/, "make arguments without quotes or shell characters"],
  ["datestamp", "datestamp", /^[A-Za-z0-9_][A-Za-z0-9._-]*$/, "a folder name of letters, digits, . _ and -"],
];

/** `kvm.sh` takes no scenario names with small letters, dots or slashes; a repeat factor has at most 4 digits. */
const configWord = /^(?:\d{1,4}\*)?[A-Z0-9][A-Z0-9_-]*$/;

/** Of an old run: also globs, and the word `failed`. */
const selectionWord = /^(?:failed|(?:\d{1,4}\*)?[A-Z0-9*?[\]{},!_.-]+)$/;

/**
 * Checks what a single value's kind does not.
 * @throws InputError at the first value that breaks a rule.
 */
export function checkInputs(inputs: Inputs): void {
  for (const [key, name, rule, allowed] of textRules) {
    const value = inputs[key];
    if (typeof value === "string" && !rule.test(value)) {
      throw new InputError(`${name}: "${value}" is not allowed; give ${allowed}.`);
    }
  }
  const words = inputs.again === undefined ? configWord : selectionWord;
  for (const word of inputs.configs) {
    if (!words.test(word)) {
      throw new InputError(
        `configs: "${word}" is no scenario; write names such as TREE03, 3*TREE03 or CFLIST.`,
      );
    }
  }
  if (inputs.rundir !== undefined && inputs.datestamp !== undefined) {
    throw new InputError("rundir and datestamp: both name the run directory; give one of them.");
  }
  if (inputs.mode === "report" && inputs.rundir === undefined) {
    throw new InputError("rundir: mode report needs the run directory to judge.");
  }
  if (inputs.repeat < 1) throw new InputError('repeat: "0" is too few; give 1 or more.');
  if (inputs.dryrun && inputs.again === undefined) {
    throw new InputError("dryrun: only with again; to see what a run would do, use mode plan.");
  }
  if (inputs.again !== undefined && inputs.mode !== "run") {
    throw new InputError(`again: only in mode run, not in ${inputs.mode}.`);
  }
  const inPlace = inputs.link === "inplace" || inputs.link === "inplace-force";
  if (inPlace && (inputs.rundir !== undefined || inputs.datestamp !== undefined)) {
    throw new InputError(`link: "${inputs.link}" runs in the old directory; give no rundir or datestamp.`);
  }
  if (inputs.kcsan && inputs.debugInfo) {
    throw new InputError("debug-info: kcsan has debug information already; give one of them.");
  }
}
