import { join } from "node:path";
import type { ConsoleAnalysis } from "../../console/analyzer.ts";
import { judgeGuest } from "../../console/verdict.ts";
import type { GuestOutcome } from "../../guests/events.ts";
import type { BuildResult, Ending, GuestResult } from "../../results/schema.ts";
import { shortText, textOf } from "../../rundir/files.ts";
import { guestFiles } from "../../rundir/names.ts";

/**
 * How a guest ended, from what the scripts (or we) left in its folder.
 * @param console name of its console, if there is one
 */
export async function endingOnDisk(run: string, guest: string, console: string | undefined): Promise<Ending> {
  const [retval, warnings] = await Promise.all([
    textOf(run, join(run, guest, guestFiles.qemuRetval), shortText),
    textOf(run, join(run, guest, guestFiles.warnings), shortText),
  ]);
  const status = /^\d+$/.test(retval?.trim() ?? "") ? Number(retval) : null;
  const ending = (cause: Ending["cause"], detail: string): Ending => ({
    cause,
    exitStatus: status,
    signal: status === 137 ? "SIGKILL" : null,
    detail,
  });
  const hung = /^!!! PID .* hung at .*$/m.exec(warnings ?? "")?.[0];
  if (hung) return ending("hung", hung);
  const stopped = /^PID .* killed due to .*$/m.exec(warnings ?? "")?.[0];
  if (stopped) return ending("stopped", stopped);
  if (status === 0) {
    const missing = console === undefined ? " Its console log is missing, so there is nothing to judge." : "";
    return ending("exited", `qemu ended by itself.${missing}`);
  }
  if (status === 137) return ending("unknown", "qemu was killed; nothing says by whom.");
  if (status !== null) return ending("qemu-failed", `qemu exited with status ${status}.`);
  if (console !== undefined) return ending("unknown", "Nothing says how qemu ended.");
  return ending("not-started", "There is no console log.");
}

export interface JudgedGuest {
  readonly outcome: GuestOutcome;
  readonly analysis: ConsoleAnalysis | undefined;
  /** Its scenario's build, when that is known. */
  readonly build: BuildResult | undefined;
  readonly planned: number | undefined;
  /** 1-based number of its round, under `repeat`. */
  readonly sample: number;
  readonly attempt: number;
  /** Name of its console in its folder; by default `console.log`. */
  readonly consoleName?: string | undefined;
}

/** One guest's entry in `results.json`. */
export function guestResult({
  outcome,
  analysis,
  build,
  planned,
  sample,
  attempt,
  consoleName = guestFiles.console,
}: JudgedGuest): GuestResult {
  const { guest, ending, batch, system, startedAt, endedAt, lived } = outcome;
  const judged = judgeGuest(analysis, ending);
  const unbuilt = build?.status === "failed";
  return {
    name: guest.name,
    scenario: guest.scenario,
    repetition: guest.repetition,
    sample,
    attempt,
    verdict: unbuilt ? "build-failed" : judged.verdict,
    ...(build?.variant === undefined ? {} : { variant: build.variant }),
    ...(system === undefined ? {} : { system }),
    batch,
    cpus: guest.cpus,
    timing: {
      ...(startedAt === undefined ? {} : { startedAt: startedAt.toISOString() }),
      ...(endedAt === undefined ? {} : { endedAt: endedAt.toISOString() }),
      ...(planned === undefined ? {} : { planned }),
      ...(lived === undefined ? {} : { lived }),
    },
    ending: unbuilt ? { ...ending, detail: "Its kernel did not build." } : ending,
    counters: analysis?.counters ?? {},
    findings: unbuilt ? [] : judged.findings,
    ignored: analysis?.ignored ?? [],
    progress: analysis?.progress ?? [],
    ...(analysis === undefined
      ? {}
      : {
          scripts: analysis.scripts,
          ...(analysis.booted === undefined ? {} : { booted: analysis.booted }),
          console: join(guest.name, consoleName),
          consoleBytes: analysis.bytes,
          consoleLines: analysis.lines,
        }),
  };
}
