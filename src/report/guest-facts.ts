import type { GuestResult } from "../results/schema.ts";
import { formatCount, formatDuration, formatFigure, listOf, workNoun } from "./format.ts";
import type { FindingGroup } from "./overview.ts";
import { cleanLine } from "./text.ts";

/** Gives the last lines of a guest's console, where the caller has them. */
export type ConsoleTail = (guest: GuestResult) => string | undefined;

/** What is known of one run in a few plain lines: how it ended, where, how long, what it counted. */
export function guestFacts(guest: GuestResult, suite: string): string {
  const { counters, timing, ending } = guest;
  const work = counters.gracePeriods ?? counters.operations;
  const rate = counters.rate === undefined ? "" : `, ${formatFigure(counters.rate)} per second`;
  return [
    cleanLine(ending.detail),
    guest.system === undefined ? "" : `System: ${cleanLine(guest.system)}`,
    timing.lived === undefined ? "" : `Lived: ${formatDuration(timing.lived)}`,
    timing.planned === undefined ? "" : `Planned: ${formatDuration(timing.planned)} of torture`,
    work === undefined ? "" : `Counted: ${formatCount(work)} ${workNoun(suite)}${rate}`,
    guest.console === undefined ? "" : `Console: ${cleanLine(guest.console)}`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** Where on the console, when and by whom: what one needs to find it in the log. */
export function whereabouts(group: FindingGroup): string {
  const { time, cpu, task, pid, consoleLine, incomplete, also = [] } = group.finding;
  return [
    group.shownOn.console === undefined ? "" : `${cleanLine(group.shownOn.console)}:${consoleLine}`,
    time === undefined ? "" : `${time.toFixed(3)} s after boot`,
    cpu === undefined ? "" : `CPU ${cpu}`,
    task === undefined ? "" : `task ${cleanLine(task)}${pid === undefined ? "" : `/${pid}`}`,
    incomplete ? "cut off by the end of the console" : "",
    also.length === 0
      ? ""
      : `also known as ${listOf(
          also.map((title) => cleanLine(title)),
          3,
        )}`,
  ]
    .filter(Boolean)
    .join(", ");
}
