import { tmpdir } from "node:os";
import { localStore } from "../job/directoryStore.ts";
import { chooseStore } from "../storage/layered.ts";
import type { Store } from "../storage/store.ts";
import type { Ui } from "../ui.ts";
import { artifactStore, hasActionsArtifacts } from "./artifactStore.ts";
import { cacheStore, hasActionsCache } from "./cacheStore.ts";

/** The stores of a job on GitHub: its cache, then artifacts; a directory where there is neither. */
export function githubStore(
  variables: Readonly<Record<string, string | undefined>>,
  attempt: number,
  ui: Ui,
): Store {
  const temp = variables.RUNNER_TEMP ?? tmpdir();
  const { store: directory, path: directoryPath } = localStore(variables);
  const cache = hasActionsCache() ? cacheStore({ temp }) : undefined;
  const artifact = hasActionsArtifacts(variables) ? artifactStore({ temp, attempt }) : undefined;
  return chooseStore({ cache, artifact, directory, directoryPath }, temp, ui);
}
