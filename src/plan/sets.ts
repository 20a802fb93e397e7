import type { Architecture } from "./architectures.ts";

/** Kernels that can be built of one scenario, as torture.sh names them. */
export const variants = ["plain", "kasan", "kcsan"] as const;
export type Variant = (typeof variants)[number];

/** What a set of `torture.sh` adds to the inputs of its plan. */
export interface Recipe {
  /** Word of `torture-sets`. */
  readonly family: string;
  /** `guests`: builds and runs; `builds`: builds only; else what `make` is asked for. */
  readonly kind: "guests" | "builds" | "allmodconfig" | "rcu-rust";
  /** As for `kvm.sh --configs`. */
  readonly configs: string;
  readonly kconfig: string;
  /** Given to the guests; kernels do not depend on them. */
  readonly bootargs: string;
  readonly kmakeArg: string;
  readonly memory?: string | undefined;
  readonly seconds: number;
  /** Its guests must fail, and pass when they do. */
  readonly mustFail: boolean;
  /** Why it cannot run. */
  readonly refused?: string | undefined;
  /** Kernels that it is about, by scenario, where no guest runs them. */
  readonly kernels?: Readonly<Record<string, string>> | undefined;
}

/** Guests of a plan that share suite, variant, architecture and commit: what `kvm.sh` would run in one go. */
export interface TortureSet {
  /** Names what sets of this plan differ in: `kasan`, `lock-kcsan`, `adc218676eef-rcu`; `all` when there is one. */
  readonly id: string;
  readonly suite: string;
  readonly variant: Variant;
  readonly architecture: Architecture;
  /** Full id of the kernel's commit, of one in a series; absent: the tree as it was checked out. */
  readonly commit?: string;
  /** Of `torture.sh`; absent: the inputs say it all. */
  readonly recipe?: Recipe | undefined;
}

/** The id of the only set of a plan. */
export const onlySet = "all";

/** Every combination, commits in their order first, then suites, variants and architectures. */
export function setsOf(dimensions: {
  readonly commits: readonly string[];
  readonly suites: readonly string[];
  readonly variants: readonly Variant[];
  readonly architectures: readonly Architecture[];
}): TortureSet[] {
  const { commits, suites, variants, architectures } = dimensions;
  const several = (values: readonly unknown[]) => values.length > 1;
  return (commits.length > 0 ? commits : [undefined]).flatMap((commit) =>
    suites.flatMap((suite) =>
      variants.flatMap((variant) =>
        architectures.map((architecture) => {
          const parts = [
            several(commits) ? commit?.slice(0, 12) : undefined,
            several(suites) ? suite : undefined,
            several(variants) ? variant : undefined,
            several(architectures) ? architecture : undefined,
          ].filter((part) => part !== undefined);
          return {
            id: parts.length === 0 ? onlySet : parts.join("-"),
            suite,
            variant,
            architecture,
            ...(commit === undefined ? {} : { commit }),
          };
        }),
      ),
    ),
  );
}

/** A guest's (or scenario's) name in merged results, and its folder there: `TREE03`, `kasan/TREE03`. */
export function nameInPlan(set: Pick<TortureSet, "id">, name: string): string {
  return set.id === onlySet ? name : `${set.id}/${name}`;
}
