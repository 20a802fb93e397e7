import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { JobContext } from "../context.ts";
import { InfrastructureError } from "../errors.ts";
import type { PlanFile } from "../plan/planFile.ts";
import { buildResultSchema } from "../results/schema.ts";
import type { Store } from "../storage/store.ts";
import { bundleKey, bundleName, bundlePrefix, keepBundle, withBundle } from "./bundle.ts";

/** One kernel of a build job: what became of it, and where it is. */
const builtSchema = z.object({
  /** The key in the plan. */
  planned: z.string(),
  set: z.string(),
  /** `key` in it is the one under which stores have it: another one where this machine's compiler is another. */
  result: buildResultSchema,
});
export type Built = z.infer<typeof builtSchema>;

const recordSchema = z.object({ plan: z.string(), builds: z.array(builtSchema) });

const file = "built.json";

/** Tells the plan's other jobs what this build job made. @throws InfrastructureError when no store takes it */
export async function keepBuilt(
  { environment }: JobContext,
  store: Store,
  plan: PlanFile,
  id: string,
  builds: readonly Built[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "rcutorture-built-"));
  try {
    await writeFile(join(folder, file), JSON.stringify({ plan: plan.digest, builds }));
    const key = bundleKey(plan, environment, { id, attempt: environment.attempt });
    const saved = await keepBundle(store, key, folder, [file]);
    if (saved.outcome !== "saved" && saved.outcome !== "present") {
      throw new InfrastructureError(`The plan's other jobs cannot be told of these builds: ${saved.reason}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What all build jobs of the plan made, by the key in the plan; of several attempts the last one counts. */
export async function builtSoFar(
  { environment, ui }: JobContext,
  store: Store,
  plan: PlanFile,
): Promise<Map<string, Built>> {
  const prefix = bundlePrefix(plan, environment);
  const listed = plan.builds.length === 0 ? [] : await store.records?.(`${prefix}build-`);
  const names = (listed ?? [])
    .flatMap((key) => bundleName(prefix, key) ?? [])
    .sort((a, b) => a.attempt - b.attempt);
  const built = new Map<string, Built>();
  for (const name of names) {
    const fetched = await withBundle(store, bundleKey(plan, environment, name), async (folder) =>
      recordSchema.safeParse(JSON.parse(await readFile(join(folder, file), "utf8"))),
    );
    const record = "value" in fetched && fetched.value.success ? fetched.value.data : undefined;
    if (record?.plan !== plan.digest) {
      ui.warning(`${name.id}: what it built cannot be read; its kernels are looked up by the plan.`);
      continue;
    }
    for (const one of record.builds) built.set(one.planned, one);
  }
  return built;
}
