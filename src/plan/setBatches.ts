import { parseGuestName } from "../contracts/guestNames.ts";
import { packBatches } from "./batches.ts";
import type { Batch } from "./guest.ts";
import type { PlanFile } from "./planFile.ts";

/** The guests of a set as one run directory lists them, one a batch: each once, however many samples it has. */
export function setBatches({ shards }: Pick<PlanFile, "shards">, set: string): Batch[] {
  const own = shards.flatMap(({ guests }) => guests).filter((one) => one.set === set && one.sample === 1);
  const jobs = own.flatMap(({ name, cpus }) => {
    const parsed = parseGuestName(name);
    return parsed === undefined ? [] : [{ scenario: parsed.scenario, cpus }];
  });
  return packBatches(jobs, 0);
}
