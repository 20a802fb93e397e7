import * as z from "zod";

/** See SystemsLease: read back, it is validated. */
export const leaseSchema = z.object({
  names: z.array(z.string()),
  key: z.string(),
  ssh: z.object({ directory: z.string(), configFile: z.string() }).optional(),
  releaseCommand: z.string().optional(),
  journal: z.string(),
});
