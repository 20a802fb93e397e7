import type { Difference } from "../../statistics/difference.ts";
import {
  differenceHeadline,
  rateChange,
  share,
  sideWords,
  stateWords,
  testSentences,
} from "../difference.ts";
import { findingAnchor } from "./anchors.ts";
import { html, section } from "./parts.ts";
import { table } from "./tables.ts";

/** Failures that are new, stayed or are gone; then each scenario side by side, with its test. */
export function differencePart(difference: Difference | undefined): string {
  if (difference === undefined) return "";
  const failures = difference.failures.slice(0, 500).map(({ state, fingerprint, title, before, after }) => [
    state === "gone" || state === "not-run"
      ? html(title)
      : `<a href="#${findingAnchor(fingerprint)}">${html(title)}</a>`,
    {
      short: `<span class="badge ${state === "new" ? "failed" : state === "gone" ? "passed" : "did-not-run"}">${stateWords[state]}</span>`,
    },
    { figure: share(before) },
    { figure: share(after) },
  ]);
  const scenarios = difference.scenarios
    .slice(0, 1_000)
    .map((one) => [
      `<span class="name">${html(one.scenario, 200)}</span>`,
      { short: html(sideWords(one.before)) },
      { short: html(sideWords(one.after)) },
      { figure: html(rateChange(one)) },
      { words: html(testSentences(one)) },
    ]);
  const figure = (text: string) => ({ figure: text });
  return section(
    "Before and after",
    `<p>${html(differenceHeadline(difference))}</p>` +
      (failures.length === 0 ? "" : table(["Failure", "", figure("Before"), figure("After")], failures)) +
      table(["Scenario", "Before", "After", figure("Change of rate"), "In words"], scenarios),
    "difference",
  );
}
