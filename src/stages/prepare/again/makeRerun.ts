import { rm } from "node:fs/promises";
import type { JobContext } from "../../../context.ts";
import { makeAgain } from "../../../rundir/again.ts";
import { makeInPlace } from "../../../rundir/inPlace.ts";
import { openRunDirectory, type RunDirectory } from "../../../rundir/open.ts";
import { checkCommands } from "../../../rundir/trust.ts";
import { quote } from "../../../systems/quote.ts";
import type { Prepared } from "../../data.ts";
import { reserveRunDirectory } from "../newRunDirectory.ts";
import type { OldRun } from "./oldRun.ts";
import { namesOf, type SelectedGuests, scenariosOf } from "./selectRerun.ts";

type Made = Pick<Prepared, "run" | "builds" | "infrastructure" | "cpus">;

/** Whether guests run in the old run's own directory, which loses what they left there. */
export function runsInPlace({ link }: Pick<JobContext["inputs"], "link">): boolean {
  return link === "inplace" || link === "inplace-force";
}

/** Opens a run directory that was just made; it is removed again when its commands are not to be trusted. */
async function openTrusted(path: string, inputs: JobContext["inputs"]): Promise<RunDirectory> {
  try {
    const run = await openRunDirectory(path);
    // As they will be run: two readers might have understood the old ones differently.
    await checkCommands(run, namesOf(run.batches), inputs);
    return run;
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    throw error;
  }
}

/** Makes the run directory that the inputs ask for, and says where. */
export async function makeRerun(
  context: JobContext,
  oldRun: OldRun,
  { batches, cpus }: SelectedGuests,
): Promise<Made> {
  const { inputs, environment, ui } = context;
  const { run: old, beside, origin } = oldRun;
  const bootargs = inputs.bootargs?.split(/\s+/);
  const common = {
    batches,
    cpus,
    ...(inputs.duration === undefined ? {} : { seconds: inputs.duration }),
    ...(inputs.shutdownGrace === undefined ? {} : { grace: inputs.shutdownGrace }),
    ...(bootargs === undefined ? {} : { bootargs }),
  };
  let { path } = old;
  if (inputs.link === "inplace" || inputs.link === "inplace-force") {
    await makeInPlace({ ...common, run: old, force: inputs.link === "inplace-force" });
    await checkCommands(old, namesOf(batches), inputs);
  } else {
    const target = await reserveRunDirectory(inputs, beside, environment.workspace, new Date(), "-again");
    ({ path } = target);
    await makeAgain({
      ...common,
      old,
      path,
      link: inputs.link,
      origin,
      command: quote(["rcutorture-action", "run", "--again", inputs.again ?? old.path]),
      onNote: (line) => ui.info(line),
    }).catch(async (error) => {
      await target.giveUp();
      throw error;
    });
  }
  const run = runsInPlace(inputs) ? await openRunDirectory(path) : await openTrusted(path, inputs);
  await oldRun.finish?.(run.path);
  ui.info(`Re-run of ${origin ?? run.rerunOf ?? old.path} in ${run.path}`);
  const scenarios = scenariosOf(batches);
  const builds = oldRun.builds.filter(({ scenario }) => scenarios.has(scenario));
  return { run, builds, infrastructure: [], cpus };
}

/**
 * Waits for a run directory and for the survey of systems that goes on meanwhile. When one fails, nothing is left
 * of the other; what is wrong with the systems comes first.
 */
export async function withSurvey<Systems extends { close(): Promise<unknown> }>(
  { inputs }: Pick<JobContext, "inputs">,
  making: Promise<Made>,
  survey: Promise<Systems> | undefined,
): Promise<[Made, Systems | undefined]> {
  const [made, systems] = await Promise.allSettled([making, survey]);
  if (systems.status === "fulfilled" && made.status === "fulfilled") return [made.value, systems.value];
  if (made.status === "fulfilled" && !runsInPlace(inputs))
    await rm(made.value.run.path, { recursive: true, force: true });
  if (systems.status === "fulfilled") await systems.value?.close();
  throw systems.status === "rejected" ? systems.reason : (made as PromiseRejectedResult).reason;
}
