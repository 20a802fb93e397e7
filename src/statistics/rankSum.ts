import gammainc from "@stdlib/math-base-special-gammainc";

/** Beyond this many values the normal approximation is as good, and the exact distribution takes long. */
const mostExact = 60;

/** Twice the mid-ranks of values: those that are equal share the mean of their ranks; whole numbers. */
function doubledRanks(values: readonly number[]): number[] {
  const places = [...values].sort((a, b) => a - b).map((value, index) => [value, index] as const);
  const last = new Map(places);
  const first = new Map(places.reverse());
  return values.map((value) => (first.get(value) ?? 0) + (last.get(value) ?? 0) + 2);
}

/** How many choices of `drawn` of the ranks have each sum: index to number of choices. */
function choicesBySum(ranks: readonly number[], drawn: number): Float64Array {
  const most = ranks.reduce((sum, rank) => sum + rank, 0);
  const counts = Array.from({ length: drawn + 1 }, () => new Float64Array(most + 1));
  const [none] = counts;
  if (none) none[0] = 1;
  for (const rank of ranks) {
    for (let size = drawn; size > 0; size -= 1) {
      const [to, from] = [counts[size], counts[size - 1]];
      if (to === undefined || from === undefined) continue;
      for (let sum = most; sum >= rank; sum -= 1) to[sum] = (to[sum] ?? 0) + (from[sum - rank] ?? 0);
    }
  }
  return counts[drawn] ?? new Float64Array();
}

/** Share of all choices whose sum is as far from the expected one as `observed`, or farther. */
function exact(ranks: readonly number[], drawn: number, observed: number): number {
  const choices = choicesBySum(ranks, drawn);
  const middle = (ranks.reduce((sum, rank) => sum + rank, 0) * drawn) / ranks.length;
  const distance = Math.abs(observed - middle) - 1e-9;
  let [extreme, all] = [0, 0];
  choices.forEach((count, sum) => {
    all += count;
    if (Math.abs(sum - middle) >= distance) extreme += count;
  });
  return extreme / all;
}

/** The same by the normal distribution, with the ranks' own variance (ties included) and a correction for steps. */
function normal(ranks: readonly number[], drawn: number, observed: number): number {
  const count = ranks.length;
  const mean = ranks.reduce((sum, rank) => sum + rank, 0) / count;
  const spread = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0) / (count - 1);
  const variance = (spread * drawn * (count - drawn)) / count;
  if (variance === 0) return 1;
  const distance = Math.max(0, Math.abs(observed - mean * drawn) - 1);
  return gammainc(distance ** 2 / variance / 2, 0.5, true, true);
}

/**
 * Two-sided p-value of the rank-sum test (Wilcoxon 1945, Mann & Whitney 1947): do the values of one group tend to be
 * larger than those of the other? Exact, with ties, for up to 60 values in all; approximated above. It assumes no
 * distribution, so that one guest that was disturbed does not decide.
 * @returns 1 for a group without values
 */
export function rankSumTest(before: readonly number[], after: readonly number[]): number {
  if (before.length === 0 || after.length === 0) return 1;
  const ranks = doubledRanks([...before, ...after]);
  const observed = ranks.slice(0, before.length).reduce((sum, rank) => sum + rank, 0);
  const p = ranks.length <= mostExact ? exact : normal;
  return Math.min(1, p(ranks, before.length, observed));
}

/** The least p-value that groups of these sizes can have, when nothing is tied: 2/C(n + m, n). */
export function leastPValue(before: number, after: number): number {
  let choices = 1;
  for (let i = 1; i <= before; i += 1) choices = (choices * (after + i)) / i;
  return Math.min(1, 2 / choices);
}
