import prettyMilliseconds from "pretty-ms";
import { renderBatches } from "./files.ts";
import type { Batch } from "./guest.ts";
import type { Plan } from "./plan.ts";

/**
 * A plan for people: what runs together with what, then the lines that `kvm.sh --dryrun batches` prints.
 *
 * @param duration Seconds that each guest is to run.
 */
export function renderPlan(plan: Plan, duration: number): string {
  const { guests, batches, cpus } = plan;
  const scenarios = new Set(guests.map(({ scenario }) => scenario)).size;
  const time = prettyMilliseconds(duration * 1000 * batches.length);
  const lines = [
    `${plan.suite}: ${count(guests.length, "guest")} of ${count(scenarios, "scenario")} in ` +
      `${count(batches.length, "batch", "batches")} ` +
      `${cpus === 0 ? "of one guest each" : `on ${count(cpus, "CPU")}`}; ` +
      `${time} of torture, and ${count(scenarios, "kernel")} to build or reuse`,
    ...batches.map((batch) => renderBatch(batch, cpus)),
  ];
  return `${lines.join("\n")}\n\n${renderBatches(batches)}`;
}

function renderBatch({ number, guests }: Batch, cpus: number): string {
  const used = guests.reduce((sum, guest) => sum + guest.cpus, 0);
  const names = guests.map((guest) => `${guest.name} (${guest.cpus})`).join(", ");
  const note = cpus > 0 && used > cpus ? `: more than the ${count(cpus, "CPU")} there are` : "";
  return `  batch ${number}, ${count(used, "CPU")}${note}: ${names}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
