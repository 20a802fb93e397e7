import type { Finding } from "../../results/schema.ts";
import { limits } from "../limits.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { bareName, sourcePath } from "./frames.ts";
import { isCommon } from "./groups/index.ts";
import { guiltyFunction, isCallersCheck } from "./guilty/guilty.ts";
import type { Message } from "./message.ts";
import type { Recognised } from "./recipes/index.ts";
import { Stacks } from "./stack.ts";
import { Suspects } from "./suspects.ts";
import { titlesOf } from "./title.ts";
import { trailOf } from "./trail.ts";

const words = String.raw`Modules linked in|CPU|Hardware name|Comm|Tainted|Workqueue|Call [Tt]race|Code|Stack|Backtrace|RIP|EIP|RSP|RAX|RBX|RDX|RBP|R\d\d|EAX|ESI|ESP|FS|CS|DS|ES|CR\d|DR\d|PKRU|NIP|LR|CTR|MSR|CFAR|DAR|REGS|GPR\d+|XER|IRQMASK|Krnl|Last Breaking|Failing address|Fault in|AS:|pstate|pc|lr|sp|x\d+|r\d+|PC|psr|Flags|Control|Register|Process|epc|gp|tp|t0|s0|a\d|status|Mem abort|Data abort|ESR|EC|SET|EA|FSC|ISV|CM|FAR|swapper pgtable|user pgtable|\[[0-9a-f]{8,16}\] pgd|BAD|Oops|Internal error|#PF|PGD|P4D|KASAN|Read of|Write of|Allocated by|Freed by|The buggy|page:|page dumped|flags:|raw:|head:|Memory state|Last potentially|Second to last|Uninit was|Local variable|Bytes \d|Memory access|value changed|read to|write to|read-write|Reported by|other info|stack backtrace|but task|but there|and this task|and the lock|which lock|which would|the existing|the dependencies|the shortest|and interrupts|Chain exists|Possible|May be due|\d+ locks? held|no locks held|context-|irq event|hardirqs|softirqs|inconsistent|rcu_scheduler|NMI|Sending NMI|task:|INFO: lockdep|unreferenced|comm|hex dump|backtrace|note:|Kernel Offset|Rebooting|Preemption disabled|in_atomic|preempt_count|RCU nest|caller is|Showing|Pid:|lock:|\.owner|Object|Padding|Redzone|Slab|Disabling lock|ODEBUG|list_|refcount_t|SMP|PREEMPT|Mem-Info|Node \d|turning off|depth:|Please attach|which belongs`;
const others = String.raw`[=-]{8}|---\[|\]---|\{|\.\.\. |\*\*\*|-> #|rcu: |to a |(?:kernel|include|mm|net|fs|drivers|arch|lib)\/|[><\[(#|+*]|\S{1,64}\/\d+ (?:is|just|\[|:)`;
/** Lines that reports consist of, stack frames aside. Blank lines and indented ones too. */
const body = new RegExp(`^(?:$|\\s|${others}|(?:${words})\\b)`);

/** What tells a bug from others: enough to count a report of one that is known. */
export interface Identity
  extends Pick<Finding, "kind" | "title" | "severity" | "function" | "file" | "fingerprint"> {
  readonly also: string[];
}

/** One report being collected: which lines are its own, and what they tell. */
export class Report {
  readonly recognised: Recognised;
  readonly caller: string | undefined;
  readonly firstLine: number;
  readonly #header: Message;
  readonly #needsStack: boolean;
  readonly #stacks = new Stacks();
  readonly #groups: Record<string, string> = {};
  readonly #suspects = new Suspects();
  readonly #texts: string[] = [];
  #characters = 0;
  #truncated = false;
  #pending: string[] = [];
  #idle = 0;
  #lastLine: number;
  #lastTime: number | undefined;
  #detailed: boolean;
  #hasDetail = false;
  #rules = 0;
  #ended = false;
  #cut = false;

