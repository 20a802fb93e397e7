import { join } from "node:path";
import type { JobContext } from "../../../context.ts";
import { describeTree, type GitFacts } from "../../../kernel/git.ts";
import type { KnownTimes } from "../../../plan/costs.ts";
import { openRunDirectory } from "../../../rundir/open.ts";
import type { Store } from "../../../storage/store.ts";
import type { Prepared } from "../../data.ts";
import { reserveRunDirectory } from "../newRunDirectory.ts";
import type { PlannedJob } from "../plan.ts";
import { buildJob } from "./build.ts";

/** Where kernels are kept; undefined with `store: none`. */
export async function openStore(context: JobContext): Promise<Store | undefined> {
  return context.inputs.store === "none" ? undefined : await context.openStore();
}

/**
 * A new run directory with the kernels of a plan, from a store or built.
 * @param earlierKeys and known: see `buildJob`
 */
export async function prepareKernels(
  context: JobContext,
  job: PlannedJob,
  git: GitFacts,
  store: Store | undefined,
  earlierKeys: ReadonlyMap<string, string> = new Map(),
  known?: () => Promise<ReadonlyMap<string, KnownTimes>>,
): Promise<Omit<Prepared, "ignore">> {
  const { inputs, environment } = context;
  const res = join(job.tree.rcutorture, "res");
  const target = await reserveRunDirectory(inputs, res, environment.workspace, new Date());
  const building = buildJob(context, job, target, git, store, earlierKeys, known);
  const { builds, infrastructure } = await building.catch(async (error) => {
    await target.giveUp();
    throw error;
  });
  return {
    run: await openRunDirectory(target.path),
    builds,
    infrastructure,
    cpus: job.plan.cpus,
    describe: describeTree(git, job.tree.version),
    repository: git.repository,
    store,
  };
}
