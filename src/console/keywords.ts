import { type Anchors, compileAnchors } from "./anchors.ts";
import { type Automaton, compileAutomaton, type Keyword } from "./automaton.ts";

/** What a line contains, as bits: all that the first pass over the bytes finds out. */
export const flag = {
  failure: 1 << 0,
  success: 1 << 1,
  hotplug: 1 << 2,
  bangs: 1 << 3,
  version: 1 << 4,
  /** A line that `console-badness.sh` selects … */
  bad: 1 << 5,
  /** … or selects if `rcu_` stands before … */
  starved: 1 << 6,
  /** … and one that it leaves out again. */
  excluded: 1 << 7,
  ttynull: 1 << 8,
  readerBatch: 1 << 9,
  endState: 1 << 10,
  forwardProgress: 1 << 11,
  writesTotal: 1 << 12,
  scfInvoked: 1 << 13,
  scale: 1 << 14,
  ftraceGracePeriod: 1 << 15,
  runsHeader: 1 << 16,
  /** A torture test begins. */
  start: 1 << 17,
  nul: 1 << 18,
  high: 1 << 19,
  /** May start a finding or belong to one that matters. */
  candidate: 1 << 20,
  /** Something that files of its own are made of: ftrace dumps, data races. */
  extract: 1 << 21,
  /** Grace periods by the last statistics of a test, which say `VER:` and which the scripts do not read. */
  updates: 1 << 22,
  /** `Call trace:`, which `console-badness.sh` selects in newer trees (contracts/scriptsDialect.ts). */
  lowerTrace: 1 << 23,
} as const;

/** Flags that matter only together with others: a line with no other flag says nothing to anybody. */
export const boring =
  flag.ttynull | flag.high | flag.nul | flag.excluded | flag.start | flag.extract | flag.updates;

const bad = (text: string): Keyword => ({ text, sets: flag.bad | flag.candidate });
const excluded = (text: string): Keyword => ({ text, sets: flag.excluded });
const candidate = (text: string): Keyword => ({ text, sets: flag.candidate });

/**
 * What every other line of a torture console contains (`torture:`, `rcu_`) is not looked for, although some
 * of the scripts' patterns begin with it: whoever meets their rarer second half looks back (scripts/).
 *
 * The literals of `parse-console.sh`, `console-badness.sh` and `kvm-recheck-*.sh` (Linux 6.1 to 7.3). */
const scriptKeywords: readonly Keyword[] = [
  { text: "FAILURE", sets: flag.failure | flag.candidate },
  { text: "SUCCESS", sets: flag.success | flag.candidate },
  { text: "_HOTPLUG:", sets: flag.hotplug | flag.candidate },
  { text: "!!!", sets: flag.bangs | flag.bad | flag.candidate },
  { text: "ver:", sets: flag.version },
  ...[..."123456789"].map((digit) => ({ text: `VER: ${digit}`, sets: flag.updates })),
  bad("Badness"),
  bad("WARNING:"),
  { text: "Warn", sets: flag.bad },
  bad("BUG"),
  { text: "===========", sets: flag.bad },
  { text: "Call Trace:", sets: flag.bad | flag.candidate },
  { text: "Call trace:", sets: flag.lowerTrace | flag.candidate },
  bad("Oops:"),
  bad("detected stalls on CPUs/tasks:"),
  bad("self-detected stall on CPU"),
  bad("Stall ended before state dump start"),
  bad("??? Writer stall state"),
  { text: "kthread starved for", sets: flag.starved | flag.candidate },
  excluded("ODEBUG: "),
  excluded("This means that this is a DEBUG kernel and it is"),
  excluded("Warning: unable to open an initial console"),
  { text: "Warning: Failed to add ttynull console. No stdin, stdout, and stderr", sets: flag.ttynull },
  { text: "the init process!", sets: flag.excluded, needs: flag.ttynull },
  excluded("NOHZ tick-stop error: Non-RCU local softirq work is pending, handler"),
  { text: "torture: Reader Batch", sets: flag.readerBatch },
  { text: "End-test grace-period state: g", sets: flag.endState },
  { text: "rcu_torture_fwd_prog n_max_cbs: ", sets: flag.forwardProgress },
  { text: "Writes:  Total:", sets: flag.writesTotal },
  { text: "scf_invoked_count ver:", sets: flag.scfInvoked },
  { text: "-scale: ", sets: flag.scale },
  { text: "rcu_exp_grace_period", sets: flag.ftraceGracePeriod },
  { text: "--- Start of test", sets: flag.start },
  { text: "Runs\tTime(ns)", sets: flag.runsHeader },
  { text: "Dumping ftrace buffer:", sets: flag.extract },
  { text: "BUG: KCSAN: ", sets: flag.extract },
];

/** Words without which no line starts a finding; `patterns.ts` decides. */
const findingKeywords = [
  "cut here",
  "Kernel panic",
  "kernel panic",
  "general protection",
  "divide error",
  "invalid opcode",
  "stack segment",
  "double fault",
  "Double Fault",
  "Unable to handle",
  "unable to handle",
  "Internal error",
  "INFO: ",
  "kernel BUG",
  "UBSAN:",
  "WARNING",
  "blocked for more than",
  "suspicious",
  "scheduling while atomic",
  "lockup",
  "LOCKUP",
  "detected stall",
  "starved for",
  "refcount_t",
  "list_add",
  "list_del",
  "oom-killer",
  "Out of memory",
  "unregister_netdevice",
  "duplicate filename",
  "unreferenced object",
  "Linux version ",
  "MAX_LOCK",
  "PANIC",
  "Machine check",
  "machine check",
  "Machine Check",
  "Unhandled",
  "Unexpected",
  "undefined instruction",
  "Bad mode",
  "bad mode",
  "SError",
  "kernel stack",
  "Kernel stack",
  "stack guard",
  "stack-protector",
  "usercopy",
  "Usercopy",
  "locks held",
  "recursion",
  "corruption",
  "End of test",
  "Oops",
  "program check",
  "Kernel access of bad area",
  "unexpected",
  "trap: ",
  "deadlock",
  "Timekeeping watchdog",
  "memory leak",
  "unreferenced object",
  "ODEBUG",
  "Fixing recursive fault",
  "Kernel mode fault",
  "CFI failure",
  "Busy inodes",
  "file count is ",
  "illegal operation",
  "specification exception",
  "addressing exception",
  "protection exception",
  "monitor event",
  "Unrecoverable",
  "Insufficient stack space",
  "scheduling from the idle",
  "int3: ",
  ...Array.from({ length: 9 }, (_, i) => `[#${i + 1}`),
  "Comm: ",
  "end trace",
  "Backtrace:",
  "NMI backtrace",
  "sysrq: ",
  "SeaBIOS (",
  "iPXE ",
  "UEFI firmware",
  "BdsDxe: ",
  "EDK II ",
  "U-Boot ",
  "OpenSBI v",
  "SLOF **",
  "Hit any key to stop",
  "NOTICE:  BL",
  "control protection",
] as const;

const keywords: readonly Keyword[] = [...scriptKeywords, ...findingKeywords.map(candidate)];

let anchors: Anchors | undefined;
let automaton: Automaton | undefined;

/** What notices the keywords in whole lines; built at first use. */
export function consoleAnchors(): Anchors {
  anchors ??= compileAnchors(keywords);
  return anchors;
}

/** What notices the same keywords in lines that come in pieces, because they are too long to be kept. */
export function consoleAutomaton(): Automaton {
  automaton ??= compileAutomaton(keywords);
  return automaton;
}
