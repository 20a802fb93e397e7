import type { Finding } from "../../results/schema.ts";
import { limits } from "../limits.ts";
import { fingerprintOf, withoutNumbers } from "./fingerprint.ts";
import { bareName } from "./frames.ts";
import { isGeneric, isReporting } from "./generic.ts";
import type { Message } from "./message.ts";
import type { Recognised } from "./recipes/index.ts";
import type { Recipe } from "./recipes/recipe.ts";
import { Stacks } from "./stack.ts";

const words = String.raw`Modules linked in|CPU|Hardware name|Comm|Tainted|Workqueue|Call [Tt]race|Code|Stack|Backtrace|RIP|EIP|RSP|RAX|RBX|RDX|RBP|R\d\d|EAX|ESI|ESP|FS|CS|DS|ES|CR\d|DR\d|PKRU|NIP|LR|CTR|MSR|CFAR|DAR|REGS|GPR\d+|XER|IRQMASK|Krnl|Last Breaking|Failing address|Fault in|AS:|pstate|pc|lr|sp|x\d+|r\d+|PC|psr|Flags|Control|Register|Process|epc|gp|tp|t0|s0|a\d|status|Mem abort|Data abort|ESR|EC|SET|EA|FSC|ISV|CM|FAR|swapper pgtable|user pgtable|\[[0-9a-f]{8,16}\] pgd|BAD|Oops|Internal error|#PF|PGD|P4D|KASAN|Read of|Write of|Allocated by|Freed by|The buggy|page:|page dumped|flags:|raw:|head:|Memory state|Last potentially|Second to last|Uninit was|Local variable|Bytes \d|Memory access|value changed|read to|write to|read-write|Reported by|other info|stack backtrace|but task|but there|and this task|and the lock|which lock|which would|the existing|the dependencies|the shortest|and interrupts|Chain exists|Possible|May be due|\d+ locks? held|no locks held|context-|irq event|hardirqs|softirqs|inconsistent|rcu_scheduler|NMI|Sending NMI|task:|INFO: lockdep|unreferenced|comm|hex dump|backtrace|note:|Kernel Offset|Rebooting|Preemption disabled|in_atomic|preempt_count|RCU nest|caller is|Showing|Pid:|lock:|\.owner|Object|Padding|Redzone|Slab|Disabling lock|ODEBUG|list_|refcount_t|SMP|PREEMPT|Mem-Info|Node \d|turning off|depth:|Please attach|which belongs`;
const others = String.raw`[=-]{8}|---\[|\]---|\{|\.\.\. |\*\*\*|-> #|rcu: |to a |(?:kernel|include|mm|net|fs|drivers|arch|lib)\/|[><\[(#|+*]|\S{1,64}\/\d+ (?:is|just|\[|:)`;
/** Lines that reports consist of, stack frames aside. Blank lines and indented ones too. */
const body = new RegExp(`^(?:$|\\s|${others}|(?:${words})\\b)`);

