import { type ConsoleAnalysis, ConsoleAnalyzer } from "../../console/analyzer.ts";
import { judgeGuest } from "../../console/verdict.ts";
import { InfrastructureError } from "../../errors.ts";
import type { Preference } from "../../guests/copyQueue.ts";
import { dispatch, type WorkSystem } from "../../guests/dispatcher.ts";
import type { GuestOutcome, RunEvent } from "../../guests/events.ts";
import type { LifePlan } from "../../guests/life.ts";
import { planLife, silenceLimits } from "../../guests/lifePlan.ts";
import { progressLine } from "../../guests/progress.ts";
import { type PlannedGuest, qemuItself } from "../../plan/guest.ts";
import { commandFiles, withSent } from "../../rundir/commandFiles.ts";
import { kernelOf } from "../../rundir/kernel.ts";
import { guestFiles } from "../../rundir/names.ts";
import { readQemuCmd } from "../../rundir/open.ts";
import { withOption } from "../../rundir/qemuCmd.ts";
import type { RunGuest } from "../data.ts";
import { howToAttend } from "./attended.ts";
import type { GuestsJob } from "./guestsJob.ts";
import type { Losses } from "./losses.ts";
import type { JobSystem } from "./systems/systems.ts";

/** Seconds between two lines of progress of a guest. */
const progressInterval = 30;

/** Events that deserve a line that stands out. */
function isAlarm(event: RunEvent): boolean {
  if (event.type === "finding") return event.finding.severity === "error";
  return event.type === "silent" || event.type === "system-lost";
}

/** `-1` threads are one for each CPU that guests may use; scale suites measure, so they go undisturbed. */
function jitterOf({ jitter, suite, suites }: GuestsJob, cpus: number) {
  const all = [suite, ...(suites?.values() ?? [])];
  const scale = all.includes("rcuscale") || all.includes("refscale");
  const threads = jitter.threads === -1 ? (scale ? 0 : Math.max(1, cpus)) : jitter.threads;
  return threads === 0 ? undefined : { threads, maxSleep: jitter.maxSleep, maxSpin: jitter.maxSpin };
}

/** For guests that live over and over. */
export interface OverAndOver {
  /** Which of them next. */
  readonly prefer: Preference;
  /** A guest has lived. @returns whether it is to live once more; its console is overwritten then */
  lived(guest: RunGuest): Promise<boolean>;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** One life of every guest of a run directory; or many. */
export class Round {
  readonly #job: GuestsJob;
  readonly #losses: Losses;
  /** Lines name the system: there are several. */
  readonly #several: boolean;
  /** Number of each guest's present life, where that is not its first of this round. */
  readonly #lives = new Map<string, number>();
  readonly #first: number;
  readonly #consumers = new Map<string, ConsoleAnalyzer>();
  readonly #analyses = new Map<string, ConsoleAnalysis>();
  readonly #planned = new Map<string, number>();

  constructor(job: GuestsJob, losses: Losses, sample: number) {
    this.#job = job;
    this.#losses = losses;
    this.#several = job.several;
    this.#first = sample;
  }

