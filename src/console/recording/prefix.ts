import { hasOpening } from "../findings/headers.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Pieces of a line that are looked at: no recorder's prefix has more. */
const mostTokens = 72;
/** Lines that must agree, at least, and their share of all. */
const fewestLines = 4;
const share = 0.85;

/** One piece that the prefix consists of. `text` is fixed; undefined where it differs from line to line. */
interface Piece {
  readonly kind: Token["kind"];
  readonly text: string | undefined;
  /** The name of a day or month: it differs, but seldom. */
  readonly date: boolean;
  /** Blanks that every line has here. */
  readonly width: number;
  /** What has been matched up to here may be cut off. */
  cut: boolean;
}

/** What a console's lines have in common before the message: dates, hosts, names in brackets, quotes. */
export class Prefix {
  readonly #pieces: readonly Piece[];
  /** The quote inside of which messages stand. */
  readonly #quote: string | undefined;
  /** Number of the piece that opens it. */
  readonly #opened: number;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    this.#opened = openQuote(pieces);
    this.#quote = pieces[this.#opened]?.text;
  }

  /** Characters of `line` that are prefix; 0 where it has none of it. A line may have only the first part. */
  length(line: string): number {
    const tokens = tokensOf(line, this.#pieces.length);
    let cut = 0;
    for (const [i, piece] of this.#pieces.entries()) {
      const token = tokens[i];
      if (token === undefined) {
        // An empty message, with the blanks at its end taken off.
        const last = tokens.at(-1);
        return piece.kind === "blank" && last !== undefined && last.end === line.length && i > 0
          ? line.length
          : cut;
      }
      if (!fits(piece, token)) return cut;
      if (piece.cut)
        cut = piece.kind === "blank" ? token.start + Math.min(piece.width, token.text.length) : token.end;
    }
    return cut;
  }

  /** The message behind the prefix, undefined where the line has none; quoted ones without their quotes. */
  strip(line: string): string | undefined {
    const length = this.length(line);
    if (length === 0) return undefined;
    const rest = line.slice(length);
    const isQuoted =
      this.#quote !== undefined && length > (tokensOf(line, this.#opened + 1).at(-1)?.start ?? 0);
    return isQuoted ? unquoted(rest, this.#quote) : rest;
  }

  /** For comparing two. */
  get shape(): string {
    return JSON.stringify(this.#pieces);
  }
}

function fits(piece: Piece, token: Token): boolean {
  if (piece.kind !== token.kind) return false;
  return piece.kind === "blank" || piece.text === undefined || piece.text === token.text;
}

/** The number of the quote that is not closed in the prefix, -1 where there is none. Apostrophes are in words. */
function openQuote(pieces: readonly Piece[]): number {
  let opened = -1;
  for (const [i, { text }] of pieces.entries()) {
    if (text !== '"' && text !== "'") continue;
    if (opened < 0) opened = pieces[i - 1]?.kind === "letters" ? -1 : i;
    else if (pieces[opened]?.text === text) opened = -1;
  }
  return opened;
}

const escaped: Readonly<Record<string, string>> = {
  n: "",
  r: "",
  t: "\t",
  e: "\u001b",
  '"': '"',
  "\\": "\\",
  "/": "/",
};

function unquoted(rest: string, quote: string | undefined): string {
  if (quote === "'") {
    const end = /^(?:[^']|'')*/.exec(rest)?.[0] ?? rest;
    return end.replaceAll("''", "'");
  }
  const inside = /^(?:[^"\\]|\\.)*/.exec(rest)?.[0] ?? rest;
  return inside.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g, (_, long, short, one: string) =>
    one === undefined ? String.fromCharCode(Number.parseInt(long ?? short, 16)) : (escaped[one] ?? one),
  );
}

/**
 * The prefix that nearly all of some consecutive lines share, undefined where they share none. Nothing is known
 * about any recorder: lines are compared piece by piece, numbers with numbers, and what agrees is cut where it
 * ends like a prefix does and not like a message begins.
 *
 * @param certain the lines are known to be prefixes as a whole: what stands before the kernel's stamp
 */
export function learnPrefix(lines: readonly string[], certain = false): Prefix | undefined {
  const sample: Sampled[] = lines
    .filter((line) => line.trim() !== "")
    .map((line) => ({ line, tokens: tokensOf(line, mostTokens) }));
  const least = Math.max(fewestLines, Math.ceil(sample.length * share));
  if (sample.length < least) return undefined;
  const pieces: Piece[] = [];
  let alive = sample;
  for (let at = 0; at < mostTokens; at++) {
    const next = agreement(alive, at, least);
    if (next === undefined) break;
    pieces.push(next.piece);
    alive = next.alive;
  }
  const accepted = cuts(pieces, alive, certain);
  const end = pieces.findLastIndex(({ cut }) => cut) + 1;
  return accepted ? new Prefix(pieces.slice(0, end)) : undefined;
}

interface Sampled {
  readonly line: string;
  readonly tokens: readonly Token[];
}

/** What most lines have as their piece number `at`, and the lines that have it. */
function agreement(
  lines: readonly Sampled[],
  at: number,
  least: number,
): { piece: Piece; alive: Sampled[] } | undefined {
  const kind = mostFrequent(lines.map(({ tokens }) => tokens[at]?.kind));
  if (kind === undefined) return undefined;
  let alive = lines.filter(({ tokens }) => tokens[at]?.kind === kind);
  const texts = alive.map(({ tokens }) => tokens[at]?.text as string);
  const width = kind === "blank" ? Math.min(...texts.map(({ length }) => length)) : 0;
  let [text, date]: [string | undefined, boolean] = [undefined, false];
  if (kind === "letters" || kind === "other") {
    const usual = mostFrequent(texts) as string;
    const same = alive.filter(({ tokens }) => tokens[at]?.text === usual);
    date = kind === "letters" && isDate(usual);
    const fixed = same.length >= least && !date && !isValue(alive, at, same.length < alive.length);
    if (kind === "other" || fixed) {
      alive = same;
      text = usual;
    }
  }
  return alive.length < least ? undefined : { piece: { kind, text, date, width, cut: false }, alive };
}

/** A word in quotes, as values of JSON and YAML are, or one in brackets that differs: others may stand in its place. */
function isValue(lines: readonly Sampled[], at: number, differs: boolean): boolean {
  const [before, after] = [-1, 1].map((by) => mostFrequent(lines.map(({ tokens }) => tokens[at + by]?.text)));
  const quoted = (before === '"' || before === "'") && after === before;
  return quoted || (differs && before === "[" && after === "]");
}

function mostFrequent<T>(values: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Names that change at midnight. */
const isDate = (text: string): boolean =>
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/.test(text);

/** Ends of prefixes that no message begins with. */
const closes = new Set(["]", "|", '"', "'", ">", "\t", "}", "\u2502"]);

/** Marks where the prefix may be cut. Returns whether it may anywhere. */
function cuts(pieces: readonly Piece[], lines: readonly Sampled[], certain: boolean): boolean {
  let from = 0;
  let any = false;
  for (const [i, piece] of pieces.entries()) {
    const last = i === pieces.length - 1;
    const end =
      piece.kind === "blank" || (piece.kind === "other" && (last || closes.has(piece.text as string)));
    if (!end && !(certain && last)) continue;
    const segment = pieces.slice(from, i + 1);
    if (!certain && !isPrefix(segment, lines, from, i)) continue;
    piece.cut = true;
    any = true;
    from = i + 1;
  }
  return any;
}

/** Whether these pieces, from the line's beginning or the last cut on, are still somebody's prefix. */
function isPrefix(segment: readonly Piece[], lines: readonly Sampled[], from: number, to: number): boolean {
  const fixed = segment.map(({ kind, text }) => text ?? (kind === "blank" ? " " : "")).join("");
  // What the torture tests begin their messages with is part of the message.
  if (/(?:torture|scale):/.test(fixed)) return false;
  // An excerpt may consist of one kind of report.
  if (hasOpening(fixed)) return false;
  const closed = closes.has(segment.findLast(({ kind }) => kind !== "blank")?.text ?? "");
  const blank = segment.at(-1)?.kind === "blank";
  const has = (kind: Token["kind"]): boolean => segment.some((piece) => piece.kind === kind);
  const free = segment.some((piece, i) => isFreeWord(piece, segment[i - 1], segment[i + 1]));
  if (free) return closed;
  if (!has("letters") && !has("digits")) return closed || blank;
  if (has("digits")) return closed || (blank && (has("other") || has("letters"))) || counts(lines, from, to);
  return closed || (blank && isDiverse(lines, to));
}

/** A word that differs from line to line, and is neither a date's name nor part of something with digits. */
function isFreeWord(piece: Piece, before: Piece | undefined, after: Piece | undefined): boolean {
  const free = piece.kind === "letters" && piece.text === undefined && !piece.date;
  return free && before?.kind !== "digits" && after?.kind !== "digits";
}

/** Numbers that only grow: seconds, line numbers. */
function counts(lines: readonly Sampled[], from: number, to: number): boolean {
  const at = lines[0]?.tokens.findIndex(({ kind }, i) => kind === "digits" && i >= from && i <= to) ?? -1;
  const values = lines.map(({ tokens }) => Number(tokens[at]?.text));
  const falls = values.filter((value, i) => i > 0 && value < (values[i - 1] as number)).length;
  return falls <= values.length * 0.05 && new Set(values).size > 1;
}

/** What follows begins with many different words, as a kernel's messages do; a subsystem's do not. */
function isDiverse(lines: readonly Sampled[], to: number): boolean {
  const words = new Set(
    lines.map(({ line, tokens }) => /^ *\S{1,12}/.exec(line.slice(tokens[to]?.end))?.[0] ?? ""),
  );
  return words.size >= Math.max(4, lines.length * 0.3);
}
