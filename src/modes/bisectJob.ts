import type { Probe } from "../bisect/types.ts";
import type { JobContext } from "../context.ts";
import { InfrastructureError } from "../errors.ts";
import type { Journal } from "../handoff/bisection.ts";
import type { Spending } from "../stages/execute/spending.ts";
import type { JobSystems } from "../stages/execute/systems/systems.ts";
import type { Bisection, BisectSubject } from "../stages/prepare/bisect/asked.ts";
import type { BisectKernels } from "../stages/prepare/bisect/kernels.ts";

/** What all steps of a bisection share. */
export interface Bisector {
  readonly context: JobContext;
  readonly asked: BisectSubject;
  readonly journal: Journal;
  readonly kernels: BisectKernels;
  readonly systems: JobSystems;
  readonly spending: Spending;
  /** Absolute path of the folder that all is written to. */
  readonly path: string;
}

/** A bisection that is all in one job. */
export interface Whole extends Bisector {
  readonly asked: Bisection;
}

/** A probe that a machine is at. */
export interface Underway {
  readonly probe: Probe;
  /** Runs of it that have ended. */
  ended: number;
}

/** What is left of probes. */
export const stillToRun = (underway: readonly Underway[]): Probe[] =>
  underway.map(({ probe, ended }) => ({ commit: probe.commit, runs: Math.max(1, probe.runs - ended) }));

/** Resolves as `work` does; what a stopped job was just doing is no fault. */
export async function unlessStopped(
  { signal }: Pick<Spending, "signal">,
  work: Promise<unknown>,
): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof InfrastructureError && signal.aborted)) throw error;
  }
}
