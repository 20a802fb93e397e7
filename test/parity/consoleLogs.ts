/**
 * Consoles for the differential test: plausible ones of each suite, and a seeded generator that damages them
 * the way real consoles are damaged, and worse.
 */
export type Random = () => number;

const integer = (random: Random, below: number): number => Math.floor(random() * below);
const pick = <T>(random: Random, from: readonly T[]): T => from[integer(random, from.length)] as T;

const stamp = (seconds: number): string => `[${seconds.toFixed(6).padStart(12)}] `;

function rcu(random: Random): string[] {
  const type = pick(random, ["rcu", "srcu", "tasks", "busted"]);
  const lines: string[] = [];
  let version = 0;
  const rounds = 1 + integer(random, 6);
  for (let i = 1; i <= rounds; i++) {
    const s = stamp(15.2 * i);
    if (random() < 0.9) version += integer(random, 1000);
    const calls = random() < 0.25 ? `${integer(random, 3)} ${integer(random, 2)}` : "0 0";
    lines.push(
      `${s}${type}-torture: rtc: ${pick(random, ["00000000c0ffee11", "000000004ab1cd22", "(ptrval)", "0000000000000000"])} ${random() < 0.95 ? "ver" : "VER"}: ${version} tfle: 0 rta: ${version} rtaf: 0 rtf: ${version - 9} rtmbe: 0 rtmbkf: 0/${version} rtbe: 0 rtbke: 0 rtbf: 0 rtb: 0 nt: 7 barrier: 0/0:0 read-exits: 10 nocb-toggles: 0:0`,
      `${s}${type}-torture: Reader Pipe:  ${version * 7} 3 0 0 0 0 0 0 0 0 0`,
      `${s}${type}-torture: Reader Batch:  ${version * 7} 3 ${calls} 0 0 0 0 0 0 0`,
      `${s}${type}-torture: Free-Block Circulation:  10 9 8 7 6 5 4 3 2 1 0`,
    );
    if (random() < 0.3) lines.push(`${s}rcu_torture_fwd_prog n_max_cbs: ${integer(random, 99999)}`);
  }
  const s = stamp(15.2 * rounds + 3);
  if (random() < 0.7)
    lines.push(
      `${s}rcu:  End-test grace-period state: g${integer(random, 99999)} f0x0 total-gps=${integer(random, 9999)}`,
    );
  lines.push(end(random, s, `${type}-torture:`, "RCU"));
  return lines;
}

function end(random: Random, s: string, prefix: string, hotplug: string): string {
  const outcome = pick(random, ["SUCCESS", "SUCCESS", "SUCCESS", "SUCCESS", "FAILURE", `${hotplug}_HOTPLUG`]);
  return `${s}${prefix}--- End of test: ${outcome}: nreaders=1 nfakewriters=4 stat_interval=15 verbose=1`;
}

function lock(random: Random): string[] {
  const lines: string[] = [];
  let total = 0;
  const rounds = 1 + integer(random, 6);
  for (let i = 1; i <= rounds; i++) {
    total += integer(random, 5_000_000);
    const fail = random() < 0.1;
    lines.push(
      `${stamp(60 * i)}Writes:  Total: ${total}  Max/Min: ${total}/${Math.floor(total / 3)} ${random() < 0.1 ? "???" : ""}  Fail: ${fail ? 1 : 0} ${fail ? "!!!" : ""}`,
      `${stamp(60 * i)}Reads :  Total: ${total * 2}  Max/Min: 9/8   Fail: 0 `,
    );
  }
  lines.push(end(random, stamp(60 * rounds + 5), "mutex_lock-torture:", "LOCK"));
  return lines;
}

function scf(random: Random): string[] {
  const lines: string[] = [];
  let total = 0;
  const rounds = 1 + integer(random, 6);
  for (let i = 1; i <= rounds; i++) {
    total += integer(random, 900_000);
    lines.push(
      `${stamp(15 * i)}scftorture: ${random() < 0.08 ? "!!! " : ""}scf_invoked_count ${i < rounds || random() < 0.5 ? "ver" : "VER"}: ${total} resched: 0 single: 0/1 single_ofl: 0/0 single_rpc: 1 single_rpc_ofl: 0 many: 3/4 all: 5/6 onoff: 0/0:0/0 0,0:0,0 0:0 (HZ=1000) ste: 0 stnmie: 0 stnmoe: 0 staf: 0`,
    );
  }
  if (random() < 0.2) lines.push(`${stamp(1)}scftorture: !!! built as module, weight_resched ignored`);
  lines.push(end(random, stamp(15 * rounds + 5), "scftorture:", "LOCK"));
  return lines;
}

