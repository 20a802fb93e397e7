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

/** CPU seconds that a kernel with the default configuration takes to build, about. */
const cpuSecondsOfBuild = 3600;

const roughly = (seconds: number) =>
  seconds < 5400 ? `${Math.max(1, Math.round(seconds / 60))} min` : `${Math.round(seconds / 3600)} h`;

/**
 * What a job without `configs` is going to do, in one line, before it starts on it.
 *
 * @param duration Seconds that each guest is to run; undefined: kernels are built, and that is all.
 * @param cpus CPUs of the machine that builds.
 */
export function renderDefaultPlan(plan: Plan, duration: number | undefined, cpus: number): string {
  const { suite, guests, batches } = plan;
  const kernels = new Set(guests.map(({ scenario }) => scenario)).size;
  const building = roughly((kernels * cpuSecondsOfBuild) / Math.max(1, cpus));
  const run =
    duration === undefined
      ? ""
      : `, then ${count(guests.length, "guest")} in ${count(batches.length, "batch", "batches")}, ` +
        `${roughly(duration * batches.length)} of torture`;
  return (
    `No configs are given, so this is the whole CFLIST of ${suite}, as with kvm.sh: ${count(kernels, "kernel")} ` +
    `to build (about ${building} on ${count(cpus, "CPU")}, less what a store has)${run}.`
  );
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
