import * as z from "zod";

const recordSchema = z.object({
  circumstances: z.string(),
  /** ISO 8601. */
  at: z.iso.datetime(),
  problem: z.string(),
});

/** What is remembered of a probe. */
export type ProbeRecord = z.infer<typeof recordSchema>;

/** Reads a record; undefined: it is none. */
export function parseProbeRecord(text: string): ProbeRecord | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
