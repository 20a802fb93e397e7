import * as core from "@actions/core";
import type { JobState, SystemsLease } from "../context.ts";
import { jobKey, seal } from "./stateSeal.ts";

/** The names under which a job's state is handed on. */
export const stateName = "job";
export const systemsName = "systems";

function save(name: string, state: unknown): void {
  core.saveState(name, seal(name, JSON.stringify(state ?? null), jobKey(process.env)));
}

/** Hands what `post` needs to it (readState.ts); the last call counts. */
export function saveState(state: JobState | undefined): void {
  save(stateName, state);
}

/** The same for systems; undefined: nothing is to be done there. */
export function saveSystems(lease: SystemsLease | undefined): void {
  save(systemsName, lease);
}

/** Before anything else: what stands there under our names is not ours. */
export function saveNothing(): void {
  saveState(undefined);
  saveSystems(undefined);
}
