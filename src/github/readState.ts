import { isAbsolute } from "node:path";
import * as core from "@actions/core";
import * as z from "zod";
import type { JobState, SystemsLease } from "../context.ts";
import { InfrastructureError } from "../errors.ts";
import { stateName, systemsName } from "./state.ts";
import { existingKey, unseal } from "./stateSeal.ts";

const stateSchema = z.strictObject({
  rundir: z.string().refine((path) => isAbsolute(path) && !/[\0\r\n]/.test(path)),
  finished: z.boolean(),
  ignore: z.array(
    z.strictObject({ pattern: z.string(), reason: z.string(), expires: z.string().optional() }),
  ),
  attempt: z.number().int().positive(),
  repository: z.string().optional(),
  upload: z.enum(["failed", "all", "none"]),
  retentionDays: z.number().int().positive().optional(),
});

/**
 * What the main step sealed under this name.
 * @returns undefined when there is nothing to be done
 * @throws InfrastructureError for state of anybody else's
 */
async function read<T>(name: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const value = core.getState(name);
  if (value === "") return undefined;
  const refuse = (why: string) =>
    new InfrastructureError(
      `The saved state "${name}" is refused, and nothing of it is done: ${why}. Something in this job wrote to the runner's state.`,
    );
  const key = existingKey(process.env);
  if (key === undefined) throw refuse("the key that sealed it is gone from RUNNER_TEMP, or never was there");
  const text = unseal(name, value, key);
  if (text === undefined) throw refuse("the main step did not write it");
  const parsed = schema.nullable().safeParse(JSON.parse(text));
  if (!parsed.success) throw refuse("it is not what this version writes");
  return parsed.data ?? undefined;
}

/** What the main step handed over; undefined when it never got that far. */
export async function readState(): Promise<JobState | undefined> {
  return await read(stateName, stateSchema);
}

/** Remote systems on which something may be left; undefined: none. */
export async function readSystems(): Promise<SystemsLease | undefined> {
  const { leaseSchema } = await import("../handoff/lease.ts");
  return await read(systemsName, leaseSchema);
}
