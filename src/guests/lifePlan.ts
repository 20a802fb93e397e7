import { basename, join } from "node:path";
import type { PlannedGuest } from "../plan/guest.ts";
import { guestFiles } from "../rundir/names.ts";
import { plannedSeconds, type QemuCmd } from "../rundir/qemuCmd.ts";
import type { Accelerator } from "../systems/accelerator.ts";
import { restrictAffinity } from "../systems/cpuList.ts";
import type { CpuRota } from "../systems/topology.ts";
import { type Attended, attendedArgv } from "./attended.ts";
import { type Fitting, fitGuest } from "./fit.ts";
import type { LifePlan } from "./life.ts";
import type { SilenceLimits } from "./silence.ts";

/** How a guest of a run directory is to live on one system. */
export interface LifePlanning {
  /** The run directory where results are gathered. */
  readonly rundir: string;
  /** The guest's folder on the system that runs it, where that is another one. */
  readonly directory?: string;
  readonly fitting: Fitting;
  /** Hands out CPUs of the system; absent: no affinity. */
  readonly rota?: CpuRota | undefined;
  /** CPUs of the system that guests may use; others are left out of the affinity. */
  readonly allowed: readonly number[];
  readonly silence: SilenceLimits;
  /** Somebody takes part. */
  readonly attended?: Attended | undefined;
}

/** `--shutdown-grace` of kvm.sh when a qemu-cmd does not say: seconds. */
const defaultGrace = 180;

/**
 * Seconds of silence that are worth a line. rcutorture prints its statistics every 15 s; software emulation
 * takes its time.
 */
export function silenceLimits(accelerator: Accelerator): SilenceLimits {
  return accelerator === "kvm" ? { boot: 30, running: 60 } : { boot: 60, running: 120 };
}

/**
 * The life that a `qemu-cmd` plans, fitted to a system. Asks the rota for CPUs, so: once per start.
 *
 * @returns the plan, and what people should know about it
 */
export function planLife(
  guest: PlannedGuest,
  cmd: QemuCmd,
  planning: LifePlanning,
): { plan: LifePlan; notes: readonly string[] } {
  const { rundir, fitting, rota, allowed, silence, attended } = planning;
  const directory = planning.directory ?? join(rundir, guest.name);
  const console = join(directory, guestFiles.console);
  const { argv: fitted, cpus, notes } = fitGuest(withConsole(cmd.argv, console), fitting);
  const argv = attended ? attendedArgv(fitted, console, attended) : fitted;
  const affinity = rota ? restrictAffinity(rota.next(cpus), allowed) : undefined;
  const seconds = setting(cmd, "seconds") ?? plannedSeconds(cmd) ?? 0;
  const grace = setting(cmd, "TORTURE_SHUTDOWN_GRACE") ?? defaultGrace;
  return {
    notes,
    plan: {
      launch: {
        name: guest.name,
        argv,
        directory,
        console,
        ...(affinity === undefined ? {} : { affinity }),
        // A guest on an overloaded system may rightly take longer than planned (deadline.ts), but not for ever.
        hardDeadline: 2 * (seconds + grace) + 600,
        ...(attended?.terminal ? { terminal: true } : {}),
      },
      ...(attended ? { attended: true } : {}),
      seconds,
      grace,
      silence,
      warnings: join(rundir, guest.name, guestFiles.warnings),
    },
  };
}

function setting(cmd: QemuCmd, name: string): number | undefined {
  const text = cmd.settings.get(name);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The console goes where the run directory is now, wherever it was made. */
function withConsole(argv: QemuCmd["argv"], console: string): QemuCmd["argv"] {
  const [program, ...rest] = argv;
  const isConsole = (word: string, option: string | undefined) =>
    option === "-serial" && word.startsWith("file:") && basename(word) === guestFiles.console;
  return [program, ...rest.map((word, i) => (isConsole(word, rest[i - 1]) ? `file:${console}` : word))];
}
