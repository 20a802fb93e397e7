import type { JobContext } from "../../context.ts";
import { defaultDuration } from "../../plan/guest.ts";
import type { Plan } from "../../plan/plan.ts";
import { renderPlan } from "../../plan/text.ts";

/** Publishes a plan in a form that programs read, too: nothing else is printed. */
export async function publishShown({ ui }: Pick<JobContext, "ui">, text: string): Promise<void> {
  await ui.summary({ markdown: `### rcutorture plan\n\n\`\`\`\n${text}\`\`\`\n`, text: () => text });
}

/**
 * Publishes the plan of a run.
 * @param version of the kernel
 * @param costs sentences that say how long it takes
 */
export async function publishPlan(
  { ui, inputs }: Pick<JobContext, "ui" | "inputs">,
  version: string,
  plan: Plan,
  costs: readonly string[],
): Promise<void> {
  ui.info(`Linux ${version}`);
  const rows = plan.batches.map(
    ({ number, guests }) =>
      `| ${number} | ${guests.map((guest) => `${guest.name} (${guest.cpus})`).join(", ")} |\n`,
  );
  await ui.summary({
    markdown: `### rcutorture plan\n\n| Batch | Guests (CPUs) |\n| --: | --- |\n${rows.join("")}\n${costs.join(" ")}\n`,
    text: () => renderPlan(plan, inputs.duration ?? defaultDuration, costs),
  });
}
