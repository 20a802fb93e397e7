import { scenarioOf } from "../results/scenario.ts";
import type { GuestResult, Results, Verdict } from "../results/schema.ts";

/** One run of a guest that says something about the kernel: it passed or it failed. */
export interface Sample {
  readonly suite: string;
  /** With the sanitizer of its kernel: `TREE03`, `TREE03 (kasan)`. */
  readonly scenario: string;
  /** `TREE03.2` */
  readonly guest: string;
  readonly failed: boolean;
  /** Hours the guest lived; `undefined` where nobody wrote them down. */
  readonly hours: number | undefined;
  /** Seconds that were planned. */
  readonly planned: number | undefined;
  /** The machine: as the user named it; for `localhost` its host name, as many jobs have one of those. */
  readonly system: string | undefined;
  readonly commit: string | undefined;
  /** Fingerprint → title of the errors on its console. */
  readonly errors: ReadonlyMap<string, string>;
}

/** Stands for a failure whose console shows no finding with a fingerprint. */
export const noFinding = { fingerprint: "none", title: "failed without a finding" } as const;

/** Runs that are no samples: they say nothing about the kernel at run time. */
export type NoSample = Exclude<Verdict, "passed" | "failed">;

export interface Samples {
  readonly samples: readonly Sample[];
  /** How many runs of each other verdict were left out. */
  readonly leftOut: Readonly<Record<NoSample, number>>;
}

/** Wall clock where it is known, else what the console's last time stamp says, else what was planned. */
function hoursOf({ timing, counters }: GuestResult): number | undefined {
  const seconds = timing.lived ?? counters.lastTime ?? timing.planned;
  return seconds === undefined ? undefined : seconds / 3600;
}

/** Errors of a guest by fingerprint; a failure without any gets the stand-in. */
export function errorsOf(guest: GuestResult): Map<string, string> {
  const errors = new Map<string, string>();
  for (const { severity, fingerprint, title } of guest.findings) {
    if (severity === "error") errors.set(fingerprint, title);
  }
  if (guest.verdict === "failed" && errors.size === 0) errors.set(noFinding.fingerprint, noFinding.title);
  return errors;
}

function machineOf(results: Results, name: string | undefined): string | undefined {
  if (name !== "localhost") return name;
  return results.systems.find((system) => system.name === name)?.hostname ?? name;
}

/** The same run of a guest may stand in the results of a job and in merged ones: it is one sample. */
function identity(results: Results, guest: GuestResult): string {
  const start = guest.timing.startedAt ?? `${results.rundir} ${results.createdAt}`;
  return JSON.stringify([
    guest.suite ?? results.suite,
    guest.commit ?? results.kernel.commit,
    guest.name,
    guest.variant,
    guest.sample,
    guest.attempt,
    guest.system,
    start,
  ]);
}

/** All samples in results of any number of jobs and attempts; identical ones count once. */
export function samplesOf(all: readonly Results[]): Samples {
  const leftOut: Record<NoSample, number> = {
    "build-failed": 0,
    "did-not-run": 0,
    "infrastructure-error": 0,
  };
  const seen = new Set<string>();
  const samples: Sample[] = [];
  for (const results of all) {
    for (const guest of results.guests) {
      const id = identity(results, guest);
      if (seen.has(id)) continue;
      seen.add(id);
      if (guest.verdict !== "passed" && guest.verdict !== "failed") {
        leftOut[guest.verdict]++;
        continue;
      }
      samples.push({
        suite: guest.suite ?? results.suite,
        scenario: scenarioOf(guest),
        guest: guest.name,
        failed: guest.verdict === "failed",
        hours: hoursOf(guest),
        planned: guest.timing.planned,
        system: machineOf(results, guest.system),
        commit: guest.commit ?? results.kernel.commit,
        errors: errorsOf(guest),
      });
    }
  }
  return { samples, leftOut };
}

/** What is counted over a set of samples. */
export interface Tally {
  readonly samples: number;
  readonly failures: number;
  /** Hours of the samples whose hours are known; a missing one makes rates larger, never smaller. */
  readonly hours: number;
}

/**
 * Counts samples, failures and hours.
 *
 * @param failed which sample counts as a failure; by default the failed ones
 */
export function tally(samples: readonly Sample[], failed = (sample: Sample) => sample.failed): Tally {
  return {
    samples: samples.length,
    failures: samples.filter(failed).length,
    hours: samples.reduce((sum, sample) => sum + (sample.hours ?? 0), 0),
  };
}

/** Samples by suite and scenario, in the order in which they appear. */
export function byScenario(samples: readonly Sample[]): Sample[][] {
  return [...Map.groupBy(samples, ({ suite, scenario }) => `${suite} ${scenario}`).values()];
}
