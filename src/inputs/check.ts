import { InputError } from "../errors.ts";
import { checkTexts } from "../kernel/buildOptions.ts";
import { meantFactor } from "../plan/configs.ts";
import { checkBisect } from "./checkBisect.ts";
import { checkMatrixInputs } from "./checkMatrix.ts";
import { checkUntil } from "./checkUntil.ts";
import type { Inputs } from "./table.ts";

/** `kvm.sh` takes no scenario names with small letters, dots or slashes; a repeat factor has at most 4 digits. */
const configWord = /^(?:\d{1,4}\*)?[A-Z0-9][A-Z0-9_-]*$/;

/** Of an old run: also globs, and the word `failed`. */
const selectionWord = /^(?:failed|(?:\d{1,4}\*)?[A-Z0-9*?[\]{},!_.-]+)$/;

/**
 * Checks what a single value's kind does not.
 * @throws InputError at the first value that breaks a rule.
 */
export function checkInputs(inputs: Inputs): void {
  checkTexts(inputs);
  const words = inputs.again === undefined ? configWord : selectionWord;
  for (const word of inputs.configs) {
    if (word === "failed" && inputs.again === undefined) {
      throw new InputError('configs: "failed" is for re-runs, together with again; name scenarios here.');
    }
    if (!words.test(word)) {
      const meant = meantFactor(word);
      const advice =
        meant === undefined ? "write names such as TREE03, 3*TREE03 or CFLIST" : `write ${meant}`;
      throw new InputError(`configs: "${word}" is not a scenario; ${advice}.`);
    }
  }
  if (inputs.rundir !== undefined && inputs.datestamp !== undefined) {
    throw new InputError("rundir and datestamp: both name the run directory; give one of them.");
  }
  if (inputs.mode === "baseline" && inputs.rundir === undefined) {
    throw new InputError("rundir: mode baseline needs the run directory whose failures are known.");
  }
  if (inputs.mode === "report" && inputs.rundir === undefined && inputs.plan === undefined) {
    throw new InputError("rundir: mode report needs the run directory to judge, or a plan.");
  }
  if (inputs.out !== undefined && (inputs.mode !== "report" || inputs.plan !== undefined)) {
    throw new InputError("out: only in mode report without a plan; elsewhere rundir says where reports go.");
  }
  checkMatrixInputs(inputs);
  if (inputs.mode === "issues" && inputs.rundir === undefined) {
    throw new InputError(
      "rundir: mode issues needs the results.json of the night, or the folder that it lies in.",
    );
  }
  if (inputs.closeAfter < 1) throw new InputError('close-after: "0" is too few; give 1 night or more.');
  checkUntil(inputs);
  checkBisect(inputs);
  if (inputs.repeat < 1) throw new InputError('repeat: "0" is too few; give 1 or more.');
  if (inputs.allowQemuOptions.length > 0 && inputs.again === undefined) {
    throw new InputError("allow-qemu-options: only with again; a new run takes its options from qemu-args.");
  }
  if (inputs.dryrun && inputs.again === undefined) {
    throw new InputError("dryrun: only with again; to see what a run would do, use mode plan.");
  }
  if (inputs.again !== undefined && inputs.mode !== "run") {
    throw new InputError(`again: only in mode run, not in ${inputs.mode}.`);
  }
  checkSystems(inputs);
  checkGuests(inputs);
  const inPlace = inputs.link === "inplace" || inputs.link === "inplace-force";
  if (inPlace && (inputs.rundir !== undefined || inputs.datestamp !== undefined)) {
    throw new InputError(`link: "${inputs.link}" runs in the old directory; give no rundir or datestamp.`);
  }
  if (inputs.kcsan && inputs.debugInfo) {
    throw new InputError("debug-info: kcsan has debug information already; give one of them.");
  }
}

function checkSystems({ systems, mode }: Inputs): void {
  if (systems.length > 0 && mode !== "run" && mode !== "bisect")
    throw new InputError(`systems: only in modes run and bisect, not in ${mode}: that runs no guests.`);
  const twice = systems.find((name, index) => systems.indexOf(name) !== index);
  if (twice !== undefined) throw new InputError(`systems: ${twice} is named twice; name each system once.`);
}

/** What a person who takes part in a guest, and `plan` with `show`, leave no room for. */
function checkGuests(inputs: Inputs): void {
  const { mode, show } = inputs;
  if (inputs.killPrevious && (mode === "report" || mode === "plan" || inputs.again !== undefined))
    throw new InputError("kill-previous: only where kernels are built.");
  if (show !== undefined && (mode !== "plan" || inputs.pools !== undefined))
    throw new InputError("show: only in mode plan, without pools.");
  for (const name of ["gdb", "interactive"] as const) {
    if (!inputs[name]) continue;
    if (mode !== "run")
      throw new InputError(`${name}: only in mode run, not in ${mode}: that starts no guest.`);
    if (inputs.systems.length > 0)
      throw new InputError(`${name}: the guest must run on this machine; leave out systems.`);
    if (inputs.shard !== undefined) throw new InputError(`${name}: not for a shard of a plan.`);
    if (inputs.repeat > 1 || inputs.repeatFor !== undefined || inputs.until !== undefined)
      throw new InputError(`${name}: for one life of one guest; leave out repeat, repeat-for and until.`);
    if (inputs.dryrun) throw new InputError(`${name}: dryrun starts no guest; give one of them.`);
  }
}
