import { dialectOf, type ScriptsDialect } from "../contracts/scriptsDialect.ts";
import type { Counters, Finding, FindingKind, Ignored, ScriptsVerdict } from "../results/schema.ts";
import { type BootedKernel, bootedKernel } from "./booted.ts";
import type { SuiteCounter } from "./counters/counter.ts";
import { counterOf } from "./counters/suite.ts";
import { Collector } from "./findings/collector.ts";
import { fingerprintOf } from "./findings/fingerprint.ts";
import { flag } from "./keywords.ts";
import { limits } from "./limits.ts";
import { type Line, LineScanner } from "./lines.ts";
import { type IgnoreRule, Noise } from "./noise.ts";
import { ProgressCurve, type ProgressPoint } from "./progress.ts";
import { Decoder } from "./recording/decoder.ts";
import { Recording } from "./recording/recording.ts";
import { BinaryGate } from "./scripts/grep.ts";
import { type Completion, ParseConsole } from "./scripts/parseConsole.ts";
import { scriptText } from "./scripts/text.ts";
import { Tail } from "./tail.ts";

export interface AnalyzerOptions {
  /** `rcu`, `lock`, `scf`, `rcuscale`, `refscale`; others get findings but no counters. */
  readonly suite: string;
  /** `shutdown_secs` of the guest, for rates. */
  readonly plannedSeconds?: number;
  readonly ignore?: readonly IgnoreRule[];
  /** The guest's name, as the scripts put it into their complaints. */
  readonly title?: string;
  /** Of the scripts of the tree at hand; without it that of Linux 6.12. */
  readonly dialect?: ScriptsDialect;
}

/** What is known while the console still grows. */
export interface ConsoleSnapshot {
  readonly lines: number;
  readonly bytes: number;
  /** Seconds since boot of the last stamp. */
  readonly lastTime: number | undefined;
  readonly counters: Counters;
  /** Different findings that make the guest fail. */
  readonly errors: number;
  readonly completion: Completion;
}

export interface ConsoleAnalysis {
  readonly counters: Counters;
  /** Folded by fingerprint; errors first, then notices, each in the console's order. */
  readonly findings: Finding[];
  readonly ignored: Ignored[];
  readonly scripts: ScriptsVerdict;
  readonly completion: Completion;
  /** At most `limits.progress` points: seconds since boot, and the suite's total so far. */
  readonly progress: ProgressPoint[];
  readonly bytes: number;
  readonly lines: number;
  readonly hasNul: boolean;
  /** A torture test said that it began. */
  readonly started: boolean;
  /** It counted at least one grace period (rcu), operation (lock, scf) or measurement. */
  readonly tested: boolean;
  /** The kernel that the console names; undefined: it names none. */
  readonly booted: BootedKernel | undefined;
  /** There are ftrace dumps or data races: what job/extracts.ts makes files of. */
  readonly hasExtracts: boolean;
}

/** Lines that may state how far the test has come. */
const progressFlags = flag.version | flag.writesTotal;

/** Lines that only a test that began prints. */
const startFlags = flag.start | flag.version | flag.writesTotal | flag.scale | flag.scfInvoked;

/** One console, one pass, constant memory: bytes in, what they mean out. */
export class ConsoleAnalyzer {
  readonly #options: AnalyzerOptions;
  readonly #gate = new BinaryGate();
  readonly #noise: Noise;
  readonly #decoder = new Decoder();
  readonly #collector: Collector;
  readonly #recording: Recording;
  readonly #scripts: ParseConsole;
  readonly #counter: SuiteCounter;
  readonly #scanner: LineScanner;
  readonly #progress = new ProgressCurve();
  readonly #tail = new Tail();
  #booted: BootedKernel | undefined;