/** One report being collected: which lines are its own, and what they tell. */
export class Report {
  readonly recognised: Recognised;
  readonly caller: string | undefined;
  readonly firstLine: number;
  readonly #header: Message;
  readonly #needsStack: boolean;
  readonly #stacks = new Stacks();
  readonly #groups: Record<string, string> = {};
  readonly #texts: string[] = [];
  #characters = 0;
  #truncated = false;
  #pending: string[] = [];
  #idle = 0;
  #lastLine: number;
  #lastTime: number | undefined;
  #detailed: boolean;
  #rules = 0;
  #ended = false;

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
      if (match) {
        this.#take(match.groups);
        this.#detailed = true;
      }
    }
    const ours = this.#stacks.line(text) || body.test(text);
    this.#facts(text);
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

  /** The finding that the lines so far make. */
  finding(): Finding {
    const { kind, recipe } = this.recognised;
    const groups = this.#groups;
    const name = recipe.function === "none" ? undefined : this.#function();
    const title = this.#title(name);
    const file = groups.file === undefined ? undefined : sourcePath(groups.file);
    const line = Number(groups.line);
    const cpu = groups.cpu ?? groups.cpu2 ?? groups.cpu3;
    const severity = this.#needsStack && !this.hasStack ? "notice" : (recipe.severity ?? "error");
    return {
      kind,
      title,
      severity,
      ...(file === undefined ? {} : { file }),
      ...(file !== undefined && line > 0 ? { line } : {}),
      ...(name === undefined ? {} : { function: name }),
      ...(groups.task === undefined ? {} : { task: groups.task }),
      ...(groups.pid === undefined ? {} : { pid: Number(groups.pid) }),
      ...(cpu === undefined ? {} : { cpu: Number(cpu) }),
      ...(this.#header.time === undefined ? {} : { time: this.#header.time }),
      consoleLine: this.firstLine,
      lines: Math.max(1, this.#lastLine - this.firstLine + 1),
      text: this.#texts.join("\n"),
      truncated: this.#truncated,
      count: 1,
      fingerprint: fingerprintOf(kind, title, file),
    };
  }

  /** Title and fingerprint stand already with the header: nothing in the body could change them. */
  get isClear(): boolean {
    const { recipe } = this.recognised;
    const name = this.#groups.function;
    return (
      recipe.detail === undefined &&
      (recipe.function ?? "header") !== "stack" &&
      recipe.function !== "interrupted" &&
      recipe.belongs === undefined &&
      name !== undefined &&
      !isMachinery(recipe, bareName(name))
    );
  }

  #function(): string | undefined {
    const stacks = this.#stacks;
    const named = this.#groups.function === undefined ? undefined : bareName(this.#groups.function);
    const pointer = stacks.instruction;
    const specific = (name: string | undefined): string | undefined =>
      name === undefined || isGeneric(name) ? undefined : name;
    switch (this.recognised.recipe.function ?? "header") {
      case "interrupted":
        return stacks.interrupted;
      case "named":
        if (named !== undefined && !isReporting(named)) return named;
        return specific(pointer) ?? stacks.guilty ?? named ?? pointer ?? stacks.top;
      case "stack":
        return stacks.guilty ?? specific(pointer) ?? named ?? stacks.top;
      default:
        return specific(named) ?? specific(pointer) ?? stacks.guilty ?? named ?? pointer ?? stacks.top;
    }
  }

  #title(name: string | undefined): string {
    const rest = this.#header.text.trim();
    const values: Record<string, string | undefined> = {
      ...this.#groups,
      function: name,
      message: rest.replace(/^.*?not syncing: |,? exitcode=.*$/g, "").trim(),
      text: withoutNumbers((this.#groups.what ?? rest).replace(/^(?:WARNING|BUG): /, "").trim()),
      both: this.#groups.both?.replace(/[\w.$]+(?:\+0x[0-9a-f]+\/0x[0-9a-f]+)?/g, (f) =>
        bareName(f.replace(/\+.*/, "")),
      ),
    };
    const template = this.recognised.recipe.title;
    const filled = (name === undefined ? template.replace(/ in \{function\}/, "") : template).replace(
      /\{(\w+)\}/g,
      (_, key: string) => values[key] ?? "",
    );
    return filled.replace(/\s+/g, " ").trim().slice(0, 200);
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

  #take(groups: Record<string, string | undefined> | undefined): void {
    for (const [key, value] of Object.entries(groups ?? {})) {
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

/** Whether a header's function is passed over in the search for the guilty one. */
function isMachinery(recipe: Recipe, name: string): boolean {
  return recipe.function === "named" ? isReporting(name) : isGeneric(name);
}

/** A source path relative to the tree: some builds print absolute or `./` ones. */
function sourcePath(path: string): string {
  const known =
    /(?:^|\/)((?:arch|block|certs|crypto|drivers|fs|include|init|io_uring|ipc|kernel|lib|mm|net|rust|samples|security|sound|tools|usr|virt)\/[\w./+-]+)$/.exec(
      path,
    );
  return known?.[1] ?? path.replace(/^\.\//, "");
}
