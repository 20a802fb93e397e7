import type { Prefix } from "../recording/prefix.ts";

/** A kernel message of a console line: what printk put in front, and what the kernel said. */
export interface Message {
  /** The message, without stamps, escapes and control characters; leading blanks kept. */
  readonly text: string;
  /** Seconds since boot. */
  readonly time: number | undefined;
  /** printk's caller, `T123` (task) or `C1` (CPU in interrupt); undefined without CONFIG_PRINTK_CALLER. */
  readonly caller: string | undefined;
}

/** What a console's lines have around their messages, learned from them. */
export interface Prefixes {
  /** Before the kernel's stamp, or before the message where there is none. */
  readonly before: readonly Prefix[];
  /** Between the stamp and the message. */
  readonly after: Prefix | undefined;
}

export const noPrefixes: Prefixes = { before: [], after: undefined };

// biome-ignore lint/suspicious/noControlCharactersInRegex: consoles are full of them
const escapes = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|[@-Z\\-_c])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL, CR, bells and the like from firmware
const controls = /[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/g;
/** printk's, anywhere in a line; `dmesg -d` adds the time since the line before. Clocks may have wrapped. */
const stamp = /\[ {0,9}(\d{1,20}\.\d{6})(?: <[ \d.]{8,20}>)?\]/g;
/** A clock that was set back below zero shows itself as nearly 2^64 nanoseconds: no time at all. */
const wrapped = 1e10;
/** `dmesg -e` and `dmesg -T`: the minute, or the time since the line before; the date. */
const minute = /^\[(?:[A-Z][a-z]{2} {0,2}\d{1,2} \d\d:\d\d| *\+\d{1,9}\.\d{6})\] ?/;
/** What dmesg (`-T`, `-x`) and those who record consoles put before a line: date and time, in brackets or not. */
const wallClock =
  /^(?:kern *:\w{1,8} *: )?(?:\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}(?: <[ \d.]{8,20}>)?\] ?|(?:\[?\d{4}-\d\d-\d\d[T ]|\[?(?=\d\d:\d\d:\d\d\.))\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]? )/;
const syslog =
  /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{8,26}) \S+ kernel: ?/;
/** What is left of a syslog's or journal's line when its date is known: the host may be, too. */
const identifier = /^(?:[\w.-]{1,64} )?kernel: ?/;
/** mm/kmemleak.c puts its name before each line of a leak. */
const kmemleak = /^kmemleak: (?= |unreferenced object )/;
const level = /^(?:\(initramfs\) )?<\d{1,3}>/;
/** A record of /dev/kmsg: `4,5126,12947306496,-;text`, microseconds, perhaps with `caller=T123`. */
const record = /^\d{1,4},\d{1,12},(\d{1,16}),[^;,]{0,4}(?:,caller=([TC]\d{1,8}))?[^;]{0,40};/;
const callerField = /^ ?\[ *([TCS]\d{1,8})\] ?/;
/** Vendors' kernels: `[4:  init:    1] `, `(1)[123:init]`, `c0    123 `. */
const vendorField =
  /^ ?(?:-?\(\d{1,3}\))?\[ *\d{1,8}: *[\w/:.-]{1,20}(?:: *\d{1,8})?\] ?|^ ?c\d{1,3} {1,6}\d{1,8} /;

/** A line without ANSI escapes, CR, NUL and other control characters; tabs stay. */
export function withoutControls(raw: string): string {
  return /[^\t\u0020-\u007e\u0080-\ufefe]/.test(raw) ? raw.replace(escapes, "").replace(controls, "") : raw;
}

/** A line without what its recorder put before it (and around it). */
export function withoutPrefix(text: string, { before }: Prefixes): string {
  for (const prefix of before) {
    const rest = prefix.strip(text);
    if (rest !== undefined) return rest;
  }
  return text;
}

interface Stamp {
  readonly start: number;
  readonly end: number;
  readonly time: number | undefined;
}

/** Whether a line begins with the kernel's stamp. */
export const isStamped = (text: string): boolean => text.startsWith("[") && text.search(stamp) === 0;

/** The kernel's stamps in a line. One that ends it is text. */
export function stampsOf(text: string): readonly Stamp[] {
  const found: Stamp[] = [];
  if (!text.includes("[")) return found;
  stamp.lastIndex = 0;
  for (let match = stamp.exec(text); match !== null; match = stamp.exec(text)) {
    const end = match.index + match[0].length;
    if (match.index > 0 && end === text.length) continue;
    const time = Number(match[1]);
    found.push({ start: match.index, end, time: time < wrapped ? time : undefined });
  }
  return found;
}

/**
 * Takes a line, without controls and prefix, apart into messages. A second stamp in the middle means that another
 * CPU's message, or the kernel's after a program's output, begins there. Text before the first stamp is a message
 * without a time.
 */
export function messagesOf(line: string, prefixes: Prefixes = noPrefixes): [Message, ...Message[]] {
  const kmsg = /^\d/.test(line) ? record.exec(line) : null;
  if (kmsg) return [{ text: line.slice(kmsg[0].length), time: Number(kmsg[1]) / 1e6, caller: kmsg[2] }];
  const stamps = stampsOf(line);
  const [first] = stamps;
  if (first === undefined) return [unstamped(line)];
  const messages: Message[] = [];
  const front = withoutLevel(line.slice(0, first.start));
  if (front !== "") messages.push({ text: front, time: undefined, caller: undefined });
  for (const [i, { end, time }] of stamps.entries()) {
    const piece = line.slice(end, stamps[i + 1]?.start);
    const message = stamped(i + 1 < stamps.length ? withoutLevel(piece) : piece, time, prefixes.after);
    if (message.text !== "" || stamps.length === 1) messages.push(message);
  }
  const [head = unstamped(""), ...more] = messages;
  return [head, ...more];
}

/** The text before a stamp: a syslog level is the stamp's. */
const withoutLevel = (text: string): string =>
  text.replace(/(?:kern *:\w{1,8} *: |<\d{1,3}>) ?$/, "").trimEnd();

function unstamped(line: string): Message {
  const text = line
    .replace(syslog, "")
    .replace(wallClock, "")
    .replace(minute, "")
    .replace(identifier, "")
    .replace(level, "")
    .replace(kmemleak, "");
  const caller = callerField.exec(text);
  return { text: caller ? text.slice(caller[0].length) : text, time: undefined, caller: caller?.[1] };
}

function stamped(rest: string, time: number | undefined, after: Prefix | undefined): Message {
  const caller = callerField.exec(rest);
  const text = caller ? rest.slice(caller[0].length) : rest.replace(vendorField, " ").replace(/^ /, "");
  return {
    text: (after?.strip(text) ?? text).replace(identifier, "").replace(kmemleak, ""),
    time,
    caller: caller?.[1],
  };
}
