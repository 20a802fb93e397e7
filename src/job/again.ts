import { dirname, resolve } from "node:path";
import { exitStatus } from "../errors.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { selectGuests } from "../plan/select.ts";
import { exitStatusFor } from "../results/assemble.ts";
import { makeAgain } from "../rundir/again.ts";
import { makeInPlace } from "../rundir/inPlace.ts";
import { openRunDirectory, type RunDirectory, readQemuCmd } from "../rundir/open.ts";
import type { JobContext } from "./context.ts";
import { expectedQemu, surveyMachine } from "./machine.ts";
import { jobCpus } from "./plan.ts";
import { judgeRunDirectory } from "./report.ts";
import { runPrepared } from "./run.ts";
import { newRunDirectory } from "./rundir.ts";

/** Names of the old run's guests that did not pass, from its consoles. */
async function failedGuests(old: RunDirectory): Promise<ReadonlySet<string>> {
  const { guests } = await judgeRunDirectory(old.path, [], 1, undefined);
  return new Set(guests.filter(({ verdict }) => verdict !== "passed").map(({ name }) => name));
}

/** Makes the run directory that the inputs ask for, and opens it. */
async function prepare(context: JobContext, old: RunDirectory): Promise<RunDirectory> {
  const { inputs, environment, ui } = context;
  const cpus = jobCpus(inputs.cpus);
  const batches = await selectGuests({
    guests: old.batches.flatMap((batch) => batch.guests),
    words: inputs.configs,
    failed: () => failedGuests(old),
    cpus,
  });
  const bootargs = inputs.bootargs?.split(/\s+/);
  const common = {
    batches,
    cpus,
    ...(inputs.duration === undefined ? {} : { seconds: inputs.duration }),
    ...(bootargs === undefined ? {} : { bootargs }),
  };
  if (inputs.link === "inplace" || inputs.link === "inplace-force") {
    await makeInPlace({ ...common, run: old, force: inputs.link === "inplace-force" });
    return await openRunDirectory(old.path);
  }
  // Beside the old run, as there need be no kernel tree at all.
  const { path } = await newRunDirectory(
    inputs,
    dirname(old.path),
    environment.workspace,
    new Date(),
    "-again",
  );
  await makeAgain({
    ...common,
    old,
    path,
    link: inputs.link,
    command: `rcutorture-action run --again ${old.path}`,
    onNote: (line) => ui.info(line),
  });
  return await openRunDirectory(path);
}

/** `again`: the guests of an old run once more, without building. */
export async function runAgainJob(context: JobContext, again: string): Promise<number> {
  const { inputs, environment, ui, executor } = context;
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const old = await openRunDirectory(resolve(environment.workspace, again));
  const run = await prepare(context, old);
  ui.output("rundir", run.path);
  ui.info(`Re-run of ${run.rerunOf ?? old.path} in ${run.path}`);
  if (inputs.dryrun) return exitStatus.passed;
  const first = run.batches[0]?.guests[0];
  const cmd = first && (await readQemuCmd(run, first.name));
  const machine = await surveyMachine(executor, inputs, cmd?.argv[0] ?? expectedQemu(inputs.qemuCmd));
  const prepared = { run, builds: [], infrastructure: [], cpus: jobCpus(inputs.cpus) };
  const results = await runPrepared(context, prepared, machine, ignore);
  return exitStatusFor(results.verdict);
}
