import { createHash } from "node:crypto";
import * as z from "zod";
import type { JobContext } from "../context.ts";
import { messageOf } from "../errors.ts";
import type { BuildResult, Results } from "../results/schema.ts";
import { resultsSchema } from "../results/schema.ts";
import { recordPrefix, type Store } from "../storage/store.ts";
import type { Ui } from "../ui.ts";
import { fetchRecord, saveRecord } from "./record.ts";

/** What an attempt of a job leaves for the next one. */
const recordSchema = z.object({
  /** Keys of the scenarios' builds, for a machine that could not compute them, having no compiler. */
  keys: z.record(z.string(), z.string()),
  /** Absent: the attempt died before it could say. */
  results: resultsSchema.optional(),
});
export type JobRecord = z.infer<typeof recordSchema>;

/** What tells one job of a workflow run from another: matrix jobs share all but their inputs. */
export function jobIdentity({ inputs, environment }: JobContext): string | undefined {
  const { GITHUB_RUN_ID: run, GITHUB_JOB: job, GITHUB_ACTION: step } = environment.variables;
  if (!run) return undefined;
  // Secrets may be other ones in each attempt.
  const { rundir: _, datestamp: __, githubToken: ___, sshPrivateKey: ____, ...rest } = inputs;
  const hash = createHash("sha256").update(JSON.stringify([job, step, rest]));
  return `${run}-${hash.digest("hex").slice(0, 16)}`;
}

/** `built`: kernels are there, guests not yet; `ended`: with results. An entry is never replaced, so two of them. */
type Stage = "built" | "ended";

const keyOf = (identity: string, attempt: number, stage: Stage) =>
  `${recordPrefix}${identity}-${attempt}-${stage}`;

/** Keeps a record of this attempt, where there is a workflow run to have more of them. */
export async function keepRecord(
  context: JobContext,
  store: Store,
  stage: Stage,
  record: JobRecord,
): Promise<void> {
  const identity = jobIdentity(context);
  if (identity === undefined) return;
  const lost = (reason: string) =>
    context.ui.warning(`A re-run of this job will not know of this attempt: ${reason}`);
  try {
    const reason = await saveRecord(store, keyOf(identity, context.environment.attempt, stage), record);
    if (reason !== undefined) lost(reason);
  } catch (error) {
    lost(messageOf(error));
  }
}

/**
 * Keeps what this attempt has so far for later ones.
 * @param results absent while guests have not run yet
 */
export async function keepAttempt(
  context: JobContext,
  store: Store,
  builds: readonly BuildResult[],
  results?: Results,
): Promise<void> {
  const keys = Object.fromEntries(
    builds.flatMap(({ scenario, key }) => (key === undefined ? [] : [[scenario, key]])),
  );
  const stage = results === undefined ? "built" : "ended";
  await keepRecord(context, store, stage, { keys, ...(results && { results }) });
}

/** What is known of the earlier attempts of this job: the newest results, and all keys. */
export interface EarlierAttempts {
  readonly keys: ReadonlyMap<string, string>;
  readonly results: Results | undefined;
}

/** Looks for what earlier attempts left; nothing is known of a first attempt, outside a workflow, or by `rerun: never`. */
export async function earlierAttempts(context: JobContext, store: Store): Promise<EarlierAttempts> {
  const identity = context.inputs.rerun === "never" ? undefined : jobIdentity(context);
  if (identity === undefined) return { keys: new Map(), results: undefined };
  return await attemptsUpTo(store, identity, context.environment.attempt - 1, context.ui);
}

/** What the jobs of a workflow run left, each with all its attempts. */
export async function recordsOfRun(store: Store, run: string, ui: Ui): Promise<EarlierAttempts[]> {
  const prefix = `${recordPrefix}${run}-`;
  const [listed = [], newest] = await Promise.all([store.records?.(prefix), store.nearest(prefix)]);
  const attempts = new Map<string, number>();
  for (const key of [...listed, newest?.key ?? ""]) {
    const [, identity, attempt] =
      /^(\d+-[0-9a-f]{16})-(\d+)-(?:built|ended)$/.exec(key.slice(recordPrefix.length)) ?? [];
    if (identity === undefined) continue;
    attempts.set(identity, Math.max(Number(attempt), attempts.get(identity) ?? 0));
  }
  return await Promise.all(
    [...attempts].map(([identity, attempt]) => attemptsUpTo(store, identity, attempt, ui)),
  );
}

async function attemptsUpTo(store: Store, identity: string, last: number, ui: Ui): Promise<EarlierAttempts> {
  const keys = new Map<string, string>();
  let results: Results | undefined;
  for (let attempt = last; attempt >= 1; attempt--) {
    for (const stage of ["ended", "built"] as const) {
      const record = await fetchRecord(store, keyOf(identity, attempt, stage), recordSchema, ui);
      for (const [scenario, key] of Object.entries(record?.keys ?? {})) {
        if (!keys.has(scenario)) keys.set(scenario, key);
      }
      results ??= record?.results;
    }
    // Results hold those of the attempts before, too.
    if (results !== undefined) break;
  }
  return { keys, results };
}
