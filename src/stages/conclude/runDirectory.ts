import type { Results } from "../../results/schema.ts";
import type { RunDirectory } from "../../rundir/open.ts";
import type { Judged } from "../data.ts";
import { assembleResults } from "./results.ts";

/** A run directory that was judged as it lies there, and what it does not say of its run. */
export interface DirectoryFacts extends Judged {
  readonly run: RunDirectory;
  /** The `results.json` that lies there: it knows better. */
  readonly before: Results | undefined;
  readonly attempt: number;
  /** `owner/name` or a URL. */
  readonly repository?: string | undefined;
  /** What `kvm.sh` was called with. */
  readonly script?: string | undefined;
  /** The job was killed while guests ran. */
  readonly killed?: boolean;
}

/** Results of a run directory, from what lies there alone. */
export function concludeRunDirectory(facts: DirectoryFacts): Results {
  const { run, guests, builds, scriptsErrors, before, attempt, repository, script, killed = false } = facts;
  const results = assembleResults({
    run,
    guests,
    builds,
    scriptsBuildErrors: scriptsErrors,
    systems: before?.systems ?? [],
    attempt: before?.attempt ?? attempt,
    repository: before?.kernel.repository ?? repository,
    describe: before?.kernel.describe,
    interrupted: killed,
    infrastructure: [],
    reproduce: before?.reproduce,
    now: new Date(),
  });
  const known = before?.reproduction ?? (script === undefined ? undefined : { script });
  return known === undefined ? results : { ...results, reproduction: known };
}
