import * as core from "@actions/core";
import type { JobState } from "../job/context.ts";

/** The one name under which a job's state is handed on. */
export const stateName = "job";

/** Hands what `post` needs to it (readState.ts); the last call counts. */
export function saveState(state: JobState): void {
  core.saveState(stateName, JSON.stringify(state));
}
