import { isUtf8 } from "node:buffer";
import { flag } from "../keywords.ts";
import { bytesOf, type Line } from "../lines.ts";

/**
 * Text as the scripts' tools see it in a UTF-8 locale: a byte that is no UTF-8 becomes a lone surrogate
 * (U+DC80 and up), which `.` and negated brackets of grep, sed and awk do not match.
 */
export function scriptText(line: Line): string {
  line.text ??=
    (line.flags & flag.high) === 0
      ? line.source.toString("latin1", line.start, line.stop)
      : decodeAsScripts(bytesOf(line));
  return line.text;
}

/** The same for any bytes. */
export function decodeAsScripts(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString("utf8") : escapeInvalid(bytes);
}

/** grep prints no line that is not text (GNU grep 3.5 and later; the message goes to standard error). */
export function isText(line: Line): boolean {
  return (line.flags & flag.high) === 0 || isUtf8(bytesOf(line));
}

/** Bytes of the UTF-8 character that begins at `at`; 0 where none does. */
function characterSize(bytes: Buffer, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (size === 0 || at + size > bytes.length) return 0;
  const second = bytes[at + 1] as number;
  // No overlong forms, no surrogates, nothing beyond U+10FFFF.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let i = 2; i < size; i++) if (((bytes[at + i] as number) & 0xc0) !== 0x80) return 0;
  return size;
}

function escapeInvalid(bytes: Buffer): string {
  let text = "";
  let valid = 0;
  for (let i = 0; i < bytes.length; ) {
    const size = characterSize(bytes, i);
    if (size > 0) {
      i += size;
      continue;
    }
    if (i > valid) text += bytes.toString("utf8", valid, i);
    text += String.fromCharCode(0xdc00 + (bytes[i] as number));
    valid = ++i;
  }
  return text + bytes.toString("utf8", valid);
}

/** True for every text with bytes that are no UTF-8 (and for a few others). */
const perhapsInvalid = /[\udc80-\udcff]/;

/** `first.*then` on a line, in linear time: `.` stops at a byte that is no text. */
export function inOrder(text: string, first: string, then: string): boolean {
  const parts = perhapsInvalid.test(text) ? text.split(/[\udc80-\udcff]/u) : [text];
  return parts.some((part) => {
    const at = part.indexOf(first);
    return at >= 0 && part.indexOf(then, at + first.length) >= 0;
  });
}

/** What `echo $words` prints: blanks collapsed. (File name expansion is left out: differences.ts.) */
export function squeeze(text: string): string {
  return text
    .split(/[ \t\n]+/)
    .filter((word) => word !== "")
    .join(" ");
}

/** `[^]]*` and `.*` of sed in JavaScript: all but bytes that are no text. */
const stampPattern = /^\[[^\]\udc80-\udcff]*\] /u;

/** `sed -e 's/^\[[^]]*] //'` */
export function withoutStamp(text: string): string {
  return text.startsWith("[") ? text.replace(stampPattern, "") : text;
}

/** `sed -e 's/^.*MARK//'`: all up to the last MARK. Unchanged where there is none. */
export function afterLast(text: string, mark: string): string {
  const at = text.lastIndexOf(mark);
  if (at < 0 || (perhapsInvalid.test(text) && /[\udc80-\udcff]/u.test(text.slice(0, at)))) return text;
  return text.slice(at + mark.length);
}

/** `sed -e 's/ .*$//'` */
export function firstWord(text: string): string {
  if (perhapsInvalid.test(text)) return text.replace(/ [^\udc80-\udcff]*$/u, "");
  const blank = text.indexOf(" ");
  return blank < 0 ? text : text.slice(0, blank);
}
