import type { Finding, Results } from "../results/schema.ts";

/** What tells whether two findings are the same bug. */
export type Known = Pick<Finding, "fingerprint" | "kind" | "title" | "also" | "incomplete" | "trail">;

/** The errors of all results, one for each fingerprint. */
export function knownErrors(all: readonly Results[]): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const { guests } of all)
    for (const { findings } of guests)
      for (const finding of findings)
        if (finding.severity === "error" && !known.has(finding.fingerprint))
          known.set(finding.fingerprint, finding);
  return known;
}

/**
 * Whether two findings are the same bug: equal fingerprints; or one was cut off, and the other begins like it; or one
 * is also known under the other's title, as a stall and a lockup in the same function are.
 */
export function isSameBug(a: Known, b: Known): boolean {
  if (a.fingerprint === b.fingerprint) return true;
  if (beginsLike(a, b) || beginsLike(b, a)) return true;
  if (a.incomplete || b.incomplete) return false;
  return a.also?.includes(b.title) === true || b.also?.includes(a.title) === true;
}

function beginsLike(cut: Known, whole: Known): boolean {
  return (
    cut.incomplete === true &&
    cut.kind === whole.kind &&
    cut.trail !== undefined &&
    whole.trail?.startsWith(cut.trail) === true
  );
}
