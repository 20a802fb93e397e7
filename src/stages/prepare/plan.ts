import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { JobContext } from "../../context.ts";
import { readSuite } from "../../kernel/suite.ts";
import { type KernelTree, openKernelTree } from "../../kernel/tree.ts";
import { type Plan, planGuests } from "../../plan/plan.ts";
import type { SuiteFiles } from "../../plan/suite.ts";
import { renderPlan } from "../../plan/text.ts";

export interface PlannedJob {
  readonly tree: KernelTree;
  readonly suite: SuiteFiles;
  readonly plan: Plan;
}

/** CPUs that guests may use together on this machine. */
export function jobCpus(cpus: number | "auto"): number {
  return cpus === "auto" ? availableParallelism() : cpus;
}

/** What guests are planned for. */
export interface PlanRoom {
  /** CPUs that batches may fill; 0: one guest at a time. */
  readonly cpus: number;
  /** CPUs of the machine that runs: for scenarios that name none. */
  readonly machineCpus: number;
}

/**
 * Reads the kernel tree and plans guests and batches; changes nothing.
 * @param room by default what the inputs allow of this machine
 * @throws InputError for a folder that is no kernel tree and for unknown scenarios.
 */
export async function planJob({ inputs, environment }: JobContext, room?: PlanRoom): Promise<PlannedJob> {
  const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
  const suite = await readSuite(tree.rcutorture, inputs.torture);
  const plan = planGuests({
    suite,
    configs: inputs.configs.join(" "),
    ...(room ?? { cpus: jobCpus(inputs.cpus), machineCpus: availableParallelism() }),
    ...(inputs.bootargs === undefined ? {} : { bootargs: inputs.bootargs }),
    ...(inputs.kconfig === undefined ? {} : { kconfig: inputs.kconfig }),
  });
  return { tree, suite, plan };
}

/** Seconds that guests torture when nobody says: half an hour, as with `kvm.sh`. */
export const defaultDuration = 1800;

/** Mode `plan`: prints the batches, in words and as `kvm.sh --dryrun batches` prints them. */
export async function runPlanJob(context: JobContext): Promise<void> {
  const { tree, plan } = await planJob(context);
  context.ui.info(`Linux ${tree.version}`);
  const rows = plan.batches.map(
    ({ number, guests }) =>
      `| ${number} | ${guests.map((guest) => `${guest.name} (${guest.cpus})`).join(", ")} |\n`,
  );
  await context.ui.summary({
    markdown: `### rcutorture plan\n\n| Batch | Guests (CPUs) |\n| --: | --- |\n${rows.join("")}`,
    text: () => renderPlan(plan, context.inputs.duration ?? defaultDuration),
  });
}
