import * as core from "@actions/core";
import * as z from "zod";
import type { JobState, SystemsLease } from "../job/context.ts";
import { stateName, systemsName } from "./state.ts";

const stateSchema = z.object({
  rundir: z.string(),
  finished: z.boolean(),
  ignore: z.array(z.object({ pattern: z.string(), reason: z.string(), expires: z.string().optional() })),
  attempt: z.number().int().positive(),
  repository: z.string().optional(),
});

/** What the main step handed over; undefined when it never got that far. */
export function readState(): JobState | undefined {
  const text = core.getState(stateName);
  return text === "" ? undefined : stateSchema.parse(JSON.parse(text));
}

/** Remote systems on which something may be left; undefined: none. */
export async function readSystems(): Promise<SystemsLease | undefined> {
  const text = core.getState(systemsName);
  if (text === "") return undefined;
  const { leaseSchema } = await import("../job/systems/remote/lease.ts");
  return leaseSchema.parse(JSON.parse(text));
}
