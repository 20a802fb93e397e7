import type { GuestResult } from "../../results/schema.ts";
import { formatCount, formatDuration, formatPercent } from "../format.ts";
import { escapeHtml } from "../markdown.ts";
import type { Interval } from "../statistics.ts";
import { cleanLine } from "../text.ts";
import { thinned } from "./data.ts";

const width = 640;
const height = 150;
const margin = { left: 8, right: 8, top: 18, bottom: 20 };

/** What a guest counted over time, as inline SVG with its findings as marks; nothing with fewer than two points. */
export function curve(guest: GuestResult, noun: string, most: number): string {
  const points = thinned(guest.progress, most);
  const last = points.at(-1);
  const [first] = points;
  if (first === undefined || last === undefined || points.length < 2) return "";
  const times = points.map(({ time }) => time);
  const start = Math.min(0, ...times);
  const end = Math.max(...times, start + 1e-9);
  const top = Math.max(...points.map(({ value }) => value), 1e-9);
  const x = (time: number) =>
    (margin.left + ((time - start) / (end - start)) * (width - margin.left - margin.right)).toFixed(1);
  const y = (value: number) =>
    (height - margin.bottom - (value / top) * (height - margin.top - margin.bottom)).toFixed(1);
  const line = points.map(({ time, value }) => `${x(time)},${y(value)}`).join(" ");
  const marks = guest.findings
    .filter(
      ({ severity, time }) => severity === "error" && time !== undefined && time >= start && time <= end,
    )
    .slice(0, 50)
    .map(({ time = 0, title }) => {
      const at = x(time);
      const name = `${cleanLine(title).slice(0, 200)}, ${time.toFixed(1)} s`;
      return `<line class="mark" x1="${at}" x2="${at}" y1="${margin.top}" y2="${height - margin.bottom}"><title>${escapeHtml(name)}</title></line>`;
    })
    .join("");
  const words = `${noun} over time: ${formatCount(last.value)} after ${formatDuration(last.time)}`;
  return (
    `<svg class="curve" role="img" viewBox="0 0 ${width} ${height}" aria-label="${escapeHtml(words)}">` +
    `<line class="axis" x1="${margin.left}" x2="${width - margin.right}" y1="${height - margin.bottom}" y2="${height - margin.bottom}"/>` +
    `<polyline class="line" points="${line}"/>${marks}` +
    `<text x="${margin.left}" y="12">${escapeHtml(`${formatCount(top)} ${noun}`)}</text>` +
    `<text x="${margin.left}" y="${height - 5}">${escapeHtml(`${formatCount(start)} s`)}</text>` +
    `<text x="${width - margin.right}" y="${height - 5}" text-anchor="end">${escapeHtml(formatDuration(end))}</text></svg>`
  );
}

/** A probability with its interval on a scale from 0 to 100 %. */
export function intervalBar({ estimate, low, high }: Interval): string {
  const at = (value: number) => (2 + Math.min(1, Math.max(0, value)) * 116).toFixed(1);
  const words = `fails with ${formatPercent(estimate)}, interval ${formatPercent(low)} to ${formatPercent(Math.min(1, high))}`;
  return (
    `<svg class="interval" role="img" viewBox="0 0 120 12" aria-label="${escapeHtml(words)}"><title>${escapeHtml(words)}</title>` +
    `<line class="axis" x1="2" x2="118" y1="6" y2="6"/>` +
    `<line class="range" x1="${at(low)}" x2="${at(high)}" y1="6" y2="6"/><circle cx="${at(estimate)}" cy="6" r="3.5"/></svg>`
  );
}
