import prettyMilliseconds from "pretty-ms";
import { fitTerminal, wrapWords } from "../text/columns.ts";
import { plural } from "../text/plural.ts";
import { renderBatches } from "./files.ts";
import type { Batch } from "./guest.ts";
import type { Plan } from "./plan.ts";

/**
 * A plan for people: what runs together with what, then the lines that `kvm.sh --dryrun batches` prints.
 *
 * @param duration Seconds that each guest is to run.
 * @param costs sentences that say how long all of it takes
 */
export function renderPlan(plan: Plan, duration: number, costs: readonly string[] = []): string {
  const { guests, batches, cpus } = plan;
  const scenarios = new Set(guests.map(({ scenario }) => scenario)).size;
  const time = prettyMilliseconds(duration * 1000 * batches.length);
  const lines = [
    ...fitTerminal([
      `${plan.suite}: ${plural(guests.length, "guest")} of ${plural(scenarios, "scenario")} in ` +
        `${plural(batches.length, "batch", "batches")} ` +
        `${cpus === 0 ? "of one guest each" : `on ${plural(cpus, "CPU")}`}; ` +
        `${time} of torture, and ${plural(scenarios, "kernel")} to build or reuse`,
    ]),
    ...batches.map((batch) => renderBatch(batch, cpus)),
    ...fitTerminal(costs),
  ];
  return `${lines.join("\n")}\n\n${renderBatches(batches)}`;
}

/** What a job without `configs` is going to do, in one line, before it starts on it. */
export function renderDefaultPlan({ suite, guests }: Plan): string {
  const scenarios = new Set(guests.map(({ scenario }) => scenario)).size;
  return `No configs are given, so this is the whole CFLIST of ${suite}, as with kvm.sh: ${plural(scenarios, "scenario")}.`;
}

/** Columns that every terminal has. */
const columns = 80;

function renderBatch({ number, guests }: Batch, cpus: number): string {
  const used = guests.reduce((sum, guest) => sum + guest.cpus, 0);
  // A guest and its CPUs stay on one line.
  const names = guests.map((guest) => `${guest.name}\u00a0(${guest.cpus})`).join(", ");
  const note = cpus > 0 && used > cpus ? `: more than the ${plural(cpus, "CPU")} there are` : "";
  const text = `batch ${number}, ${plural(used, "CPU")}${note}: ${names}`;
  return wrapWords(text, columns, 4, 2).join("\n");
}
