import * as core from "@actions/core";
import type { JobState, SystemsLease } from "../job/context.ts";

/** The names under which a job's state is handed on. */
export const stateName = "job";
export const systemsName = "systems";

/** Hands what `post` needs to it (readState.ts); the last call counts. */
export function saveState(state: JobState): void {
  core.saveState(stateName, JSON.stringify(state));
}

/** The same for systems; undefined: nothing is to be done there. */
export function saveSystems(lease: SystemsLease | undefined): void {
  core.saveState(systemsName, lease === undefined ? "" : JSON.stringify(lease));
}
