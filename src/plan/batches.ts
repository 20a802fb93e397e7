import type { Batch, PlannedGuest } from "./guest.ts";

/** A guest that has no name yet: names depend on the packing. */
export interface Job {
  readonly scenario: string;
  readonly cpus: number;
  /** See PlannedGuest. */
  readonly smp?: number;
}

/**
 * Packs guests into batches as `kvm.sh` does: largest first, then by line in byte order; each batch takes
 * every guest that still fits, in that order. A guest larger than `cpus` gets a batch of its own.
 * The first guest of a scenario in packed order keeps the bare name, the others are `.2`, `.3`, …
 *
 * @param cpus CPUs of the machine; 0 puts every guest into a batch of its own, like `kvm.sh` without `--cpus`.
 * @param most guests of a batch, where memory holds no more; `kvm.sh` does not ask
 */
export function packBatches(jobs: readonly Job[], cpus: number, most = Infinity): Batch[] {
  const repetitions = new Map<string, number>();
  const batches: Batch[] = [];
  let waiting = [...jobs].sort(byCpus);
  while (waiting.length > 0) {
    const { taken, left } = fill(waiting, cpus, most);
    const guests = taken.map((job) => {
      const repetition = (repetitions.get(job.scenario) ?? 0) + 1;
      repetitions.set(job.scenario, repetition);
      return named(job, repetition);
    });
    batches.push({ number: batches.length + 1, guests });
    waiting = left;
  }
  return batches;
}

/** One batch: whatever fits beside what was taken before, in order; the first guest fits anyhow. */
function fill(waiting: readonly Job[], cpus: number, most: number): { taken: Job[]; left: Job[] } {
  const taken: Job[] = [];
  const left: Job[] = [];
  let free = cpus;
  for (const job of waiting) {
    if (taken.length === 0 || (job.cpus <= free && taken.length < most)) {
      taken.push(job);
      free -= job.cpus;
    } else left.push(job);
  }
  return { taken, left };
}

function named(job: Job, repetition: number): PlannedGuest {
  const name = repetition === 1 ? job.scenario : `${job.scenario}.${repetition}`;
  return { ...job, name, repetition };
}

/** The order of `sort -k2nr`: by CPUs, descending; ties by the line `NAME CPUS`, ascending, in byte order. */
function byCpus(a: Job, b: Job): number {
  if (a.cpus !== b.cpus) return b.cpus - a.cpus;
  const [x, y] = [`${a.scenario} ${a.cpus}`, `${b.scenario} ${b.cpus}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
