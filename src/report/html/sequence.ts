import type { Answer } from "../../results/answer.ts";
import { rateWords } from "../../statistics/question/words.ts";
import { amount, confidencePercent, hours } from "../../statistics/words.ts";
import type { Overview } from "../overview.ts";
import { html } from "./parts.ts";

const width = 640;
const height = 230;
const margin = { left: 8, right: 8, top: 24, bottom: 24 };

/** How many times as high as the highest thing of interest the picture goes: first bounds are very wide. */
const headroom = 30;

type Point = Answer["sequence"][number];

/** Horizontal lines: what is asked, and what was before. */
function marksOf({ threshold, before, unit }: Answer): { readonly rate: number; readonly name: string }[] {
  const exposure = before && (unit === "runs" ? before.runs : before.hours);
  const then = before && exposure ? before.failures / exposure : 0;
  return [
    ...(threshold === undefined ? [] : [{ rate: threshold, name: `asked: ${rateWords(unit, threshold)}` }]),
    ...(then > 0 ? [{ rate: then, name: `before: ${rateWords(unit, then)}` }] : []),
  ];
}

/** The bounds of the failure rate after each sample, as inline SVG; rates grow upwards, on a logarithmic scale. */
function picture(answer: Answer, points: readonly Point[], last: Point): string {
  const { unit, confidence } = answer;
  const marks = marksOf(answer);
  const seen = [...marks.map(({ rate }) => rate), ...(last.low > 0 ? [last.low] : []), last.high ?? 0].filter(
    (rate) => rate > 0,
  );
  const ends = [...points.flatMap(({ high = 0 }) => (high > 0 ? [high] : [])), ...seen];
  const top = Math.min(Math.max(...ends), headroom * Math.max(...seen));
  const bottom = Math.min(...seen) / 4;
  const x = (exposure: number) =>
    (margin.left + (exposure / last.exposure) * (width - margin.left - margin.right)).toFixed(1);
  const y = (rate: number) => {
    const share = Math.log(Math.min(top, Math.max(bottom, rate)) / bottom) / Math.log(top / bottom);
    return (height - margin.bottom - share * (height - margin.top - margin.bottom)).toFixed(1);
  };
  const high = points.map((point) => `${x(point.exposure)},${y(point.high ?? top)}`);
  const low = points.map((point) => `${x(point.exposure)},${y(point.low)}`);
  const failures = points.filter((point, at) => point.failures > (points[at - 1]?.failures ?? 0));
  const spent = unit === "runs" ? `${amount(last.exposure)} runs` : hours(last.exposure);
  const words = `Bounds of the failure rate over ${spent}, each at ${confidencePercent(confidence)} at every moment`;
  return (
    `<svg class="curve sequence" role="img" viewBox="0 0 ${width} ${height}" aria-label="${html(words)}">` +
    `<line class="axis" x1="${margin.left}" x2="${width - margin.right}" y1="${height - margin.bottom}" y2="${height - margin.bottom}"/>` +
    `<polygon class="band" points="${[...high, ...low.toReversed()].join(" ")}"/>` +
    `<polyline class="line" points="${high.join(" ")}"/><polyline class="line" points="${low.join(" ")}"/>` +
    failures
      .map(({ exposure, failures: count }) => {
        const at = x(exposure);
        return `<line class="mark" x1="${at}" x2="${at}" y1="${height - margin.bottom - 8}" y2="${height - margin.bottom}"><title>${html(`failure ${count}`)}</title></line>`;
      })
      .join("") +
    marks
      .map(({ rate, name }) => {
        const at = Number(y(rate));
        return (
          `<line class="level" x1="${margin.left}" x2="${width - margin.right}" y1="${at}" y2="${at}"/>` +
          // First bounds are wide, so the curve is far from it on the left.
          `<text x="${margin.left}" y="${at + 13}">${html(name)}</text>`
        );
      })
      .join("") +
    `<text x="${margin.left}" y="14">${html(`fails often: ${rateWords(unit, top)}`)}</text>` +
    `<text x="${margin.left}" y="${height - 7}">0</text>` +
    `<text x="${width - margin.right}" y="${height - 7}" text-anchor="end">${html(spent)}</text></svg>`
  );
}

/** The answer with the picture of how it came about; nothing where nothing was asked or no guest ran. */
export function answerPart({ results: { answer } }: Overview): string {
  const last = answer?.sequence.at(-1);
  if (answer === undefined || last === undefined) return "";
  const { sequence, confidence, before, question } = answer;
  const from = before === undefined ? "" : ` Compared with ${html(before.from, 300)}.`;
  const drawn = sequence.length > 1 ? sequence : [{ ...last, exposure: 0 }, last];
  return (
    `<section aria-labelledby="answer"><h2 id="answer">How the answer came about</h2>` +
    `<p>Asked: <code>until: ${html(question)}</code>. The band holds the failure rate; each of its bounds holds at ` +
    `${html(confidencePercent(confidence))} at every moment, however often one looks.${from}</p>${picture(answer, drawn, last)}</section>`
  );
}
