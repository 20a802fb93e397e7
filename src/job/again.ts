import { dirname, resolve } from "node:path";
import { exitStatus } from "../errors.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { selectGuests } from "../plan/select.ts";
import { exitStatusFor } from "../results/assemble.ts";
import { makeAgain } from "../rundir/again.ts";
import { makeInPlace } from "../rundir/inPlace.ts";
import { openRunDirectory, type RunDirectory, readQemuCmd } from "../rundir/open.ts";
import type { JobContext } from "./context.ts";
import { expectedQemu, type Machine, surveyMachine } from "./machine.ts";
import { jobCpus } from "./plan.ts";
import { runPrepared } from "./prepared.ts";
import { newRunDirectory } from "./rundir.ts";

/** Names of the old run's guests that did not pass, from its consoles. */
async function failedGuests(old: RunDirectory): Promise<ReadonlySet<string>> {
  const { judgeRunDirectory } = await import("./report.ts");
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

/** This machine, and whether it can run the guests of an old run. */
async function surveyFor({ inputs, executor, environment }: JobContext, old: RunDirectory): Promise<Machine> {
  const first = old.batches[0]?.guests[0];
  const cmd = first && (await readQemuCmd(old, first.scenario));
  const qemu = cmd?.argv[0] ?? expectedQemu(inputs.qemuCmd);
  return await surveyMachine(executor, inputs, qemu, environment.variables);
}

/** `again`: the guests of an old run once more, without building. */
export async function runAgainJob(context: JobContext, again: string): Promise<number> {
  const { inputs, environment, ui } = context;
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const old = await openRunDirectory(resolve(environment.workspace, again));
  const [run, machine] = await Promise.all([
    prepare(context, old),
    inputs.dryrun ? undefined : surveyFor(context, old),
  ]);
  ui.output("rundir", run.path);
  ui.info(`Re-run of ${run.rerunOf ?? old.path} in ${run.path}`);
  if (machine === undefined) return exitStatus.passed;
  const prepared = { run, builds: [], infrastructure: [], cpus: jobCpus(inputs.cpus) };
  const results = await runPrepared(context, prepared, machine, ignore);
  return exitStatusFor(results.verdict);
}
