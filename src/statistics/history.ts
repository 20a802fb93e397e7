import type { Results } from "../results/schema.ts";
import { binomialProbability, binomialUpperBound, defaultConfidence, type Interval } from "./intervals.ts";
import { isSameBug, knownErrors } from "./sameBug.ts";
import { byScenario, type Sample, samplesOf } from "./samples.ts";
import { type ScenarioSeries, seriesOf } from "./series.ts";
import { type ScenarioTrend, trendsOf } from "./trend.ts";
import { confidencePercent, percent, plural } from "./words.ts";

/** Results of an earlier run of the same branch. */
export interface EarlierRun {
  readonly results: Results;
  /** How people refer to it: a run's number or address. The run directory's name where absent. */
  readonly run?: string;
}

/** When something was seen. */
export interface Sighting {
  /** ISO 8601. */
  readonly date: string;
  readonly commit?: string;
  readonly run: string;
}

/** The past of one failure of the present run. */
export interface FailureHistory {
  readonly suite: string;
  readonly scenario: string;
  /** Guests of the present run that show it. */
  readonly guests: readonly string[];
  readonly fingerprint: string;
  readonly title: string;
  /** `new`: never seen before; `known`: every run since the first sighting shows it; `flaky`: some do, some do not. */
  readonly state: "new" | "known" | "flaky";
  /** Samples of this scenario in earlier runs. */
  readonly earlierSamples: number;
  readonly since?: Sighting;
  readonly lastSeen?: Sighting;
  /** `flaky`: failure probability over the samples after the run of the first sighting. */
  readonly probability?: Interval;
  readonly sentence: string;
}

export interface History {
  readonly findings: readonly FailureHistory[];
  readonly trends: readonly ScenarioTrend[];
  readonly series: readonly ScenarioSeries[];
}

interface Seen extends Sighting {
  readonly samples: readonly Sample[];
}

function seenIn({ results, run }: EarlierRun): Seen {
  const { commit } = results.kernel;
  return {
    date: results.createdAt,
    ...(commit !== undefined && { commit }),
    run: run ?? results.rundir,
    samples: samplesOf([results]).samples,
  };
}

const sightingOf = ({ samples: _, ...sighting }: Seen): Sighting => sighting;

/** `2026-11-02 (commit 0123456789ab, run 42)` */
function sightingWords({ date, commit, run }: Sighting): string {
  return `${date.slice(0, 10)} (${commit === undefined ? "" : `commit ${commit.slice(0, 12)}, `}run ${run})`;
}

function pastOf(runs: readonly Seen[], suite: string, scenario: string): Seen[] {
  return runs
    .map((run) => ({
      ...run,
      samples: run.samples.filter((one) => one.suite === suite && one.scenario === scenario),
    }))
    .filter(({ samples }) => samples.length > 0);
}

function newWords(samples: number, confidence: number): string {
  if (samples === 0) return "new: this scenario has no earlier run to compare with.";
  const missed = percent(binomialUpperBound(0, samples, confidence));
  return (
    `new: not in ${plural(samples, "earlier run")}, so if it is old it showed in fewer than ${missed} ` +
    `of runs (${confidencePercent(confidence)} confidence).`
  );
}

function judge(
  past: readonly Seen[],
  now: readonly Sample[],
  fingerprints: readonly string[],
  confidence: number,
) {
  const shows = ({ errors }: Sample) => fingerprints.some((one) => errors.has(one));
  const earlierSamples = past.reduce((sum, { samples }) => sum + samples.length, 0);
  const first = past.findIndex(({ samples }) => samples.some(shows));
  const since = past[first];
  const lastSeen = past.findLast(({ samples }) => samples.some(shows));
  if (!since || !lastSeen) {
    return { state: "new" as const, earlierSamples, sentence: newWords(earlierSamples, confidence) };
  }
  const sightings = { since: sightingOf(since), lastSeen: sightingOf(lastSeen), earlierSamples };
  const all = [...past.slice(first).flatMap(({ samples }) => samples), ...now];
  if (all.every(shows)) {
    const sentence = `known since ${sightingWords(since)}: every one of ${plural(all.length, "run")} since then shows it.`;
    return { state: "known" as const, ...sightings, sentence };
  }
  // The run of the first sighting is what started the count; counting it would make the bug look more frequent.
  const further = [...past.slice(first + 1).flatMap(({ samples }) => samples), ...now];
  const failures = further.filter(shows).length;
  const probability = binomialProbability(failures, further.length, confidence);
  const sentence =
    `flaky: first seen ${sightingWords(since)}, last seen before this run ${sightingWords(lastSeen)}; since the first ` +
    `time in ${failures} of ${plural(further.length, "further run")} (${percent(probability.estimate)}, ` +
    `${confidencePercent(confidence)} interval ${percent(probability.low)} to ${percent(probability.high)}).`;
  return { state: "flaky" as const, ...sightings, probability, sentence };
}

/**
 * What earlier runs of the same branch say about the present one: each failure is new, known since some run, or
 * flaky with its rate; each scenario's rate of grace periods has a trend.
 *
 * @param earlier in any order; the present run itself is left out should it be among them
 */
export function historyOf(
  earlier: readonly EarlierRun[],
  current: EarlierRun,
  options: { readonly confidence?: number } = {},
): History {
  const { confidence = defaultConfidence } = options;
  const present = current.results;
  const before = earlier
    .filter(({ results }) => results.createdAt !== present.createdAt || results.rundir !== present.rundir)
    .toSorted((a, b) => Date.parse(a.results.createdAt) - Date.parse(b.results.createdAt));
  const runs = before.map(seenIn);
  const { samples } = samplesOf([present]);
  const known = knownErrors([present, ...before.map(({ results }) => results)]);
  /** The fingerprints under which a failure is known, its own the first. */
  const sameAs = (fingerprint: string): string[] => {
    const one = known.get(fingerprint);
    const others = one === undefined ? [] : [...known.values()].filter((other) => isSameBug(one, other));
    return [...new Set([fingerprint, ...others.map((other) => other.fingerprint)])];
  };
  const findings = byScenario(samples).flatMap((now) => {
    const { suite = present.suite, scenario = "" } = now[0] ?? {};
    const past = pastOf(runs, suite, scenario);
    const titles = new Map(now.flatMap(({ errors }) => [...errors]));
    return [...titles].map(([fingerprint, title]) => {
      const same = sameAs(fingerprint);
      const judged = judge(past, now, same, confidence);
      const names = new Set(
        past.flatMap(({ samples }) =>
          samples.flatMap(({ errors }) => same.flatMap((one) => errors.get(one) ?? [])),
        ),
      );
      names.delete(title);
      const otherNames =
        names.size === 0 ? "" : ` Earlier runs call it ${[...names].map((one) => `"${one}"`).join(", ")}.`;
      return {
        suite,
        scenario,
        guests: now.filter(({ errors }) => errors.has(fingerprint)).map(({ guest }) => guest),
        fingerprint,
        title,
        ...judged,
        sentence: `${judged.sentence}${otherNames}`,
      };
    });
  });
  const trends = trendsOf(before, current);
  const series = before.length === 0 ? [] : seriesOf([...runs, seenIn(current)], trends);
  return { findings, trends, series };
}