  /**
   * @param before lines that led up to the header, such as `cut here`, the first at `firstLine`
   * @param foreign the header has no stamp though the kernel's lines here have them
   */
  constructor(
    recognised: Recognised,
    header: Message,
    number: number,
    before: readonly string[],
    firstLine: number,
    foreign = false,
  ) {
    this.recognised = recognised;
    const { needsStack, loose } = recognised.recipe;
    this.#needsStack = needsStack === true || (loose === true && foreign);
    this.#header = header;
    this.caller = header.caller;
    this.firstLine = firstLine;
    this.#lastLine = number;
    this.#lastTime = header.time;
    this.#take(recognised.match.groups);
    this.#suspects.line(header.text);
    this.#detailed = recognised.recipe.detail === undefined;
    for (const text of [...before, header.text]) this.#keep(text);
  }

  get isOver(): boolean {
    return this.#ended || this.recognised.recipe.oneLine === true;
  }

  /** 1-based number of the last line that is its own. */
  get lastLine(): number {
    return this.#lastLine;
  }

  /** The console ends here, in the middle of the report unless that has come to the end of its stack. */
  cut(): void {
    const { start = "header", oneLine } = this.recognised.recipe;
    this.#cut =
      start !== "none" && oneLine !== true && this.#idle === 0 && !this.#ended && !this.#stacks.isWhole;
  }

  /** Whether a message that could begin a report belongs to this one. */
  absorbs({ text, time }: Message): boolean {
    return this.recognised.recipe.belongs?.test(text) === true && !this.#isLate(time);
  }