  /** @throws SyntaxError when an `ignore` pattern is not a regular expression */
  constructor(options: AnalyzerOptions) {
    this.#options = options;
    this.#noise = new Noise(options.ignore ?? []);
    this.#collector = new Collector(this.#noise);
    this.#scripts = new ParseConsole(options.suite, this.#gate, options.dialect ?? dialectOf(""));
    this.#counter = counterOf(options.suite, {
      gate: this.#gate,
      plannedSeconds: options.plannedSeconds,
    });
    const recording = new Recording(this.#collector, flag.candidate, flag.candidate | flag.bad);
    this.#recording = recording;
    const counter = this.#counter;
    this.#scanner = new LineScanner({
      get wantsAll() {
        return recording.wantsAll || counter.wantsAll;
      },
      line: (line) => this.#line(line),
      nul: (offset) => this.#gate.nul(offset),
    });
  }

  /** Takes the next bytes of the console. Returns findings seen for the first time, once they are certain. */
  write(chunk: Uint8Array): Finding[] {
    this.#scan(this.#decoder.write(chunk));
    return this.#collector.takeFresh();
  }

  /**
   * Takes reports that are still open for complete, and returns those seen for the first time: for a console
   * that fell silent in the middle of one.
   */
  settle(): Finding[] {
    this.#scan(this.#decoder.flush());
    this.#recording.settle();
    this.#collector.settle();
    return this.#collector.takeFresh();
  }

  snapshot(): ConsoleSnapshot {
    return {
      lines: this.#scanner.lines,
      bytes: this.#scanner.bytes,
      lastTime: this.#tail.time,
      counters: this.#counters(),
      errors: this.#collector.errors,
      completion: this.#scripts.completion,
    };
  }

  /** The console is complete. Call once. */
  end(): ConsoleAnalysis {
    this.#scan(this.#decoder.flush());
    this.#scanner.end();
    this.#recording.settle();
    this.#collector.settle();
    const closeCalls = this.#counter.diagnostics();
    const title = this.#options.title ?? "";
    this.#conclude(closeCalls);
    const counters = this.#counters();
    const work = counters.gracePeriods ?? counters.operations ?? counters.durations?.count ?? 0;
    return {
      counters,
      findings: this.#collector.findings,
      ignored: this.#noise.ignored,
      scripts: this.#scripts.verdict(title, closeCalls),
      completion: this.#scripts.completion,
      progress: this.#progress.points,
      bytes: this.#scanner.bytes,
      lines: this.#scanner.lines,
      hasNul: this.#gate.sawNul,
      started: (this.#scanner.seen & startFlags) !== 0,
      tested: work > 0 || (this.#scanner.seen & flag.updates) !== 0,
      booted: this.#booted,
      hasExtracts: (this.#scanner.seen & flag.extract) !== 0,
    };
  }

  #scan(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#scanner.write(bytes);
    this.#tail.add(bytes);
  }

  #line(line: Line): void {
    this.#scripts.line(line);
    this.#counter.line(line);
    if (line.flags & progressFlags) this.#progress.offer(() => this.#point(line));
    if (line.flags & flag.version) this.#collector.tortureSeen = true;
    if (this.#booted === undefined && line.flags & flag.candidate) this.#booted = bootedKernel(decode(line));
    this.#recording.line(line.number, line.flags, () => decode(line));
  }

  #point(line: Line): ProgressPoint | undefined {
    const value = this.#counter.takeProgress();
    const stamp = /\[ {0,5}(\d{1,9}\.\d{6})\]/.exec(scriptText(line))?.[1];
    return value === undefined || stamp === undefined ? undefined : { time: Number(stamp), value };
  }

  #counters(): Counters {
    const counters = this.#counter.counters();
    const { time } = this.#tail;
    return time === undefined ? counters : { ...counters, lastTime: time };
  }

  /** Findings that no single line shows: the rules over all statistics lines. */
  #conclude(closeCalls: readonly string[]): void {
    const complaint = this.#scripts.sequenceComplaint;
    if (complaint?.startsWith("GP HANG"))
      this.#record("gp-hang", "GP HANG: no grace period completed", complaint);
    else if (complaint) this.#record("bad-sequence", "BAD SEQ: version numbers do not increase", complaint);
    const failed = this.#scripts.completion === "failure";
    if (failed && !this.#collector.findings.some(({ kind }) => kind === "torture-failure"))
      this.#record(
        "torture-failure",
        "torture test: FAILURE",
        "The console says FAILURE, or !!! for a torture test.",
      );
    for (const text of closeCalls)
      this.#record("close-calls", "Reader Batch close calls", text.replace(/:$/, ""));
  }

  #record(kind: FindingKind, title: string, text: string): void {
    this.#collector.record({
      kind,
      title,
      severity: "error",
      consoleLine: Math.max(1, this.#scanner.lines),
      lines: 1,
      text,
      truncated: false,
      count: 1,
      fingerprint: fingerprintOf(kind, title, undefined),
    });
  }
}

/** The line's beginning: printk itself writes no longer ones than about a thousand bytes. */
function decode({ source, start, stop, flags }: Line): string {
  const encoding = (flags & flag.high) !== 0 ? "utf8" : "latin1";
  return source.toString(encoding, start, Math.min(stop, start + limits.messageBytes));
}
