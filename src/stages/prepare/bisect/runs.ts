import { link, mkdir } from "node:fs/promises";
import type { JobContext } from "../../../context.ts";
import { guestNameOf } from "../../../contracts/guestNames.ts";
import type { PlannedGuest } from "../../../plan/guest.ts";
import { openRunDirectory } from "../../../rundir/open.ts";
import { placeGuest } from "../../../rundir/place.ts";
import type { Prepared } from "../../data.ts";
import { writeStoredRun } from "../storedRun.ts";
import type { BisectSubject } from "./asked.ts";
import type { BisectKernel } from "./kernels.ts";

/** Runs of one kernel: until the first failure, at most so many. */
export interface KernelRuns {
  readonly kernel: BisectKernel;
  readonly runs: number;
}

/**
 * A commit that is asked for twice is run once, more often; and guests that the machine has room for besides cost no time,
 * so that it has no idle half.
 * @param slots guests that live at the same time
 */
export function filled<T extends { readonly commit: { readonly commit: string }; readonly runs: number }>(
  wanted: readonly T[],
  slots: number,
): T[] {
  const same = [...Map.groupBy(wanted, ({ commit }) => commit.commit).values()];
  const share = Math.max(1, Math.floor(slots / Math.max(1, same.length)));
  return same.flatMap((all) => {
    const runs = all.reduce((sum, one) => sum + one.runs, 0);
    return all.slice(0, 1).map((one) => ({ ...one, runs: Math.ceil(runs / share) * share }));
  });
}

/** Guests that are made at a time; what is left is planned anew with what they say. */
const mostGuests = 64;

/** A guest, and the commit of its kernel. */
interface Placed {
  readonly kernel: BisectKernel;
  readonly guest: PlannedGuest;
}

/** Guests of all kernels, by turns, so that each has its share of the machines. Of several, names tell the commit. */
function guestsOf(wanted: readonly KernelRuns[]): Placed[] {
  const share = Math.max(1, Math.floor(mostGuests / wanted.length));
  const each = wanted.map(({ kernel, runs }) => {
    const { guest, commit } = kernel;
    const scenario =
      wanted.length === 1 ? guest.scenario : `${commit.slice(0, 12).toUpperCase()}-${guest.scenario}`;
    return Array.from({ length: Math.min(runs, share) }, (_, i) => ({
      kernel,
      guest: { ...guest, scenario, repetition: i + 1, name: guestNameOf(scenario, i + 1) },
    }));
  });
  const longest = Math.max(...each.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => each.flatMap((guests) => guests[i] ?? [])).flat();
}

/** A run directory for some runs of some kernels, and the commit of each guest. */
export interface PreparedRuns {
  readonly prepared: Prepared;
  readonly commits: ReadonlyMap<string, string>;
}

/** @param path of the run directory, which is made */
export async function prepareRuns(
  context: JobContext,
  asked: BisectSubject,
  path: string,
  wanted: readonly KernelRuns[],
  cpus: number,
): Promise<PreparedRuns> {
  const { shutdownGrace, torture } = context.inputs;
  const placed = guestsOf(wanted);
  await mkdir(path);
  for (const { kernel, guest } of placed) {
    await placeGuest({
      ...{ from: kernel.folder, into: path, finally: path, bring: link },
      ...{ guest, build: kernel.guest.scenario, seconds: asked.duration, grace: shutdownGrace },
    });
  }
  const [only] = wanted.length === 1 ? wanted : [];
  await writeStoredRun({
    ...{ path, suite: torture, cpus, clean: true },
    guests: placed.map(({ guest }) => guest),
    log: `bisect: ${wanted.map(({ kernel, runs }) => `${kernel.commit} ${runs}x`).join(", ")}`,
    commit: only?.kernel.commit,
  });
  return {
    prepared: { run: await openRunDirectory(path), builds: [], ignore: [], infrastructure: [], cpus },
    commits: new Map(placed.map(({ kernel, guest }) => [guest.name, kernel.commit])),
  };
}
