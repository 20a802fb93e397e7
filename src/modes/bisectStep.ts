import type { Knowledge } from "../bisect/knowledge.ts";
import type { Step } from "../bisect/steps.ts";
import type { Probe } from "../bisect/types.ts";
import type { Crew } from "../stages/execute/crew.ts";
import type { StepRuns } from "../stages/prepare/bisect/runs.ts";
import { wantedBy } from "../stages/prepare/bisect/wanted.ts";
import type { Underway, Whole } from "./bisectJob.ts";
import { bisectRuns } from "./bisectRuns.ts";

type Place = Pick<StepRuns, "step" | "part">;

/** Who takes a step. */
interface Hands {
  readonly job: Whole;
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

/** Takes one step: resolves when something new is known. */
export async function bisectStep(
  job: Whole,
  crew: Crew<Underway>,
  knowledge: Knowledge,
  step: Step,
  number: number,
  run = bisectRuns,
): Promise<void> {
  const { history } = job.asked;
  if (step.kind !== "probes") {
    // The ends of the history: all machines together.
    for (const wanted of wantedBy(step, history, knowledge))
      await run(job, knowledge, { ...wanted, step: number });
    return;
  }
  for (const [i, probe] of step.probes.entries())
    begin({ job, crew, run }, probe, knowledge, { step: number, part: i });
  await crew.change();
}
