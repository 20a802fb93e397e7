import { tmpdir } from "node:os";
import { chooseStore } from "../storage/layered.ts";
import { localStore } from "../storage/localStore.ts";
import { planPrefix, type Store } from "../storage/store.ts";
import type { Ui } from "../ui.ts";
import type { RunToSearch } from "./artifactListing.ts";

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

/** GitHub's own stores, as far as this job has them: their code is most of ours, and takes its time to load. */
async function services(
  variables: Readonly<Record<string, string | undefined>>,
  temp: string,
  attempt: number,
  runs: readonly RunToSearch[],
): Promise<{ cache?: Store | undefined; artifact?: Store | undefined }> {
  if (!variables.ACTIONS_RESULTS_URL && !variables.ACTIONS_CACHE_URL) return {};
  const [{ artifactStore, hasActionsArtifacts }, { cacheStore, hasActionsCache }] = await Promise.all([
    import("./artifactStore.ts"),
    import("./cacheStore.ts"),
  ]);
  const artifact = hasActionsArtifacts(variables) ? artifactStore({ temp, attempt, runs }) : undefined;
  // What jobs of one workflow run hand each other would only push kernels out of the cache.
  const takes = (key: string) => artifact === undefined || !key.startsWith(planPrefix);
  return { artifact, cache: hasActionsCache() ? { ...cacheStore({ temp }), takes } : undefined };
}

/** The stores of a job on GitHub: its cache, then artifacts; a directory where there is neither. */
export async function githubStore(
  variables: Readonly<Record<string, string | undefined>>,
  attempt: number,
  ui: Ui,
  others: OtherRuns = {},
): Promise<Store> {
  const temp = variables.RUNNER_TEMP ?? tmpdir();
  const { store: directory, path: directoryPath } = localStore(variables);
  const found = await services(variables, temp, attempt, runsToSearch(variables, attempt, others));
  return chooseStore({ ...found, directory, directoryPath }, temp, ui);
}
