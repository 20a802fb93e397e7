import type { Knowledge } from "../bisect/knowledge.ts";
import { failuresToBegin, type Step } from "../bisect/steps.ts";
import type { Probe } from "../bisect/types.ts";
import type { Crew } from "../stages/execute/crew.ts";
import type { Bisector, Underway } from "./bisectJob.ts";
import { bisectRuns, type Wanted } from "./bisectRuns.ts";

type Place = Pick<Wanted, "step" | "part">;

/** Who takes a step. */
interface Hands {
  readonly job: Bisector;
  readonly crew: Crew<Underway>;
  readonly run: typeof bisectRuns;
}

/** Lets a machine of the crew run a probe; once it has failed, others that run the same commit need not go on. */
function begin({ job, crew, run }: Hands, probe: Probe, knowledge: Knowledge, place: Place): void {
  const commit = job.asked.history.commits[probe.commit];
  if (commit === undefined) throw new RangeError(`there is no commit ${probe.commit}`);
  const underway: Underway = { probe, ended: 0 };
  const named = job.systems.machines.length > 1;
  const wanted = { commit, runs: probe.runs, failures: 1, named, ...place };
  crew.begin(underway, async (machine, signal) => {
    const failed = await run({ ...job, systems: machine }, knowledge, wanted, signal, () => {
      underway.ended++;
    });
    const same = (other: Underway) => other.probe.commit === probe.commit && other !== underway;
    if (failed) void crew.stop(`${commit.commit.slice(0, 12)} has failed on another machine.`, same);
  });
}

/** What the ends of the history are to run, on all machines together. */
function atTheEnds(step: Step, { asked }: Bisector, { counts, rules }: Knowledge) {
  const { good, commits } = asked.history;
  const last = commits.length - 1;
  const bad = commits.at(-1) ?? good;
  if (step.kind === "confirm")
    return { commit: bad, runs: step.runs, failures: failuresToBegin - (counts.get(last)?.failures ?? 0) };
  const runs = step.kind === "good" ? step.runs : 0;
  return { commit: good, runs, failures: rules.goodRate > 0 ? Infinity : 1 };
}

/** Takes one step: resolves when something new is known. */
export async function bisectStep(
  job: Bisector,
  crew: Crew<Underway>,
  knowledge: Knowledge,
  step: Step,
  number: number,
  run = bisectRuns,
): Promise<void> {
  if (step.kind !== "probes")
    return void (await run(job, knowledge, { ...atTheEnds(step, job, knowledge), step: number }));
  for (const [i, probe] of step.probes.entries())
    begin({ job, crew, run }, probe, knowledge, { step: number, part: i });
  await crew.change();
}
