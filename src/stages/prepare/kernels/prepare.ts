import { join } from "node:path";
import type { JobContext } from "../../../context.ts";
import type { GitFacts } from "../../../kernel/git.ts";
import { openRunDirectory } from "../../../rundir/open.ts";
import type { Store } from "../../../storage/store.ts";
import type { Prepared } from "../../data.ts";
import { newRunDirectory } from "../newRunDirectory.ts";
import type { PlannedJob } from "../plan.ts";
import { buildJob } from "./build.ts";

/** Where kernels are kept; undefined with `store: none`. */
export async function openStore(context: JobContext): Promise<Store | undefined> {
  return context.inputs.store === "none" ? undefined : await context.openStore();
}

/**
 * A new run directory with the kernels of a plan, from a store or built.
 * @param earlierKeys see `buildJob`
 */
export async function prepareKernels(
  context: JobContext,
  job: PlannedJob,
  git: GitFacts,
  store: Store | undefined,
  earlierKeys: ReadonlyMap<string, string> = new Map(),
): Promise<Omit<Prepared, "ignore">> {
  const { inputs, environment } = context;
  const res = join(job.tree.rcutorture, "res");
  const target = await newRunDirectory(inputs, res, environment.workspace, new Date());
  const { builds, infrastructure } = await buildJob(context, job, target, git, store, earlierKeys);
  return {
    run: await openRunDirectory(target.path),
    builds,
    infrastructure,
    cpus: job.plan.cpus,
    describe: git.describe,
    repository: git.repository,
    store,
  };
}
