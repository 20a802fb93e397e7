import { link, mkdir } from "node:fs/promises";
import type { JobContext } from "../../../context.ts";
import { guestNameOf } from "../../../contracts/guestNames.ts";
import { buildObservation, type Journal } from "../../../handoff/bisection.ts";
import type { PlannedGuest } from "../../../plan/guest.ts";
import { openRunDirectory } from "../../../rundir/open.ts";
import { placeGuest } from "../../../rundir/place.ts";
import type { Prepared } from "../../data.ts";
import { writeStoredRun } from "../storedRun.ts";
import type { BisectSubject } from "./asked.ts";
import type { BisectKernel, BisectKernels } from "./kernels.ts";
import { slotsOf } from "./prices.ts";
import type { Wanted } from "./wanted.ts";

/** Runs that are part of a step. */
export interface StepRuns extends Wanted {
  /** Number of the step that they belong to. */
  readonly step: number;
  /** Which of several probes of that step. */
  readonly part?: number;
  /** Names of guests tell the commit: others run at the same time. */
  readonly named?: boolean;
}

/** Who wants runs, and where they are to be. */
interface RunsJob {
  readonly context: JobContext;
  readonly asked: BisectSubject;
  readonly journal: Journal;
  readonly kernels: BisectKernels;
  /** CPUs that guests may fill on each, and on the widest. */
  readonly systems: { readonly widths: readonly number[]; readonly cpus: number };
}

/** Guests that are made at a time; what is left is planned anew with what they say. */
const mostGuests = 64;

/** Guests that there is room for besides cost no time: no part of a machine is idle. */
export function filled(runs: number, slots: number): number {
  return Math.min(mostGuests, Math.ceil(runs / Math.max(1, slots)) * slots);
}

/** @param named guests' names tell the commit */
function copies({ guest, commit }: BisectKernel, runs: number, named: boolean): PlannedGuest[] {
  const scenario = named ? `${commit.slice(0, 12).toUpperCase()}-${guest.scenario}` : guest.scenario;
  return Array.from({ length: runs }, (_, i) => ({
    ...{ ...guest, scenario, repetition: i + 1, name: guestNameOf(scenario, i + 1) },
  }));
}

/**
 * A kernel of a commit, and a run directory in which it is to run.
 * @param path of the run directory, which is made
 * @returns undefined when there is no kernel, which is noted
 */
export async function prepareRuns(
  { context, asked, journal, kernels, systems }: RunsJob,
  path: string,
  { commit, runs, step, named = false }: StepRuns,
): Promise<Prepared | undefined> {
  const { inputs, ui, signal } = context;
  const name = `${commit.commit.slice(0, 12)} ("${commit.subject}")`;
  ui.info(`Step ${step}: ${name}, until it fails, at most ${runs} times.`);
  const kernel = await kernels.of(commit, signal);
  if ("why" in kernel) {
    ui.warning(`${name}: cannot be built, and is passed over: ${kernel.why}`);
    journal.observe(buildObservation(context, commit.commit, kernel.seconds));
    return undefined;
  }
  if (kernel.seconds !== undefined) journal.build(commit.commit, kernel.seconds);
  const guests = copies(kernel, filled(runs, slotsOf(systems.widths, kernel.guest.cpus)), named);
  await mkdir(path);
  for (const guest of guests) {
    await placeGuest({
      ...{ from: kernel.folder, into: path, finally: path, bring: link },
      ...{ guest, build: kernel.guest.scenario, seconds: asked.duration, grace: inputs.shutdownGrace },
    });
  }
  await writeStoredRun({
    ...{ path, suite: inputs.torture, cpus: systems.cpus, clean: true },
    ...{ guests, log: `bisect: ${commit.commit} ${runs}x`, commit: commit.commit },
  });
  const run = await openRunDirectory(path);
  return { run, builds: [], ignore: [], infrastructure: [], cpus: systems.cpus };
}
