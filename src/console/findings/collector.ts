import type { Finding } from "../../results/schema.ts";
import { flag } from "../keywords.ts";
import { limits } from "../limits.ts";
import type { Noise } from "../noise.ts";
import type { MessageSink, RawLine } from "../recording/recording.ts";
import { Boots } from "./boots.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { Folded } from "./folded.ts";
import { type Header, headerOf } from "./headers.ts";
import type { Message } from "./message.ts";
import type { Recognised } from "./recipes/index.ts";
import { type Identity, Report } from "./report.ts";
import { openingOf, Unrecognised } from "./unrecognised.ts";

const cutHere = /^-{5,}\[ cut here \]-{5,}|^8<--- cut here ---|^={20,}$/;

/** What a torture test prints about itself, also in the middle of another context's report. */
const chatter = /^(?:[\w-]{1,40}-(?:torture|scale)|scftorture|smpboot):/;

/** Lines that led up to a header: from `cut here` or a rule to it. */
interface LeadIn {
  readonly caller: string | undefined;
  readonly number: number;
  readonly texts: string[];
}

/** A report whose text is on the console again, folded or dropped: its lines are nobody else's. */
interface Echo {
  readonly caller: string | undefined;
  readonly until: number;
}

/** Lines that a report has, most of the time. */
const usualLength = 100;

/** Turns interesting lines into findings, folded by fingerprint. Bounded, whatever the console holds. */
export class Collector implements MessageSink {
  readonly #noise: Noise;
  readonly #folded = new Folded();
  readonly #boots = new Boots();
  #open: Report[] = [];
  #lastFed: Report | undefined;
  #leadIn: LeadIn | undefined;
  #echo: Echo | undefined;
  #tortureSeen = false;
  /** A line with the kernel's time stamp was among those that were looked at: at the latest its version. */
  #stamped = false;
  /** Where the last report that fails the guest ended: what follows from it is no news. */
  #lastCrash = Number.NEGATIVE_INFINITY;

  constructor(noise: Noise) {
    this.#noise = noise;
  }

  /** The console has lines of a torture test. */
  set tortureSeen(seen: boolean) {
    this.#tortureSeen = seen;
  }

  get wantsAll(): boolean {
    return this.#open.length > 0 || this.#leadIn !== undefined;
  }

  messages(messages: readonly Message[], line: RawLine): void {
    for (const message of messages) this.#message(message, line);
  }

  #message(message: Message, line: RawLine): void {
    const { text } = message;
    this.#stamped ||= message.time !== undefined;
    if (cutHere.test(text)) {
      this.#feed(message, line.number);
      this.#leadIn = { caller: message.caller, number: line.number, texts: [text] };
      return;
    }
    const isCandidate = (line.flags & flag.candidate) !== 0;
    if (isCandidate && this.#boots.isReboot(message, line.earlier)) this.#reboot(message, line.number);
    const header = isCandidate ? headerOf(text) : undefined;
    if (header !== undefined && this.#header(header, message, line.number)) return;
    if (header !== undefined || !chatter.test(text)) this.#feed(message, line.number);
    if (isCandidate && header === undefined) this.#headless(message, line.number);
    this.#prepare(message, line.number);
  }

  /** Takes a message with a header; says whether it began a report. */
  #header({ recognised, at }: Header, message: Message, number: number): boolean {
    const { text } = message;
    const ours = at === 0 ? message : { ...message, text: text.slice(at) };
    if (this.#belongs(ours) || this.#noise.isHarmless(text)) return false;
    if (text.slice(0, at).trim() !== "") this.#feed({ ...message, text: text.slice(0, at) }, number);
    this.#begin(recognised, ours, number);
    return true;
  }

  /** Takes a message that may be of a report that has no header, or an unknown one. */
  #headless(message: Message, number: number): void {
    if (this.#folded.isFull) return;
    const opening = openingOf(message.text);
    if (opening === undefined) return;
    const targets = this.#targets(message);
    if (opening === "report" ? targets.some((report) => !report.hasStack) : targets.length > 0) return;
    const echo = this.#echo;
    if (opening === "dump" && echo !== undefined && number < echo.until && echo.caller === message.caller)
      return;
    this.#retire(message);
    this.#push(new Unrecognised(opening, message, number));
  }

  /** What became certain since the last call, each fingerprint once. */
  takeFresh(): Finding[] {
    return this.#folded.takeFresh();
  }

  /** Closes what is open, because the console ended or fell silent. */
  settle(): void {
    for (const report of this.#open) {
      report.cut();
      this.#close(report);
    }
    this.#open = [];
    this.#lastFed = undefined;
    this.#leadIn = undefined;
  }

  /** A finding that comes from elsewhere than a report, such as the rules about version numbers. */
  record(finding: Finding): void {
    this.#crashed(finding, finding.consoleLine + finding.lines);
    this.#folded.add(finding);
  }

  get errors(): number {
    return this.#folded.errors;
  }

  get findings(): Finding[] {
    return this.#folded.all;
  }

  #begin(recognised: Recognised, message: Message, number: number): void {
    const leadIn = this.#leadIn && this.#leadIn.caller === message.caller ? this.#leadIn : undefined;
    this.#leadIn = undefined;
    if (recognised.recipe.secondary && this.#followsCrash(number)) {
      this.#echo = { caller: message.caller, until: number + usualLength };
      return;
    }
    this.#retire(message);
    const foreign = message.time === undefined && this.#stamped;
    const [texts, firstLine] = leadIn ? [leadIn.texts, leadIn.number] : [[], number];
    const report = new Report(recognised, message, number, texts, firstLine, foreign);
    const identity = report.isClear ? report.identity() : undefined;
    const isKnown = identity !== undefined && this.#folded.has(identity.fingerprint);
    if (this.#folded.isFull && !isKnown) this.#drop(report, number);
    else if (report.isOver || isKnown) this.#close(report, number, identity);
    else this.#push(report);
  }

  #push(report: Report): void {
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
    const done = this.#open.filter(
      (r) => r.caller === caller && (caller !== undefined || r.hasStack || r instanceof Unrecognised),
    );
    for (const report of done) this.#close(report);
    this.#open = this.#open.filter((report) => !done.includes(report));
  }

  #close(report: Report, number = report.lastLine, identity?: Identity): void {
    if (report instanceof Unrecognised && !report.hasStack && !report.isReport) return;
    this.#echo = { caller: report.caller, until: number + usualLength };
    const known = identity ?? report.identity();
    if (this.#noise.isIgnored(known.title, report)) return;
    if (known.kind === "oom" && this.#tortureSeen) known.severity = "error";
    if (this.#folded.again(known.fingerprint)) this.#crashed(known, report.firstLine + report.span);
    else this.record(report.finding(known));
  }

  /**
   * Passes over a report that would not be kept: from there on only those are counted whose headers tell that they are
   * known, so that the rest of a flood costs little.
   */
  #drop({ caller, recognised: { kind, recipe } }: Report, number: number): void {
    this.#echo = { caller, until: number + usualLength };
    const { severity = recipe.needsStack ? "notice" : "error" } = recipe;
    this.#crashed({ severity, kind }, number + 1);
  }

  /** @param end the line after the report's last one */
  #crashed({ severity, kind }: Pick<Finding, "severity" | "kind">, end: number): void {
    if (severity === "error" && kind !== "torture-failure") this.#lastCrash = end;
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

  /** The guest has started over. */
  #reboot(message: Message, number: number): void {
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
