import { isDispatcher } from "../groups/dispatchers.ts";
import type { Membership } from "../groups/group.ts";
import type { StackFrame } from "../stack.ts";

/** As often must a function stand on a stack to be called a long recursion. */
const long = 4;

/**
 * The function that called into a long recursion: the same whichever leaf met the end of the stack. Where that is no
 * longer on the dump or a mere dispatcher, the outermost function of the recursion. Undefined where there is none.
 */
export function beforeRecursion(frames: readonly StackFrame[], skips: Membership): string | undefined {
  const times = new Map<string, number>();
  for (const { name } of frames) times.set(name, (times.get(name) ?? 0) + 1);
  const recurs = (frame: StackFrame): boolean => (times.get(frame.name) ?? 0) >= long;
  const last = frames.findLastIndex(recurs);
  if (last < 0) return undefined;
  const caller = frames.slice(last + 1).find((frame) => !skips(frame));
  if (caller && !isDispatcher(caller) && !/(?:^|_)(?:sys|SyS|SYSC)_/.test(caller.name)) return caller.name;
  return (frames.findLast((frame) => recurs(frame) && !skips(frame)) ?? frames[last])?.name;
}
