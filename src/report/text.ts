import { printable } from "../text/door.ts";

/** Console text made fit to show: no escapes, no control or reordering characters, only `\n` as line end. */
export const cleanText = printable;

/** The same on a single line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}

/** Bytes in UTF-8, which is what platforms limit. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/** At most `most` characters, the last one `…` when something was cut; never half of a surrogate pair. */
export function cutCharacters(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text.slice(0, Math.max(0, most - 1)).toWellFormed()}…`.slice(0, most);
}

/** At most `most` bytes of UTF-8, cut between characters. */
export function cutBytes(text: string, most: number): string {
  if (byteLength(text) <= most) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(Math.max(0, most)));
  return text.slice(0, read);
}

export type Excerpt = { text: string; cut: boolean };

/** The first lines of a text within a number of lines, of bytes, and of characters per line. */
export function excerpt(text: string, most: { lines: number; bytes: number; width?: number }): Excerpt {
  // Cutting first bounds the work on hostile texts.
  const head = cutCharacters(text, most.bytes * 4);
  const lines = cleanText(head).replace(/\n+$/, "").split("\n");
  const shown = lines.slice(0, most.lines).map((line) => cutCharacters(line, most.width ?? 400));
  const joined = cutBytes(shown.join("\n"), most.bytes);
  return { text: joined, cut: head !== text || lines.length > most.lines || joined !== lines.join("\n") };
}
