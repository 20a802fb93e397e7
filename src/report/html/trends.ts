import { formatFigure, plural, workNoun } from "../format.ts";
import type { ReportHistory, ScenarioRun, ScenarioSeries } from "../history.ts";
import { escapeHtml } from "../markdown.ts";
import type { Overview } from "../overview.ts";
import { html, section } from "./parts.ts";

const width = 360;
const height = 96;
const margin = { left: 10, right: 10, top: 24, bottom: 30 };
/** Where failures are marked: below the rates. */
const failedAt = height - 20;

/** `run 42, 2026-11-02, commit 0123456789ab: 8.4 per second; 1 of 4 failed` */
function words({ run, date, commit, rate, samples, failures }: ScenarioRun, isPresent: boolean): string {
  const which = isPresent ? "this run" : `run ${run}`;
  const kernel = commit === undefined ? "" : `, commit ${commit.slice(0, 12)}`;
  const speed = rate === undefined ? "" : ` ${formatFigure(rate)} per second;`;
  return `${which}, ${date.slice(0, 10)}${kernel}:${speed} ${failures} of ${samples} failed`;
}

/** Rates over the branch's runs as a line, failed runs as bars below it that say how many failed, this run marked. */
function chart({ scenario, runs }: ScenarioSeries): string {
  const rates = runs.flatMap(({ rate }) => rate ?? []);
  const top = Math.max(...rates, 1e-9);
  const step = (width - margin.left - margin.right) / Math.max(1, runs.length - 1);
  const x = (index: number) => (margin.left + index * step).toFixed(1);
  const y = (rate: number) =>
    (height - margin.bottom - (rate / top) * (height - margin.top - margin.bottom)).toFixed(1);
  const line = runs
    .flatMap(({ rate }, index) => (rate === undefined ? [] : [`${x(index)},${y(rate)}`]))
    .join(" ");
  const last = runs.length - 1;
  const points = runs.map((run, index) => {
    const title = `<title>${html(words(run, index === last), 300)}</title>`;
    const dot =
      run.rate === undefined ? "" : `<circle cx="${x(index)}" cy="${y(run.rate)}" r="3">${title}</circle>`;
    const share = run.failures / run.samples;
    const bar = (2 + share * 12).toFixed(1);
    const failed =
      run.failures === 0
        ? ""
        : `<rect class="bad" x="${(margin.left + index * step - 3).toFixed(1)}" y="${failedAt}" width="6" height="${bar}">${title}</rect>`;
    return dot + failed;
  });
  const now = runs[last]?.rate;
  const here =
    `<line class="here" x1="${x(last)}" x2="${x(last)}" y1="${margin.top - 4}" y2="${height - 2}"/>` +
    (now === undefined ? "" : `<circle class="now" cx="${x(last)}" cy="${y(now)}" r="6"/>`);
  const failures = runs.filter((run) => run.failures > 0).length;
  const label = `${scenario} over ${plural(runs.length, "run")}: failures in ${failures} of them`;
  const scale = rates.length === 0 ? "" : `${formatFigure(top)}/s`;
  return (
    `<svg class="trend" role="img" viewBox="0 0 ${width} ${height}" aria-label="${html(label, 300)}">` +
    `<line class="axis" x1="${margin.left}" x2="${width - margin.right}" y1="${height - margin.bottom}" y2="${height - margin.bottom}"/>` +
    `<polyline class="line" points="${line}"/>${here}${points.join("")}` +
    `<text x="${margin.left}" y="12">${escapeHtml(scale)}</text>` +
    `<text x="${width - margin.right}" y="12" text-anchor="end">this run</text></svg>`
  );
}

/** Each scenario over the branch's runs: its rate, its failures, and what the rate says; drops first. */
export function trendsPart(overview: Overview, history?: ReportHistory): string {
  const { trends = [], series = [] } = history ?? {};
  const warned = new Set(trends.flatMap(({ scenario, warning }) => (warning ? [scenario] : [])));
  const names = new Set([
    ...warned,
    ...series.map((one) => one.scenario),
    ...trends.map((one) => one.scenario),
  ]);
  const items = [...names].slice(0, 500).map((scenario) => {
    const own = series.filter((one) => one.scenario === scenario && one.runs.length > 1);
    const said = trends.filter((one) => one.scenario === scenario);
    return (
      `<li><span class="name">${warned.has(scenario) ? "⚠️ " : ""}${html(scenario, 200)}</span>` +
      own.map(chart).join("") +
      `${said.map(({ sentence }) => `<p>${html(sentence)}</p>`).join("")}</li>`
    );
  });
  const how = `Line: ${workNoun(overview.results.suite)} per second where comparable. Red: share of guests that failed. Circle: this run.`;
  return items.length === 0
    ? ""
    : section(
        "Trend over the runs of this branch",
        `<p class="keys">${html(how)}</p><ul class="trends">${items.join("")}</ul>`,
      );
}
