import { judgeGuest } from "../../console/verdict.ts";
import { watchDisk } from "../../guests/diskWatch.ts";
import { watchStopFile } from "../../guests/stopFile.ts";
import type { GuestsJob, GuestsRun, RunGuest } from "./guestsJob.ts";
import { Losses } from "./losses.ts";
import { Round } from "./round.ts";
import { keepFailedConsole } from "./samples.ts";

const failed = ({ outcome, analysis }: RunGuest) => judgeGuest(analysis, outcome.ending).verdict === "failed";

/** Curves and the scripts' words of a thousand passing boots are of no use to anyone. */
function slim(guest: RunGuest): RunGuest {
  const { analysis } = guest;
  if (analysis === undefined || failed(guest)) return guest;
  return { ...guest, analysis: { ...analysis, progress: [] } };
}

/** Lets the guests of a run directory live on the systems of the job, and again as often as asked. */
export async function runGuests(job: GuestsJob): Promise<GuestsRun> {
  const stopFile = watchStopFile(job.path);
  const disk = watchDisk(job.path);
  const signal = AbortSignal.any([job.signal, stopFile.signal, disk.signal]);
  const endOfRounds = performance.now() + job.repeatFor * 1000;
  const repeats = job.repeat > 1 || job.repeatFor > 0;
  const all: RunGuest[] = [];
  const losses = new Losses(job.systems);
  try {
    for (let sample = 1; ; sample++) {
      const round = await new Round(job, losses, sample).run(signal);
      all.push(...(repeats ? round.map(slim) : round));
      const failures = round.filter(failed);
      if (repeats) {
        for (const { outcome } of failures) await keepFailedConsole(job.path, outcome.guest.name, sample);
        job.ui.info(tally(all, sample, job.repeat));
      }
      const enough = sample >= job.repeat && performance.now() >= endOfRounds;
      const over = signal.aborted || enough || losses.left.length === 0;
      if (over || (job.stopOnFailure && failures.length > 0)) break;
    }
  } finally {
    stopFile.close();
    disk.close();
  }
  const full = disk.problem === undefined ? [] : [disk.problem];
  return { guests: all, lost: losses.reasons, infrastructure: [...full, ...losses.sentences(all)] };
}

function tally(all: readonly RunGuest[], sample: number, repeat: number): string {
  const of = repeat > 1 ? ` of ${repeat}` : "";
  return `Round ${sample}${of}: ${all.filter(failed).length} of ${all.length} samples failed so far.`;
}
