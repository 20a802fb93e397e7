import type { JobContext } from "./context.ts";
import { surveyMachine } from "./machine.ts";
import { oneMachine } from "./oneMachine.ts";
import { jobCpus } from "./plan.ts";
import type { JobSystems } from "./systems.ts";

/**
 * Finds out whether and how guests can run on the systems of this job: before anything is built.
 * @param qemus programs that guests run with; at least one
 * @throws InputError, InfrastructureError when they cannot: what is wrong, and what to do
 */
export async function surveySystems(context: JobContext, qemus: readonly string[]): Promise<JobSystems> {
  const { inputs, executor, environment } = context;
  const [machine] = await Promise.all(
    qemus.map((qemu) => surveyMachine(executor, inputs, qemu, environment.variables)),
  );
  if (machine === undefined) throw new RangeError("guests run with at least one qemu");
  return oneMachine(machine, jobCpus(inputs.cpus));
}