  /** Takes a line of the report's context, whether it is part of the report or not. */
  add(message: Message, number: number): void {
    const { text, time } = message;
    if (this.#isLate(time) || number - this.firstLine > limits.reportSpan) {
      this.#ended = true;
      return;
    }
    if (!this.#detailed) {
      const match = this.recognised.recipe.detail?.exec(text);
      if (match) this.#detail(match.groups);
      else if (this.#hasDetail) this.#detailed = true;
    }
    const ours = this.#stacks.line(text) || body.test(text);
    this.#facts(text);
    this.#suspects.line(text);
    if (!ours) {
      this.#pending.push(text);
      // A message that is a report only if a stack follows waits for it no longer than a few lines.
      const patience = this.#needsStack && !this.hasStack ? 3 : 30;
      if (++this.#idle > patience) this.#ended = true;
      return;
    }
    for (const earlier of this.#pending) this.#keep(earlier);
    this.#pending = [];
    this.#idle = 0;
    this.#keep(text);
    this.#lastLine = number;
    this.#lastTime = time ?? this.#lastTime;
    if (/^---\[ end (?:trace|Kernel panic)/.test(text)) this.#ended = true;
    if (/^={40,}$/.test(text) && this.#stacks.hasFrames && ++this.#rules > 0) this.#ended = true;
  }

  get hasStack(): boolean {
    return this.#stacks.hasFrames;
  }

  /** Number of lines on the console, others' between its own included. */
  get span(): number {
    return Math.max(1, this.#lastLine - this.firstLine + 1);
  }

  get text(): string {
    return this.#texts.join("\n");
  }

  /** Which bug the lines so far show. */
  identity(): Identity {
    const { kind, recipe } = this.recognised;
    const groups = this.#groups;
    const name = this.#function();
    const file = groups.file === undefined ? undefined : sourcePath(groups.file);
    const { title, also } = titlesOf(recipe, groups, this.#header.text, name);
    const severity = this.#needsStack && !this.hasStack ? "notice" : (recipe.severity ?? "error");
    return {
      kind,
      title,
      also,
      severity,
      function: name,
      file,
      fingerprint: fingerprintOf(kind, title, file),
    };
  }

  /** The finding that the lines so far make. */
  finding(identity = this.identity()): Finding {
    const { kind, title, also, severity, function: name, file, fingerprint } = identity;
    const groups = this.#groups;
    const line = Number(groups.line);
    const trail = trailOf(kind, this.#header.text, groups.function, this.#stacks.sections);
    const cpu = groups.stuck ?? groups.stuck2 ?? groups.stuck3 ?? groups.cpu;
    return {
      kind,
      title,
      ...(also.length === 0 ? {} : { also }),
      ...(this.#cut ? { incomplete: true as const } : {}),
      ...(trail === undefined ? {} : { trail }),
      severity,
      ...(file === undefined ? {} : { file }),
      ...(file !== undefined && line > 0 ? { line } : {}),
      ...(name === undefined ? {} : { function: name }),
      ...(groups.task === undefined ? {} : { task: groups.task }),
      ...(groups.pid === undefined ? {} : { pid: Number(groups.pid) }),
      ...(cpu === undefined ? {} : { cpu: Number(cpu) }),
      ...(this.#header.time === undefined ? {} : { time: this.#header.time }),
      consoleLine: this.firstLine,
      lines: this.span,
      text: this.text,
      truncated: this.#truncated,
      count: 1,
      fingerprint,
    };
  }

  /** Title and fingerprint stand already with the header: nothing in the body could change them. */
  get isClear(): boolean {
    const { recipe } = this.recognised;
    const { function: named, file } = this.#groups;
    if (recipe.detail !== undefined || recipe.belongs !== undefined || named === undefined) return false;
    const name = bareName(named);
    if (recipe.start === "check") return !isCallersCheck({ name, file: file && sourcePath(file) });
    return recipe.start === undefined && !isCommon({ name });
  }

  #function(): string | undefined {
    const { function: named, file, pid } = this.#groups;
    return guiltyFunction(this.recognised.recipe, {
      sections: this.#stacks.sections,
      named: named === undefined ? undefined : bareName(named),
      file: file === undefined ? undefined : sourcePath(file),
      accused: this.#suspects.accused(this.#groups),
      pid: pid === undefined ? undefined : Number(pid),
    });
  }

  #facts(text: string): void {
    const groups = this.#groups;
    const identity =
      /^(?:Tainted: )?CPU: (\d+) (?:UID: \d+ )?PID: (\d+) Comm: (.+?) (?:Not tainted|Tainted:|Kdump:)/.exec(
        text,
      );
    if (identity) {
      groups.cpu ??= identity[1] as string;
      groups.pid ??= identity[2] as string;
      groups.task ??= identity[3] as string;
      return;
    }
    const holder = /^(\S{1,64})\/(\d+) (?:is trying|just changed|\[HC)/.exec(text);
    if (!holder) return;
    groups.task ??= holder[1] as string;
    groups.pid ??= holder[2] as string;
  }

  /** Takes what a detail line names. One of a function inlined into another is followed by the other's: a common function gives way. */
  #detail(groups: Record<string, string | undefined> | undefined): void {
    const { function: before } = this.#groups;
    const next = groups?.function;
    if (this.#hasDetail && before !== undefined && next !== undefined && isCommon({ name: bareName(before) }))
      this.#groups.function = next;
    this.#take(groups);
    this.#hasDetail = true;
    const { function: named } = this.#groups;
    this.#detailed = next === undefined || named === undefined || !isCommon({ name: bareName(named) });
  }

  #take(groups: Record<string, string | undefined> | undefined): void {
    for (const key in groups) {
      const value = groups[key];
      if (value !== undefined) this.#groups[key] ??= value;
    }
  }

  #isLate(time: number | undefined): boolean {
    if (time === undefined || this.#lastTime === undefined) return false;
    // Clocks of CPUs differ, and are set during boot: earlier is not late.
    return time - this.#lastTime > (this.#stacks.hasFrames ? 10 : 30);
  }

  #keep(text: string): void {
    const shown = text.length > 500 ? `${text.slice(0, 500)}…` : text;
    this.#characters += shown.length + 1;
    if (this.#texts.length >= limits.findingLines || this.#characters > limits.findingCharacters)
      this.#truncated = true;
    else this.#texts.push(shown);
  }
}
