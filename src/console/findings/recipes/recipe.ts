/** How one kind of report begins, and what to make of it. Data only; `report.ts` interprets it. */
export interface Recipe {
  /** Tried on the message without printk's prefixes. Named groups fill the title and the finding. */
  readonly begins: RegExp;
  /** `{name}` is a named group of `match` or `detail`; ` in {function}` goes where no function is known. */
  readonly title: string;
  /** Tried on the report's further lines until it matches; its named groups add to `match`'s. */
  readonly detail?: RegExp;
  /**
   * Where the guilty function stands. `header` (default): the group `function`, unless generic, then the
   * instruction pointer, then the first stack. `stack`: the first stack before the instruction pointer.
   * `interrupted`: what the CPU did before the interrupt that reports, named by its entry point.
   * `named`: the group `function`, machinery or not: it is where the check stands that failed.
   * `none`: no function belongs in the title.
   */
  readonly function?: "header" | "named" | "stack" | "interrupted" | "none";
  /** `notice` is shown but fails nobody. Default `error`. */
  readonly severity?: "error" | "notice";
  /** Without a stack among its lines it is only a notice. */
  readonly needsStack?: true;
  /** Programs print such lines, too: without a stamp on a console that has them, it needs a stack as well. */
  readonly loose?: true;
  /** Takes nearly any words: a message inside of which another header begins is that one's. */
  readonly vague?: true;
  /** One message, no body: the report ends with its first line. */
  readonly oneLine?: true;
  /** Follows from any earlier report as a rule: no finding of its own while that is recent. */
  readonly secondary?: true;
  /** Other CPUs' lines belong to it too (stacks fetched by NMI). */
  readonly allCallers?: true;
  /** While such a report is open these messages belong to it, though they could start one. */
  readonly belongs?: RegExp;
}

/** `foo+0x12/0x34`, perhaps with a module. */
export const functionAt = "(?<function>[A-Za-z_][\\w.$]*)(?:\\+0x[0-9a-f]+\\/0x[0-9a-f]+)?";

/** What comes with every oops and may be mistaken for another one. */
export const oopsFollowUps =
  /^(?:Oops\b|Internal error|invalid opcode|general protection fault|KASAN: |BUG: kernel NULL|Unable to handle|BUG: [Uu]nable to handle|Kernel panic - not syncing: .*(?:Fatal exception|Oops|panic_on_warn)|note: |Fixing recursive fault|WARNING: (?:kernel stack|stack )|monitor event|illegal operation|RIP:|#PF|Insufficient stack space|[A-Z][\w ]+\[#\d+\]:|[\w ]+: [0-9a-f]{4} \[#\d+\]|kernel BUG at|Kernel BUG at|[Kk]ernel BUG \[#|8<--- cut here|------------\[ cut here)/;
