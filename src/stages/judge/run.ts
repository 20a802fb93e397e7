import type { JobContext } from "../../context.ts";
import { asExpected } from "../../results/mustFail.ts";
import type { BuildResult } from "../../results/schema.ts";
import { hasKernel } from "../../results/status.ts";
import type { RunDirectory } from "../../rundir/open.ts";
import type { Executed, Judged, Prepared, RunGuest } from "../data.ts";
import { readBuilds } from "./builds.ts";
import { guestResult } from "./judge.ts";
import { tellUnknownSuite } from "./unknownSuite.ts";

/**
 * Guests that were never handed to the dispatcher, because their kernel did not build. Where guests live over and
 * over, not all of them are needed.
 */
function unbuilt(
  run: RunDirectory,
  ran: readonly RunGuest[],
  builds: readonly BuildResult[] | undefined,
): RunGuest[] {
  const built = builds?.filter(hasKernel) ?? [];
  const spare = new Set(built.map(({ scenario }) => scenario));
  const names = new Set([
    ...ran.map(({ outcome }) => outcome.guest.name),
    ...run.batches.flatMap(({ guests }) =>
      guests.filter(({ scenario }) => spare.has(scenario)).map(({ name }) => name),
    ),
  ]);
  return run.batches.flatMap((batch) =>
    batch.guests
      .filter(({ name }) => !names.has(name))
      .map((guest) => ({
        outcome: {
          guest,
          batch: batch.number,
          silences: [],
          ending: {
            cause: "not-started",
            exitStatus: null,
            signal: null,
            detail: "Its kernel was not built.",
          },
        },
        sample: 1,
        analysis: undefined,
        planned: undefined,
      })),
  );
}

/** Results of guests that have run, and of those that could not. */
export async function judgeRun(
  { environment: { attempt }, ui }: Pick<JobContext, "environment" | "ui">,
  { run, builds: known, question, mustFail }: Pick<Prepared, "run" | "builds" | "question" | "mustFail">,
  { guests: ran }: Pick<Executed, "guests">,
): Promise<Judged> {
  tellUnknownSuite(run.suite, ui);
  const { builds, scriptsErrors } = await readBuilds(run, known);
  const missing = unbuilt(run, ran, question && builds);
  const guests = [...ran, ...missing].map(({ outcome, analysis, planned, sample }) => {
    const build = builds.find(({ scenario }) => scenario === outcome.guest.scenario);
    const result = guestResult({ outcome, analysis, planned, sample, build, attempt });
    return mustFail?.has(outcome.guest.name) ? asExpected(result) : result;
  });
  return { guests, builds, scriptsErrors };
}
