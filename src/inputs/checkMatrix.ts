import { InputError } from "../errors.ts";
import { variants } from "../plan/sets.ts";
import { suites } from "../results/kinds.ts";
import type { Inputs } from "./table.ts";

function oneOf(name: string, words: readonly string[], allowed: readonly string[]): void {
  for (const word of words) {
    if (!allowed.includes(word))
      throw new InputError(`${name}: "${word}" is not one of ${allowed.join(", ")}.`);
  }
  const twice = words.find((word, i) => words.indexOf(word) !== i);
  if (twice !== undefined) throw new InputError(`${name}: "${twice}" is there twice.`);
}

/** What only means something together with `pools`. */
function checkPools(inputs: Inputs): void {
  if (inputs.pools === undefined) {
    for (const name of ["suites", "variants", "commits"] as const) {
      if (inputs[name].length > 0) {
        throw new InputError(
          `${name}: only with pools, in mode plan; a single job has torture, kasan, kcsan.`,
        );
      }
    }
    return;
  }
  if (inputs.mode !== "plan") {
    throw new InputError(
      `pools: only in mode plan, not in ${inputs.mode}; the other jobs are given its plan.`,
    );
  }
  if (inputs.store === "none") {
    throw new InputError("store: the jobs of a plan hand kernels on through the store; leave it at auto.");
  }
  if (inputs.repeat > 1 || inputs.repeatFor !== undefined) {
    throw new InputError("repeat: not with pools; write repetitions into configs, such as 20*TREE03.");
  }
  if (inputs.variants.length > 0 && (inputs.kasan || inputs.kcsan)) {
    throw new InputError("variants: says kasan and kcsan already; leave the inputs of these names out.");
  }
}

/**
 * Checks the inputs of plans over runner pools.
 * @throws InputError at the first that breaks a rule.
 */
export function checkMatrixInputs(inputs: Inputs): void {
  oneOf("suites", inputs.suites, suites);
  oneOf("variants", inputs.variants, variants);
  checkPools(inputs);
  const { mode, plan, shard } = inputs;
  if (plan !== undefined && mode === "plan") {
    throw new InputError("plan: mode plan makes a plan; give it to the modes build, run and report.");
  }
  if (plan !== undefined && inputs.again !== undefined) {
    throw new InputError("again: not with plan; a shard runs what its plan says.");
  }
  if (plan !== undefined && mode !== "report" && shard === undefined) {
    throw new InputError(
      `shard: mode ${mode} with a plan needs the id of the job to do, such as ${mode === "build" ? "build-1" : "shard-1"}.`,
    );
  }
  if (shard !== undefined && (plan === undefined || mode === "report")) {
    throw new InputError(`shard: "${shard}" is given; it needs plan, and mode build or run.`);
  }
  if (inputs.shardResults !== undefined && (plan === undefined || mode !== "report")) {
    throw new InputError("shard-results: only with plan, in mode report.");
  }
}
