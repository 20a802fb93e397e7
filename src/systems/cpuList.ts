/**
 * Takes a CPU list of the kernel apart: `0-3,8` is 0, 1, 2, 3, 8. Anything that is no number is left out, as
 * the scripts' awk would leave it.
 */
export function parseCpuList(text: string): number[] {
  return text
    .trim()
    .split(",")
    .flatMap((range) => {
      const match = /^(\d+)(?:-(\d+))?$/.exec(range.trim());
      if (!match) return [];
      const first = Number(match[1]);
      const last = Number(match[2] ?? match[1]);
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    });
}

/**
 * An affinity without the CPUs that this process may not use (a container's cpuset): taskset would refuse the
 * whole list, and the guest would not start.
 *
 * @returns undefined when nothing of it is left
 */
export function restrictAffinity(affinity: string, allowed: readonly number[]): string | undefined {
  const usable = affinity.split(",").filter((cpu) => allowed.includes(Number(cpu)));
  return usable.length === 0 ? undefined : usable.join(",");
}
