/**
 * The one door: text leaves for a log, a terminal or a file only through here. Consoles, compilers, host names, git
 * and file names can say anything; what comes out of here commands neither a runner nor a terminal.
 *
 * A runner obeys `##[command …]` anywhere in a line and `::command …::` at its start, after white space (the public
 * sources of actions/runner: ActionCommand.cs). It compares by culture there, which overlooks invisible characters:
 * those go first. A terminal obeys control characters (C0, and C1 as `c2 9b`) and their sequences.
 */

declare const harmless: unique symbol;

/** Text that has come through the door. Logs and terminals take nothing else. */
export type Harmless = string & { readonly [harmless]: true };

/** Characters of a line that are shown. */
export const longestLine = 4096;

/** Lines of a text that are shown. */
export const mostLines = 20_000;

// What follows an introducer, as in ECMA-48. None of them can match twice over the same characters, so that hostile
// text costs no more than other text; a sequence without an end loses its introducer alone, and hides nothing.
// biome-ignore-start lint/suspicious/noControlCharactersInRegex: control characters are what goes.
const strings =
  /(?:\u001b[PX\]^_]|[\u0090\u0098\u009d-\u009f])[^\n\u0007\u001b\u0090\u0098\u009c-\u009f]*(?:\u0007|\u001b\\|\u009c)/g;
const sequences = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-~]/g;
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: control characters are what goes.

/** `\r` alone ends a line for those who read the runner's log. */
const lineEnds = /\r*\n|\r+/g;

const separators = /[\v\f\u0085\p{Zl}\p{Zp}]/gu;

const odd = /[^\t\n\x20-\x7e]/;

/** Controls but tab and newline; marks that reorder; all else that takes no place; what is no character. */
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text for a file: without control characters and their sequences, marks of direction and other invisible characters;
 * `\n` is its only line end. Runners read no files, so commands stay as they are.
 */
export function printable(text: string): string {
  // Nearly all that we see is plain, and reports ask for every cell of large tables.
  if (!odd.test(text)) return text;
  return text
    .toWellFormed()
    .replace(strings, "")
    .replace(sequences, "")
    .replace(lineEnds, "\n")
    .replace(separators, " ")
    .replace(invisible, "");
}

/** JSON of a value, for a file: nothing is lost, and what `printable` takes out stands there as `\uXXXX`. */
export function printableJson(value: unknown, indent?: number): string {
  const code = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const escaped = (character: string) =>
    [...Array(character.length).keys()].map((at) => code(character.charAt(at)));
  const text = JSON.stringify(value, null, indent);
  return odd.test(text)
    ? text.replace(separators, code).replace(invisible, (character) => escaped(character).join(""))
    : text;
}

/** Makes commands of both forms mere text, in a line that is printable. */
function disarmed(line: string): string {
  return line.replaceAll("##[", "# #[").replace(/^(\s*)::/, "$1: :");
}

function cut(line: string, most: number, unread: number): Harmless {
  const left = Math.max(0, line.length - most) + unread;
  if (left === 0) return line as Harmless;
  return `${line.slice(0, most).toWellFormed()}… (${left} more characters)` as Harmless;
}

/**
 * One line for a log or a terminal, whatever the text is: line ends become spaces.
 * @param most characters that are shown; what is cut off is counted
 */
export function harmlessLine(text: string, most = longestLine): Harmless {
  // What no line can show need not be read: it bounds the work.
  const read = text.slice(0, 8 * most);
  const line = disarmed(printable(read).replaceAll("\n", " "));
  return cut(line, most, text.length - read.length);
}

/** Lines for a log or a terminal; without an end of line after the last. What is cut off is counted. */
export function harmlessText(text: string, most = mostLines): Harmless {
  const lines = text.replace(/\n$/, "").split(lineEnds);
  const shown = lines.slice(0, most).map((line) => harmlessLine(line));
  if (lines.length > most) shown.push(harmlessLine(`… (${lines.length - most} more lines)`));
  return shown.join("\n") as Harmless;
}
