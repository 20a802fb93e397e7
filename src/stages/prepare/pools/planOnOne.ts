import type { JobContext } from "../../../context.ts";
import type { MatrixFigures } from "../../../plan/matrix.ts";
import type { PlanFile } from "../../../plan/planFile.ts";
import { renderSets } from "../../../plan/torture/text.ts";
import type { Store } from "../../../storage/store.ts";
import { onePool, type Place } from "./onePool.ts";
import { askedPlan, planPools } from "./planPools.ts";

/** A plan of which one job does everything. */
export interface OnePlan {
  readonly plan: PlanFile;
  readonly figures: MatrixFigures;
  /** Path of the kernel tree. */
  readonly tree: string;
}

/** Plans all sets of the tree's `torture.sh` for one place, and says what that comes to. */
export async function planOnOne(context: JobContext, store: Store, place: Place): Promise<OnePlan> {
  const pool = onePool(place);
  const asked = await askedPlan(context, [pool]);
  const { file: plan, plan: matrix } = await planPools(context, store, asked, [pool], new Map());
  for (const line of renderSets(plan, matrix.figures)) context.ui.info(line);
  return { plan, figures: matrix.figures, tree: asked.tree };
}
