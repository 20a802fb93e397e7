import { machine } from "node:os";
import { resolve } from "node:path";
import type { JobContext } from "../context.ts";
import { openKernelTree } from "../kernel/tree.ts";
import { runsBefore } from "../stages/conclude/history.ts";
import { type Asked, askQuestion } from "../stages/prepare/question/ask.ts";
import { type Before, readBefore } from "../stages/prepare/question/before.ts";
import { judged } from "./judged.ts";

/**
 * What the input `before` names; undefined where it names nothing.
 * @throws InputError when it cannot be read
 */
export async function namedBefore(context: JobContext): Promise<Before | undefined> {
  const { before } = context.inputs;
  return before === undefined
    ? undefined
    : await readBefore(context, before, (rundir) => judged(rundir, { ignore: [], attempt: 1 }));
}

/** Earlier runs of the branch. */
async function branchBefore(context: JobContext): Promise<Before> {
  const { inputs, environment } = context;
  const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
  const store = await context.openStore();
  const scope = { suite: inputs.torture, architecture: machine(), scenarios: inputs.configs };
  const runs = await runsBefore(context, store, scope, tree.path);
  return { results: runs.map(({ results }) => results), from: "earlier runs of the branch" };
}

/** What `until` asks, with the context that answers it; undefined: it asks nothing. */
export async function askedOf(context: JobContext): Promise<Asked | undefined> {
  const { until, again, plan } = context.inputs;
  if (until === undefined) return undefined;
  const compares = until.kind === "fixed";
  const before =
    (await namedBefore(context)) ??
    // Jobs of a plan have no tree, whose branch has a history.
    (compares && again === undefined && plan === undefined ? await branchBefore(context) : undefined);
  return askQuestion(context, until, before);
}
