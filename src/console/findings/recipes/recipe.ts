import type { Group } from "../groups/group.ts";

/**
 * One kind of report: how it begins and what to make of it. Data only; `report.ts`, `stack.ts` and `guilty/` follow it.
 * A new kind is a new row, and its cases in `test/console`.
 */
export interface Recipe {
  /** What begins it: tried on the message without printk's prefixes. Named groups fill the title and the finding. */
  readonly begins: RegExp;
  /** `{name}` is a named group of `begins` or `detail`; ` in {function}` goes where no function is known. */
  readonly title: string;
  /** Further titles under which the same bug may be known: elsewhere, or by another check. */
  readonly also?: readonly string[];
  /** What else names it, tried on the report's further lines until it matches; its named groups add to `begins`'s. */
  readonly detail?: RegExp;
  /** The main stack, where it is not the reporting context's own: the announcing line of the section. */
  readonly stack?: RegExp;
  /**
   * Where the search for the guilty function starts.
   * - `header` (default): at the function that the header (`function`) or else the registers name
   * - `detail`: the same, but the header's function is right unless it is a common one, whatever the stack says
   * - `check`: the header's function itself, or the caller of one that checks on others' behalf (groups/checks.ts)
   * - `stack`: at the innermost function of the main stack
   * - `interrupted`: behind the interrupt that reports; the innermost dispatcher's callee
   * - `waits`: what a stuck task waits for
   * - `recursion`: behind the stack's long recursion
   * - `worker`: the work in flight, else what the worker that is shown is busy with
   * - `none`: no function belongs in the title
   */
  readonly start?:
    | "header"
    | "detail"
    | "check"
    | "stack"
    | "interrupted"
    | "waits"
    | "recursion"
    | "worker"
    | "none";
  /** What to skip beside the common groups (groups/index.ts). */
  readonly skip?: readonly Group[];
  /** The title where no stack names a function; default `title` without ` in {function}`. */
  readonly alone?: string;
  /** While such a report is open these messages belong to it, though they could start one. */
  readonly belongs?: RegExp;
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
}

/** `foo+0x12/0x34`, perhaps with a module. */
export const functionAt = "(?<function>[A-Za-z_][\\w.$]*)(?:\\+0x[0-9a-f]+\\/0x[0-9a-f]+)?";

/** What comes with every oops and may be mistaken for another one. */
export const oopsFollowUps =
  /^(?:Oops\b|Internal error|invalid opcode|general protection fault|KASAN: |BUG: kernel NULL|Unable to handle|BUG: [Uu]nable to handle|Kernel panic - not syncing: .*(?:Fatal exception|Oops|panic_on_warn)|note: |Fixing recursive fault|WARNING: (?:kernel stack|stack )|monitor event|illegal operation|RIP:|#PF|Insufficient stack space|[A-Z][\w ]+\[#\d+\]:|[\w ]+: [0-9a-f]{4} \[#\d+\]|kernel BUG at|Kernel BUG at|[Kk]ernel BUG \[#|8<--- cut here|------------\[ cut here)/;
