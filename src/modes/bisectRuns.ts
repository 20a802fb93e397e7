import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Knowledge } from "../bisect/knowledge.ts";
import type { JobContext } from "../context.ts";
import { InfrastructureError } from "../errors.ts";
import type { Journal } from "../handoff/bisection.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { BisectWatch } from "../stages/execute/bisectWatch.ts";
import { Session } from "../stages/execute/session.ts";
import type { Spending } from "../stages/execute/spending.ts";
import type { JobSystems } from "../stages/execute/systems/systems.ts";
import { observe } from "../stages/judge/observe.ts";
import type { BisectSubject } from "../stages/prepare/bisect/asked.ts";
import { type KernelRuns, prepareRuns } from "../stages/prepare/bisect/runs.ts";

/** What all steps of a bisection share. */
export interface BisectJob {
  readonly context: JobContext;
  readonly asked: BisectSubject;
  readonly journal: Journal;
  readonly systems: JobSystems;
  readonly spending: Spending;
  /** Absolute path of the folder that all is written to. */
  readonly path: string;
}

/** Runs kernels, each until it has failed or as often as wanted, and keeps what their guests say as they end. */
export async function bisectRuns(
  job: BisectJob,
  knowledge: Knowledge,
  wanted: readonly KernelRuns[],
  failures: number,
  number: number,
): Promise<void> {
  const { asked, journal, systems, spending } = job;
  const context = { ...job.context, signal: spending.signal };
  const path = join(job.path, `probe-${String(number).padStart(3, "0")}`);
  const made = await prepareRuns(context, asked, path, wanted, systems.cpus);
  const prepared = { ...made.prepared, ignore: parseIgnoreLines(context.inputs.ignore, new Date()) };
  const run = randomUUID().slice(0, 8);
  const shows = knowledge.failure === undefined ? undefined : knowledge.shows;
  await using watch = new BisectWatch({
    ...{ commits: made.commits, rundir: path, shows, wanted: failures },
    note(guest, commit) {
      const observation = observe(guest, { id: `${run}-${guest.outcome.guest.name}`, commit });
      if (observation === undefined) return undefined;
      journal.observe(observation);
      spending.spend(observation.seconds);
      return observation;
    },
  });
  await using session = await Session.open(context, prepared, systems, watch);
  const guests = await session.round();
  if (watch.noted > 0 || spending.signal.aborted) return;
  const [why] = guests.map(({ outcome }) => outcome.ending.detail);
  throw new InfrastructureError(`No guest gave a result: ${why ?? "none was started"}`);
}
