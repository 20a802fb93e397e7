import { ancestryOf } from "./ancestry.ts";
import type { Belief, Candidates, Conclusion, Rules, Tallies } from "./types.ts";

/** Commits that no test can tell from this one: what can be tested descends from all of them, or from none. */
function likeIt(one: number, { parents }: Candidates, tallies: Tallies): number[] {
  const ancestry = ancestryOf(parents);
  const testable = [...parents.keys()].filter((commit) => tallies.get(commit)?.untestable === undefined);
  return [...parents.keys()].filter((other) =>
    testable.every((commit) => ancestry.has(one, commit) === ancestry.has(other, commit)),
  );
}

/** Whether the first bad commit is known, as surely as it was asked for. */
export function conclude(
  { first }: Belief,
  candidates: Candidates,
  tallies: Tallies,
  { confidence }: Rules,
): Conclusion {
  const at = (commit: number) => first[commit] ?? 0;
  const sorted = [...first.keys()].filter((commit) => at(commit) > 0).sort((a, b) => at(b) - at(a) || a - b);
  const best = sorted[0] ?? 0;
  if (at(best) >= confidence) return { kind: "found", commit: best };
  const alike = new Set(likeIt(best, candidates, tallies));
  const among = sorted.filter((commit) => alike.has(commit));
  if (among.reduce((sum, commit) => sum + at(commit), 0) >= confidence)
    return { kind: "set", commits: among };
  let sum = 0;
  const enough = sorted.findIndex((commit) => {
    sum += at(commit);
    return sum >= confidence;
  });
  return { kind: "undecided", credible: enough === -1 ? sorted : sorted.slice(0, enough + 1) };
}
