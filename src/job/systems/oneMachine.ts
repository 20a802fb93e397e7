import { LocalGuestHost } from "../../guests/localHost.ts";
import { ownCpus } from "../../systems/ownCpus.ts";
import { readTopology } from "../../systems/readTopology.ts";
import { CpuRota, cpuLayout } from "../../systems/topology.ts";
import type { Machine } from "./machine.ts";
import type { ActiveSystems, GuestsToPlace, JobSystems } from "./systems.ts";

async function open(machine: Machine, { cpus }: GuestsToPlace): Promise<ActiveSystems> {
  const host = new LocalGuestHost(machine.facts.name);
  // Asked while we read on: the first guest needs the answer at once.
  void host.tools();
  const layout = cpuLayout(await readTopology());
  const rota = layout && new CpuRota(layout);
  return {
    systems: [
      {
        machine,
        host,
        cpus: Math.max(1, cpus),
        place: async (_guest, kernel) => ({ kernel, rota, allowed: ownCpus() }),
      },
    ],
    close: () => host.close(),
  };
}

/**
 * This machine alone: guests die with this process, and kernels stay where they are.
 * @param cpus that guests may use together
 */
export function oneMachine(machine: Machine, cpus: number): JobSystems {
  return {
    machines: [machine],
    widths: [Math.max(1, cpus)],
    cpus,
    dropped: [],
    flags: [],
    open: (guests) => open(machine, guests),
    close: async () => [],
    async [Symbol.asyncDispose]() {},
  };
}
