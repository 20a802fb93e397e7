import { judgeGuest } from "../../console/verdict.ts";
import type { JobContext } from "../../context.ts";
import type { RunGuest } from "../data.ts";
import { keepFailedConsole } from "./samples.ts";
import type { Session } from "./session.ts";

const failed = ({ outcome, analysis }: RunGuest) => judgeGuest(analysis, outcome.ending).verdict === "failed";

/** Curves and the scripts' words of a thousand passing boots help nobody. */
export function slim(guest: RunGuest): RunGuest {
  const { analysis } = guest;
  if (analysis === undefined || failed(guest)) return guest;
  return { ...guest, analysis: { ...analysis, progress: [] } };
}

/**
 * Rounds of a session: one, or as many as `repeat` and `repeat-for` ask for.
 * @param rundir absolute path of the run directory, where consoles of failed samples are kept
 * @returns the guests of all rounds
 */
export async function runRounds(
  { inputs, ui }: Pick<JobContext, "inputs" | "ui">,
  session: Pick<Session, "round" | "over">,
  rundir: string,
): Promise<RunGuest[]> {
  const { repeat, repeatFor = 0, stopOnFailure } = inputs;
  const endOfRounds = performance.now() + repeatFor * 1000;
  const repeats = repeat > 1 || repeatFor > 0;
  const all: RunGuest[] = [];
  for (let sample = 1; ; sample++) {
    const round = await session.round();
    all.push(...(repeats ? round.map(slim) : round));
    const failures = round.filter(failed);
    if (repeats) {
      for (const { outcome } of failures) await keepFailedConsole(rundir, outcome.guest.name, sample);
      ui.info(tally(all, sample, repeat));
    }
    const enough = sample >= repeat && performance.now() >= endOfRounds;
    if (session.over || enough || (stopOnFailure && failures.length > 0)) return all;
  }
}

function tally(all: readonly RunGuest[], sample: number, repeat: number): string {
  const of = repeat > 1 ? ` of ${repeat}` : "";
  return `Round ${sample}${of}: ${all.filter(failed).length} of ${all.length} samples failed so far.`;
}
