import { InfrastructureError } from "../../../errors.ts";
import type { Inputs } from "../../../inputs/table.ts";
import { type AcceleratorAnswer, chooseAccelerator } from "../../../systems/accelerator.ts";
import type { Executor } from "../../../systems/command.ts";
import { type ProbedSystem, probeSystem } from "../../../systems/facts.ts";
import { howToInstall } from "../../../systems/install/missing.ts";
import { probeMemory, probeMemoryFile } from "../../../systems/probeMemory.ts";
import { missingQemu } from "../../../systems/qemuProgram.ts";

/** A system that can run guests, and with what. */
export interface Machine {
  readonly facts: ProbedSystem & { readonly cpus: number };
  readonly accelerator: AcceleratorAnswer;
}

/**
 * Finds out whether and how guests can run on this machine.
 * @param variables of the environment; they name the folder of what is remembered from one run to the next
 * @throws InfrastructureError when qemu is missing (what to install), or `accel: kvm` cannot be had.
 */
export async function surveyMachine(
  executor: Executor,
  inputs: Pick<Inputs, "accel">,
  qemu: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Machine> {
  const facts = await probeSystem(executor, qemu);
  if (facts.qemu === undefined) {
    throw new InfrastructureError(
      `${qemu} is not installed on ${executor.name}. ${howToInstall([missingQemu(qemu)])}`.trim(),
    );
  }
  if (facts.cpus === undefined) {
    throw new InfrastructureError(`${executor.name} does not say how many CPUs it has (nproc, getconf).`);
  }
  const file = probeMemoryFile(variables);
  const memory = file === undefined ? undefined : probeMemory(file, `${qemu} ${facts.qemu}`);
  const accelerator = await chooseAccelerator(inputs.accel, executor, qemu, memory);
  return { facts: { ...facts, cpus: facts.cpus }, accelerator };
}
