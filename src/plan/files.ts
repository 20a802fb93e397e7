import type { Batch } from "./guest.ts";

/** Lines `BATCH NAME CPUS`, as `kvm.sh --dryrun batches` prints them. */
export function renderBatches(batches: readonly Batch[]): string {
  return batches
    .flatMap(({ number, guests }) => guests.map(({ name, cpus }) => `${number} ${name} ${cpus}\n`))
    .join("");
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
