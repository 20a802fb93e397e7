import { scenarioOf } from "../results/scenario.ts";
import { hasVerdict } from "../results/status.ts";
import { listOf, plural } from "./format.ts";
import type { FindingGroup, Overview } from "./overview.ts";
import { cleanLine } from "./text.ts";

/** How often of how many: `in 3 of 4 runs of TREE03`, over the runs with a verdict of the scenarios that show it. */
export function frequency(overview: Overview, group: FindingGroup): string {
  const scenarios = new Set(group.guests.map(scenarioOf));
  const ran = overview.guests.filter(
    (guest) => scenarios.has(scenarioOf(guest)) && (hasVerdict(guest) || group.guests.includes(guest)),
  );
  const names = listOf([...scenarios].map(cleanLine), 5);
  const times = group.count > group.guests.length ? `, ${plural(group.count, "time")} in all` : "";
  return `in ${group.guests.length} of ${plural(ran.length, "run")} of ${names}${times}`;
}
