import { machine } from "node:os";
import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import type { Inputs } from "../../../inputs/table.ts";
import { buildKey, type Ingredients } from "../../../kernel/fingerprint.ts";
import type { GitFacts } from "../../../kernel/git.ts";
import { gatherIngredients, ingredientsOf } from "../../../kernel/ingredients.ts";
import { readSuite } from "../../../kernel/suite.ts";
import type { KernelTree } from "../../../kernel/tree.ts";
import type { PlannedGuest } from "../../../plan/guest.ts";
import { planGuests } from "../../../plan/plan.ts";
import type { Pool } from "../../../plan/pools.ts";
import type { TortureSet } from "../../../plan/sets.ts";
import type { SuiteFiles } from "../../../plan/suite.ts";

/** A set of a plan with its guests and the keys of their kernels. */
export interface PlannedSet {
  readonly set: TortureSet;
  readonly guests: readonly PlannedGuest[];
  /** By scenario. */
  readonly keyed: ReadonlyMap<string, { readonly key: string; readonly ingredients: Ingredients }>;
}

/** The inputs with which a single job would build and run this set. */
export function inputsOfSet(
  inputs: Inputs,
  { suite, variant }: Pick<TortureSet, "suite" | "variant">,
): Inputs {
  return {
    ...inputs,
    torture: suite as Inputs["torture"],
    kasan: variant === "kasan",
    kcsan: variant === "kcsan",
    // Part of kcsan already.
    debugInfo: variant === "kcsan" ? false : inputs.debugInfo,
  };
}

/** Words of `configs` that a suite has; all of them where the plan has one suite, so that a mistake is found. */
function wordsFor(words: readonly string[], suite: SuiteFiles, suites: readonly SuiteFiles[]): string[] {
  const nameIn = (word: string) => word.replace(/^\d+\*/, "");
  const has = (one: SuiteFiles, word: string) => nameIn(word) === "CFLIST" || one.scenarios.has(nameIn(word));
  const nobodys = words.filter((word) => !suites.some((one) => has(one, word)));
  const own = words.filter((word) => has(suite, word));
  if (words.length > 0 && own.length === 0 && nobodys.length === 0) {
    throw new InputError(
      `suites: ${suite.name} has none of the scenarios ${words.join(" ")}; leave it out, or add one of ${suite.list.join(" ")}.`,
    );
  }
  return [...own, ...nobodys];
}

/** A compiler on another kind of machine is not known here; what is stored counts under the key of who built it. */
const unknownHere = "of the machine that builds";

/**
 * Guests and keys of all sets that a tree (of one commit) has part in.
 * @throws InputError for unknown scenarios and suites, and a tree whose builds cannot be recognised again
 */
export async function planSets(
  context: JobContext,
  tree: KernelTree,
  facts: GitFacts,
  sets: readonly TortureSet[],
  pools: readonly Pool[],
): Promise<PlannedSet[]> {
  const { inputs, executor, environment } = context;
  const gathered = await gatherIngredients(tree, facts, inputs, executor, environment.variables);
  if ("unknown" in gathered) throw new InputError(`kernel: ${gathered.unknown}`);
  return await Promise.all(
    sets.map(async (set) => {
      const read = (name: string) => readSuite(tree.rcutorture, name, set.architecture);
      const suites = await Promise.all([...new Set(sets.map((one) => one.suite))].map(read));
      const suite = suites.find(({ name }) => name === set.suite) ?? (await read(set.suite));
      const widest = pools.filter(({ architecture }) => architecture === set.architecture);
      const own = inputsOfSet(inputs, set);
      const { guests } = planGuests({
        suite,
        configs: wordsFor(inputs.configs, suite, suites).join(" "),
        cpus: 0,
        machineCpus: Math.max(1, ...widest.map(({ cpus }) => cpus)),
        ...(inputs.bootargs === undefined ? {} : { bootargs: inputs.bootargs }),
        ...(inputs.kconfig === undefined ? {} : { kconfig: inputs.kconfig }),
      });
      const foreign = set.architecture !== machine();
      const common = {
        ...gathered.common,
        architecture: set.architecture,
        ...(foreign ? { compiler: unknownHere, linker: unknownHere } : {}),
      };
      const scenarios = [...new Set(guests.map(({ scenario }) => scenario))];
      const keyed = scenarios.flatMap((name) => {
        const scenario = suite.scenarios.get(name);
        if (scenario === undefined) return [];
        const ingredients = ingredientsOf(common, suite, scenario, own);
        return [[name, { key: buildKey(ingredients), ingredients }] as const];
      });
      return { set, guests, keyed: new Map(keyed) };
    }),
  );
}
