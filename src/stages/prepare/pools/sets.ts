import { machine } from "node:os";
import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import type { Inputs } from "../../../inputs/table.ts";
import { buildKey } from "../../../kernel/fingerprint.ts";
import type { GitFacts } from "../../../kernel/git.ts";
import {
  type CommonIngredients,
  type Gathered,
  gatherIngredients,
  ingredientsOf,
} from "../../../kernel/ingredients.ts";
import { readSuite } from "../../../kernel/suite.ts";
import type { KernelTree } from "../../../kernel/tree.ts";
import type { PlannedGuest } from "../../../plan/guest.ts";
import { planGuests } from "../../../plan/plan.ts";
import type { Pool } from "../../../plan/pools.ts";
import type { TortureSet } from "../../../plan/sets.ts";
import type { SuiteFiles } from "../../../plan/suite.ts";
import type { Keyed } from "../kernels/store.ts";
import { taskIngredients, taskKey, taskOf, taskScenario } from "./makeTask.ts";
import { shareKernels } from "./shareKernels.ts";

/** A set of a plan with its guests and the keys of their kernels. */
export interface PlannedSet {
  readonly set: TortureSet;
  readonly guests: readonly PlannedGuest[];
  /** By scenario. */
  readonly keyed: ReadonlyMap<string, Keyed>;
}

/** The inputs with which a single job would build and run this set. */
export function inputsOfSet(
  inputs: Inputs,
  { suite, variant, recipe }: Pick<TortureSet, "suite" | "variant" | "recipe">,
): Inputs {
  const both = (given: string | undefined, added: string | undefined) =>
    [given, added].filter(Boolean).join(" ") || undefined;
  return {
    ...inputs,
    torture: suite as Inputs["torture"],
    ...(recipe === undefined
      ? {}
      : {
          kconfig: both(inputs.kconfig, recipe.kconfig),
          kmakeArg: both(inputs.kmakeArg, recipe.kmakeArg),
          // As torture.sh builds.
          trustMake: true,
        }),
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

type Shared = Pick<PlannedSet, "guests" | "keyed">;
const nothing: Shared = { guests: [], keyed: new Map() };

/** Guests and kernels of one set, by what its tree has. */
function planSet(
  inputs: Inputs,
  set: TortureSet,
  { suite, suites, common, machineCpus }: SetSources,
): Shared {
  const own = inputsOfSet(inputs, set);
  const bootargs = [inputs.bootargs, set.recipe?.bootargs].filter(Boolean).join(" ");
  const words = set.recipe?.configs.split(" ").filter(Boolean) ?? wordsFor(inputs.configs, suite, suites);
  const { guests } = planGuests({
    suite,
    configs: words.join(" "),
    cpus: 0,
    machineCpus,
    ...(bootargs === "" ? {} : { bootargs }),
    ...(own.kconfig === undefined ? {} : { kconfig: own.kconfig }),
  });
  const foreign = set.architecture !== machine();
  const ingredients = {
    ...common,
    architecture: set.architecture,
    ...(foreign ? { compiler: unknownHere, linker: unknownHere } : {}),
  };
  const keyed = [...new Set(guests.map(({ scenario }) => scenario))].flatMap((name) => {
    const scenario = suite.scenarios.get(name);
    if (scenario === undefined) return [];
    const all = ingredientsOf(ingredients, suite, scenario, own);
    return [[name, { key: buildKey(all), ingredients: all }] as const];
  });
  return { guests: set.recipe?.kind === "builds" ? [] : guests, keyed: new Map(keyed) };
}

interface SetSources {
  readonly suite: SuiteFiles;
  readonly suites: readonly SuiteFiles[];
  readonly common: CommonIngredients;
  /** CPUs of the widest machine: the count of a scenario that names none. */
  readonly machineCpus: number;
}

/** A set of `torture.sh` that cannot be is refused alone; of the inputs' own sets the first mistake ends the job. */
function refusedAlone(set: TortureSet, plan: () => Shared): PlannedSet {
  if (set.recipe === undefined) return { set, ...plan() };
  if (set.recipe.refused !== undefined) return { set, ...nothing };
  try {
    return { set, ...plan() };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { set: { ...set, recipe: { ...set.recipe, refused: error.message } }, ...nothing };
  }
}

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
  const gather = new Map<string, Promise<Gathered>>();
  const gathered = (set: TortureSet) => {
    const { kmakeArg = "" } = inputsOfSet(inputs, set);
    const known = gather.get(kmakeArg);
    const found =
      known ?? gatherIngredients(tree, facts, { ...inputs, kmakeArg }, executor, environment.variables);
    gather.set(kmakeArg, found);
    return found;
  };
  const planned = sets.map(async (set) => {
    const own = await gathered(set);
    if ("unknown" in own) throw new InputError(`kernel: ${own.unknown}`);
    const { recipe } = set;
    if (recipe !== undefined && taskOf(set) !== undefined) {
      const key = { key: taskKey(set, own.common), ingredients: taskIngredients(set, own.common) };
      return {
        set,
        guests: [],
        keyed: new Map(recipe.refused === undefined ? [[taskScenario(set), key]] : []),
      };
    }
    if (recipe !== undefined && !tree.suites.includes(set.suite)) {
      const refused = recipe.refused ?? `this kernel tree has no suite ${set.suite}`;
      return { set: { ...set, recipe: { ...recipe, refused } }, ...nothing };
    }
    const read = (name: string) => readSuite(tree.rcutorture, name, set.architecture);
    const names = recipe === undefined ? sets.map((one) => one.suite) : [set.suite];
    const suites = await Promise.all([...new Set(names)].map(read));
    const suite = suites.find(({ name }) => name === set.suite) ?? (await read(set.suite));
    const widest = pools.filter(({ architecture }) => architecture === set.architecture);
    const machineCpus = Math.max(1, ...widest.map(({ cpus }) => cpus));
    return refusedAlone(set, () => planSet(inputs, set, { suite, suites, common: own.common, machineCpus }));
  });
  return shareKernels(await Promise.all(planned));
}
