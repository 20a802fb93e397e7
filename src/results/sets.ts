import type { PlanFile } from "../plan/planFile.ts";
import { nameInPlan } from "../plan/sets.ts";
import { overallVerdict } from "./assemble.ts";
import type { BuildResult, GuestResult, SetResult } from "./schema.ts";

type PlanSet = PlanFile["sets"][number];

interface Planned {
  readonly plan: PlanFile;
  /** By their key in the plan. */
  readonly builds: ReadonlyMap<string, BuildResult>;
}

/** Kernels of sets that only build, and what `make` was asked for. One that was not to be built was there already. */
export function unrunBuilds({ plan, builds }: Planned): BuildResult[] {
  const toBuild = new Set(plan.builds.flatMap((job) => job.builds.map(({ key }) => key)));
  return plan.sets.flatMap((set) =>
    Object.entries(set.recipe?.kernels ?? {}).map(([name, key]): BuildResult => {
      const scenario = nameInPlan(set, name);
      const known = builds.get(key);
      if (known !== undefined) return { ...known, scenario };
      const nothing = { scenario, diagnostics: [], configErrors: [] };
      return toBuild.has(key)
        ? { ...nothing, status: "skipped", reason: "its build job left no word" }
        : { ...nothing, status: "reused", origin: "store", key };
    }),
  );
}

function detailOf({ recipe }: PlanSet, guests: readonly GuestResult[], builds: readonly BuildResult[]) {
  const reasons = [
    recipe?.refused,
    ...builds.map(({ reason }) => reason),
    ...guests.filter(({ verdict }) => verdict !== "passed").map(({ ending }) => ending.detail),
  ];
  return reasons.find((reason) => reason !== undefined && reason !== "");
}

/**
 * The verdict of each set of `torture.sh`; undefined for a plan of none. One that could not run is there with the reason.
 * @param guests those that count for the verdict
 */
export function setResults(
  { sets }: PlanFile,
  guests: readonly GuestResult[],
  builds: readonly BuildResult[],
): SetResult[] | undefined {
  if (sets.every(({ recipe }) => recipe === undefined)) return undefined;
  return sets.map((set) => {
    const own = (name: string) => name.startsWith(nameInPlan(set, ""));
    const [ownGuests, ownBuilds] = [
      guests.filter(({ name }) => own(name)),
      builds.filter(({ scenario }) => own(scenario)),
    ];
    const verdict = set.recipe?.refused === undefined ? overallVerdict(ownGuests, ownBuilds) : "did-not-run";
    const detail = verdict === "passed" ? undefined : detailOf(set, ownGuests, ownBuilds);
    return {
      id: set.id,
      family: set.recipe?.family ?? set.id,
      suite: set.suite,
      verdict,
      ...(detail === undefined ? {} : { detail }),
      guests: ownGuests.length,
      kernels: ownBuilds.length,
    };
  });
}
