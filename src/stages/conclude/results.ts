import { overallVerdict } from "../../results/assemble.ts";
import { resultsVersion } from "../../results/kinds.ts";
import { countsAsFailure } from "../../results/mustFail.ts";
import type { BuildResult, GuestResult, Results, SystemFacts } from "../../results/schema.ts";
import type { RunDirectory } from "../../rundir/open.ts";
import { tool } from "../../version.ts";

export interface Measured {
  readonly run: Pick<RunDirectory, "path" | "suite" | "commit" | "treeState" | "tree" | "rerunOf">;
  readonly guests: readonly GuestResult[];
  readonly builds: readonly BuildResult[];
  /** `kvm-recheck.sh` would count a build error. */
  readonly scriptsBuildErrors: boolean;
  readonly systems: readonly SystemFacts[];
  readonly attempt: number;
  readonly repository?: string | undefined;
  readonly describe?: string | undefined;
  readonly reproduce?: string | undefined;
  readonly interrupted: boolean;
  readonly infrastructure: readonly string[];
  readonly now: Date;
}

/** What `kvm-recheck.sh` exits with: 3 runtime errors, 2 build errors, 1 `.config` errors, 0 clean. */
function scriptsExitStatus({ guests, builds, scriptsBuildErrors }: Measured): number {
  if (guests.some(countsAsFailure)) return 3;
  if (scriptsBuildErrors) return 2;
  return builds.some((build) => build.configErrors.length > 0) ? 1 : 0;
}

/** What to call a kernel that git does not know: as tags are named, after what consoles say. */
function bootedName(guests: readonly GuestResult[]): string | undefined {
  const releases = new Set(guests.flatMap(({ booted }) => booted?.release ?? []));
  const [release] = releases;
  return releases.size === 1 ? `v${release}` : undefined;
}

/** `results.json` of one job. */
export function assembleResults(measured: Measured): Results {
  const { run, guests, builds } = measured;
  const describe = measured.describe ?? (run.commit === undefined ? bootedName(guests) : undefined);
  return {
    version: resultsVersion,
    tool,
    createdAt: measured.now.toISOString(),
    attempt: measured.attempt,
    suite: run.suite,
    rundir: run.path,
    ...(run.rerunOf === undefined ? {} : { rerunOf: run.rerunOf }),
    ...(measured.reproduce === undefined ? {} : { reproduce: measured.reproduce }),
    kernel: {
      ...(run.tree === undefined ? {} : { path: run.tree }),
      ...(run.commit === undefined ? {} : { commit: run.commit }),
      ...(describe === undefined ? {} : { describe }),
      ...(measured.repository === undefined ? {} : { repository: measured.repository }),
      state: run.treeState,
    },
    verdict: overallVerdict(guests, builds),
    scriptsExitStatus: scriptsExitStatus(measured),
    interrupted: measured.interrupted,
    systems: [...measured.systems],
    builds: [...builds],
    guests: [...guests],
    infrastructure: [...measured.infrastructure],
  };
}
