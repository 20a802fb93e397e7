import type { Finding } from "../results/schema.ts";

/** Data races by pair of functions, the most frequent first: what `kcsan-collapse.sh` leaves in `kcsan.sum`. */
export function collapseKcsan(
  findings: readonly Finding[],
): { readonly title: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind, title, count } of findings)
    if (kind === "kcsan") counts.set(title, (counts.get(title) ?? 0) + count);
  return [...counts]
    .map(([title, count]) => ({ title, count }))
    .sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
}
