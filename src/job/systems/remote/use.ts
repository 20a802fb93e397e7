import * as z from "zod";

/** See SystemsInUse: read back, it is validated. */
export const useSchema = z.object({
  names: z.array(z.string()),
  key: z.string(),
  ssh: z.object({ directory: z.string(), configFile: z.string() }).optional(),
  releaseCommand: z.string().optional(),
  journal: z.string(),
});