  /** @returns each guest's last life */
  async run(over?: OverAndOver): Promise<RunGuest[]> {
    const { batches, systems, stopOnFailure, mustFail, signal, watch } = this.#job;
    const work = systems.work?.(over?.prefer);
    const left = new Map(
      this.#losses.left.map((system): [WorkSystem, JobSystem] => {
        const { host, cpus, memory } = system;
        return [{ host, cpus, memory, jitter: jitterOf(this.#job, cpus) }, system];
      }),
    );
    const outcomes = await dispatch({
      batches,
      systems: [...left.keys()],
      ...(work === undefined ? {} : { work }),
      prepare: (guest, system) => this.#prepare(guest, left.get(system)),
      console: (guest) => this.#console(guest),
      failed: (outcome) => this.#failed(outcome),
      onEvent: (event) => {
        // Each guest would be a batch of its own.
        if (over === undefined || event.type !== "batch-started") this.#tell(event);
      },
      ...(watch === undefined ? {} : { useOf: ({ name }) => watch.useOf(name) }),
      stopOnFailure,
      mustFail,
      progressInterval,
      signal: over === undefined ? signal : AbortSignal.any([signal, over.signal]),
      ...(over === undefined ? {} : { again: (outcome) => this.#again(outcome, over) }),
    });
    return outcomes.map((outcome) => this.#guest(outcome));
  }

  #guest(outcome: GuestOutcome): RunGuest {
    const { name } = outcome.guest;
    return {
      outcome,
      sample: this.#sample(name),
      analysis: this.#analysis(name),
      planned: this.#planned.get(name),
    };
  }

  #sample(name: string): number {
    return this.#lives.get(name) ?? this.#first;
  }

  async #again(outcome: GuestOutcome, over: OverAndOver): Promise<boolean> {
    const guest = this.#guest(outcome);
    if (!(await over.lived(guest))) return false;
    const { name } = outcome.guest;
    this.#lives.set(name, guest.sample + 1);
    this.#analyses.delete(name);
    this.#consumers.delete(name);
    return true;
  }

  async #prepare(guest: PlannedGuest, system: JobSystem | undefined): Promise<LifePlan> {
    if (system === undefined) throw new RangeError(`${guest.name} is to run on a system of another job`);
    const { path, ui } = this.#job;
    const { machine } = system;
    const cmd = await readQemuCmd({ path }, guest.name);
    if (cmd === undefined) throw new InfrastructureError(`${guest.name} has no ${guestFiles.qemuCmd}.`);
    const { kernel, files, directory, rota, allowed } = await system.place(
      guest,
      kernelOf(cmd, path, guest),
      commandFiles(cmd.argv.slice(1)).sent,
    );
    const { accelerator } = machine.accelerator;
    const { architecture, cpus, availableMemory } = machine.facts;
    const own = { ...cmd, argv: withSent(withOption(cmd.argv, "-kernel", kernel), files ?? new Map()) };
    const { plan, notes } = planLife(guest, own, {
      rundir: path,
      ...(directory === undefined ? {} : { directory }),
      // What qemu takes for itself comes out of the same limit.
      fitting: {
        ...{ accelerator, architecture, cpus },
        memory: availableMemory === undefined ? undefined : Math.max(0, availableMemory - qemuItself),
      },
      rota: this.#job.affinity ? rota : undefined,
      allowed,
      silence: silenceLimits(accelerator),
      attended: this.#job.attended,
    });
    if (this.#sample(guest.name) === 1)
      for (const note of notes)
        ui.info(`${this.#several ? `${guest.name} on ${system.host.name}` : guest.name}: ${note}`);
    this.#planned.set(guest.name, plan.seconds);
    return plan;
  }

  #console(guest: PlannedGuest): ConsoleAnalyzer {
    const { suite, suites, ignore, dialect } = this.#job;
    const seconds = this.#planned.get(guest.name);
    const analyzer = new ConsoleAnalyzer({
      suite: suites?.get(guest.name) ?? suite,
      title: guest.name,
      ignore,
      ...(dialect === undefined ? {} : { dialect }),
      ...(seconds === undefined ? {} : { plannedSeconds: seconds }),
    });
    this.#consumers.set(guest.name, analyzer);
    // Of a life on a system that was lost.
    this.#analyses.delete(guest.name);
    return analyzer;
  }

  #analysis(name: string): ConsoleAnalysis | undefined {
    const known = this.#analyses.get(name) ?? this.#consumers.get(name)?.end();
    if (known) this.#analyses.set(name, known);
    return known;
  }

  #failed(outcome: GuestOutcome): boolean {
    const { guest, ending } = outcome;
    this.#job.watch?.ended(this.#guest(outcome));
    if (this.#job.mustFail?.has(guest.name)) return false;
    return judgeGuest(this.#analysis(guest.name), ending).verdict === "failed";
  }

  /** Tells the user what to type. @returns whether nothing else is to be said: the terminal is the guest's. */
  #attend(event: RunEvent): boolean {
    const { attended, ui, path, batches } = this.#job;
    if (attended === undefined) return false;
    const [guest] = batches.flatMap(({ guests }) => guests);
    if (event.type === "guest-started" && guest !== undefined && event.pid !== undefined)
      for (const line of howToAttend(attended, path, guest)) ui.info(line);
    return attended.terminal && event.type !== "guest-ended";
  }

  #tell(event: RunEvent): void {
    const { ui } = this.#job;
    if (event.type === "finding" && event.finding.severity === "error")
      this.#job.watch?.found(event.guest, event.finding);
    if (event.type === "system-lost") this.#losses.system(event.system, event.detail);
    if (event.type === "guest-moved")
      this.#losses.moved(event.guest, event.system, this.#sample(event.guest));
    // Guests that somebody ends one by one are batches of their own.
    if (event.type === "batch-started" && this.#job.watch !== undefined) return;
    if (this.#attend(event)) return;
    const line = progressLine(event, { systems: this.#several });
    if (line === undefined) return;
    const sample = "guest" in event ? this.#sample(event.guest) : this.#first;
    const text = sample === 1 ? line : `#${sample} ${line}`;
    if (isAlarm(event)) ui.warning(text);
    else ui.info(text);
  }
}
