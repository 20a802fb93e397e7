import { type Job, type Machine, needsMet, widestFor } from "./job.ts";

/** A job as the bound sees it: CPUs it takes, seconds. */
interface Block {
  readonly cpus: number;
  readonly seconds: number;
}

/**
 * Seconds below which no plan can run these blocks on machines of these CPUs. Cutting every width into units of
 * `unit` CPUs and rounding down keeps what fits on a machine fitting (rounding down is superadditive), so
 *
 * - all unit seconds must fit into all units: the area, and
 * - if the n longest blocks have more than k times the units there are, k + 1 of them follow each other: each covers
 *   one of the k moments that lie one shortest block apart, and at no moment do more than all units run.
 *
 * @param blocks the longest first
 */
function boundInUnits(blocks: readonly Block[], machines: readonly number[], unit: number): number {
  const units = machines.reduce((sum, cpus) => sum + Math.floor(cpus / unit), 0);
  if (units === 0) return 0;
  let [area, taken, bound] = [0, 0, 0];
  for (const { cpus, seconds } of blocks) {
    const own = Math.floor(cpus / unit);
    if (own === 0) continue;
    area += own * seconds;
    taken += own;
    bound = Math.max(bound, Math.ceil(taken / units) * seconds);
  }
  return Math.max(bound, area / units);
}

/** The bound of one kind of guests, over every set of "at least so wide" and the machines that can hold these. */
function boundOf(jobs: readonly Job[], machines: readonly Machine[]): number {
  const widest = new Map<string, number>();
  const widestOf = ({ memory = 0, needs = [] }: Job) => {
    const key = `${memory} ${needs.join(" ")}`;
    const known = widest.get(key) ?? widestFor(machines, memory, needs);
    widest.set(key, known);
    return known;
  };
  const blocks = jobs
    .map((job) => ({ cpus: Math.min(job.guest.cpus, widestOf(job)), seconds: job.seconds }))
    .filter(({ cpus }) => cpus > 0)
    .sort((a, b) => b.seconds - a.seconds);
  const widths = [...new Set(blocks.map(({ cpus }) => cpus))];
  let bound = blocks[0]?.seconds ?? 0;
  for (const width of widths) {
    const wide = blocks.filter(({ cpus }) => cpus >= width);
    const capable = machines.map(({ cpus }) => cpus).filter((cpus) => cpus >= width);
    for (const unit of new Set([1, ...widths])) bound = Math.max(bound, boundInUnits(wide, capable, unit));
  }
  return bound;
}

/**
 * A lower bound of the seconds that any plan needs for these jobs on these machines, with their widths limited to the
 * widest machine: the longest job, the area, and what cannot run side by side; also for each set of needs alone on
 * the machines that meet them. Jobs that no machine can hold are left out.
 */
export function lowerBound(jobs: readonly Job[], machines: readonly Machine[]): number {
  let bound = boundOf(jobs, machines);
  const byNeeds = Map.groupBy(jobs, ({ needs = [] }) => needs.join(" "));
  if (byNeeds.size === 1 && machines.every(({ offers }) => offers === undefined)) return bound;
  for (const group of byNeeds.values()) {
    const capable = machines.filter(({ offers }) => needsMet(offers, group[0]?.needs ?? []));
    bound = Math.max(bound, boundOf(group, capable));
  }
  return bound;
}
