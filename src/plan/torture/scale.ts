/**
 * CPUs that torture.sh gives to guests of scale tests, and for batches of their verbose output.
 *
 * @param cpus of the machine that runs
 * @param limit `--guest-cpu-limit`; more than half of the CPUs is ignored, as by the script
 */
export function scaleCpus(
  cpus: number,
  limit?: number,
): { readonly scale: number; readonly verbose: number } {
  const atLeastTwo = (number: number) => (number < 2 ? 0 : number);
  if (limit !== undefined && limit <= Math.floor(cpus / 2)) {
    return { scale: limit, verbose: atLeastTwo(Math.floor(limit / 8)) };
  }
  return { scale: Math.max(1, Math.floor(cpus / 2)), verbose: atLeastTwo(Math.floor(cpus / 16)) };
}
