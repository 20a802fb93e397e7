import type { JobContext } from "../../../context.ts";
import type { Inputs } from "../../../inputs/table.ts";
import { usableCpus } from "../../../systems/capacity.ts";
import { lockThisMachine } from "../../../systems/guestLock.ts";
import { localhost } from "../../../systems/names.ts";
import { surveyMachine } from "./machine.ts";
import { oneMachine } from "./oneMachine.ts";
import type { JobSystems } from "./systems.ts";
import { whoWeAre } from "./whoWeAre.ts";

/** Systems other than this machine alone that the inputs name; undefined: none. */
export function remoteNames({ systems }: Pick<Inputs, "systems">): readonly string[] | undefined {
  return systems.every((name) => name === localhost) ? undefined : systems;
}

/**
 * Finds out whether and how guests can run on the systems of this job: before anything is built.
 * @param qemus programs that guests run with
 * @throws InputError, InfrastructureError when they cannot: what is wrong, and what to do
 */
export async function surveySystems(
  context: JobContext,
  qemus: readonly [string, ...string[]],
): Promise<JobSystems> {
  const { inputs, executor, environment } = context;
  const names = remoteNames(inputs);
  if (names !== undefined) {
    const { surveyRemoteSystems } = await import("./remote/survey.ts");
    return await surveyRemoteSystems(context, names, qemus);
  }
  const [machine] = await Promise.all(
    qemus.map((qemu) => surveyMachine(executor, inputs, qemu, environment.variables)),
  );
  if (machine === undefined) throw new RangeError("guests run with at least one qemu");
  const waiting = (who: string) =>
    context.ui.info(`${localhost}: waiting for the guests of ${who || "another job"} to end`);
  return oneMachine(machine, usableCpus(inputs.cpus, machine.facts), (signal) =>
    lockThisMachine(whoWeAre(environment), waiting, signal),
  );
}
