import type { Finding } from "../../results/schema.ts";
import { flag } from "../keywords.ts";
import { limits } from "../limits.ts";
import type { Line } from "../lines.ts";
import type { Noise } from "../noise.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type Message, parseMessage } from "./message.ts";
import { type Recognised, recognise } from "./recipes/index.ts";
import { Report } from "./report.ts";

const cutHere = /^-{5,}\[ cut here \]-{5,}|^8<--- cut here ---|^={20,}$/;

/** What a torture test prints about itself, also in the middle of another context's report. */
const chatter = /^(?:[\w-]{1,40}-(?:torture|scale)|scftorture|smpboot):/;

/** Lines that led up to a header: from `cut here` or a rule to it. */
interface LeadIn {
  readonly caller: string | undefined;
  readonly number: number;
  readonly texts: string[];
}

/** The line's beginning: printk itself writes no longer ones than about a thousand bytes. */
function decode({ source, start, stop, flags }: Line): string {
  const encoding = (flags & flag.high) !== 0 ? "utf8" : "latin1";
  return source.toString(encoding, start, Math.min(stop, start + limits.messageBytes));
}

/** Turns interesting lines into findings, folded by fingerprint. Bounded, whatever the console holds. */
export class Collector {
  readonly #noise: Noise;
  readonly #findings = new Map<string, Finding>();
  #open: Report[] = [];
  #lastFed: Report | undefined;
  #leadIn: LeadIn | undefined;
  #fresh: Finding[] = [];
  #boots = 0;
  #tortureSeen = false;
  /** A line with the kernel's time stamp was among those that were looked at: at the latest its version. */
  #stamped = false;
  /** Where the last report that fails the guest ended: what follows from it is no news. */
  #lastCrash = Number.NEGATIVE_INFINITY;

  constructor(noise: Noise) {
    this.#noise = noise;
  }

  get wantsAll(): boolean {
    return this.#open.length > 0 || this.#leadIn !== undefined;
  }

  line(line: Line): void {
    if (line.flags & flag.version) this.#tortureSeen = true;
    const candidate = (line.flags & (flag.candidate | flag.bad)) !== 0;
    if (!candidate && !this.wantsAll) return;
    const message = parseMessage(decode(line));
    const { text } = message;
    this.#stamped ||= message.time !== undefined;
    if (cutHere.test(text)) {
      this.#feed(message, line.number);
      this.#leadIn = { caller: message.caller, number: line.number, texts: [text] };
      return;
    }
    const recognised = (line.flags & flag.candidate) === 0 ? undefined : recognise(text);
    if (recognised && !this.#belongs(message) && !this.#noise.isHarmless(text)) {
      this.#begin(recognised, message, line.number);
      return;
    }
    if (text.startsWith("Linux version ")) this.#boot(message, line.number);
    if (recognised || !chatter.test(text)) this.#feed(message, line.number);
    this.#prepare(message, line.number);
  }

  /** What became certain since the last call, each fingerprint once. */
  takeFresh(): Finding[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** Closes what is open, because the console ended or fell silent. */
  settle(): void {
    for (const report of this.#open) this.#close(report);
    this.#open = [];
    this.#lastFed = undefined;
    this.#leadIn = undefined;
  }

  /** A finding that comes from elsewhere than a report, such as the rules about version numbers. */
  record(finding: Finding): void {
    const earlier = this.#findings.get(finding.fingerprint);
    if (finding.severity === "error" && finding.kind !== "torture-failure")
      this.#lastCrash = finding.consoleLine + finding.lines;
    if (earlier) {
      earlier.count += finding.count;
      return;
    }
    if (this.#findings.size >= limits.findings) return;
    this.#findings.set(finding.fingerprint, finding);
    this.#fresh.push(finding);
  }

  get errors(): number {
    let errors = 0;
    for (const { severity } of this.#findings.values()) if (severity === "error") errors++;
    return errors;
  }

  /** Errors first, in the order of the console. */
  get findings(): Finding[] {
    const rank = (finding: Finding): number => (finding.severity === "error" ? 0 : 1);
    return [...this.#findings.values()].sort((a, b) => rank(a) - rank(b) || a.consoleLine - b.consoleLine);
  }

  #begin(recognised: Recognised, message: Message, number: number): void {
    const leadIn = this.#leadIn && this.#leadIn.caller === message.caller ? this.#leadIn : undefined;
    this.#leadIn = undefined;
    if (recognised.recipe.secondary && this.#followsCrash(number)) return;
    this.#retire(message);
    const foreign = message.time === undefined && this.#stamped;
    const [texts, firstLine] = leadIn ? [leadIn.texts, leadIn.number] : [[], number];
    const report = new Report(recognised, message, number, texts, firstLine, foreign);
    if (report.isOver || (report.isClear && this.#findings.has(report.finding().fingerprint))) {
      this.#close(report);
      return;
    }
    if (this.#open.length >= limits.openReports) this.#close(this.#open.shift() as Report);
    this.#open.push(report);
    this.#lastFed = report;
  }

  /** Whether an open report takes this message, though it could begin one. */
  #belongs(message: Message): boolean {
    return this.#targets(message).some((report) => report.absorbs(message));
  }

  #targets({ caller }: Message): Report[] {
    if (caller === undefined) {
      return this.#open.filter((report) => report.caller === undefined || report === this.#lastFed);
    }
    return this.#open.filter(
      (report) => report.caller === caller || report.recognised.recipe.allCallers === true,
    );
  }

  #feed(message: Message, number: number): void {
    let ended = false;
    for (const report of this.#targets(message)) {
      report.add(message, number);
      this.#lastFed = report;
      ended ||= report.isOver;
    }
    for (const report of this.#open) {
      if (number - report.firstLine <= limits.reportSpan) break;
      report.add(message, number);
      ended ||= report.isOver;
    }
    if (!ended) return;
    for (const report of this.#open.filter((r) => r.isOver)) this.#close(report);
    this.#open = this.#open.filter((report) => !report.isOver);
    if (this.#lastFed?.isOver) this.#lastFed = undefined;
  }

  /** A new report in the same context ends the one before. */
  #retire({ caller }: Message): void {
    const done = this.#open.filter((r) => r.caller === caller && (caller !== undefined || r.hasStack));
    for (const report of done) this.#close(report);
    this.#open = this.#open.filter((report) => !done.includes(report));
  }

  #close(report: Report): void {
    const finding = report.finding();
    if (finding.kind === "oom" && this.#tortureSeen) finding.severity = "error";
    if (this.#noise.isIgnored(finding.title, finding.text)) return;
    this.record(finding);
  }

  #followsCrash(number: number): boolean {
    return (
      number - this.#lastCrash < limits.reportSpan ||
      this.#open.some((report) => (report.recognised.recipe.severity ?? "error") === "error")
    );
  }

  #prepare({ caller, text }: Message, number: number): void {
    if (this.#leadIn === undefined) return;
    if (number - this.#leadIn.number > 8) this.#leadIn = undefined;
    else if (this.#leadIn.caller === caller && this.#leadIn.texts.length < 8) this.#leadIn.texts.push(text);
  }

  /** The kernel's first message, seen twice: the guest has started over. */
  #boot(message: Message, number: number): void {
    if (++this.#boots < 2) return;
    const title = "unexpected kernel reboot";
    this.settle();
    this.record({
      kind: "other",
      title,
      severity: "error",
      ...(message.time === undefined ? {} : { time: message.time }),
      consoleLine: number,
      lines: 1,
      text: message.text,
      truncated: false,
      count: 1,
      fingerprint: fingerprintOf("other", title, undefined),
    });
  }
}
