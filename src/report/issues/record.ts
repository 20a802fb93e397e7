import * as z from "zod";
import { findingKindSchema, findingSchema } from "../../results/schema.ts";

/** One run that says something about a failure: it ran a scenario that has shown it. */
const nightSchema = z.object({
  /** Same for all attempts of a workflow run. */
  run: z.string(),
  /** `2026-11-28` */
  date: z.string(),
  kernel: z.string(),
  /** Runs of guests with a verdict, and those that showed the failure. */
  runs: z.number().int().nonnegative(),
  failures: z.number().int().nonnegative(),
  url: z.string().optional(),
});
export type Night = z.infer<typeof nightSchema>;

/** More nights than this make an issue no clearer. */
export const mostNights = 30;

/** What an issue of ours knows about its failure, in its own body: it is the only memory there is. */
const recordSchema = z.object({
  version: z.literal(1),
  fingerprint: findingSchema.shape.fingerprint,
  kind: findingKindSchema,
  title: z.string(),
  also: findingSchema.shape.also,
  incomplete: findingSchema.shape.incomplete,
  trail: findingSchema.shape.trail,
  /** Scenarios that have shown it: `rcu TREE03`. */
  scenarios: z.array(z.string()),
  /** Oldest first. */
  nights: z.array(nightSchema).max(mostNights),
});
export type IssueRecord = z.infer<typeof recordSchema>;

const opening = "<!-- rcutorture-action ";
const closing = " -->";

/** As the first line of a body: a comment in HTML, which nothing in it can end. */
export function renderRecord(record: IssueRecord): string {
  const json = JSON.stringify(record).replace(/[<>]/g, (one) => (one === "<" ? "\\u003c" : "\\u003e"));
  return `${opening}${json}${closing}`;
}

/** The record in a body; undefined: it has none that this version reads. */
export function readRecord(body: string): IssueRecord | undefined {
  const start = body.indexOf(opening);
  const end = body.indexOf(closing, start);
  if (start < 0 || end < 0) return undefined;
  try {
    return recordSchema.safeParse(JSON.parse(body.slice(start + opening.length, end))).data;
  } catch {
    return undefined;
  }
}
