import type { BuildResult } from "../../../results/schema.ts";
import type { RunDirectory } from "../../../rundir/open.ts";

/** What `again` names: a run whose guests are to run once more. */
export interface OldRun extends AsyncDisposable {
  readonly run: RunDirectory;
  /** Folder in which the new run directory goes by default. */
  readonly beside: string;
  /** What `re-run` of the new run directory says, where that is no path. */
  readonly origin?: string;
  /** Where its kernels came from, as far as its folder does not say that. */
  readonly builds: readonly BuildResult[];
  /** Brings into the new run directory what is not about its guests. */
  finish?(rundir: string): Promise<void>;
  /** Names of its guests that did not pass. */
  failed(): Promise<ReadonlySet<string>>;
}
