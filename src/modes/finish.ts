import { join } from "node:path";
import type { IgnoreRule } from "../console/noise.ts";
import type { JobContext } from "../context.ts";
import { messageOf } from "../errors.ts";
import { mergeAttempts } from "../results/attempts.ts";
import type { BuildResult, GuestResult, Results, SystemFacts } from "../results/schema.ts";
import { runFiles } from "../rundir/names.ts";
import { guestsRunByUs, type RunDirectory } from "../rundir/open.ts";
import { assembleResults } from "../stages/conclude/results.ts";
import { runGuests } from "../stages/execute/guests.ts";
import type { RunGuest } from "../stages/execute/guestsJob.ts";
import type { Machine } from "../stages/execute/systems/machine.ts";
import type { JobSystems } from "../stages/execute/systems/systems.ts";
import { readBuilds } from "../stages/judge/builds.ts";
import { guestResult } from "../stages/judge/judge.ts";
import { allowanceOf } from "../stages/prepare/again/trust.ts";
import { writeAtomically } from "../storage/atomicFile.ts";
import type { Store } from "../storage/store.ts";
import { quote } from "../systems/quote.ts";
import { version } from "../version.ts";

/** What a job knows before its guests run. */
export interface Prepared {
  readonly run: RunDirectory;
  readonly builds: readonly BuildResult[];
  readonly infrastructure: readonly string[];
  readonly cpus: number;
  /** Scenarios that failed the last time, as far as that is known. */
  readonly failedBefore?: ReadonlySet<string> | undefined;
  readonly describe?: string | undefined;
  readonly repository?: string | undefined;
  /** Has symbols of reused kernels, and the past of this branch. */
  readonly store?: Store | undefined;
  /** Only a part of a plan's run: the past of the branch is for the whole. */
  readonly part?: boolean;
  /** Suites of guests by their names, where they are of several. */
  readonly suites?: ReadonlyMap<string, string>;
}

/** Guests whose kernel is there, in the batches they were planned in. */
function runnable(run: RunDirectory, builds: readonly BuildResult[]) {
  const failed = new Set(
    builds
      .filter(({ status }) => status === "failed" || status === "skipped")
      .map(({ scenario }) => scenario),
  );
  return run.batches
    .map((batch) => ({ ...batch, guests: batch.guests.filter(({ scenario }) => !failed.has(scenario)) }))
    .filter((batch) => batch.guests.length > 0);
}

