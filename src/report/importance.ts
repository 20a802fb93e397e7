import { type FindingKind, type Verdict, verdicts } from "../results/kinds.ts";

/**
 * Which finding to tell first: lower is more important. What names a bug in the source comes before what only
 * shows its effect: an oops before the panic that follows it, a WARNING before the torture test's own "!!!",
 * a stall before the hang it ends in. KCSAN comes after what certainly went wrong.
 */
const ranks: Record<FindingKind, number> = {
  kasan: 1,
  "list-corruption": 1,
  refcount: 1,
  "debug-objects": 1,
  "null-dereference": 2,
  "paging-request": 2,
  "general-protection": 2,
  "divide-error": 2,
  "double-fault": 2,
  bug: 2,
  oops: 2,
  "suspicious-rcu": 3,
  lockdep: 3,
  "sleeping-in-atomic": 3,
  warning: 4,
  ubsan: 4,
  kcsan: 5,
  panic: 5,
  "hard-lockup": 6,
  "soft-lockup": 6,
  "rcu-stall": 6,
  "kthread-starved": 7,
  "workqueue-lockup": 7,
  "hung-task": 7,
  "writer-stall": 7,
  "gp-hang": 8,
  "bad-sequence": 8,
  "torture-failure": 8,
  "close-calls": 9,
  "hotplug-failure": 9,
  oom: 9,
  "boot-failure": 10,
  hang: 11,
  silence: 12,
  "no-end": 13,
  other: 14,
};

/** For sorting findings: smaller numbers are told first. */
export function rankOf(kind: FindingKind): number {
  return ranks[kind];
}

const order = new Map(verdicts.map((verdict, index) => [verdict, index]));

/** For sorting guests: bad news first, in the order of the schema. */
export function verdictRank(verdict: Verdict): number {
  return order.get(verdict) ?? verdicts.length;
}

/** `TREE3` before `TREE10`. */
export const naturally = new Intl.Collator("en", { numeric: true }).compare;
