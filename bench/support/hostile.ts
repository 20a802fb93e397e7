/** Consoles made to be slow: what repeats is remembered by the analysis, what never does makes garbage. */

const stamped = (i: number, caller: number, lines: readonly string[]): string =>
  lines.map((line, k) => `[${i}.${String(k).padStart(6, "0")}][T${caller}] ${line}\n`).join("");

/** A WARNING; `of` says which of many it is in what its fingerprint is made of. */
const warning = (i: number, of: number): string =>
  stamped(i, i % 3, [
    "------------[ cut here ]------------",
    `WARNING: CPU: ${i % 8} PID: ${i} at kernel/rcu/tree.c:${i} function_${of}+0x12/0x34`,
    `CPU: ${i % 8} UID: 0 PID: ${i} Comm: rcu_torture_wri Not tainted 6.12.0 #1`,
    `RIP: 0010:function_${of}+0x12/0x34`,
    "Call Trace:",
    ...Array.from({ length: 8 }, (_, k) => ` frame_${of}_${k}+0x1/0x20`),
    "---[ end trace 0000000000000000 ]---",
  ]);

/** A race between ever other functions. */
const race = (i: number): string =>
  stamped(i, i % 3, [
    "==================================================================",
    `BUG: KCSAN: data-race in writer_${i} / reader_${i}`,
    "",
    `write to 0xffff8881${i.toString(16).padStart(8, "0")} of 8 bytes by task ${i} on cpu 1:`,
    ...Array.from({ length: 6 }, (_, k) => ` writer_${i}_${k}+0x12/0x340`),
    "",
    `read to 0xffff8881${i.toString(16).padStart(8, "0")} of 8 bytes by task ${i} on cpu 0:`,
    ...Array.from({ length: 6 }, (_, k) => ` reader_${i}_${k}+0x12/0x340`),
    "",
    "Reported by Kernel Concurrency Sanitizer on:",
    `CPU: 0 UID: 0 PID: ${i} Comm: racer Not tainted 6.12.0 #1`,
    "==================================================================",
  ]);

const baits = [
  "BUG: ",
  "INFO: task ",
  "WARNING: at ",
  "Unable to handle ",
  "rcu: INFO: ",
  "[#1] ",
  "lock ",
  "Oops: ",
];
const bait = (i: number): string => {
  const word = `${baits[i % baits.length]}${i}_${baits[(i >> 3) % baits.length]}`;
  return `[${i}.000000] ${word.repeat(1 + (i % 12))}\n`;
};

/** What hostile consoles consist of: each is a function from a running number to text. */
export const hostileUnits = {
  "one line": () => "a line without an end, rcu_ -torture WARNING ",
  "a million WARNINGs": (i) => warning(i % 60, i % 5),
  "pattern bait": () => `${"BUG: INFO: task aaaa:1 ".repeat(50)}\n${"aaaa-".repeat(300)}!!!\n`,
  "no text": () => `${"\u00ff\u00fe-torture !!! ver:".repeat(50)}\n\0\0\0`,
  "WARNINGs that never repeat": (i) => warning(i, i),
  "races that never repeat": race,
  "bait that never repeats": bait,
} as const satisfies Readonly<Record<string, (i: number) => string>>;

export type HostileUnit = keyof typeof hostileUnits;

/** Blocks of at least 256 kB, `megabytes` in all. */
export function* hostileText(name: HostileUnit, megabytes: number): Generator<Buffer> {
  const unit: (i: number) => string = hostileUnits[name];
  for (let bytes = 0, i = 0; bytes < megabytes * 1e6; ) {
    let text = "";
    while (text.length < 262_144) text += unit(i++);
    bytes += text.length;
    yield Buffer.from(text, "latin1");
  }
}
