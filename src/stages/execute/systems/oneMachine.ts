import { BatchQueue } from "../../../guests/batchQueue.ts";
import { CopyQueue } from "../../../guests/copyQueue.ts";
import { LocalGuestHost } from "../../../guests/localHost.ts";
import { optionMemory } from "../../../guests/qemuOptions.ts";
import { qemuItself } from "../../../plan/guest.ts";
import { readQemuCmd } from "../../../rundir/open.ts";
import { ownCpus } from "../../../systems/ownCpus.ts";
import { readTopology } from "../../../systems/readTopology.ts";
import { CpuRota, cpuLayout } from "../../../systems/topology.ts";
import type { Machine } from "./machine.ts";
import type { ActiveSystems, GuestsToPlace, JobSystems } from "./systems.ts";

/** Bytes that each guest occupies here, by its name. */
async function memoriesOf({ path, batches }: GuestsToPlace): Promise<ReadonlyMap<string, number>> {
  const guests = batches.flatMap((batch) => batch.guests);
  const wanted = guests.map(async ({ name }) => {
    // What is wrong with a command is said when its guest is to start.
    const cmd = await readQemuCmd({ path }, name).catch(() => undefined);
    const memory = cmd && optionMemory(cmd.argv);
    return [name, memory === undefined ? 0 : memory + qemuItself] as const;
  });
  return new Map(await Promise.all(wanted));
}

async function open(machine: Machine, guests: GuestsToPlace): Promise<ActiveSystems> {
  const { batches, cpus } = guests;
  const memories = await memoriesOf(guests);
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
        memory: machine.facts.availableMemory,
        place: async (_guest, kernel) => ({ kernel, rota, allowed: ownCpus() }),
      },
    ],
    work: (prefer) => {
      const memoryOf = ({ name }: { readonly name: string }) => memories.get(name) ?? 0;
      if (prefer === undefined) return new BatchQueue(batches, memoryOf);
      return new CopyQueue({ batches, memoryOf, prefer, widest: () => Math.max(1, cpus) });
    },
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
