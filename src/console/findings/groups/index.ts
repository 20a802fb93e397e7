import { entries } from "./entries.ts";
import { type Group, membersOf } from "./group.ts";
import { libraries } from "./libraries.ts";
import { memory } from "./memory.ts";
import { reporting } from "./reporting.ts";
import { waiting } from "./waiting.ts";

/** What no kind of report blames; recipes add to it. */
export const commonGroups: readonly Group[] = [reporting, entries, waiting, memory, libraries].flatMap(
  (groups) => Object.values<Group>(groups),
);

/** Whether a function is machinery rather than the place of a bug. */
export const isCommon = membersOf(commonGroups);

/** Whether a function only prints or carries what another one noticed: not even a last resort. */
export const isReporting = membersOf([
  reporting.printing,
  reporting.tracing,
  reporting.sanitizers,
  entries.exceptions,
  entries.interrupts,
  entries.nonMaskable,
  entries.bottoms,
]);

/** Whether an interrupt came in here: what lies below has nothing to do with what lies above. */
export const isInterrupt = membersOf([entries.interrupts]);

/** Whether a stack's own end is reached here. */
export const isBottom = membersOf([entries.bottoms]);
