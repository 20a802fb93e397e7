import { tmpdir } from "node:os";
import { localStore } from "../job/directoryStore.ts";
import { chooseStore } from "../storage/layered.ts";
import { planPrefix, type Store } from "../storage/store.ts";
import type { Ui } from "../ui.ts";
import type { RunToSearch } from "./artifactListing.ts";
import { artifactStore, hasActionsArtifacts } from "./artifactStore.ts";
import { cacheStore, hasActionsCache } from "./cacheStore.ts";

/** What else than this run's artifacts is searched. */
export interface OtherRuns {
  /** Ids of workflow runs of this repository. */
  readonly runs?: readonly string[];
  /** With the right to read actions; without one, only this run's artifacts can be read. */
  readonly token?: string | undefined;
}

/** This run too: its earlier attempts after "re-run all jobs" are out of reach by the runtime token. */
function runsToSearch(
  { GITHUB_REPOSITORY, GITHUB_RUN_ID }: Readonly<Record<string, string | undefined>>,
  attempt: number,
  { runs = [], token }: OtherRuns,
): RunToSearch[] {
  const [repositoryOwner, repositoryName] = GITHUB_REPOSITORY?.split("/") ?? [];
  if (token === undefined || !repositoryOwner || !repositoryName) return [];
  const ids = [...(GITHUB_RUN_ID && attempt > 1 ? [GITHUB_RUN_ID] : []), ...runs];
  return ids.map((id) => ({ workflowRunId: Number(id), repositoryOwner, repositoryName, token }));
}

/** The stores of a job on GitHub: its cache, then artifacts; a directory where there is neither. */
export function githubStore(
  variables: Readonly<Record<string, string | undefined>>,
  attempt: number,
  ui: Ui,
  others: OtherRuns = {},
): Store {
  const runs = runsToSearch(variables, attempt, others);
  const temp = variables.RUNNER_TEMP ?? tmpdir();
  const { store: directory, path: directoryPath } = localStore(variables);
  const artifact = hasActionsArtifacts(variables) ? artifactStore({ temp, attempt, runs }) : undefined;
  // What jobs of one workflow run hand each other would only push kernels out of the cache.
  const takes = (key: string) => artifact === undefined || !key.startsWith(planPrefix);
  const cache = hasActionsCache() ? { ...cacheStore({ temp }), takes } : undefined;
  return chooseStore({ cache, artifact, directory, directoryPath }, temp, ui);
}
