import { join } from "node:path";
import { type ConsoleAnalysis, ConsoleAnalyzer } from "../console/analyzer.ts";
import type { IgnoreRule } from "../console/noise.ts";
import { judgeGuest } from "../console/verdict.ts";
import { InfrastructureError } from "../errors.ts";
import { dispatch } from "../guests/dispatcher.ts";
import type { GuestOutcome, RunEvent } from "../guests/events.ts";
import type { LifePlan } from "../guests/life.ts";
import { planLife, silenceLimits } from "../guests/lifePlan.ts";
import { LocalGuestHost } from "../guests/localHost.ts";
import { progressLine } from "../guests/progress.ts";
import { watchStopFile } from "../guests/stopFile.ts";
import type { Jitter } from "../inputs/spec.ts";
import type { Batch, PlannedGuest } from "../plan/guest.ts";
import { imageName } from "../rundir/buildFiles.ts";
import { guestFiles } from "../rundir/names.ts";
import { readQemuCmd } from "../rundir/open.ts";
import { type QemuCmd, withOption } from "../rundir/qemuCmd.ts";
import { ownCpus } from "../systems/ownCpus.ts";
import { readTopology } from "../systems/readTopology.ts";
import { CpuRota, cpuLayout } from "../systems/topology.ts";
import type { Ui } from "../ui.ts";
import type { Machine } from "./machine.ts";

export interface GuestsJob {
  /** Absolute path of the run directory. */
  readonly path: string;
  readonly suite: string;
  readonly batches: readonly Batch[];
  /** CPUs that guests may use together; 0: one guest after the other. */
  readonly cpus: number;
  readonly machine: Machine;
  readonly jitter: Jitter;
  readonly stopOnFailure: boolean;
  readonly ignore: readonly IgnoreRule[];
  readonly signal: AbortSignal;
  readonly ui: Ui;
}

/** A guest that was to run, how it went, and what its console said. */
export interface RunGuest {
  readonly outcome: GuestOutcome;
  readonly analysis: ConsoleAnalysis | undefined;
  readonly planned: number | undefined;
}

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

/** Lets the guests of a run directory live on this machine, batch by batch. */
export async function runGuests(job: GuestsJob): Promise<RunGuest[]> {
  const { machine, path, ui } = job;
  const layout = cpuLayout(await readTopology());
  const rota = layout && new CpuRota(layout);
  const host = new LocalGuestHost(machine.facts.name);
  const consumers = new Map<string, ConsoleAnalyzer>();
  const analyses = new Map<string, ConsoleAnalysis>();
  const planned = new Map<string, number>();
  const stopFile = watchStopFile(path);

  async function prepare(guest: PlannedGuest): Promise<LifePlan> {
    const cmd = await readQemuCmd({ path }, guest.name);
    if (cmd === undefined) throw new InfrastructureError(`${guest.name} has no ${guestFiles.qemuCmd}.`);
    const { accelerator } = machine.accelerator;
    const { architecture, cpus, availableMemory } = machine.facts;
    const { plan, notes } = planLife(guest, withOwnKernel(cmd, path, guest), {
      rundir: path,
      fitting: { accelerator, architecture, cpus, memory: availableMemory },
      rota,
      allowed: ownCpus(),
      silence: silenceLimits(accelerator),
    });
    for (const note of notes) ui.info(`${guest.name}: ${note}`);
    planned.set(guest.name, plan.seconds);
    return plan;
  }

  function analysisOf(name: string): ConsoleAnalysis | undefined {
    const consumer = consumers.get(name);
    const known = analyses.get(name) ?? consumer?.end();
    if (known) analyses.set(name, known);
    return known;
  }

  try {
    const outcomes = await dispatch({
      batches: job.batches,
      systems: [{ host, cpus: Math.max(1, job.cpus), jitter: jitterOf(job) }],
      prepare,
      console(guest) {
        const analyzer = new ConsoleAnalyzer({
          suite: job.suite,
          title: guest.name,
          ignore: job.ignore,
          ...(planned.has(guest.name) ? { plannedSeconds: planned.get(guest.name) ?? 0 } : {}),
        });
        consumers.set(guest.name, analyzer);
        return analyzer;
      },
      failed: (outcome) => judgeGuest(analysisOf(outcome.guest.name), outcome.ending).verdict === "failed",
      onEvent(event) {
        const line = progressLine(event, { systems: false });
        if (line === undefined) return;
        if (isAlarm(event)) ui.warning(line);
        else ui.info(line);
      },
      stopOnFailure: job.stopOnFailure,
      progressInterval,
      signal: AbortSignal.any([job.signal, stopFile.signal]),
    });
    return outcomes.map((outcome) => ({
      outcome,
      analysis: analysisOf(outcome.guest.name),
      planned: planned.get(outcome.guest.name),
    }));
  } finally {
    stopFile.close();
    await host.close();
  }
}

/** `-1` threads are one for each CPU that guests may use; scale suites measure, so they go undisturbed. */
function jitterOf({ jitter, cpus, suite }: GuestsJob) {
  const scale = suite === "rcuscale" || suite === "refscale";
  const threads = jitter.threads === -1 ? (scale ? 0 : Math.max(1, cpus)) : jitter.threads;
  return threads === 0 ? undefined : { threads, maxSleep: jitter.maxSleep, maxSpin: jitter.maxSpin };
}
