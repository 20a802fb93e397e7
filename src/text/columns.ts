import stringWidth from "string-width";
import { printable } from "./door.ts";

export const pad = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - stringWidth(text)));

export const padLeft = (text: string, columns: number): string =>
  " ".repeat(Math.max(0, columns - stringWidth(text))) + text;

/** A figure stays with what it is of: `95 %`, `3 of 4`. */
const bound = (text: string) =>
  text.replace(/(?<=\d) (?=%)|(?<=\d) of (?=\d)/g, (blanks) => blanks.replaceAll(" ", "\u00a0"));

/**
 * Words on lines of `columns` columns; a longer word has a line of its own; blanks that may not break are kept together. `first` and `hang` indent the first line
 * and the later ones, by so many columns.
 */
export function wrapWords(text: string, columns: number, hang = 0, first = 0): string[] {
  const lines: string[] = [];
  let line = " ".repeat(first);
  let used = first;
  let empty = true;
  for (const word of bound(printable(text))
    .split(/[^\S\u00a0]+/)
    .filter(Boolean)) {
    const own = stringWidth(word);
    if (!empty && used + 1 + own > columns) {
      lines.push(line);
      line = " ".repeat(hang) + word;
      used = hang + own;
    } else {
      line = empty ? line + word : `${line} ${word}`;
      used += empty ? own : own + 1;
    }
    empty = false;
  }
  return [...lines, line].map((one) => one.replaceAll("\u00a0", " "));
}

/** Columns that every terminal has. */
const everyTerminal = 80;

/** Lines for any terminal: longer ones are continued on the next, a list's entry (indented by two) under itself. */
export function fitTerminal(lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.startsWith("  ") ? wrapWords(line.trim(), everyTerminal, 4, 2) : wrapWords(line, everyTerminal),
  );
}
