import type { JobContext } from "../context.ts";
import { surveySystems } from "../stages/execute/systems/surveySystems.ts";
import type { JobSystems } from "../stages/execute/systems/systems.ts";
import { prepareMachine } from "../stages/prepare/machine/prepareMachine.ts";
import { expectedQemu } from "../systems/qemuProgram.ts";

/**
 * Has what the job needs installed where it may be, and looks at the systems that are to run its guests.
 * @param build whether kernels are built here, too
 */
export async function openSystems(context: JobContext, build: boolean): Promise<JobSystems> {
  const qemu = expectedQemu(context.inputs.qemuCmd);
  await prepareMachine(context, { build, qemus: [qemu] });
  return await surveySystems(context, [qemu]);
}
