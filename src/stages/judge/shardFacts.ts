import { join } from "node:path";
import { type ShardRecord, shardFile, shardRecordSchema } from "../../results/shardRecord.ts";
import { textOf } from "../../rundir/files.ts";

type Facts = Pick<ShardRecord["guests"][number], "suite" | "mustFail">;

/** What the record of a shard says of its guests and their folders do not, by name; nothing for other run directories. */
export async function shardFacts(path: string): Promise<ReadonlyMap<string, Facts>> {
  const text = await textOf(path, join(path, shardFile)).catch(() => undefined);
  if (text === undefined) return new Map();
  try {
    const { guests } = shardRecordSchema.parse(JSON.parse(text));
    return new Map(guests.map(({ name, suite, mustFail }) => [name, { suite, mustFail }]));
  } catch {
    // The report must come out; that the record is damaged is said by whoever wants the shard's results.
    return new Map();
  }
}
