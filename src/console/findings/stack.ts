import { limits } from "../limits.ts";
import { type Frame, parseFrame, parseInstructionPointer, parseLink } from "./frames.ts";
import { isBottom } from "./groups/index.ts";

/** What a part of a report's stacks is. */
export type Role =
  /** The reporting context's own stack, or that of a CPU or task which the report is about. */
  | "main"
  /** Somebody else's: an allocation, a lock's history, what disabled preemption. */
  | "side"
  /** The grace-period kthread's: it shows that the kthread waits, not why. */
  | "grace-period-kthread"
  /** The CPU on which that kthread ran last: it may have kept the kthread from running. */
  | "last-ran";

export interface StackFrame extends Frame {
  /** Registers name it. */
  readonly register: boolean;
  /** An interrupt ended between the frame before and this one: `</IRQ>`. */
  readonly interrupted: boolean;
}

export interface Section {
  readonly role: Role;
  /** The line that announced it. */
  readonly header: string;
  cpu: number | undefined;
  pid: number | undefined;
  /** Innermost first; the instruction pointer that registers show counts as a frame. */
  readonly frames: StackFrame[];
  /** What the registers say to be returned to. */
  link: Frame | undefined;
  /** It has frames of a stack dump, not of registers alone. */
  hasTrace: boolean;
}

