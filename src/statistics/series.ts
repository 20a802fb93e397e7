import type { Sample } from "./samples.ts";
import { median, type ScenarioTrend } from "./trend.ts";

/** One run of the branch, as far as it had a scenario. */
export interface ScenarioRun {
  /** ISO 8601. */
  readonly date: string;
  readonly commit?: string;
  /** How people refer to it. */
  readonly run: string;
  /** Guests of the scenario with a verdict, and those that failed. */
  readonly samples: number;
  readonly failures: number;
  /** Median of the rates per second that are comparable with the present ones. */
  readonly rate?: number;
}

/** How a scenario developed over the runs of a branch. */
export interface ScenarioSeries {
  readonly suite: string;
  readonly scenario: string;
  /** Oldest first; the present one is the last. */
  readonly runs: readonly ScenarioRun[];
}

interface Seen {
  readonly date: string;
  readonly commit?: string;
  readonly run: string;
  readonly samples: readonly Sample[];
}

/**
 * The runs of each scenario of the present run, those without a guest of it left out.
 * @param seen oldest first, the present run last
 * @param trends whose values are comparable; of several settings of a scenario the one with the most counts
 */
export function seriesOf(seen: readonly Seen[], trends: readonly ScenarioTrend[]): ScenarioSeries[] {
  const present = seen.at(-1)?.samples ?? [];
  const scenarios = new Map(
    present.map(({ suite, scenario }) => [`${suite} ${scenario}`, { suite, scenario }]),
  );
  return [...scenarios.values()].map(({ suite, scenario }) => {
    const [trend] = trends
      .filter((one) => one.suite === suite && one.scenario === scenario)
      .toSorted((a, b) => b.points.length - a.points.length);
    const rates = Map.groupBy(trend?.points ?? [], ({ date }) => date);
    const runs = seen.flatMap(({ date, commit, run, samples }) => {
      const own = samples.filter((one) => one.suite === suite && one.scenario === scenario);
      if (own.length === 0) return [];
      const rate = rates.get(date)?.map((point) => point.rate);
      return [
        {
          date,
          ...(commit === undefined ? {} : { commit }),
          run,
          samples: own.length,
          failures: own.filter(({ failed }) => failed).length,
          ...(rate === undefined ? {} : { rate: median(rate) }),
        },
      ];
    });
    return { suite, scenario, runs };
  });
}
