import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { JobContext } from "../context.ts";
import { InfrastructureError, InputError } from "../errors.ts";
import { type PlanFile, parsePlan } from "../plan/planFile.ts";
import type { Store } from "../storage/store.ts";
import { keepBundle, planKey, withBundle } from "./bundle.ts";

const file = "plan.json";

export const renderPlanFile = (plan: PlanFile) => `${JSON.stringify(plan, null, 1)}\n`;

/**
 * Keeps a plan for its jobs.
 * @throws InfrastructureError when no store takes it: no job could go on
 */
export async function keepPlan(store: Store, plan: PlanFile): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "rcutorture-plan-"));
  try {
    await writeFile(join(folder, file), renderPlanFile(plan));
    const saved = await keepBundle(store, planKey(plan.digest), folder, [file]);
    if (saved.outcome !== "saved" && saved.outcome !== "present") {
      throw new InfrastructureError(`The plan cannot be kept for its jobs: ${saved.reason}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The plan that the input `plan` names: by its digest from the stores, or a file.
 * @throws InputError for a file that is none, InfrastructureError when the stores do not have it
 */
export async function openPlan({ inputs, environment }: JobContext, store: Store): Promise<PlanFile> {
  const given = inputs.plan ?? "";
  if (!/^[0-9a-f]{64}$/.test(given)) {
    const text = await readFile(resolve(environment.workspace, given), "utf8").catch(() => undefined);
    if (text !== undefined) return parsePlan(text, `"${given}"`);
    throw new InputError(
      `plan: "${given}" is neither a file nor a digest; give the output "plan" of the job that planned.`,
    );
  }
  const fetched = await withBundle(store, planKey(given), async (folder) =>
    parsePlan(await readFile(join(folder, file), "utf8"), `the plan ${given.slice(0, 16)}`),
  );
  if ("value" in fetched && fetched.value.digest === given) return fetched.value;
  const reason = "reason" in fetched ? fetched.reason : "another plan has its place";
  throw new InfrastructureError(
    `The plan ${given.slice(0, 16)} is not in the ${store.name} store: ${reason}.`,
  );
}
