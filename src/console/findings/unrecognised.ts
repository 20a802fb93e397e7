import { fingerprintOf } from "./fingerprint.ts";
import { parseInstructionPointer } from "./frames.ts";
import type { Message } from "./message.ts";
import type { Recipe } from "./recipes/recipe.ts";
import { type Identity, Report } from "./report.ts";

/** die() of all architectures ends its first line so. */
const counter =
  /\[#\d{1,6}\](?::|$| (?:PREEMPT|SMP|DEBUG_PAGEALLOC|KASAN|NOPTI|PTI|ARM|THUMB2?|LE|BE|PAGE_SIZE)\b| *$)/;
const dump = /^\s*(?:(?:Tainted: )?CPU: \d+ .*\bComm: |Call [Tt]race:|Backtrace: ?$)/;
const endTrace = /^\s*---\[ end trace /;
/** Stacks that somebody asked for. */
const asked = /^(?:sysrq: |NMI backtrace for cpu |Sending NMI )/;
const trace = /^\s*(?:Call [Tt]race:|Backtrace:)/;

const unrecognised: Recipe = { begins: /^/, title: "unrecognised report in {function}" };

/** What a message without a header begins when no report is open. */
export type Opening = "report" | "dump";

/** @returns `report` where the kernel counted it as an oops, `dump` where it shows a stack, or says that it did */
export function openingOf(text: string): Opening | undefined {
  if (text.includes("[#") && counter.test(text)) return "report";
  return dump.test(text) || endTrace.test(text) || asked.test(text) ? "dump" : undefined;
}

/**
 * A dump that no header announced. It is a report, whatever its words, when the kernel counted an oops, ended it
 * with `end trace`, or showed registers of kernel mode and then a stack; else a stack for information.
 */
export class Unrecognised extends Report {
  readonly #asked: boolean;
  #isReport: boolean;
  #registers = false;

  constructor(opening: Opening, message: Message, number: number) {
    const match = unrecognised.begins.exec("") as RegExpExecArray;
    super({ kind: "other", recipe: unrecognised, match }, { ...message, text: "" }, number, [], number);
    this.#asked = asked.test(message.text);
    this.#isReport = opening === "report";
    this.add(message, number);
  }

  /** Something is wrong: not only a stack for information. */
  get isReport(): boolean {
    return this.#isReport && !this.#asked;
  }

  override add(message: Message, number: number): void {
    const { text } = message;
    if (endTrace.test(text) || (this.#registers && trace.test(text))) this.#isReport = true;
    this.#registers ||= !this.hasStack && parseInstructionPointer(text) !== undefined;
    super.add(message, number);
  }

  /** The empty header has no line of its own. */
  override get text(): string {
    return super.text.replace(/^\n/, "");
  }

  override identity(): Identity {
    const identity = super.identity();
    if (this.isReport) return identity;
    const title = identity.title.replace("unrecognised report", "stack without a report");
    return { ...identity, title, severity: "notice", fingerprint: fingerprintOf("other", title, undefined) };
  }
}
