import { latestGuests } from "../results/attempts.ts";
import type { Results } from "../results/schema.ts";

/** What earlier runs make expect of a scenario. */
export interface Expectation {
  /** Wall clock seconds beyond the planned torture: the median of those that came to their end. */
  readonly extra?: number;
  /** Seconds that its kernel took to build: the median. */
  readonly buildSeconds?: number;
  /** A guest of it failed in the newest run that had one. */
  readonly failedLastTime: boolean;
}

function median(values: readonly number[] | undefined): number | undefined {
  const sorted = (values ?? []).toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? undefined : Math.ceil(middle);
}

/** By scenario. @param runs the newest first */
export function expectations(runs: readonly Results[]): Map<string, Expectation> {
  const failed = new Map<string, boolean>();
  const extras = new Map<string, number[]>();
  const builds = new Map<string, number[]>();
  for (const run of runs) {
    for (const { scenario, status, seconds } of run.builds) {
      if (status === "built" && seconds !== undefined)
        builds.set(scenario, [...(builds.get(scenario) ?? []), seconds]);
    }
    const newest = Map.groupBy(latestGuests(run.guests), ({ scenario }) => scenario);
    for (const [scenario, guests] of newest) {
      if (!failed.has(scenario))
        failed.set(
          scenario,
          guests.some(({ verdict }) => verdict === "failed"),
        );
      for (const { timing, ending } of guests) {
        if (ending.cause !== "exited" || timing.lived === undefined || timing.planned === undefined) continue;
        extras.set(scenario, [...(extras.get(scenario) ?? []), Math.max(0, timing.lived - timing.planned)]);
      }
    }
  }
  return new Map(
    [...failed].map(([scenario, failedLastTime]) => {
      const [extra, build] = [median(extras.get(scenario)), median(builds.get(scenario))];
      return [
        scenario,
        {
          failedLastTime,
          ...(extra === undefined ? {} : { extra }),
          ...(build === undefined ? {} : { buildSeconds: build }),
        },
      ];
    }),
  );
}
