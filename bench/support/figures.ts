import { markdownTable } from "markdown-table";
import { type Spread, spreadOf } from "./statistics.ts";

/** One thing that was measured, ours beside what a user would use instead. */
export interface Figure {
  /** What was measured. */
  readonly what: string;
  readonly unit: "s" | "ms" | "MB" | "boots/h" | "%" | "builds";
  readonly ours: readonly number[];
  /** What a user would use instead, and what it needs; absent: there is nothing like it. */
  readonly beside?: { readonly name: string; readonly values: readonly number[] };
  /** Whether more is better; less is by default. */
  readonly more?: boolean;
  /** What this project wants to reach: for people to compare with, never asserted. */
  readonly wanted?: string;
}

/** A bench: measures for a while, then has figures and what people must know to read them. */
export interface Bench {
  /** The word that selects it. */
  readonly name: string;
  readonly about: string;
  run(options: BenchOptions): Promise<readonly Figure[]>;
}

export interface BenchOptions {
  /** How often each side is measured. */
  readonly rounds: number;
  /** Guests of the bench of repeated boots. */
  readonly boots: number;
  /** Tells people that something is going on. */
  note(line: string): void;
}

const digits: Readonly<Record<Figure["unit"], number>> = {
  s: 2,
  ms: 0,
  MB: 2,
  "boots/h": 0,
  "%": 1,
  builds: 0,
};

function shown(spread: Spread, unit: Figure["unit"]): string {
  const text = (value: number) => value.toFixed(digits[unit]);
  const { min, median, max, count } = spread;
  if (count === 1) return `${text(median)} ${unit}`;
  return `${text(min)} / ${text(median)} / ${text(max)} ${unit}`;
}

/** How many times better the median of ours is than that of the other; below 1: worse. */
export function gainOf({ ours, beside, more }: Figure): number | undefined {
  if (beside === undefined) return undefined;
  const ratio = spreadOf(beside.values).median / spreadOf(ours).median;
  return more ? 1 / ratio : ratio;
}

/** Figures as a table: smallest / median / largest of each side. */
export function renderFigures(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, unit, ours, beside, wanted } = figure;
    const gain = gainOf(figure);
    return [
      what,
      shown(spreadOf(ours), unit),
      beside ? `${beside.name}: ${shown(spreadOf(beside.values), unit)}` : "",
      gain === undefined ? "" : `${gain.toFixed(gain < 10 ? 2 : 0)} x`,
      wanted ?? "",
    ];
  });
  return markdownTable([["figure", "ours (min / median / max)", "beside", "better by", "wanted"], ...rows]);
}

/** Figures as data. */
export function figuresAsData(figures: readonly Figure[]) {
  return figures.map((figure) => ({
    ...figure,
    oursSpread: spreadOf(figure.ours),
    ...(figure.beside ? { besideSpread: spreadOf(figure.beside.values), gain: gainOf(figure) } : {}),
  }));
}
