import { exactP, shareOfFailures } from "./exactTests.ts";
import type { Sample } from "./samples.ts";
import { isSignificant } from "./significance.ts";
import { amount, percent, plural, pWords } from "./words.ts";

/** One system against all others that ran the same. */
export interface SystemStatistics {
  readonly system: string;
  readonly samples: number;
  readonly failures: number;
  /** Failures to expect here if all systems were alike, given what it ran. */
  readonly expected: number;
  /** Exact one-sided p value of so many failures or more. */
  readonly pValue: number;
  /** The same after Holm's correction for the number of systems. */
  readonly corrected: number;
}

export interface SystemsComparison {
  /** The most suspicious first. */
  readonly systems: readonly SystemStatistics[];
  /** Names whose corrected p value is at most 1 − confidence. */
  readonly suspicious: readonly string[];
  readonly sentence: string;
}

/**
 * Holm's step-down correction (1979): p values such that calling those at or below α suspicious makes even one
 * false accusation with a probability of at most α. Keeps the order of its input.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const corrected = new Array<number>(pValues.length);
  let largest = 0;
  for (const [rank, { p, index }] of order.entries()) {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    corrected[index] = largest;
  }
  return corrected;
}

/** Distribution of the sum of two independent counts. */
function convolve(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, p] of a.entries()) for (const [j, q] of b.entries()) sum[i + j] = (sum[i + j] ?? 0) + p * q;
  return sum;
}

interface Count {
  samples: number;
  failures: number;
}

/** Runs that can be held against each other: same scenario and kernel, planned equally long. */
interface Stratum extends Count {
  readonly bySystem: ReadonlyMap<string, Count>;
}

function count(samples: readonly Sample[]): Count {
  return { samples: samples.length, failures: samples.filter(({ failed }) => failed).length };
}

function strataOf(samples: readonly Sample[]): Stratum[] {
  const strata = Map.groupBy(samples, ({ suite, scenario, commit, planned }) =>
    JSON.stringify([suite, scenario, commit, planned]),
  );
  return [...strata.values()].map((members) => {
    const bySystem = Map.groupBy(members, ({ system }) => system ?? "");
    return {
      ...count(members),
      bySystem: new Map([...bySystem].map(([name, own]) => [name, count(own)] as const)),
    };
  });
}

function judge(system: string, strata: readonly Stratum[]): Omit<SystemStatistics, "corrected"> {
  let distribution = [1];
  let [samples, failures, expected] = [0, 0, 0];
  for (const stratum of strata) {
    const own = stratum.bySystem.get(system);
    if (!own) continue;
    samples += own.samples;
    failures += own.failures;
    if (stratum.failures === 0) continue;
    expected += (stratum.failures * own.samples) / stratum.samples;
    distribution = convolve(distribution, shareOfFailures(stratum.failures, own.samples, stratum.samples));
  }
  return { system, samples, failures, expected, pValue: exactP(distribution, failures, "more") };
}

function accuse(one: SystemStatistics, all: Count, systems: string): string {
  const rest = { samples: all.samples - one.samples, failures: all.failures - one.failures };
  return (
    `${one.system} fails more often than the rest: ${one.failures} of ${plural(one.samples, "run")} ` +
    `(${percent(one.failures / one.samples)}), the others ${rest.failures} of ${rest.samples} ` +
    `(${percent(rest.failures / rest.samples)}); ${amount(one.expected)} would be its share ` +
    `(${pWords(one.corrected)}, corrected for ${systems}). Look at the machine before blaming a commit.`
  );
}

function describe(
  systems: readonly SystemStatistics[],
  suspicious: readonly SystemStatistics[],
  all: Count,
): string {
  const number = plural(systems.length, "system");
  const worst = systems[0];
  if (all.failures === 0 || !worst) return `No run failed on any of ${number}.`;
  if (suspicious.length > 0) return suspicious.map((one) => accuse(one, all, number)).join(" ");
  return (
    `No system fails more often than chance explains (${number}; the most suspicious is ${worst.system}, ` +
    `${pWords(worst.corrected)} corrected for their number).`
  );
}

/**
 * Is one machine failing more often? Each system against the rest by an exact test, stratified by scenario, kernel
 * and planned duration (so that who ran the hard scenario is not blamed for it), corrected by Holm's method.
 * Samples of unknown system are left out. `undefined` with fewer than two systems.
 */
export function compareSystems(samples: readonly Sample[], confidence = 0.95): SystemsComparison | undefined {
  const known = samples.filter(({ system }) => system !== undefined);
  const names = [...new Set(known.map(({ system }) => system ?? ""))];
  if (names.length < 2) return undefined;
  const strata = strataOf(known);
  const judged = names.map((system) => judge(system, strata));
  const corrected = holm(judged.map(({ pValue }) => pValue));
  const systems = judged
    .map((one, index) => ({ ...one, corrected: corrected[index] ?? 1 }))
    .sort((a, b) => a.pValue - b.pValue || b.failures - a.failures || a.system.localeCompare(b.system));
  const suspicious = systems.filter((one) => isSignificant(one.corrected, confidence));
  return {
    systems,
    suspicious: suspicious.map(({ system }) => system),
    sentence: describe(systems, suspicious, count(known)),
  };
}