const markers = /<\/?(?:IRQ|EOI|NMI|TASK|SOFTIRQ|EOE|#DF|UNK|ENTRY_TRAMPOLINE|exception stack)>/g;
const interruptBegins = /<(?:IRQ|SOFTIRQ)>/;
const interruptEnds = /<\/(?:IRQ|SOFTIRQ)>|<(?:EOI|EOE)>/;
const traceHeader =
  /^\s*(?:Call [Tt]race:|Backtrace:|backtrace(?:\s*\(crc \w+\))?:|Stack traceback|\[<[0-9a-f]+>\] Call Trace)/;
const sideHeader =
  /^\s*(?:(?:Last potentially related|Second to last|Allocated|Freed|allocated|freed|Object (?:allocated|freed)|INFO: (?:Allocated|Freed)|Slab INFO|Uninit was|Local variable|Bytes |Free'd by|Memory was freed|Preemption disabled|preemption disabled)\b|page (?:last|has been|_owner)|(?:hard|soft)irqs last|(?:read|write|read-write|assert no \w+) to |Reported by |value changed)/;
const lockHeader = /-> #\d+ |\bat:$|was registered at:|dependenc(?:y|ies) between/;
const identity = /^(?:Tainted: )?CPU: (\d+) (?:UID: \d+ )?PID: (\d+) Comm: /;
const backtraceOf = /^NMI backtrace for cpu (\d+)\b(?! skipped)/;
const dumpOf = /^Task dump for CPU (\d+):/;
const taskHeader =
  /^task:.{1,40}? state:.*? pid: ?(\d+)|^\S.{0,31}?\s+[RSDTtXZPI] +(?:running task|[0-9a-f]{8,16})? *\d+ +(\d+) +\d+ 0x[0-9a-f]{8}|^\S.{0,15}?\s+[RSDTtXZPI]\d* +(\d+) +\d+ 0x[0-9a-f]{8}/;
const kthreadDump = /RCU grace-period kthread stack dump/;
const lastRan = /where RCU GP kthread last ran/;

/** Whether a stack that follows is not the reporting context's. Words first: lines may be long. */
function isSideHeader(text: string): boolean {
  if (sideHeader.test(text)) return true;
  const perhaps =
    text.endsWith("at:") || (text.includes("#") && text.includes("-> #")) || text.includes("dependenc");
  return (perhaps || text.includes("registered at:")) && lockHeader.test(text);
}

interface Label {
  readonly role?: Role;
  readonly header?: string;
  readonly cpu?: number | undefined;
  readonly pid?: number | undefined;
}

/** The stacks of one report, as its lines go by. */
export class Stacks {
  readonly sections: Section[] = [];
  #frames = 0;
  /** What the next section will be. */
  #label: Label = {};
  /** The next frame or register belongs to a new section. */
  #closed = true;
  /** Frames of the interrupt that the section is in. */
  #inInterrupt = 0;
  #interruptEnded = false;

  /** Takes a line of the report; says whether it is one of a stack dump. */
  line(text: string): boolean {
    if (traceHeader.test(text)) {
      // Registers stand above the trace that they belong to.
      const current = this.sections.at(-1);
      if (this.#closed || !current || current.hasTrace || current.role === "side") this.#open();
      return true;
    }
    if (isSideHeader(text)) {
      this.#label = { role: "side", header: text };
      this.#open();
      return true;
    }
    if (this.#labels(text)) return true;
    const named = text.includes("+0x") || text.includes(":");
    const pointer = named ? parseInstructionPointer(text) : undefined;
    if (pointer !== undefined) {
      this.#push(pointer, false);
      return true;
    }
    const caller = named ? parseLink(text) : undefined;
    if (caller !== undefined) {
      const current = this.#closed ? undefined : this.sections.at(-1);
      if (current) current.link ??= caller;
      return true;
    }
    const bare = text.includes("<") ? text.replace(markers, "") : text;
    if (bare !== text) {
      if (interruptEnds.test(text) && this.#inInterrupt > 0) this.#interruptEnded = true;
      if (interruptBegins.test(text) || interruptEnds.test(text)) this.#inInterrupt = 0;
    }
    const frame = parseFrame(bare);
    if (frame) this.#push(frame, true);
    return frame !== undefined || bare !== text;
  }

  get hasFrames(): boolean {
    return this.sections.some(({ hasTrace }) => hasTrace);
  }

  /** The last of the main stacks shows where its task began: nothing that matters is missing. */
  get isWhole(): boolean {
    const last = this.sections.findLast(({ role }) => role === "main");
    return last?.hasTrace === true && last.frames.some(isBottom);
  }

  /** Whose stack comes next. */
  #labels(text: string): boolean {
    const cpu = backtraceOf.exec(text) ?? dumpOf.exec(text);
    if (cpu) {
      this.#next({ cpu: Number(cpu[1]) });
      return true;
    }
    if (kthreadDump.test(text) || lastRan.test(text)) {
      this.#next({ role: kthreadDump.test(text) ? "grace-period-kthread" : "last-ran" });
      return true;
    }
    const who = identity.exec(text);
    if (who) {
      // The line stands between the registers and the header of one context's dump.
      const current = this.#closed ? undefined : this.sections.at(-1);
      if (current && !current.hasTrace && current.role !== "side") {
        current.cpu ??= Number(who[1]);
        current.pid ??= Number(who[2]);
        return true;
      }
      if (current) this.#next({});
      this.#label = { ...this.#label, cpu: this.#label.cpu ?? Number(who[1]), pid: Number(who[2]) };
      return true;
    }
    const task = taskHeader.exec(text);
    if (!task) return false;
    const { role, cpu: of } = this.#label;
    this.#next({ pid: Number(task[1] ?? task[2] ?? task[3]), cpu: of, ...(role && { role }) });
    return true;
  }

  #next(label: Label): void {
    const { role } = this.#label;
    this.#label = label.role === undefined && role === "last-ran" ? { ...label, role } : label;
    this.#closed = true;
  }

  #open(): void {
    const { role = "main", header = "", cpu, pid } = this.#label;
    this.#label = {};
    this.#closed = false;
    this.#inInterrupt = 0;
    this.#interruptEnded = false;
    if (this.sections.length >= 64) return;
    this.sections.push({ role, header, cpu, pid, frames: [], link: undefined, hasTrace: false });
  }

  #push(frame: Frame, ofTrace: boolean): void {
    if (this.#frames >= limits.frames) return;
    if (this.#closed) this.#open();
    const section = this.sections.at(-1) as Section;
    this.#frames++;
    this.#inInterrupt++;
    section.frames.push({ ...frame, register: !ofTrace, interrupted: this.#interruptEnded });
    this.#interruptEnded = false;
    if (ofTrace) section.hasTrace = true;
  }
}

/** Reliable frames; all of them where the kernel can mark none (no frame pointers, no ORC). */
export function reliable(frames: readonly StackFrame[]): readonly StackFrame[] {
  const sure = frames.some(({ unreliable, register }) => !unreliable && !register);
  if (!sure && frames.some(({ unreliable }) => unreliable)) return frames;
  let ended = false;
  return frames.flatMap((frame) => {
    ended ||= frame.interrupted;
    if (frame.unreliable) return [];
    const kept = ended === frame.interrupted ? frame : { ...frame, interrupted: ended };
    ended = false;
    return [kept];
  });
}
