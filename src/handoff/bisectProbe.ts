import * as z from "zod";
import { InputError } from "../errors.ts";

const commit = z.string().regex(/^[0-9a-f]{40,64}$/);

const probeSchema = z.object({
  /** Under which observations are kept: see `questionOf`. */
  question: z.string().regex(/^[0-9a-f]{16}$/),
  commit,
  /** At most so many. */
  runs: z.int().min(1).max(100_000),
  /** Failures after which its runs end. */
  failures: z.int().min(1).max(100_000),
  /** The searched failure, where it is known by now. */
  failure: z.string().max(1000).optional(),
  /** By the clock, building included. */
  seconds: z.int().min(1),
});

/** What one runner does in a round of a bisection. */
export type BisectProbe = z.infer<typeof probeSchema>;

/** The probe that the input `probe` holds. @throws InputError for anything else */
export function parseProbe(text: string): BisectProbe {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    given = undefined;
  }
  const parsed = probeSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new InputError(
    'probe: this is not what a round of a bisection asks for; give "probe" of an entry of its output shards, or none.',
  );
}
