import type { JobContext } from "../../../context.ts";
import { type GitFacts, readGitFacts } from "../../../kernel/git.ts";
import {
  type CostQuestion,
  costsOf,
  type KnownTimes,
  renderCosts,
  renderTimeLimit,
  timeLimitAdvice,
} from "../../../plan/costs.ts";
import { defaultDuration, type PlannedGuest } from "../../../plan/guest.ts";
import type { Store } from "../../../storage/store.ts";
import type { PlannedJob } from "../plan.ts";
import { roomHere } from "../plan.ts";
import { keysOf } from "./store.ts";

type Known = () => Promise<ReadonlyMap<string, KnownTimes>>;

function questionOf(
  { inputs }: JobContext,
  { plan }: PlannedJob,
  rest: Pick<CostQuestion, "toBuild" | "known" | "cpus">,
): CostQuestion {
  return {
    plan,
    duration: inputs.mode === "build" ? undefined : (inputs.duration ?? defaultDuration),
    times: inputs.repeatFor === undefined ? inputs.repeat : Infinity,
    ...rest,
  };
}

/**
 * Says how long the job is going to take, before anything starts, and where that is longer than a workflow's job may
 * take, what to change.
 * @param missing guests whose kernels are to be built
 * @param known what earlier runs know of scenarios; asked for only where there is something to build
 */
export async function announceCosts(
  { context, job }: { readonly context: JobContext; readonly job: PlannedJob },
  missing: readonly PlannedGuest[],
  known: Known | undefined,
): Promise<void> {
  const { environment, ui } = context;
  const { machineCpus } = await roomHere(context);
  const question = questionOf(context, job, {
    toBuild: [...new Set(missing.map(({ scenario }) => scenario))],
    known: missing.length === 0 || known === undefined ? new Map() : await known(),
    cpus: machineCpus,
  });
  const costs = costsOf(question);
  ui.info(renderCosts(question, costs));
  const advice =
    environment.variables.GITHUB_ACTIONS === "true" ? timeLimitAdvice(question, costs) : undefined;
  if (advice !== undefined) ui.warning(advice);
}

/**
 * What carrying out a plan is going to take, and how that goes with the time that a job of a workflow may take; changes
 * nothing, and reads no more of the source than git's index.
 * @param known what earlier runs know of scenarios
 */
export async function plannedCosts(
  context: JobContext,
  job: PlannedJob,
  store: Store | undefined,
  known: Known | undefined,
): Promise<readonly string[]> {
  const { cpus } = context.inputs;
  const git = await readGitFacts(job.tree.path, context.executor);
  const question = questionOf(context, job, {
    toBuild: await missingKernels(context, job, git, store),
    known: (await known?.()) ?? new Map(),
    // `cpus` names the machine that is planned for, which may be another one.
    cpus: typeof cpus === "number" && cpus > 0 ? cpus : (await roomHere(context)).machineCpus,
  });
  const costs = costsOf(question);
  return [renderCosts(question, costs), renderTimeLimit(question, costs)];
}

/** Scenarios whose kernels no store has. Without git, that would take a look at every file of the source: all of them. */
async function missingKernels(
  context: JobContext,
  job: PlannedJob,
  git: GitFacts,
  store: Store | undefined,
): Promise<string[]> {
  const scenarios = [...new Set(job.plan.guests.map(({ scenario }) => scenario))];
  if (store === undefined || git.treeId === undefined) return scenarios;
  const keys = await keysOf(context, job, git);
  const looked = scenarios.map(async (scenario) => {
    const key = keys.get(scenario)?.key;
    const there = key !== undefined && (await store.lookup(key)).outcome === "hit";
    return there ? [] : [scenario];
  });
  return (await Promise.all(looked)).flat();
}
