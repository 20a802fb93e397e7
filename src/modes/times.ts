import { machine } from "node:os";
import type { JobContext } from "../context.ts";
import type { PlannedJob } from "../stages/prepare/plan.ts";
import { type Expectation, expectations } from "../statistics/expect.ts";
import type { Store } from "../storage/store.ts";

/** Asks the branch's history how long kernels of these scenarios took to build, and guests to boot and end. */
export function timesKnown(
  context: JobContext,
  store: Store,
  { tree, plan }: PlannedJob,
): () => Promise<ReadonlyMap<string, Expectation>> {
  return async () => {
    const { runsBefore } = await import("../stages/conclude/history.ts");
    const scope = {
      suite: plan.suite,
      architecture: machine(),
      scenarios: plan.guests.map(({ scenario }) => scenario),
    };
    const runs = await runsBefore(context, store, scope, tree.path);
    return expectations(runs.map(({ results }) => results));
  };
}