/** Guests that were never handed to the dispatcher, because their kernel did not build. */
function unbuilt(run: RunDirectory, ran: readonly RunGuest[]): RunGuest[] {
  const names = new Set(ran.map(({ outcome }) => outcome.guest.name));
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

/** Milliseconds after which the first guests boot, and nobody waits for this process. */
const guestsBoot = 500;

/** Loads the code that publishes, which takes longer than all other code here, while the guests live. */
function loadEarly(): NodeJS.Timeout {
  // A failure shows when it is used.
  const load = () =>
    Promise.allSettled([import("../stages/publish/publish.ts"), import("../stages/enrich/enrich.ts")]);
  return setTimeout(() => void load(), guestsBoot).unref();
}

/** The command that runs again, from this run directory, what did not pass. */
function reproduction(path: string, guests: readonly GuestResult[], flags: readonly string[]): string {
  const again = ["npx", "rcutorture-action", "run", "--again", path, ...flags] as const;
  const passed = guests.every(({ verdict }) => verdict === "passed");
  return quote(passed ? again : [...again, "--configs", "failed"]);
}

/** A machine's entry in the results. */
function factsOf({ facts, accelerator }: Machine, lost: ReadonlyMap<string, string>): SystemFacts {
  const { availableMemory: _, limits: __, ...known } = facts;
  const why = lost.get(facts.name);
  return {
    ...known,
    accelerator: accelerator.accelerator,
    acceleratorReason: accelerator.reason,
    ...(why === undefined ? {} : { lost: why }),
  };
}

/**
 * Runs the guests of a prepared run directory on the systems of the job, judges and publishes. The systems are
 * closed by then, whatever happens.
 * @param earlier results of earlier attempts, published side by side with this one's
 */
export async function runPrepared(
  context: JobContext,
  prepared: Prepared,
  systems: JobSystems,
  ignore: readonly IgnoreRule[],
  earlier?: Results,
): Promise<Results> {
  const { inputs, ui, signal, environment } = context;
  const { run } = prepared;
  const { attempt, repository } = environment;
  const remember = (finished: boolean) =>
    context.remember({ rundir: run.path, finished, ignore, attempt, repository });
  remember(false);
  // To the scripts, the log of a --buildonly is the end of the story unless this file is there.
  await writeAtomically(join(run.path, runFiles.remoteLog), `${guestsRunByUs} ${version}\n`);
  for (const { facts, accelerator } of systems.machines) {
    const how = `${accelerator.accelerator.toUpperCase()}: ${accelerator.reason}`;
    ui.info(`Guests run on ${facts.name} with ${how}`);
    if (facts.limits !== undefined) ui.info(`${facts.name}: control groups leave it ${facts.limits}.`);
  }
  const batches = runnable(run, prepared.builds);
  const early = loadEarly();
  const { cpus, failedBefore } = prepared;
  const atWork = await systems.open({ path: run.path, batches, cpus, failedBefore, signal });
  const ran = await runGuests({
    path: run.path,
    suite: run.suite,
    suites: prepared.suites,
    batches,
    systems: atWork,
    jitter: inputs.jitter,
    stopOnFailure: inputs.stopOnFailure,
    repeat: inputs.repeat,
    repeatFor: inputs.repeatFor ?? 0,
    ignore,
    signal,
    ui,
  }).finally(async () => {
    clearTimeout(early);
    await atWork.close();
  });
  const closing = await systems.close();
  const { builds, scriptsErrors } = await readBuilds(run, prepared.builds);
  const judged = [...ran.guests, ...unbuilt(run, ran.guests)].map(
    ({ outcome, analysis, planned, sample }) => {
      const build = builds.find(({ scenario }) => scenario === outcome.guest.scenario);
      return guestResult({ outcome, analysis, planned, sample, build, attempt });
    },
  );
  const enriching = await import("../stages/enrich/enrich.ts");
  const location = { run, builds, store: prepared.store };
  const guests = await enriching.enrich(judged, location, context);
  const allowance = await allowanceOf(
    run,
    guests.map(({ name }) => name),
  );
  const allow = allowance.length === 0 ? [] : ["--allow-qemu-options", allowance.join(" ")];
  const current = assembleResults({
    run,
    guests,
    builds,
    scriptsBuildErrors: scriptsErrors,
    systems: [...systems.machines.map((machine) => factsOf(machine, ran.lost)), ...systems.dropped],
    attempt,
    // The tree's own origin first: it need not be the repository that the workflow runs in.
    repository: prepared.repository ?? repository,
    describe: prepared.describe,
    reproduce: reproduction(run.path, guests, [...systems.flags, ...allow]),
    interrupted: signal.aborted,
    infrastructure: [
      ...prepared.infrastructure,
      ...systems.dropped.flatMap(({ lost }) => lost ?? []),
      ...ran.infrastructure,
      ...ran.guests.flatMap(({ outcome }) => outcome.problems ?? []),
      ...closing,
    ],
    now: new Date(),
  });
  const results = earlier === undefined ? current : mergeAttempts(earlier, current);
  const history = prepared.part ? undefined : await enriching.historyFor(results, location, context);
  const { publish } = await import("../stages/publish/publish.ts");
  await publish(results, ui, history?.past);
  remember(true);
  await history?.keep().catch((error: unknown) => {
    ui.warning(`Later runs will not know of this one: ${messageOf(error)}`);
  });
  return results;
}
