import { latestGuests } from "../results/attempts.ts";
import type { Results } from "../results/schema.ts";

/** What earlier runs make expect of a scenario. */
export interface Expectation {
  /** Wall clock seconds beyond the planned torture: the median of those that came to their end. */
  readonly extra?: number;
  /** A guest of it failed in the newest run that had one. */
  readonly failedLastTime: boolean;
}

/** By scenario. @param runs the newest first */
export function expectations(runs: readonly Results[]): Map<string, Expectation> {
  const failed = new Map<string, boolean>();
  const extras = new Map<string, number[]>();
  for (const run of runs) {
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
      const sorted = (extras.get(scenario) ?? []).sort((a, b) => a - b);
      const median = sorted[Math.floor(sorted.length / 2)];
      return [scenario, { failedLastTime, ...(median === undefined ? {} : { extra: Math.ceil(median) }) }];
    }),
  );
}
