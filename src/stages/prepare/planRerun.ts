import type { JobContext } from "../../context.ts";
import { packBatches } from "../../plan/batches.ts";
import { fillWithCopies, fittingCopies } from "../../plan/copies.ts";
import type { Plan } from "../../plan/plan.ts";
import { unpassedScenarios } from "../../results/attempts.ts";
import type { Results } from "../../results/schema.ts";
import type { PlannedJob } from "./plan.ts";

/** Copies of a scenario: a number, or as many as the systems' CPUs hold. */
function copiesOf(setting: number | "fill", widths: readonly number[], guestCpus: number): number {
  if (setting !== "fill") return setting;
  return fittingCopies(widths, guestCpus);
}

/**
 * The plan of a re-run: what did not pass in earlier attempts, in several copies each for better statistics.
 * @param widths CPUs that guests may fill, of each system
 * @returns undefined when nothing is left to run.
 */
export function planRerun(
  { inputs }: JobContext,
  plan: Plan,
  earlier: Results,
  widths: readonly number[],
): Plan | undefined {
  const wanted = new Set(unpassedScenarios(earlier));
  const planned = new Map(plan.guests.map((guest) => [guest.scenario, guest]));
  const seen = new Set(earlier.guests.map(({ scenario }) => scenario));
  const jobs = [...planned.values()]
    .filter(({ scenario }) => wanted.has(scenario) || !seen.has(scenario))
    .flatMap(({ scenario, cpus, smp }) =>
      Array.from({ length: copiesOf(inputs.rerunCopies, widths, cpus) }, () => ({
        scenario,
        cpus,
        ...(smp === undefined ? {} : { smp }),
      })),
    );
  if (jobs.length === 0) return undefined;
  const batches = packBatches(jobs, plan.cpus);
  return { ...plan, batches, guests: batches.flatMap(({ guests }) => guests) };
}

/**
 * What was planned, in as many copies as the systems hold, to live over and over.
 * @param widths CPUs that guests may fill, of each system
 */
export function copiesToRun(
  { ui }: Pick<JobContext, "ui">,
  planned: PlannedJob,
  widths: readonly number[],
): LeftToRun {
  const { guests: some, cpus, atOnce } = planned.plan;
  const batches = fillWithCopies(some, widths, cpus, atOnce);
  const plan = { ...planned.plan, batches, guests: batches.flatMap(({ guests }) => guests) };
  ui.info(
    `Linux ${planned.tree.version}: guests ${plan.guests.length}, CPUs ${plan.cpus}, until it is decided.`,
  );
  return { ...planned, plan, failedBefore: undefined };
}

/** What is left to run, and the scenarios that failed in earlier attempts. */
export interface LeftToRun extends PlannedJob {
  readonly failedBefore: ReadonlySet<string> | undefined;
}

/**
 * Of what was planned, what an attempt of a job still has to run; says which guests those are.
 * @param earlier results of earlier attempts
 * @param widths CPUs that guests may fill, of each system
 * @returns the earlier results as `done` when nothing is left
 */
export function leftToRun(
  context: JobContext,
  planned: PlannedJob,
  earlier: Results | undefined,
  widths: readonly number[],
): LeftToRun | { readonly done: Results } {
  const { inputs, environment, ui } = context;
  const some = earlier !== undefined && inputs.rerun === "failed";
  const plan = some ? planRerun(context, planned.plan, earlier, widths) : planned.plan;
  if (plan === undefined && earlier !== undefined) {
    ui.info("Every guest passed in an earlier attempt; nothing is left to run.");
    return { done: earlier };
  }
  const { guests, batches, cpus } = plan ?? planned.plan;
  if (earlier)
    ui.info(`Attempt ${environment.attempt}: ${guests.map(({ name }) => name).join(" ")} once more.`);
  ui.info(`Linux ${planned.tree.version}: guests ${guests.length}, batches ${batches.length}, CPUs ${cpus}.`);
  const failedBefore = earlier && new Set(unpassedScenarios(earlier));
  return { ...planned, plan: plan ?? planned.plan, failedBefore };
}
