import { join } from "node:path";
import type { JobContext } from "../../context.ts";
import { renderPlanFile } from "../../handoff/planStore.ts";
import type { MatrixPlan } from "../../plan/matrix.ts";
import { matrixMarkdown } from "../../plan/matrixMarkdown.ts";
import { matrixOutputs } from "../../plan/matrixOutputs.ts";
import { matrixSentences, renderMatrix } from "../../plan/matrixText.ts";
import type { PlanFile } from "../../plan/planFile.ts";
import { writeAtomically } from "../../storage/atomicFile.ts";

/** Publishes a plan over pools: its file, the outputs that make jobs of it, and the summary. */
export async function publishPlanFile(
  { ui, environment }: JobContext,
  file: PlanFile,
  plan: MatrixPlan,
): Promise<void> {
  const folder = environment.variables.RUNNER_TEMP || environment.workspace;
  const path = join(folder, `rcutorture-plan-${file.digest.slice(0, 16)}.json`);
  await writeAtomically(path, renderPlanFile(file));
  const outputs = matrixOutputs(plan);
  ui.output("plan", file.digest);
  ui.output("builds", outputs.builds);
  ui.output("shards", outputs.shards);
  // Seen on the run's page while all other jobs are still at work.
  ui.annotate([{ level: "notice", title: "rcutorture plan", message: matrixSentences(plan).join("\n") }]);
  await ui.summary({
    markdown: matrixMarkdown(plan, file),
    text: () => `${renderMatrix(plan)}\n\nThe plan: ${path}\n`,
  });
}