function rcuscale(random: Random): string[] {
  const lines = [
    `${stamp(12)}rcu-scale: start: 5215487651 end: 5915487651 duration: 700000000 gps: ${integer(random, 999)} batches: 77`,
  ];
  const ftrace = random() < 0.3 ? 110 : integer(random, 60);
  for (let i = 0; i < ftrace; i++) {
    const at = 1000 * i + integer(random, 200);
    lines.push(
      `${stamp(13)}rcu_scal-33      1.... ${at}us : rcu_exp_grace_period: rcu_preempt ${i * 4} start`,
      `${stamp(13)}rcu_scal-33      1.... ${at + 10 + integer(random, 1500)}us : rcu_exp_grace_period: rcu_preempt ${random() < 0.95 ? i * 4 : 1} end`,
    );
    if (random() < 0.3)
      lines.push(
        `${stamp(13)}rcu_scal-${30 + integer(random, 6)}      1.... ${at + 90}us : rcu_exp_grace_period: rcu_preempt ${i * 4} done`,
      );
  }
  const writers = integer(random, 40);
  for (let i = 0; i < writers; i++)
    lines.push(
      `${stamp(14)}rcu-scale:    0 writer-duration:     ${i} ${1_000_000 + integer(random, 90_000_000)}`,
    );
  if (random() < 0.5)
    lines.push(`${stamp(14)}rcu_scale: Grace-period kthread CPU time: ${integer(random, 9999)} us`);
  return lines;
}

function refscale(random: Random): string[] {
  const lines = [
    `${stamp(3)}rcu-ref-scale: END OF TEST. Calculating average duration per loop (nanoseconds)...`,
  ];
  if (random() < 0.9) lines.push(`${stamp(3)}Runs\tTime(ns)`);
  const runs = integer(random, 30);
  for (let i = 1; i <= runs; i++) {
    // Only the first line of a buffer gets a stamp of its own.
    lines.push(
      `${i % 5 === 1 ? stamp(3) : ""}${i}\t${integer(random, 90)}.${String(integer(random, 1000)).padStart(3, "0")}`,
    );
  }
  return lines;
}

export const suiteLogs = { rcu, lock, scf, rcuscale, refscale } as const;
export type LogSuite = keyof typeof suiteLogs;

const trace = (s: string): string[] => [
  `${s}Call Trace:`,
  `${s} <TASK>`,
  `${s} dump_stack_lvl+0x45/0x5b`,
  `${s} rcu_torture_writer+0x1a2/0x8d0`,
  `${s} kthread+0xe0/0x100`,
  `${s} </TASK>`,
];

const splats: readonly ((s: string) => string[])[] = [
  (s) => [
    `${s}------------[ cut here ]------------`,
    `${s}WARNING: CPU: 0 PID: 34 at kernel/rcu/rcutorture.c:2258 rcu_torture_stats_print+0x284/0x4ee`,
    ...trace(s),
    `${s}---[ end trace 0000000000000000 ]---`,
  ],
  (s) => [
    `${s}BUG: kernel NULL pointer dereference, address: 0000000000000010`,
    `${s}Oops: 0000 [#1] PREEMPT SMP`,
    ...trace(s),
  ],
  (s) => [
    `${s}rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:`,
    `${s}rcu: \t1-...!: (1 GPs behind) idle=b1f/1/0x4000000000000000 softirq=34/34 fqs=0`,
    `${s}rcu: rcu_preempt kthread starved for 2100 jiffies! g-1195 f0x0 RCU_GP_WAIT_FQS(5) ->state=0x402 ->cpu=0`,
  ],
  (s) => [`${s}rcu: INFO: rcu_preempt self-detected stall on CPU`, ...trace(s)],
  // As arm64 writes it.
  (s) => [`${s}Call trace:`, `${s} rcu_torture_writer+0x1a2/0x8d0`, `${s} kthread+0xe0/0x100`],
  (s) => [
    `${s}Unable to handle kernel NULL pointer dereference at virtual address 0000000000000010`,
    `${s}Internal error: Oops: 0000000096000004 [#1] PREEMPT SMP`,
    `${s}Call trace:`,
    `${s} rcu_torture_writer+0x1a2/0x8d0 (P)`,
  ],
  (s) => [`${s}??? Writer stall state RTWS_SYNC(21) g3241 f0x0 ->state 0x2 cpu 1`],
  (s) => [
    `${s}============================================`,
    `${s}WARNING: possible recursive locking detected`,
    `${s}--------------------------------------------`,
    ...trace(s),
  ],
  (s) => [`${s}BUG: KCSAN: data-race in rcu_torture_writer / rcu_torture_reader`],
  (s) => [`${s}Warning: Processor Platform Limit event detected, but not handled.`],
  (s) => [`${s}Warning: unable to open an initial console.`],
  (s) => [`${s}Warning: Failed to add ttynull console. No stdin, stdout, and stderr for the init process!`],
  (s) => [`${s}ODEBUG: BUG selftest`],
  (s) => [`${s}** This means that this is a DEBUG kernel and it is **`],
  (s) => [`${s}NOHZ tick-stop error: Non-RCU local softirq work is pending, handler #08!!!`],
  (s) => [`${s}rcu-torture: !!! Reader Pipe:  1 2 3 4 5 6 7 8 9 10 11`],
  (s) => [`${s}rcu-torture: !!!`],
  (s) => [`${s}ver: 12 FAILURE and SUCCESS ver: 7`],
  (s) => [`${s}rcu-torture: rtc: 00000000aaaaaaaa ver: 1e3 x`],
  (s) => [`(initramfs) ${s}rcu-torture: rtc: 00000000aaaaaaaa ver: 77 x`],
  (s) => [`${s}rcu-torture: ver:`],
  (s) => [`${s}rcu-torture: rtc: 00000000aaaaaaaa ver:  `],
  (s) => [`${s}rcu_torture_fwd_prog n_max_cbs: `],
  (s) => [`${s}torture: Reader Batch 1 2 3 4.5`],
  (s) => [`${s}Writes:  Total: abc Total: 12`],
  (s) => [`${s}scf_invoked_count ver: x9 scf_invoked_count ver: 17 z`],
  (s) => [`${s}Runs\tTime(ns)`, "3\t1.25"],
  (s) => [`${s}===========`, `${s}Badness at kernel/x.c:3`],
  () => [""],
];

