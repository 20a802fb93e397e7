import type { GuestResult, Verdict } from "../../results/schema.ts";
import { naturally } from "../importance.ts";
import { details, fence } from "../markdown.ts";
import { labelOf, type Overview } from "../overview.ts";
import type { Level } from "./level.ts";

const tags: Record<Verdict, string> = {
  failed: "crit, ",
  "build-failed": "crit, ",
  "did-not-run": "active, ",
  "infrastructure-error": "active, ",
  passed: "done, ",
};

// Mermaid gives meaning to : ; # and , and has no way to escape them.
const word = (text: string) => text.replace(/[^\w.() -]/g, "_").slice(0, 60) || "_";

// Mermaid takes dates without a zone as local and shows them so: what is written in UTC is shown in UTC.
const written = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19);

function bar(overview: Overview, guest: GuestResult): string | undefined {
  const { startedAt, endedAt, lived } = guest.timing;
  if (startedAt === undefined) return undefined;
  const start = Date.parse(startedAt);
  const end = endedAt === undefined ? start + (lived ?? 0) * 1000 : Date.parse(endedAt);
  return `    ${word(labelOf(overview, guest))} :${tags[guest.verdict]}${written(start)}, ${written(Math.max(end, start + 1000))}`;
}

/** Which system ran which guest when, as a Mermaid gantt chart in UTC; failures are red. Needs two bars to be worth it. */
export function timelineSection(overview: Overview, level: Level): string[] {
  const ran = overview.guests.filter(({ timing }) => timing.startedAt !== undefined);
  if (ran.length < 2 || ran.length > level.timeline) return [];
  const bySystem = [...Map.groupBy(ran, ({ system }) => system ?? "unknown system")].sort(([a], [b]) =>
    naturally(a, b),
  );
  const lines = ["gantt", "    dateFormat YYYY-MM-DDTHH:mm:ss", "    axisFormat %H:%M:%S"];
  for (const [system, guests] of bySystem) {
    lines.push(`    section ${word(system)}`);
    const inTime = [...guests].sort(
      (a, b) =>
        (a.timing.startedAt ?? "").localeCompare(b.timing.startedAt ?? "") || naturally(a.name, b.name),
    );
    for (const guest of inTime) lines.push(bar(overview, guest) ?? "");
  }
  return [
    details("Timeline of systems and guests (UTC)", fence(lines.filter(Boolean).join("\n"), "mermaid")),
  ];
}
