import { join } from "node:path";
import { type ConsoleAnalysis, ConsoleAnalyzer } from "../console/analyzer.ts";
import { judgeGuest } from "../console/verdict.ts";
import { InfrastructureError } from "../errors.ts";
import { dispatch } from "../guests/dispatcher.ts";
import type { GuestOutcome, RunEvent } from "../guests/events.ts";
import type { GuestHost } from "../guests/host.ts";
import type { LifePlan } from "../guests/life.ts";
import { planLife, silenceLimits } from "../guests/lifePlan.ts";
import { progressLine } from "../guests/progress.ts";
import type { PlannedGuest } from "../plan/guest.ts";
import { imageName } from "../rundir/buildFiles.ts";
import { guestFiles } from "../rundir/names.ts";
import { readQemuCmd } from "../rundir/open.ts";
import { type QemuCmd, withOption } from "../rundir/qemuCmd.ts";
import { ownCpus } from "../systems/ownCpus.ts";
import type { CpuRota } from "../systems/topology.ts";
import type { GuestsJob, RunGuest } from "./guestsJob.ts";

/** Seconds between two lines of progress of a guest. */
const progressInterval = 30;

/** The guest's command with the kernel of this run directory, wherever the one in the file points. */
function withOwnKernel(cmd: QemuCmd, path: string, guest: PlannedGuest): QemuCmd {
  const image = imageName(cmd);
  if (image === undefined) throw new InfrastructureError(`${guest.name}: its qemu-cmd names no -kernel.`);
  return { ...cmd, argv: withOption(cmd.argv, "-kernel", join(path, guest.scenario, image)) };
}

/** Events that deserve a line that stands out. */
function isAlarm(event: RunEvent): boolean {
  if (event.type === "finding") return event.finding.severity === "error";
  return event.type === "silent" || event.type === "system-lost";
}

/** `-1` threads are one for each CPU that guests may use; scale suites measure, so they go undisturbed. */
function jitterOf({ jitter, cpus, suite, suites }: GuestsJob) {
  const all = [suite, ...(suites?.values() ?? [])];
  const scale = all.includes("rcuscale") || all.includes("refscale");
  const threads = jitter.threads === -1 ? (scale ? 0 : Math.max(1, cpus)) : jitter.threads;
  return threads === 0 ? undefined : { threads, maxSleep: jitter.maxSleep, maxSpin: jitter.maxSpin };
}

/** One life of every guest of a run directory on this machine. */
export class Round {
  readonly #job: GuestsJob;
  readonly #host: GuestHost;
  readonly #rota: CpuRota | undefined;
  readonly #sample: number;
  readonly #consumers = new Map<string, ConsoleAnalyzer>();
  readonly #analyses = new Map<string, ConsoleAnalysis>();
  readonly #planned = new Map<string, number>();

  constructor(job: GuestsJob, host: GuestHost, rota: CpuRota | undefined, sample: number) {
    this.#job = job;
    this.#host = host;
    this.#rota = rota;
    this.#sample = sample;
  }

  async run(signal: AbortSignal): Promise<RunGuest[]> {
    const { batches, cpus, stopOnFailure } = this.#job;
    const outcomes = await dispatch({
      batches,
      systems: [{ host: this.#host, cpus: Math.max(1, cpus), jitter: jitterOf(this.#job) }],
      prepare: (guest) => this.#prepare(guest),
      console: (guest) => this.#console(guest),
      failed: (outcome) => this.#failed(outcome),
      onEvent: (event) => this.#tell(event),
      stopOnFailure,
      progressInterval,
      signal,
    });
    return outcomes.map((outcome) => ({
      outcome,
      sample: this.#sample,
      analysis: this.#analysis(outcome.guest.name),
      planned: this.#planned.get(outcome.guest.name),
    }));
  }

  async #prepare(guest: PlannedGuest): Promise<LifePlan> {
    const { path, machine, ui } = this.#job;
    const cmd = await readQemuCmd({ path }, guest.name);
    if (cmd === undefined) throw new InfrastructureError(`${guest.name} has no ${guestFiles.qemuCmd}.`);
    const { accelerator } = machine.accelerator;
    const { architecture, cpus, availableMemory } = machine.facts;
    const { plan, notes } = planLife(guest, withOwnKernel(cmd, path, guest), {
      rundir: path,
      fitting: { accelerator, architecture, cpus, memory: availableMemory },
      rota: this.#rota,
      allowed: ownCpus(),
      silence: silenceLimits(accelerator),
    });
    if (this.#sample === 1) for (const note of notes) ui.info(`${guest.name}: ${note}`);
    this.#planned.set(guest.name, plan.seconds);
    return plan;
  }

  #console(guest: PlannedGuest): ConsoleAnalyzer {
    const { suite, suites, ignore } = this.#job;
    const seconds = this.#planned.get(guest.name);
    const analyzer = new ConsoleAnalyzer({
      suite: suites?.get(guest.name) ?? suite,
      title: guest.name,
      ignore,
      ...(seconds === undefined ? {} : { plannedSeconds: seconds }),
    });
    this.#consumers.set(guest.name, analyzer);
    return analyzer;
  }

  #analysis(name: string): ConsoleAnalysis | undefined {
    const known = this.#analyses.get(name) ?? this.#consumers.get(name)?.end();
    if (known) this.#analyses.set(name, known);
    return known;
  }

  #failed({ guest, ending }: GuestOutcome): boolean {
    return judgeGuest(this.#analysis(guest.name), ending).verdict === "failed";
  }

  #tell(event: RunEvent): void {
    const { ui } = this.#job;
    const line = progressLine(event, { systems: false });
    if (line === undefined) return;
    const text = this.#sample === 1 ? line : `#${this.#sample} ${line}`;
    if (isAlarm(event)) ui.warning(text);
    else ui.info(text);
  }
}
