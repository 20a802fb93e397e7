import type { Membership } from "../groups/group.ts";
import { isInterrupt, isReporting } from "../groups/index.ts";
import { reliable, type Section, type StackFrame } from "../stack.ts";

/** The part of a stack in one context: what an interrupt interrupted is somebody else's doing. */
export function sameContext(frames: readonly StackFrame[]): readonly StackFrame[] {
  const end = frames.findIndex((frame, i) => i > 0 && (frame.interrupted || isInterrupt(frame)));
  return end < 0 ? frames : frames.slice(0, end);
}

/** The frames that count, with the caller that registers name where there is no stack. */
export function framesOf(section: Section): readonly StackFrame[] {
  if (section.hasTrace || section.link === undefined) return reliable(section.frames);
  return [...section.frames, { ...section.link, register: true, interrupted: false }];
}

/** The innermost function that no group passes over, within one context. */
export function innermost(frames: readonly StackFrame[], skips: Membership): StackFrame | undefined {
  return sameContext(frames).find((frame) => !skips(frame));
}

/** Where nothing is left: the innermost function that is no reporter at least. */
export function lastResort(frames: readonly StackFrame[]): string | undefined {
  const own = sameContext(frames);
  return (own.find((frame) => !isReporting(frame)) ?? own[0])?.name;
}

/**
 * The frames from a function on that the report names, with what is inlined into it: reporters that no group knows stand
 * above.
 */
export function from(frames: readonly StackFrame[], name: string | undefined): readonly StackFrame[] {
  let at = name === undefined ? -1 : frames.findIndex((frame) => frame.name === name);
  if (at < 0) return frames;
  while (at > 0 && isInlined(frames, at - 1)) at--;
  return frames.slice(at);
}

/** Frames with a place but no offset belong to the function below. */
function isInlined(frames: readonly StackFrame[], at: number): boolean {
  const frame = frames[at] as StackFrame;
  return frame.file !== undefined && !isReporting(frame) && !frame.register;
}
