import type { Difference } from "../../statistics/difference.ts";
import {
  differenceHeadline,
  rateChange,
  share,
  sideWords,
  stateWords,
  testSentences,
} from "../difference.ts";
import { formatCount } from "../format.ts";
import { details, escapeMarkdown, table } from "../markdown.ts";
import { cutCharacters } from "../text.ts";
import type { Level } from "./level.ts";

/** What is new, gone and changed against earlier results. */
export function differenceSection(difference: Difference | undefined, level: Level): string[] {
  if (difference === undefined) return [];
  const told = difference.failures.filter(({ state }) => state !== "both");
  const items = told
    .slice(0, level.items)
    .map(
      ({ state, title, before, after }) =>
        `- **${stateWords[state]}**: ${escapeMarkdown(cutCharacters(title, 300))} (before ${share(before)}, after ${share(after)})`,
    );
  if (told.length > items.length) items.push(`- and ${formatCount(told.length - items.length)} more`);
  const rows = difference.scenarios
    .slice(0, level.rows)
    .map((one) => [
      escapeMarkdown(one.scenario),
      escapeMarkdown(sideWords(one.before)),
      escapeMarkdown(sideWords(one.after)),
      escapeMarkdown(rateChange(one)),
      escapeMarkdown(testSentences(one)),
    ]);
  return [
    "### Before and after",
    escapeMarkdown(cutCharacters(differenceHeadline(difference), 1_000)),
    ...(items.length === 0 ? [] : [items.join("\n")]),
    ...(rows.length === 0
      ? []
      : [
          details(
            "Scenarios side by side",
            table([["Scenario", "Before", "After", "Change of rate", "In words"], ...rows], "lllrl"),
          ),
        ]),
  ];
}
