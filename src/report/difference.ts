import type {
  Difference,
  FailureDifference,
  ScenarioDifference,
  ScenarioSide,
} from "../statistics/difference.ts";
import { formatFigure, formatPercent, plural } from "./format.ts";

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

const rateOf = (side: ScenarioSide | undefined) => side?.rate;

/** `+3.1 %`, `−18 %`: grace periods per second after against before; empty where one side has none. */
export function rateChange({ before, after }: ScenarioDifference): string {
  const [earlier, later] = [rateOf(before), rateOf(after)];
  if (earlier === undefined || later === undefined || earlier === 0) return "";
  const change = later / earlier - 1;
  return `${change < 0 ? "−" : "+"}${formatPercent(Math.abs(change))}`;
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
  const rates =
    changed.length === 0
      ? "no scenario fails significantly more or less often"
      : `${changed.slice(0, 5).join(", ")}${changed.length > 5 ? ` and ${changed.length - 5} more` : ""} changed significantly`;
  const what =
    failures.length === 0
      ? "nothing failed on either side"
      : `${plural(fresh, "failure")} new, ${gone} gone, ${both} on both sides${open === 0 ? "" : `, ${open} not run again`}`;
  return `Compared with ${from}: ${what}; ${rates}.`;
}
