import * as z from "zod";

/** Name of the file beside a shard's `results.json`. */
export const shardFile = "shard.json";

/** Which part of which plan a run directory is. */
export const shardRecordSchema = z.object({
  format: z.literal("rcutorture-action shard"),
  version: z.literal(1),
  /** Digest of the plan. */
  plan: z.string(),
  shard: z.string(),
  attempt: z.int().positive(),
  createdAt: z.iso.datetime(),
  /** Its guests: their names here, and what the plan calls them. */
  guests: z.array(
    z.object({
      // Names a folder.
      name: z.string().regex(/^[A-Z0-9][\w-]*(?:\.[1-9]\d*)?$/),
      set: z.string(),
      planned: z.string(),
      sample: z.int().positive(),
      /** Its torture suite, and whether it must fail: a shard may have guests of several sets. */
      suite: z.string().optional(),
      mustFail: z.boolean().optional(),
    }),
  ),
});
export type ShardRecord = z.infer<typeof shardRecordSchema>;
