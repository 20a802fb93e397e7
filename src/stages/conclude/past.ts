import type { JobContext } from "../../context.ts";
import type { Results } from "../../results/schema.ts";
import type { RunDirectory } from "../../rundir/open.ts";
import type { Store } from "../../storage/store.ts";
import type { BranchHistory } from "./history.ts";

/** A run, and the store that knows the past of its branch. */
export interface RunWithPast {
  readonly run: Pick<RunDirectory, "suite" | "tree" | "rerunOf">;
  readonly store?: Store | undefined;
}

/** The past of the branch; undefined without a store. */
export async function historyFor(
  context: JobContext,
  { run, store }: RunWithPast,
  results: Results,
): Promise<BranchHistory | undefined> {
  if (store === undefined) return undefined;
  const { branchHistory } = await import("./history.ts");
  return await branchHistory(context, store, run, results);
}
