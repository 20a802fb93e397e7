import type { JobContext } from "../../context.ts";
import { messageOf } from "../../errors.ts";
import type { BuildResult, GuestResult, Results } from "../../results/schema.ts";
import type { RunDirectory } from "../../rundir/open.ts";
import type { Store } from "../../storage/store.ts";
import type { BranchHistory } from "../conclude/history.ts";
import { leaveExtracts } from "./extracts.ts";
import { withSymbols } from "./symbols.ts";

/** Where a run left its kernels and consoles. */
export interface RunLocation<Run extends Pick<RunDirectory, "path"> = Pick<RunDirectory, "path">> {
  readonly run: Run;
  readonly builds: readonly BuildResult[];
  readonly store?: Store | undefined;
  /** The only consoles that hold ftrace dumps or data races, where that is known. */
  readonly extracts?: ReadonlySet<string> | undefined;
  /** Folder for what is cut out of them, where that is not the run directory. */
  readonly out?: string | undefined;
}

/**
 * What is done with judged guests before anything is published: findings get their places in the source, and what
 * people want in files of its own is cut out of the consoles. What goes wrong here costs a line, never the verdict.
 */
export async function enrich(
  guests: readonly GuestResult[],
  { run: { path }, builds, store, extracts, out }: RunLocation,
  context: Pick<JobContext, "executor" | "signal" | "ui">,
): Promise<GuestResult[]> {
  const harmless = (what: string) => (error: unknown) => {
    context.ui.warning(`${what}: ${messageOf(error)}`);
    return undefined;
  };
  const [decoded] = await Promise.all([
    withSymbols(guests, { path, builds, store }, context).catch(harmless("Symbols are not decoded")),
    leaveExtracts(path, guests, extracts, out).catch(
      harmless("Files cut out of the consoles are not complete"),
    ),
  ]);
  return decoded ?? [...guests];
}

/** The past of the branch; undefined without a store. */
export async function historyFor(
  results: Results,
  { run, store }: RunLocation<Pick<RunDirectory, "path" | "suite" | "tree" | "rerunOf">>,
  context: JobContext,
): Promise<BranchHistory | undefined> {
  if (store === undefined) return undefined;
  const { branchHistory } = await import("../conclude/history.ts");
  return await branchHistory(context, store, run, results);
}
