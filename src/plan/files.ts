import type { Batch } from "./guest.ts";

/** Lines `BATCH NAME CPUS`, as `kvm.sh --dryrun batches` prints them. */
export function renderBatches(batches: readonly Batch[]): string {
  return batches
    .flatMap(({ number, guests }) => guests.map(({ name, cpus }) => `${number} ${name} ${cpus}\n`))
    .join("");
}

/**
 * What `kvm.sh --dryrun sched` prints: what starts in each batch, and how much that is.
 * @param cpus that guests may use together; 0: one guest at a time
 */
export function renderSchedule(batches: readonly Batch[], cpus: number): string {
  const lines = batches.flatMap(({ number, guests }) => [
    `----Start batch ${number}`,
    ...guests.map((guest) => ` ${guest.name} ${guest.cpus}${cpus !== 0 && guest.cpus > cpus ? "-ovf" : ""}`),
  ]);
  const builds = new Set(batches.flatMap(({ guests }) => guests.map(({ scenario }) => scenario))).size;
  return `${[...lines, `Total number of builds: ${builds}`, `Total number of batches: ${batches.length}`].join("\n")}\n`;
}

/** A run directory's `batches` file: the lines, then the number of CPUs they were packed for. */
export function renderBatchesFile(batches: readonly Batch[], cpus: number): string {
  return `${renderBatches(batches)}# cpus=${cpus}\n`;
}

/** Lines `BATCH.  NAME NAME …`, as `kvm.sh --dryrun scenarios` prints them and the `scenarios` file holds them. */
export function renderScenarios(batches: readonly Batch[]): string {
  return batches
    .map(({ number, guests }) => `${number}.  ${guests.map(({ name }) => name).join(" ")}\n`)
    .join("");
}
