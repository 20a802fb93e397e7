import { resolve } from "node:path";
import type { JobContext } from "../../context.ts";
import { memoryBytes } from "../../guests/qemuOptions.ts";
import { readSuite } from "../../kernel/suite.ts";
import { type KernelTree, openKernelTree } from "../../kernel/tree.ts";
import { type Plan, planGuests } from "../../plan/plan.ts";
import type { SuiteFiles } from "../../plan/suite.ts";
import { renderDefaultPlan } from "../../plan/text.ts";
import { ownCapacity, usableCpus } from "../../systems/capacity.ts";

export interface PlannedJob {
  readonly tree: KernelTree;
  readonly suite: SuiteFiles;
  readonly plan: Plan;
}

/** What guests on this machine alone are planned for. */
export async function roomHere({ inputs, executor }: JobContext): Promise<PlanRoom> {
  const here = await ownCapacity(executor);
  return { cpus: usableCpus(inputs.cpus, here), machineCpus: here.cpus, memory: here.memory };
}

/** What guests are planned for. */
export interface PlanRoom {
  /** CPUs that batches may fill; 0: one guest at a time. */
  readonly cpus: number;
  /** CPUs of the machine that runs: for scenarios that name none. */
  readonly machineCpus: number;
  /** Bytes that the guests of a batch may fill together; absent: never in the way. */
  readonly memory?: number | undefined;
}

/** What guests on several systems are planned for: the widest one. */
export function roomOn(systems: {
  readonly cpus: number;
  readonly machines: readonly { readonly facts: { readonly cpus: number } }[];
}): PlanRoom {
  // The schedule knows which system has how much memory; these batches are for the run directory's own sake.
  return { cpus: systems.cpus, machineCpus: Math.max(...systems.machines.map(({ facts }) => facts.cpus)) };
}

/**
 * Reads the kernel tree and plans guests and batches; changes nothing.
 * @param room by default what the inputs allow of this machine
 * @throws InputError for a folder that is not a kernel tree and for unknown scenarios.
 */
export async function planJob(context: JobContext, room?: PlanRoom): Promise<PlannedJob> {
  const { inputs, environment } = context;
  const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
  const suite = await readSuite(tree.rcutorture, inputs.torture);
  const plan = planGuests({
    suite,
    configs: inputs.configs.join(" "),
    ...(room ?? (await roomHere(context))),
    guestMemory: guestMemory(inputs),
    ...(inputs.bootargs === undefined ? {} : { bootargs: inputs.bootargs }),
    ...(inputs.kconfig === undefined ? {} : { kconfig: inputs.kconfig }),
  });
  if (plan.atOnce !== undefined)
    context.ui.info(`Memory holds ${plan.atOnce} of these guests at a time, so batches are no larger.`);
  return { tree, suite, plan };
}

/** Bytes of memory that kvm.sh gives each guest: 512 MiB, and 2 GiB with KASAN, unless told otherwise. */
function guestMemory({ memory, kasan }: Pick<JobContext["inputs"], "memory" | "kasan">): number {
  return memoryBytes(memory ?? (kasan ? "2G" : "512")) ?? 0;
}

/** Says what it means to name no scenarios, for whom that is more than expected. */
export function announceDefaults(context: JobContext, { plan }: PlannedJob): void {
  if (context.inputs.configs.length > 0 || context.environment.attempt > 1) return;
  context.ui.info(renderDefaultPlan(plan));
}
