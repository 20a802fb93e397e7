import { isDispatcher, isIdle, isStallReporter } from "../groups/dispatchers.ts";
import { isBottom, isCommon, isInterrupt } from "../groups/index.ts";
import type { Section, StackFrame } from "../stack.ts";
import { framesOf, innermost, sameContext } from "./search.ts";

/** Whom a stall or lockup names: CPUs, and tasks that block a grace period. */
export interface Accused {
  readonly cpus: ReadonlySet<number>;
  readonly pids: ReadonlySet<number>;
}

/**
 * Who kept a CPU busy when the timer or NMI came: the function that the innermost dispatcher called. The accused CPU's
 * dump counts, then the accused tasks', then any other; that of the grace-period kthread never does. A CPU that idled
 * says `do_idle`, if nobody says more.
 */
export function busyFunction(sections: readonly Section[], accused: Accused): string | undefined {
  const rank = ({ role, cpu, pid }: Section): number => {
    if (cpu !== undefined && accused.cpus.has(cpu)) return 0;
    if (pid !== undefined && accused.pids.has(pid)) return 1;
    return role === "last-ran" ? 3 : 2;
  };
  const candidates = sections
    .filter((section) => section.frames.length > 0 && isWitness(section))
    .map((section, i) => ({ section, i, rank: rank(section) }))
    .toSorted((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ section }) => behindReporter(framesOf(section)))
    .filter((frames) => frames.length > 0);
  for (const frames of candidates) {
    const name = isIdling(frames) ? undefined : entryPoint(frames);
    if (name !== undefined) return name;
  }
  if (candidates.some(isIdling)) return "do_idle";
  return undefined;
}

const gracePeriodKthread = /^rcu_gp_(?:kthread|fqs_loop|init|cleanup)$/;

function isWitness({ role, frames }: Section): boolean {
  if (role !== "main" && role !== "last-ran") return false;
  return !frames.some(({ name }) => gracePeriodKthread.test(name));
}

/** What was running when the tick or NMI came in that prints the stack. */
export function behindReporter(frames: readonly StackFrame[]): readonly StackFrame[] {
  const entry = frames.findIndex(isInterrupt);
  const above = entry < 0 ? frames : frames.slice(0, entry);
  const reporter = above.findIndex((frame) => !frame.register && isStallReporter(frame));
  if (reporter < 0) return frames;
  let at = frames.findIndex(
    (frame, i) => i > reporter && (frame.register || frame.interrupted || isInterrupt(frame)),
  );
  if (at < 0) {
    // No entry is known: what is left behind the reporters.
    at = reporter;
    while (
      at < frames.length &&
      (isStallReporter(frames[at] as StackFrame) || isCommon(frames[at] as StackFrame))
    )
      at++;
    return frames.slice(at);
  }
  while (at < frames.length && isInterrupt(frames[at] as StackFrame)) at++;
  return frames.slice(at);
}

function isIdling(frames: readonly StackFrame[]): boolean {
  const end = frames.findIndex((frame, i) => i > 0 && isDispatcher(frame) && !isIdle(frame));
  return (end < 0 ? frames : frames.slice(0, end)).some(
    (frame, i) => isIdle(frame) && (i === 0 || !frame.register),
  );
}

/** The function that names the work a stack is busy with; undefined where the stack says nothing. */
export function entryPoint(frames: readonly StackFrame[]): string | undefined {
  const own = sameContext(frames);
  const inContext = dispatched(own);
  if (inContext !== undefined) return inContext;
  if (own.length < frames.length && !own.some((frame) => !isCommon(frame)))
    return entryPoint(
      frames
        .slice(own.length)
        .filter((frame, i) => i > 0 || !isInterrupt(frame))
        .map(unmarked),
    );
  return innermost(frames, isCommon)?.name ?? fallback(own);
}

const unmarked = (frame: StackFrame, i: number): StackFrame =>
  i === 0 ? { ...frame, interrupted: false } : frame;

function dispatched(frames: readonly StackFrame[]): string | undefined {
  for (let at = 0; at < frames.length; at++) {
    const frame = frames[at] as StackFrame;
    if (/^(?:smp_call_function|on_each_cpu)/.test(frame.name)) return "smp_call_function";
    if (isSystemCall(frames, at)) return withoutWrapper(frame.name);
    const called = frames[at - 1];
    if (called === undefined || !isDispatcher(frame)) continue;
    if (!isDispatcher(called) && !isCommon(called) && !isIdle(called)) return withoutWrapper(called.name);
  }
  return undefined;
}

/** A system call that has an operation of its own. A plain `sys_` counts where nothing but an entry is below. */
function isSystemCall(frames: readonly StackFrame[], at: number): boolean {
  const frame = frames[at] as StackFrame;
  if (!systemCall.test(frame.name) || isDispatcher(frame)) return false;
  const below = frames[at + 1];
  return !frame.name.startsWith("sys_") || below === undefined || isDispatcher(below);
}

/** Caught in the dispatchers themselves: the outermost of them that is not everybody's. */
function fallback(frames: readonly StackFrame[]): string | undefined {
  const outermost = frames.findLast((frame) => !isBottom(frame) && !isIdle(frame) && !isInterrupt(frame));
  return outermost && withoutWrapper(outermost.name);
}

const systemCall =
  /^(?:__(?:x64|ia32|arm64|s390x?|riscv|powerpc|loongarch)_|__se_|__do_)?(?:compat_)?sys_|^(?:ksys|SyS|SYSC|C_SYSC|compat_SyS)_/;

/** A system call's name without what architectures and compat layers put around it. */
function withoutWrapper(name: string): string {
  return systemCall.test(name) ? name.replace(systemCall, "sys_") : name;
}
