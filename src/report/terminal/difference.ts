import stringWidth from "string-width";
import type { Difference } from "../../statistics/difference.ts";
import { pad, padLeft, wrapWords } from "../../text/columns.ts";
import {
  differenceHeadline,
  rateChange,
  share,
  sideWords,
  stateWords,
  testSentences,
} from "../difference.ts";
import { cleanLine } from "../text.ts";

const mostFailures = 20;
const mostScenarios = 60;

/** What changed against earlier results: a sentence, failures that are new or gone, scenarios side by side. */
export function differenceLines(difference: Difference | undefined, width: number): string[] {
  if (difference === undefined) return [];
  const failures = difference.failures
    .slice(0, mostFailures)
    .flatMap(({ state, title, before, after }) =>
      wrapWords(
        `${stateWords[state]}: ${title} (before ${share(before)}, after ${share(after)})`,
        width,
        4,
        2,
      ),
    );
  const rows = difference.scenarios
    .slice(0, mostScenarios)
    .map((one) => [cleanLine(one.scenario), sideWords(one.before), sideWords(one.after), rateChange(one)]);
  const all = [["SCENARIO", "BEFORE", "AFTER", "CHANGE OF RATE"], ...rows];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => stringWidth(row[at] ?? ""))));
  const said = difference.scenarios.slice(0, mostScenarios).flatMap((one) => {
    // Of rates only what may be claimed: a terminal has no room for all that may not.
    const words = one.rates?.changed ? testSentences(one) : (one.sentence ?? "");
    return words === "" ? [] : wrapWords(`${one.scenario}: ${words}`, width, 4, 2);
  });
  return [
    ...wrapWords(differenceHeadline(difference), width, 4, 2),
    ...failures,
    ...all.map((row) =>
      `  ${row.map((cell, at) => (at === 3 ? padLeft : pad)(cell, widths[at] ?? 0)).join("  ")}`.trimEnd(),
    ),
    ...said,
  ];
}
