/** A console line taken apart: what printk put in front, and what the kernel said. */
export interface Message {
  /** The message, without stamps, escapes and control characters; leading blanks kept. */
  readonly text: string;
  /** Seconds since boot. */
  readonly time: number | undefined;
  /** printk's caller, `T123` (task) or `C1` (CPU in interrupt); undefined without CONFIG_PRINTK_CALLER. */
  readonly caller: string | undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: consoles are full of them
const escapes = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|[@-Z\\-_c])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL, CR, bells and the like from firmware
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const stamp = /\[ {0,5}(\d{1,9}\.\d{6})\]/g;
/** What dmesg (`-T`, `-x`) and those who record consoles put before a line: date and time, in brackets or not. */
const wallClock =
  /^(?:kern *:\w{1,8} *: )?(?:\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\] ?|(?:\[?\d{4}-\d\d-\d\d[T ]|\[?(?=\d\d:\d\d:\d\d\.))\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]? )/;
const syslog =
  /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{8,26}) \S+ kernel: ?/;
const level = /^(?:\(initramfs\) )?<\d{1,3}>/;
/** A record of /dev/kmsg: `4,5126,12947306496,-;text`, microseconds, perhaps with `caller=T123`. */
const record = /^\d{1,4},\d{1,12},(\d{1,16}),[^;,]{0,4}(?:,caller=([TC]\d{1,8}))?[^;]{0,40};/;
const callerField = /^ ?\[ *([TCS]\d{1,8})\] ?/;
/** Vendors' kernels: `[4:  init:    1] `, `(1)[123:init]`, `c0    123 `. */
const vendorField =
  /^ ?(?:-?\(\d{1,3}\))?\[ *\d{1,8}: *[\w/:.-]{1,20}(?:: *\d{1,8})?\] ?|^ ?c\d{1,3} {1,6}\d{1,8} /;

/** A line without ANSI escapes, CR, NUL and other control characters; tabs stay. */
export function withoutControls(raw: string): string {
  return /[^\t\u0020-\u007e\u0080-\uffff]/.test(raw) ? raw.replace(escapes, "").replace(controls, "") : raw;
}

/**
 * Takes a line apart. A second stamp in the middle means that another CPU's message, or the kernel's after
 * a program's output, begins there: the last one counts.
 */
export function parseMessage(raw: string): Message {
  let text = withoutControls(raw);
  const kmsg = /^\d/.test(text) ? record.exec(text) : null;
  if (kmsg) return { text: text.slice(kmsg[0].length), time: Number(kmsg[1]) / 1e6, caller: kmsg[2] };
  let time: number | undefined;
  let stampEnd = -1;
  for (const match of text.matchAll(stamp)) {
    if (match.index > 0 && match.index + match[0].length === text.length) continue;
    time = Number(match[1]);
    stampEnd = match.index + match[0].length;
  }
  if (stampEnd >= 0) {
    text = text.slice(stampEnd);
  } else {
    text = text.replace(syslog, "").replace(wallClock, "").replace(level, "");
  }
  const caller = callerField.exec(text);
  if (caller) text = text.slice(caller[0].length);
  else if (stampEnd >= 0) text = text.replace(vendorField, " ").replace(/^ /, "");
  return { text, time, caller: caller?.[1] };
}
