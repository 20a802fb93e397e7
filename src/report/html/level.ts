import type { GuestResult } from "../../results/schema.ts";

/** How much of a run the page holds. */
export type HtmlLevel = {
  guests: number;
  findingsPerGuest: number;
  /** Characters of each finding's text. */
  text: number;
  /** Points of each curve. */
  points: number;
  /** Characters of console excerpts per guest. */
  console: number;
  groups: number;
};

export const htmlLevels: readonly HtmlLevel[] = [
  { guests: 10_000, findingsPerGuest: 1_000, text: 64_000, points: 400, console: 2_000_000, groups: 500 },
  { guests: 10_000, findingsPerGuest: 200, text: 8_000, points: 120, console: 200_000, groups: 200 },
  { guests: 10_000, findingsPerGuest: 50, text: 2_000, points: 60, console: 0, groups: 100 },
  { guests: 10_000, findingsPerGuest: 10, text: 400, points: 30, console: 0, groups: 50 },
  { guests: 10_000, findingsPerGuest: 3, text: 200, points: 20, console: 0, groups: 20 },
  { guests: 10_000, findingsPerGuest: 1, text: 0, points: 0, console: 0, groups: 20 },
  { guests: 2_000, findingsPerGuest: 1, text: 0, points: 0, console: 0, groups: 20 },
  { guests: 200, findingsPerGuest: 1, text: 0, points: 0, console: 0, groups: 10 },
];

/** Roughly the bytes a level takes, so that levels far too big are never rendered. */
export function estimate(guests: readonly GuestResult[], level: HtmlLevel): number {
  let bytes = 0;
  for (const { findings, progress } of guests.slice(0, level.guests)) {
    bytes += 2_000 + Math.min(progress.length, level.points) * 60;
    const shown = Math.min(findings.length, level.findingsPerGuest);
    for (let index = 0; index < shown; index++) {
      bytes += 700 + Math.min(findings[index]?.text.length ?? 0, level.text);
    }
  }
  return bytes;
}
