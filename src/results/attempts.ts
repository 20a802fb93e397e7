import { overallVerdict } from "./assemble.ts";
import type { GuestResult, Results } from "./schema.ts";

/** Guests of each scenario's latest attempt: what counts for the verdict. */
export function latestGuests(guests: readonly GuestResult[]): GuestResult[] {
  const latest = new Map<string, number>();
  for (const { scenario, attempt } of guests) {
    latest.set(scenario, Math.max(attempt, latest.get(scenario) ?? 0));
  }
  return guests.filter(({ scenario, attempt }) => latest.get(scenario) === attempt);
}

/**
 * Results of an attempt together with those of earlier ones, side by side: no guest is overwritten, each says
 * which attempt it was of. The verdict is that of each scenario's latest attempt, so that a re-run can turn out
 * well; what failed before stays to be seen and to be counted.
 */
export function mergeAttempts(earlier: Results, current: Results): Results {
  const guests = [...earlier.guests, ...current.guests];
  const rebuilt = new Set(current.builds.map(({ scenario }) => scenario));
  const builds = [...earlier.builds.filter(({ scenario }) => !rebuilt.has(scenario)), ...current.builds];
  const known = new Set(current.systems.map(({ name }) => name));
  return {
    ...current,
    guests,
    builds,
    systems: [...earlier.systems.filter(({ name }) => !known.has(name)), ...current.systems],
    verdict: overallVerdict(latestGuests(guests), builds),
    infrastructure: [...earlier.infrastructure, ...current.infrastructure],
  };
}

/** Scenarios whose latest attempt has a guest that did not pass. */
export function unpassedScenarios({ guests }: Results): string[] {
  const unpassed = latestGuests(guests).filter(({ verdict }) => verdict !== "passed");
  return [...new Set(unpassed.map(({ scenario }) => scenario))];
}
