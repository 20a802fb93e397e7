import { availableParallelism, totalmem } from "node:os";
import { cgroupScript, readCgroup } from "./cgroup.ts";
import type { Executor } from "./command.ts";

/** What a system has for guests. */
export interface Capacity {
  /** At least 1: the least of CPUs online, CPUs that we may run on, and whole CPUs of the quota. */
  readonly cpus: number;
  /** Bytes that there are for us. */
  readonly memory?: number;
  /** Bytes that could be had without swapping, and within the limits of our control groups. */
  readonly availableMemory?: number;
  /** What our control groups keep from us, in words; absent: nothing. */
  readonly limits?: string;
}

/** Milliseconds after which a system counts as silent. */
const timeout = 10_000;

/** Prints what `readCapacity` reads. nproc would take the number of OpenMP threads for that of CPUs. */
export const capacityScript = `
unset OMP_NUM_THREADS OMP_THREAD_LIMIT
printf 'online %s\\n' "$(getconf _NPROCESSORS_ONLN)"
printf 'usable %s\\n' "$(nproc)"
cat /proc/meminfo
${cgroupScript}`;

/** `24689804 kB`, as /proc/meminfo counts. */
function kilobytes(text: string, name: string): number | undefined {
  const match = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text);
  return match ? Number(match[1]) * 1024 : undefined;
}

const mebibyte = 1024 * 1024;

/** @returns `cpus` undefined: the system does not say how many it has */
export function readCapacity(text: string): Omit<Capacity, "cpus"> & { readonly cpus: number | undefined } {
  const group = readCgroup(text);
  const counts = [...text.matchAll(/^(?:online|usable) (\d+)$/gm)].map(([, count]) => Number(count));
  // The scripts count CPUs that are online; a container may be allowed fewer of them.
  const machine = Math.min(...counts.filter((count) => count > 0));
  // Whole CPUs: a virtual CPU that is stopped at every end of a period stalls RCU, and that would be blamed on it.
  const quota = group.cpus === undefined ? Infinity : Math.max(1, Math.floor(group.cpus));
  const total = kilobytes(text, "MemTotal");
  const available = kilobytes(text, "MemAvailable");
  const within = (bytes: number | undefined, limit: number | undefined) =>
    bytes === undefined ? limit : Math.min(bytes, limit ?? Infinity);
  const memory = within(total, group.memory);
  const availableMemory = within(available, group.free);
  const limits = [
    ...(quota < machine ? [`CPU time of ${Number(group.cpus?.toFixed(2))} of ${machine} CPUs`] : []),
    ...(total !== undefined && memory !== undefined && memory < total
      ? [`${Math.floor(memory / mebibyte)} of ${Math.floor(total / mebibyte)} MiB of memory`]
      : []),
  ];
  return {
    cpus: Number.isFinite(machine) ? Math.min(machine, quota) : undefined,
    ...(memory === undefined ? {} : { memory }),
    ...(availableMemory === undefined ? {} : { availableMemory }),
    ...(limits.length === 0 ? {} : { limits: limits.join(", ") }),
  };
}

/** What this machine has for guests; where it cannot be asked (not Linux), what Node says. */
export async function ownCapacity(executor: Executor): Promise<Capacity> {
  const { stdout } = await executor.run({ argv: ["sh", "-c", capacityScript], timeout });
  const { cpus = availableParallelism(), memory = totalmem(), ...rest } = readCapacity(stdout);
  return { cpus, memory, ...rest };
}

/** CPUs that guests may use together on a machine: as many as were asked for, or all. */
export function usableCpus(asked: number | "auto", { cpus }: Pick<Capacity, "cpus">): number {
  return asked === "auto" ? cpus : asked;
}
