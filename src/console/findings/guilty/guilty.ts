import { callersChecks } from "../groups/checks.ts";
import { type Membership, membersOf, type Place } from "../groups/group.ts";
import { commonGroups, isCommon, isReporting } from "../groups/index.ts";
import { libraries } from "../groups/libraries.ts";
import { memory } from "../groups/memory.ts";
import type { Recipe } from "../recipes/recipe.ts";
import type { Section, StackFrame } from "../stack.ts";
import { type Accused, busyFunction } from "./interrupted.ts";
import { beforeRecursion } from "./recursion.ts";
import { framesOf, from, innermost, lastResort } from "./search.ts";
import { waitingFunction } from "./waits.ts";

/** What a report's lines say, as far as it decides whose bug it is. */
export interface Evidence {
  readonly sections: readonly Section[];
  /** The function that the header or the detail names. */
  readonly named: string | undefined;
  /** The file that the header names. */
  readonly file: string | undefined;
  readonly accused: Accused;
  /** The process that the report is about. */
  readonly pid: number | undefined;
}

const compiled = new WeakMap<Recipe, Membership>();

function skipsOf(recipe: Recipe): Membership {
  if (recipe.skip === undefined) return isCommon;
  const before = compiled.get(recipe);
  if (before !== undefined) return before;
  const skips = membersOf([...commonGroups, ...recipe.skip]);
  compiled.set(recipe, skips);
  return skips;
}

const checksByName = membersOf(callersChecks.map(({ reason, names }) => ({ reason, names })));
const checksByFile = membersOf(callersChecks.map((group) => ({ ...group, names: [] })));

/** Allocates pages or handles packets as its caller says: a warning in it is about what that asked for. */
const isServant = membersOf([
  { reason: memory.pages.reason, names: memory.pages.names },
  { reason: libraries.packets.reason, names: libraries.packets.names },
]);

/** Whether a warning in this place is its caller's. */
export function isCallersCheck({ name, file }: Place): boolean {
  return (
    checksByName({ name }) || isServant({ name }) || (file !== undefined && checksByFile({ name, file }))
  );
}

/** The function that a maintainer would blame; undefined where the report names none. */
export function guiltyFunction(recipe: Recipe, evidence: Evidence): string | undefined {
  const { sections, named, file, accused, pid } = evidence;
  const skips = skipsOf(recipe);
  const blameless = (name: string): boolean => skips({ name });
  const main = mainSection(sections, pid, recipe.start === "waits");
  const frames = main ? framesOf(main) : [];
  switch (recipe.start ?? "header") {
    case "none":
      return undefined;
    case "interrupted":
      return busyFunction(sections, accused);
    case "worker":
      return named ?? busyFunction(sections, accused);
    case "waits":
      return waitingFunction(frames, skips, isCommon);
    case "recursion":
      return beforeRecursion(frames, skips) ?? atFunction(frames, named, skips);
    case "check":
      return check(frames, named, file, skips);
    case "stack":
      return (
        announced(recipe, sections, skips) ?? innermost(frames, skips)?.name ?? named ?? lastResort(frames)
      );
    case "detail": {
      const elsewhere = announced(recipe, sections, skips);
      if (elsewhere !== undefined) return elsewhere;
      if (named !== undefined && !blameless(named)) return named;
      return innermost(frames, skips)?.name ?? named ?? lastResort(frames);
    }
    case "header":
      return atFunction(frames, named, skips);
  }
}

function atFunction(
  frames: readonly StackFrame[],
  named: string | undefined,
  skips: Membership,
): string | undefined {
  const onStack = named !== undefined && frames.some(({ name }) => name === named);
  if (!onStack && named !== undefined && !skips({ name: named })) return named;
  return innermost(onStack ? from(frames, named) : frames, skips)?.name ?? named ?? lastResort(frames);
}

/** A warning stands where it was written, unless that is a check for others. */
function check(
  frames: readonly StackFrame[],
  named: string | undefined,
  file: string | undefined,
  skips: Membership,
): string | undefined {
  const first = frames[0];
  const own = named ?? (first?.register ? first.name : undefined);
  if (own !== undefined && !isCallersCheck({ name: own, file })) return own;
  const passesOver: Membership = (place) => skips(place) || checksByName(place);
  return innermost(from(frames, own), passesOver)?.name ?? own ?? lastResort(frames);
}

/** The function in the section that the recipe points at. */
function announced(recipe: Recipe, sections: readonly Section[], skips: Membership): string | undefined {
  const { stack } = recipe;
  if (stack === undefined) return undefined;
  const section = sections.find(({ header, frames }) => frames.length > 0 && stack.test(header));
  return section && innermost(framesOf(section), skips)?.name;
}

/** The reporting context's stack, or that of the process which the report is about. */
function mainSection(
  sections: readonly Section[],
  pid: number | undefined,
  byPid: boolean,
): Section | undefined {
  const filled = sections.filter(({ frames }) => frames.length > 0);
  const of =
    byPid && pid !== undefined ? filled.find((one) => one.role === "main" && one.pid === pid) : undefined;
  return (
    of ??
    filled.find(({ role, hasTrace }) => role === "main" && hasTrace) ??
    filled.find(({ role }) => role === "main") ??
    filled.find(({ frames }) => frames.some((frame) => !isReporting(frame)))
  );
}
