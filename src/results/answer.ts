import * as z from "zod";

const countsSchema = z.object({
  failures: z.number().int().nonnegative(),
  runs: z.number().int().nonnegative(),
  /** Hours that guests lived. */
  hours: z.number().nonnegative(),
});

/** What a run with `until` was to find out, and what it found. */
export const answerSchema = z.object({
  /** As `until` has it: `failures=5`, `rate<1/100h`, `fixed`. */
  question: z.string(),
  decision: z.enum(["yes", "no", "undecided"]),
  /** A share: 0.95. */
  confidence: z.number().gt(0).lt(1),
  /** The answer in one sentence, without a full stop. */
  sentence: z.string(),
  /** What rates, bounds and the sequence count in. */
  unit: z.enum(["hours", "runs"]),
  /** The failure that was asked about; absent: any. */
  failure: z.object({ title: z.string(), fingerprint: z.string().optional() }).optional(),
  now: countsSchema,
  before: countsSchema.extend({ from: z.string() }).optional(),
  /** Failures in an hour or a run that `rate<` asks about. */
  threshold: z.number().positive().optional(),
  /** What is likely to be missing to a decision, in the unit and in seconds at the pace of this job. */
  remaining: z
    .object({ exposure: z.number().nonnegative(), seconds: z.number().nonnegative().optional() })
    .optional(),
  /**
   * The bounds of the failure rate as they were after each sample (at most some hundred of them), each valid at every
   * moment: `exposure` so far, in the unit. A bound that is not known yet is absent.
   */
  sequence: z.array(
    z.object({
      exposure: z.number().nonnegative(),
      failures: z.number().int().nonnegative(),
      low: z.number().nonnegative(),
      high: z.number().nonnegative().optional(),
    }),
  ),
});
export type Answer = z.infer<typeof answerSchema>;
