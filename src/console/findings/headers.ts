import { remembering } from "../memo.ts";
import { hintsIn } from "./recipes/hints.ts";
import { type Recognised, recognise } from "./recipes/index.ts";

/** A report's header in a message, and where in it. */
export interface Header {
  readonly recognised: Recognised;
  /** Characters of the message before it: blanks, or what was printed before without an end of line. */
  readonly at: number;
}

/**
 * How headers begin that can be told from other text wherever they stand. Further ones begin messages, or are too
 * common in what programs print.
 */
const openings =
  /(?:BUG|WARNING|INFO|UBSAN|PANIC|watchdog|Oops|Internal error|divide error|double fault|invalid opcode|stack segment): |Oops - |general protection fault|Kernel panic - not syncing: |[Uu]nable to handle |[Kk]ernel BUG at |CFI failure at |Bad mode in |kernel stack overflow/g;

/** Whether a text has what headers begin with, wherever it stands. */
export const hasOpening = (text: string): boolean => text.search(openings) >= 0;

/** Openings of a message that are tried, and characters of each: a line may consist of nothing else. */
const most = 6;
const longest = 500;
const none: readonly number[] = [];

/** The end of a panic repeats its words; a stack frame is no header. */
const noHeader = /^\s*(?:---\[ end |\[<)/;

/**
 * The header that a message has: at its beginning, behind blanks, or behind the text of a line that was not ended.
 * Whoever takes any words for a header (`vague`) gives way to those inside that name what happened.
 */
export function headerOf(text: string): Header | undefined {
  return answered(text) ?? undefined;
}

/** Few, because lines may be long: a flood repeats a handful. */
const answered = remembering((text) => findHeader(text) ?? null, 256, 4_096);

function findHeader(text: string): Header | undefined {
  const kinds = hintsIn(text);
  if (kinds === 0) return undefined;
  const whole = recognise(text, kinds);
  if (whole !== undefined && whole.recipe.vague !== true) return { recognised: whole, at: 0 };
  if (noHeader.test(text)) return undefined;
  const blanks = text.length - text.trimStart().length;
  const inside = headerAt(text, blanks, kinds);
  if (inside !== undefined) return inside;
  for (const index of openingsOf(text)) {
    const header = headerAt(text, index, kinds);
    if (header !== undefined) return header;
  }
  return whole && { recognised: whole, at: 0 };
}

function headerAt(text: string, at: number, kinds: number): Header | undefined {
  if (at === 0) return undefined;
  const recognised = recognise(text.slice(at, at + longest), kinds);
  return recognised !== undefined && isCertain(recognised) ? { recognised, at } : undefined;
}

/** Where headers may begin: the first few places, and those at the end, where another's text was cut off. */
function openingsOf(text: string): readonly number[] {
  openings.lastIndex = 0;
  let match = openings.exec(text);
  if (match === null) return none;
  const found: number[] = [];
  for (; match !== null; match = openings.exec(text)) found.push(match.index);
  return found.length <= most ? found : [...found.slice(0, most / 2), ...found.slice(-most / 2)];
}

/** Nobody but the kernel words it so. */
const isCertain = ({ recipe }: Recognised): boolean => !recipe.vague && !recipe.loose && !recipe.needsStack;
