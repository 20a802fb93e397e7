import { createHash } from "node:crypto";
import type { FindingKind } from "../../results/schema.ts";
import { limits } from "../limits.ts";
import { remembering } from "../memo.ts";
import { bareName } from "./frames.ts";
import { reliable, type Section } from "./stack.ts";
import { withoutNames } from "./title.ts";

const digest = remembering((text) => createHash("sha256").update(text).digest("hex").slice(0, 4));

/**
 * How a report begins, without its text: four hex digits each for its header and the functions on its stacks. A report
 * that was cut off has the beginning of the whole one's trail.
 * @param named the function in the header
 * @returns undefined where it names no function at all: too many reports begin so
 */
export function trailOf(
  kind: FindingKind,
  header: string,
  named: string | undefined,
  sections: readonly Section[],
): string | undefined {
  const functions = sections
    .flatMap(({ frames }) => reliable(frames).map(({ name }) => name))
    .slice(0, limits.trail);
  if (functions.length === 0 && named === undefined) return undefined;
  const words = withoutNames(header.replace(/\+0x[0-9a-f]+(?:\/0x[0-9a-f]+)?/g, "").trim());
  const first = named === undefined ? words : words.replaceAll(named, bareName(named));
  return [`${kind} ${first}`, ...functions].map(digest).join("");
}
