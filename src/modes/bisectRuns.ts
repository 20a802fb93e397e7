import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Knowledge } from "../bisect/knowledge.ts";
import { SystemUnusable } from "../contracts/guestHost.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { BisectWatch } from "../stages/execute/bisectWatch.ts";
import { Session } from "../stages/execute/session.ts";
import { observe } from "../stages/judge/observe.ts";
import { prepareRuns, type StepRuns } from "../stages/prepare/bisect/runs.ts";
import type { Bisector } from "./bisectJob.ts";

/**
 * Has a kernel, runs it, and keeps what its guests say as they end; that there is no kernel is an observation, too.
 * @param signal aborts when it is of no more use
 * @param ended called as a run ends
 * @returns whether it has failed as often as was wanted
 * @throws SystemUnusable when no guest could live on the systems
 */
export async function bisectRuns(
  job: Bisector,
  knowledge: Knowledge,
  wanted: StepRuns,
  signal = job.spending.signal,
  ended: () => void = () => undefined,
): Promise<boolean> {
  const { journal, systems, spending } = job;
  const context = { ...job.context, signal: AbortSignal.any([spending.signal, signal]) };
  const part = wanted.part ? `-${wanted.part}` : "";
  const path = join(job.path, `probe-${String(wanted.step).padStart(3, "0")}${part}`);
  const made = await prepareRuns({ ...job, context }, path, wanted);
  if (made === undefined) return false;
  const prepared = { ...made, ignore: parseIgnoreLines(context.inputs.ignore, new Date()) };
  const series = randomUUID().slice(0, 8);
  const shows = knowledge.failure && knowledge.shows;
  const { commit } = wanted.commit;
  await using watch = new BisectWatch({
    ...{ commit, run: made.run, shows, wanted: wanted.failures },
    note(guest) {
      const observation = observe(guest, { id: `${series}-${guest.outcome.guest.name}`, commit });
      if (observation === undefined) return undefined;
      journal.observe(observation);
      spending.spend(observation.seconds);
      ended();
      return observation;
    },
  });
  await using session = await Session.open(context, prepared, systems, watch);
  const guests = await session.round();
  if (watch.noted > 0 || context.signal.aborted) return watch.enough;
  const [why] = guests.map(({ outcome }) => outcome.ending.detail);
  throw new SystemUnusable(`No guest gave a result: ${why ?? "none was started"}`);
}