/** NUL, carriage return, escape sequence, bytes that are no UTF-8, an umlaut, a tab. */
const dirt = ["\0", "\r", "\u001b[1m", "\u00ff", "\u00c3\u00bc", "\t", "\u00c3"] as const;

type Mutation = (random: Random, lines: string[]) => string[];

const mutations: readonly Mutation[] = [
  (random, lines) => lines.filter(() => random() > 0.15),
  (random, lines) => lines.flatMap((line) => (random() < 0.15 ? [line, line] : [line])),
  (random, lines) => {
    const [i, j] = [integer(random, lines.length), integer(random, lines.length)];
    const swapped = [...lines];
    [swapped[i], swapped[j]] = [lines[j] ?? "", lines[i] ?? ""];
    return swapped;
  },
  (random, lines) =>
    // Two lines written at once: the second begins in the middle of the first.
    lines.map((line, i) => {
      if (random() > 0.1) return line;
      const cut = integer(random, line.length + 1);
      return line.slice(0, cut) + (lines[i + 1] ?? "") + line.slice(cut);
    }),
  (random, lines) => lines.flatMap((line) => (random() < 0.08 ? cutInTwo(random, line) : [line])),
  (random, lines) => lines.slice(0, integer(random, lines.length + 1)),
  (random, lines) => {
    const splat = pick(random, splats)(stamp(20 + integer(random, 40)));
    const at = integer(random, lines.length + 1);
    return [...lines.slice(0, at), ...splat, ...lines.slice(at)];
  },
  (random, lines) =>
    lines.map((line) => {
      if (random() > 0.04) return line;
      const at = integer(random, line.length + 1);
      return line.slice(0, at) + pick(random, dirt) + line.slice(at);
    }),
  (_, lines) => lines.map((line) => `${line}\r`),
  (random, lines) =>
    lines.map((line) =>
      line.replace(/^(\[[^\]]*\]) /, (_, s) => `${s}[${random() < 0.5 ? " T123" : "   C1"}] `),
    ),
  (_, lines) => lines.map((line) => line.replace(/^\[[^\]]*\] /, "")),
  (random, lines) =>
    lines.map((line) => line.replace(/\d+/g, (n) => (random() < 0.03 ? String(Number(n) + 1) : n))),
];

function cutInTwo(random: Random, line: string): string[] {
  const at = integer(random, line.length + 1);
  return [line.slice(0, at), line.slice(at)];
}

/** Padding that moves a NUL into another of grep's blocks. */
function padding(random: Random): string[] {
  const lines = Math.floor((random() * 2.5 * 98_304) / 60);
  return Array.from({ length: lines }, (_, i) =>
    `${stamp(i / 1000)}initcall foo${i}+0x0/0x20 returned 0 after 0`.padEnd(59),
  );
}

/** One console: of a suite (or `base`'s lines), with up to seven kinds of damage. Bytes, as a file holds them. */
export function damagedConsole(random: Random, suite: LogSuite, base?: readonly string[]): Buffer {
  let lines = base ? [...base] : suiteLogs[suite](random);
  const damages = integer(random, 8);
  for (let i = 0; i < damages; i++) lines = pick(random, mutations)(random, lines);
  if (random() < 0.15) lines = [...padding(random), ...lines];
  if (random() < 0.1) lines = [...lines, ...padding(random), ...suiteLogs[suite](random)];
  const text = lines.join("\n") + (random() < 0.9 ? "\n" : "");
  return Buffer.from(text, "latin1");
}
