import { hoursNeeded, hoursToClaim, runsNeeded, runsToClaim } from "./needed.ts";
import type { Tally } from "./samples.ts";
import { confidencePercent, hours, plural } from "./words.ts";

/** What is still to run, without one more failure, before one may claim that the bug fails less often. */
export interface MoreNeeded {
  readonly confidence: number;
  /** Hours, both rates being only measured (conditional binomial). Absent where no hours are known. */
  readonly hours?: number;
  /** Runs, both probabilities being only measured (Fisher). */
  readonly runs: number;
  /** Hours, were the earlier rate known exactly (perfbook's T = −ln(1 − P)/rate). */
  readonly hoursAtKnownRate?: number;
  /** Runs, were the earlier probability known exactly (perfbook's n = ln(1 − P)/ln(1 − f)). */
  readonly runsAtKnownRate: number;
}

const levels = [0.95, 0.99];

/**
 * Without `before`: the failures of `now` are the earlier rate, and the whole error-free time after a fix is asked
 * for. With `before`: `now` is the time after the fix, and what is left is asked for; 0 when it is enough already.
 * The known-rate figures presuppose that nothing failed since and are left at the whole amount otherwise.
 * Empty when there is no failure to be rid of.
 */
export function moreNeeded(now: Tally, before?: Tally): MoreNeeded[] {
  const earlier = before && before.failures > 0 ? before : now;
  if (earlier.failures === 0) return [];
  const done = earlier === now ? { failures: 0, hours: 0, samples: 0 } : now;
  const clean = done.failures === 0;
  const left = (whole: number, spent: number) => Math.max(0, whole - spent);
  return levels.map((confidence) => {
    const runs = runsToClaim(
      { failures: earlier.failures, runs: earlier.samples },
      confidence,
      done.failures,
    );
    const chance = earlier.failures / earlier.samples;
    const inHours = earlier.hours > 0 && {
      hours: left(hoursToClaim(earlier, confidence, done.failures), done.hours),
      hoursAtKnownRate: left(
        hoursNeeded(earlier.failures / earlier.hours, confidence),
        clean ? done.hours : 0,
      ),
    };
    return {
      confidence,
      runs: left(runs, done.samples),
      runsAtKnownRate: left(runsNeeded(chance, confidence), clean ? done.samples : 0),
      ...inHours,
    };
  });
}

function one({ hours: time, runs }: MoreNeeded): string {
  return time === undefined ? plural(runs, "run") : `${hours(time)} (${plural(runs, "run")})`;
}

/** The sentence for `moreNeeded`'s answer; empty for an empty one. `after`: part of the time may be spent already. */
export function moreNeededWords(needed: readonly MoreNeeded[], after: boolean): string {
  if (needed.length === 0) return "";
  const open = needed.filter(({ hours: time, runs }) => (time ?? runs) > 0);
  if (open.length === 0) return "Nothing more need be run to claim that it fails less often.";
  const amounts = open.map((level) => `${one(level)} at ${confidencePercent(level.confidence)}`).join(", ");
  return after
    ? `To claim that it fails less often, run it without another failure for a further ${amounts}.`
    : `To claim that a fix makes it fail less often, run the fixed kernel without a failure for ${amounts}.`;
}
