import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { JobContext } from "../../context.ts";
import type { BuildResult, GuestResult } from "../../results/schema.ts";
import { locateFile } from "../../rundir/files.ts";
import { guestFiles } from "../../rundir/names.ts";
import { type Store, symbolsKey } from "../../storage/store.ts";
import { decodeFindings, symbolsNamedIn } from "../../symbols/decode.ts";

interface Where {
  /** Of the run directory. */
  readonly path: string;
  readonly builds: readonly BuildResult[];
  /** Has the kernels' symbols where the run directory does not. */
  readonly store?: Store | undefined;
}

/** Calls `use` with the scenario's `vmlinux`, from its folder or the store; undefined when there is none. */
async function withVmlinux<T>(
  { path, builds, store }: Where,
  scenario: string,
  use: (vmlinux: string) => Promise<T>,
): Promise<T | undefined> {
  const own = join(path, scenario, guestFiles.vmlinux);
  const here = await locateFile(path, own);
  if (here !== undefined) return await use(here);
  const key = builds.find((build) => build.scenario === scenario)?.key;
  if (store === undefined || key === undefined) return undefined;
  // Beside the run directory, so that the store can link instead of copying some hundred megabytes.
  const folder = await mkdtemp(`${path}.symbols-`);
  try {
    const fetched = await store.fetch(symbolsKey(key), folder);
    return fetched.outcome === "hit" ? await use(join(folder, guestFiles.vmlinux)) : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Guests whose findings say where in the source their frames are, as far as the kernels' debug information does. */
export async function withSymbols(
  guests: readonly GuestResult[],
  where: Where,
  { executor, signal }: Pick<JobContext, "executor" | "signal">,
): Promise<GuestResult[]> {
  const decoded = [...guests];
  const indexed = guests.map((guest, index) => ({ guest, index }));
  for (const [scenario, some] of Map.groupBy(indexed, ({ guest }) => guest.scenario)) {
    const findings = some.flatMap(({ guest }) => guest.findings);
    if (signal.aborted || symbolsNamedIn(findings).size === 0) continue;
    const all = await withVmlinux(where, scenario, (vmlinux) =>
      decodeFindings(findings, vmlinux, executor, signal),
    );
    let next = 0;
    for (const { guest, index } of all === undefined ? [] : some) {
      decoded[index] = { ...guest, findings: all?.slice(next, next + guest.findings.length) ?? [] };
      next += guest.findings.length;
    }
  }
  return decoded;
}
