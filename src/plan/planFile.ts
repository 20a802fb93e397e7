import * as z from "zod";
import { InputError } from "../errors.ts";
import { architectures } from "./architectures.ts";
import { digestOf, type MatrixPlan } from "./matrix.ts";
import { type TortureSet, variants } from "./sets.ts";

/** Version of the plan's format. Jobs of one plan may run different versions of this program. */
export const planVersion = 1;
const format = "rcutorture-action plan";

const recipeSchema = z.object({
  family: z.string(),
  kind: z.enum(["guests", "builds", "allmodconfig", "rcu-rust"]),
  configs: z.string(),
  kconfig: z.string(),
  bootargs: z.string(),
  kmakeArg: z.string(),
  memory: z
    .string()
    .regex(/^\d+[MG]?$/)
    .optional(),
  seconds: z.int().nonnegative(),
  mustFail: z.boolean(),
  refused: z.string().optional(),
  kernels: z.record(z.string(), z.string()).optional(),
});

const setSchema = z.object({
  // Names a folder of the merged run directory.
  id: z.string().regex(/^[A-Za-z0-9][\w-]{0,99}$/),
  suite: z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/),
  variant: z.enum(variants),
  architecture: z.enum(architectures),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .optional(),
  recipe: recipeSchema.optional(),
});

const guestSchema = z.object({
  name: z.string().regex(/^[A-Z0-9][A-Z0-9_-]*(?:\.[1-9]\d*)?$/),
  cpus: z.int().positive(),
  smp: z.int().positive().optional(),
  set: z.string(),
  build: z.string(),
  sample: z.int().positive(),
  samples: z.int().positive(),
  seconds: z.int().positive(),
});

const placeShape = {
  id: z.string().regex(/^[a-z]+-\d+$/),
  pool: z.string(),
  "runs-on": z.array(z.string()),
  seconds: z.number(),
  "timeout-minutes": z.number(),
};

const planSchema = z.object({
  format: z.literal(format),
  version: z.literal(planVersion),
  /** SHA-256 of all else. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  kernel: z.object({
    commit: z.string().optional(),
    /** Id of a tree without git, by the contents of its files. */
    content: z.string().optional(),
    describe: z.string().optional(),
    repository: z.string().optional(),
    state: z.enum(["clean", "modified", "unknown"]),
  }),
  /** Commits of a series, oldest first; empty: none was asked for. */
  series: z.array(z.object({ commit: z.string(), describe: z.string().optional(), subject: z.string() })),
  sets: z.array(setSchema).min(1),
  /** Inputs that all jobs of the plan share, as text. */
  inputs: z.record(z.string(), z.string()),
  /** Text of the file of known failures: the jobs that run guests have no checkout of where it lies. */
  baseline: z.string().optional(),
  builds: z.array(
    z.object({
      ...placeShape,
      builds: z.array(
        z.object({ key: z.string(), scenario: z.string().regex(/^[A-Z0-9][A-Z0-9_-]*$/), set: z.string() }),
      ),
    }),
  ),
  shards: z.array(
    z.object({
      ...placeShape,
      systems: z.array(z.string()).optional(),
      cpus: z.int().positive(),
      guests: z.array(guestSchema),
    }),
  ),
});

/** A plan as its jobs get it. */
export type PlanFile = z.infer<typeof planSchema>;
export type PlannedShard = PlanFile["shards"][number];
export type PlannedBuilds = PlanFile["builds"][number];
export type PlannedSample = PlannedShard["guests"][number];

/** What a plan is of. */
export type PlanSubject = Pick<PlanFile, "kernel" | "series" | "inputs" | "baseline"> & {
  readonly sets: readonly TortureSet[];
};

/** The file of a plan: its jobs and everything that they need to know, with a digest over it all. */
export function planFile(subject: PlanSubject, { builds, shards }: MatrixPlan): PlanFile {
  const { kernel, series, sets, inputs, baseline } = subject;
  const content = {
    format,
    version: planVersion,
    kernel,
    series,
    sets,
    inputs,
    baseline,
    builds,
    shards,
  } as const;
  // Through JSON, as a reader sees it: without what is undefined.
  const plain = JSON.parse(JSON.stringify(content));
  return planSchema.parse({ ...plain, digest: contentDigest(plain) });
}

/** Independent of the order in which a writer puts the fields. */
function contentDigest(content: unknown): string {
  return digestOf(sorted(content));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

/**
 * Reads a plan back.
 * @param where it came from, for messages
 * @throws InputError for what is not a plan, a newer one, or one that was changed after it was made
 */
export function parsePlan(text: string, where: string): PlanFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InputError(`plan: ${where} is not a plan (not JSON); give the output or file of mode: plan.`);
  }
  const found = z.object({ format: z.literal(format), version: z.number() }).safeParse(json);
  if (!found.success)
    throw new InputError(`plan: ${where} is not a plan; give the output or file of mode: plan.`);
  if (found.data.version > planVersion) {
    throw new InputError(
      `plan: ${where} has version ${found.data.version}, and this program reads up to ${planVersion}; use one version of the action in all jobs.`,
    );
  }
  const parsed = planSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(`plan: ${where} is damaged: ${issue?.path.join(".")}: ${issue?.message}.`);
  }
  const { digest, ...content } = json as PlanFile;
  if (contentDigest(content) !== digest) {
    throw new InputError(`plan: ${where} was changed after it was made; plan again.`);
  }
  return parsed.data;
}

/** The plan's job of an id. @throws InputError naming the ids there are. */
export function jobOf<T extends { readonly id: string }>(jobs: readonly T[], id: string): T {
  const found = jobs.find((job) => job.id === id);
  if (found !== undefined) return found;
  const [first, last] = [jobs.at(0)?.id, jobs.at(-1)?.id];
  const there = first === undefined ? "it has no such jobs" : `it has ${first} to ${last}`;
  throw new InputError(`shard: the plan has no "${id}"; ${there}.`);
}
