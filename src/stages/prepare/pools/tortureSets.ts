import type { JobContext } from "../../../context.ts";
import { readTorture } from "../../../kernel/torture.ts";
import type { KernelTree } from "../../../kernel/tree.ts";
import type { Pool } from "../../../plan/pools.ts";
import type { TortureSet } from "../../../plan/sets.ts";
import { type TortureRun, tortureRuns } from "../../../plan/torture/runs.ts";

/** The word of `suites` that stands for all that the tree's `torture.sh` does. */
export const tortureWord = "torture";

/** `suites: torture` */
export function asksForTorture({ inputs }: Pick<JobContext, "inputs">): boolean {
  return inputs.suites.includes(tortureWord);
}

function setOf(run: TortureRun, architecture: Pool["architecture"], several: boolean): TortureSet {
  const { id, suite, variant, ...recipe } = run;
  return { id: several ? `${id}-${architecture}` : id, suite, variant, architecture, recipe };
}

/** A tree before Linux 5.12: nothing of what was asked for can run, and the report says so. */
function withoutScript(architecture: Pool["architecture"], version: string): TortureSet {
  const refused = `Linux ${version} has no torture.sh (it came with 5.12)`;
  const recipe = {
    family: "torture",
    kind: "guests",
    configs: "",
    kconfig: "",
    bootargs: "",
    kmakeArg: "",
  } as const;
  return {
    id: "torture",
    suite: "rcu",
    variant: "plain",
    architecture,
    recipe: { ...recipe, seconds: 0, mustFail: false, refused },
  };
}

/**
 * The sets of the tree's `torture.sh`, for every architecture of the pools.
 * @throws InputError for words of `torture-sets` that are unknown or contradict each other
 */
export async function tortureSets(
  { inputs }: Pick<JobContext, "inputs">,
  tree: KernelTree,
  pools: readonly Pick<Pool, "architecture" | "cpus">[],
): Promise<TortureSet[]> {
  const facts = await readTorture(tree);
  const architectures = [...new Set(pools.map(({ architecture }) => architecture))];
  return architectures.flatMap((architecture) => {
    if (facts === undefined) return [withoutScript(architecture, tree.version)];
    const own = pools.filter((pool) => pool.architecture === architecture);
    const runs = tortureRuns(facts, {
      words: inputs.tortureSets,
      seconds: inputs.duration,
      cpus: Math.max(...own.map(({ cpus }) => cpus)),
      guestCpuLimit: inputs.guestCpuLimit,
      architecture,
      configs: {
        rcutorture: inputs.configsRcutorture.join(" "),
        locktorture: inputs.configsLocktorture.join(" "),
        scftorture: inputs.configsScftorture.join(" "),
      },
      kcsanKmakeArg: inputs.kcsanKmakeArg,
    });
    return runs.map((run) => setOf(run, architecture, architectures.length > 1));
  });
}
