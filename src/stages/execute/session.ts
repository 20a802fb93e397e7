import { join } from "node:path";
import type { JobContext } from "../../context.ts";
import { type DiskWatch, watchDisk } from "../../guests/diskWatch.ts";
import { type StopFileWatch, watchStopFile } from "../../guests/stopFile.ts";
import type { BuildResult, SystemFacts } from "../../results/schema.ts";
import { runFiles } from "../../rundir/names.ts";
import { guestsRunByUs, type RunDirectory } from "../../rundir/open.ts";
import { dialectOfRun } from "../../rundir/scriptsOfTree.ts";
import { writeAtomically } from "../../storage/atomicFile.ts";
import { version } from "../../version.ts";
import type { Executed, Prepared, RunGuest } from "../data.ts";
import { attendedBy } from "./attended.ts";
import type { GuestsJob, GuestWatch } from "./guestsJob.ts";
import { Losses } from "./losses.ts";
import { type OverAndOver, Round } from "./round.ts";
import type { Machine } from "./systems/machine.ts";
import type { JobSystems } from "./systems/systems.ts";

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

/** Systems made ready for the guests of a run directory, which live there round by round. */
export class Session implements AsyncDisposable {
  readonly #job: GuestsJob;
  readonly #surveyed: JobSystems;
  readonly #stopFile: StopFileWatch;
  readonly #disk: DiskWatch;
  readonly #losses: Losses;
  #rounds = 0;
  #closed: Promise<void> | undefined;

  private constructor(job: GuestsJob, surveyed: JobSystems, stopFile: StopFileWatch, disk: DiskWatch) {
    this.#job = job;
    this.#surveyed = surveyed;
    this.#stopFile = stopFile;
    this.#disk = disk;
    this.#losses = new Losses(job.systems);
  }

  /** @param systems closed by `end`, or by who surveyed them */
  static async open(
    context: JobContext,
    prepared: Prepared,
    systems: JobSystems,
    watch?: GuestWatch,
  ): Promise<Session> {
    const { inputs, ui, signal } = context;
    const { run, cpus, failedBefore, suites, mustFail, ignore } = prepared;
    const { path, suite } = run;
    // To the scripts, the log of a --buildonly is the end of the story unless this file is there.
    await writeAtomically(join(path, runFiles.remoteLog), `${guestsRunByUs} ${version}\n`);
    for (const { facts, accelerator } of systems.machines) {
      const how = `${accelerator.accelerator.toUpperCase()}: ${accelerator.reason}`;
      ui.info(`Guests run on ${facts.name} with ${how}`);
      if (facts.limits !== undefined) ui.info(`${facts.name}: control groups leave it ${facts.limits}.`);
    }
    const batches = runnable(run, prepared.builds);
    const active = await systems.open({ path, batches, cpus, failedBefore, signal });
    const [stopFile, disk] = [watchStopFile(path), watchDisk(path)];
    const { jitter, stopOnFailure, affinity } = inputs;
    const ended = AbortSignal.any([signal, stopFile.signal, disk.signal]);
    const job = {
      path,
      suite,
      suites,
      mustFail,
      batches,
      systems: active,
      several: systems.oneOfSeveral ?? systems.machines.length > 1,
      jitter,
      stopOnFailure,
      affinity,
      attended: await attendedBy(inputs),
      dialect: await dialectOfRun(path, run.tree),
      ignore,
      signal: ended,
      ui,
      watch,
    };
    return new Session(job, systems, stopFile, disk);
  }

  /** Lets every guest live once. */
  async round(): Promise<RunGuest[]> {
    this.#rounds += 1;
    return await new Round(this.#job, this.#losses, this.#rounds).run();
  }

  /** Lets guests live over and over, each again the moment it has ended, until `over` says that it is enough. */
  async stream(over: OverAndOver): Promise<void> {
    this.#rounds += 1;
    await new Round(this.#job, this.#losses, this.#rounds).run(over);
  }

  /** No guest can live any more: the job was stopped, or all systems were lost. */
  get over(): boolean {
    return this.#job.signal.aborted || this.#losses.left.length === 0;
  }

  /**
   * Closes the systems.
   * @param guests of all rounds
   */
  async end(guests: readonly RunGuest[]): Promise<Executed> {
    await this[Symbol.asyncDispose]();
    const { machines, dropped, flags } = this.#surveyed;
    const closing = await this.#surveyed.close();
    return {
      guests,
      systems: [...machines.map((machine) => factsOf(machine, this.#losses.reasons)), ...dropped],
      infrastructure: [
        ...dropped.flatMap(({ lost }) => lost ?? []),
        ...(this.#disk.problem === undefined ? [] : [this.#disk.problem]),
        ...this.#losses.sentences(guests),
        ...guests.flatMap(({ outcome }) => outcome.problems ?? []),
        ...closing,
      ],
      flags,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed ??= this.#close();
    await this.#closed;
  }

  async #close(): Promise<void> {
    this.#stopFile.close();
    this.#disk.close();
    await this.#job.systems.close();
  }
}
