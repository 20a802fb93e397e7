import { packBatches } from "../plan/batches.ts";
import type { Plan } from "../plan/plan.ts";
import { unpassedScenarios } from "../results/attempts.ts";
import type { Results } from "../results/schema.ts";
import type { JobContext } from "./context.ts";

/** Copies of a scenario: a number, or as many as the machine's CPUs hold. */
function copiesOf(setting: number | "fill", cpus: number, guestCpus: number): number {
  return setting === "fill" ? Math.max(1, Math.floor(cpus / guestCpus)) : setting;
}

/**
 * The plan of a re-run: what did not pass in earlier attempts, in several copies each for better statistics.
 * @returns undefined when nothing is left to run.
 */
export function planRerun({ inputs }: JobContext, plan: Plan, earlier: Results): Plan | undefined {
  const wanted = new Set(unpassedScenarios(earlier));
  const planned = new Map(plan.guests.map((guest) => [guest.scenario, guest]));
  const seen = new Set(earlier.guests.map(({ scenario }) => scenario));
  const jobs = [...planned.values()]
    .filter(({ scenario }) => wanted.has(scenario) || !seen.has(scenario))
    .flatMap(({ scenario, cpus, smp }) =>
      Array.from({ length: copiesOf(inputs.rerunCopies, plan.cpus, cpus) }, () => ({
        scenario,
        cpus,
        ...(smp === undefined ? {} : { smp }),
      })),
    );
  if (jobs.length === 0) return undefined;
  const batches = packBatches(jobs, plan.cpus);
  return { ...plan, batches, guests: batches.flatMap(({ guests }) => guests) };
}
