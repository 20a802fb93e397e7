import type { JobContext } from "../../context.ts";
import { messageOf } from "../../errors.ts";
import type { BuildResult, GuestResult } from "../../results/schema.ts";
import type { RunDirectory } from "../../rundir/open.ts";
import type { Store } from "../../storage/store.ts";
import { leaveExtracts } from "./extracts.ts";
import { withSymbols } from "./symbols.ts";

/** Where a run left its kernels and consoles. */
export interface RunLocation {
  readonly run: Pick<RunDirectory, "path">;
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
