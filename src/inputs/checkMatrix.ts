import { InputError } from "../errors.ts";
import { variants } from "../plan/sets.ts";
import { suiteName, suites } from "../results/kinds.ts";
import type { Inputs } from "./table.ts";

/** @param open what else a word may be */
function oneOf(name: string, words: readonly string[], allowed: readonly string[], open?: RegExp): void {
  for (const word of words) {
    if (!allowed.includes(word) && !open?.test(word))
      throw new InputError(`${name}: "${word}" is not one of ${allowed.join(", ")}.`);
  }
  const twice = words.find((word, i) => words.indexOf(word) !== i);
  if (twice !== undefined) throw new InputError(`${name}: "${twice}" is listed twice.`);
}

/** What only means something together with `pools`. */
function checkPools(inputs: Inputs): void {
  if (inputs.pools === undefined) {
    for (const name of ["suites", "variants", "commits"] as const) {
      const torture = name === "suites" && inputs.suites.includes("torture");
      if (inputs[name].length > 0 && !torture) {
        throw new InputError(
          `${name}: only with pools, in mode plan; a single job has torture, kasan, kcsan.`,
        );
      }
    }
    return;
  }
  if (inputs.mode !== "plan" && inputs.mode !== "bisect") {
    throw new InputError(
      `pools: only in modes plan and bisect, not in ${inputs.mode}; the other jobs are given its plan.`,
    );
  }
  if (inputs.store === "none") {
    throw new InputError("store: the jobs of a plan hand kernels on through the store; leave it at auto.");
  }
  if (inputs.repeat > 1 || inputs.repeatFor !== undefined) {
    throw new InputError("repeat: not with pools; write repetitions into configs, such as 20*TREE03.");
  }
  if (inputs.variants.length > 0 && (inputs.kasan || inputs.kcsan)) {
    throw new InputError("variants: names kasan and kcsan already; leave out the inputs kasan and kcsan.");
  }
}

/** Inputs that say otherwise what `torture.sh` says of each set. */
const saidBySets = ["configs", "variants", "commits", "kasan", "kcsan", "debugInfo"] as const;

function checkTorture(inputs: Inputs): void {
  const own = ["tortureSets", "configsRcutorture", "configsLocktorture", "configsScftorture"] as const;
  const written = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (!inputs.suites.includes("torture")) {
    const given = own.find((name) => inputs[name].length > 0);
    const other = inputs.kcsanKmakeArg ? "kcsanKmakeArg" : inputs.guestCpuLimit ? "guestCpuLimit" : given;
    if (other !== undefined) throw new InputError(`${written(other)}: only with suites: torture.`);
    return;
  }
  if (inputs.suites.length > 1)
    throw new InputError(
      `suites: "torture" is all of them already; leave ${inputs.suites.filter((one) => one !== "torture").join(", ")} out.`,
    );
  const given = saidBySets.find((name) => {
    const value = inputs[name];
    if (typeof value === "boolean") return value;
    // The reusable workflow's default.
    return value.length > 0 && !(name === "variants" && value.join() === "plain");
  });
  if (given !== undefined) {
    const instead = given === "configs" ? "give configs-rcutorture and the like" : "use torture-sets";
    throw new InputError(`${written(given)}: not with suites: torture, whose sets say that; ${instead}.`);
  }
  if (inputs.torture !== "rcu")
    throw new InputError(
      `torture: "${inputs.torture}" is one suite, and suites: torture is all; give one of them.`,
    );
  if (inputs.mode !== "run" && inputs.mode !== "plan")
    throw new InputError(`suites: "torture" only in modes run and plan, not in ${inputs.mode}.`);
  if (inputs.again !== undefined)
    throw new InputError(
      "again: not with suites: torture; each set's folder of an old run can be run again.",
    );
  if (inputs.repeat > 1 || inputs.repeatFor !== undefined)
    throw new InputError(
      "repeat: not with suites: torture; write repetitions into configs-rcutorture and the like.",
    );
  if (inputs.until !== undefined)
    throw new InputError("until: not with suites: torture; ask it of one suite.");
  if (inputs.store === "none")
    throw new InputError("store: the sets of torture.sh share kernels through the store; leave it at auto.");
  if (inputs.guestCpuLimit === 0) throw new InputError('guest-cpu-limit: "0" is no CPU; give 1 or more.');
  for (const word of [
    ...inputs.configsRcutorture,
    ...inputs.configsLocktorture,
    ...inputs.configsScftorture,
  ]) {
    if (!/^(?:\d{1,4}\*)?[A-Z0-9][A-Z0-9_-]*$/.test(word))
      throw new InputError(
        `configs-rcutorture and the like: "${word}" is not a scenario; write names such as TREE03 or 3*TREE03.`,
      );
  }
}

/**
 * Checks the inputs of plans over runner pools.
 * @throws InputError at the first that breaks a rule.
 */
export function checkMatrixInputs(inputs: Inputs): void {
  oneOf("suites", inputs.suites, [...suites, "torture"], suiteName);
  checkTorture(inputs);
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
