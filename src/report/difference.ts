import type {
  Difference,
  FailureDifference,
  ScenarioDifference,
  ScenarioSide,
} from "../statistics/difference.ts";
import { pWords } from "../statistics/words.ts";
import { formatFigure, formatPercent, listOf, plural } from "./format.ts";

/** Headings of the kinds of failures, in their order. */
export const stateWords: Record<FailureDifference["state"], string> = {
  new: "new",
  both: "on both sides",
  gone: "gone",
  "not-run": "not run again",
};

/** `3 of 4`, empty where there was no run. */
export const share = ({ runs, failures }: { runs: number; failures: number }): string =>
  runs === 0 ? "no run" : `${failures} of ${runs}`;

/** `+3.1 %`, `−18 % (p = 0.004)` where that is significant; empty where one side has no rate. */
export function rateChange({ rates }: ScenarioDifference): string {
  if (rates === undefined || !Number.isFinite(rates.change)) return "";
  const { change, changed, adjusted } = rates;
  const size = formatPercent(Math.abs(change));
  const sign = size === "0 %" ? "" : change < 0 ? "−" : "+";
  return `${sign}${size}${changed && adjusted !== undefined ? ` (${pWords(adjusted)})` : ""}`;
}

/** What the tests of a scenario say: how often it fails, then how fast it is. */
export function testSentences({ sentence, rates }: ScenarioDifference): string {
  return [sentence, rates?.sentence].filter((one) => one !== undefined).join(" ");
}

/** One side in a cell: `3 of 4 failed, 8.4/s`. */
export function sideWords(side: ScenarioSide | undefined): string {
  if (side === undefined) return "";
  const rate = side.rate === undefined ? "" : `, ${formatFigure(side.rate)}/s`;
  return `${share(side)} failed${rate}`;
}

/** What changed on one line: `1 failure is new, 2 are gone, 1 stayed; 1 scenario fails at another rate.` */
export function differenceHeadline({ from, failures, scenarios }: Difference): string {
  const count = (state: FailureDifference["state"]) => failures.filter((one) => one.state === state).length;
  const [fresh, gone, both, open] = [count("new"), count("gone"), count("both"), count("not-run")];
  const changed = scenarios.filter((one) => one.changed).map(({ scenario }) => scenario);
  const often =
    changed.length === 0
      ? "no scenario fails significantly more or less often"
      : `${listOf(changed, 5)} ${changed.length === 1 ? "fails" : "fail"} significantly more or less often`;
  const sped = (up: boolean) =>
    scenarios
      .filter(({ rates }) => rates?.changed && rates.change > 0 === up)
      .map(({ scenario }) => scenario);
  const rates = [
    ...(sped(false).length === 0 ? [] : [`; significantly slower: ${listOf(sped(false), 5)}`]),
    ...(sped(true).length === 0 ? [] : [`; significantly faster: ${listOf(sped(true), 5)}`]),
  ].join("");
  const what =
    failures.length === 0
      ? "nothing failed on either side"
      : `${plural(fresh, "failure")} new, ${gone} gone, ${both} on both sides${open === 0 ? "" : `, ${open} not run again`}`;
  return `Compared with ${from}: ${what}; ${often}${rates}.`;
}
