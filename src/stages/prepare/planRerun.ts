import type { JobContext } from "../../context.ts";
import { packBatches } from "../../plan/batches.ts";
import type { Plan } from "../../plan/plan.ts";
import { unpassedScenarios } from "../../results/attempts.ts";
import type { Results } from "../../results/schema.ts";

/** Copies of a scenario: a number, or as many as the systems' CPUs hold. */
function copiesOf(setting: number | "fill", widths: readonly number[], guestCpus: number): number {
  if (setting !== "fill") return setting;
  const room = widths.reduce((sum, cpus) => sum + Math.floor(cpus / guestCpus), 0);
  return Math.max(1, room);
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
