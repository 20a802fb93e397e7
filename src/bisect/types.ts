/**
 * What bisection knows and decides. Commits are named by their place among the candidates; costs are in any one unit,
 * say seconds.
 */

/** The ancestors of `bad` that are not ancestors of `good`, parents before children; the last one is `bad`. */
export interface Candidates {
  /** Places of each one's parents; parents that are no candidates are left out. */
  readonly parents: readonly (readonly number[])[];
  /** How probable it is, before any run, that each one is the first bad commit; sums to 1. */
  readonly prior: readonly number[];
}

/** What was seen at one commit. */
export interface Tally {
  readonly failures: number;
  readonly passes: number;
  /** Why it cannot be tested: it does not build, or it does not boot. */
  readonly untestable?: "build" | "boot";
}

export type Tallies = ReadonlyMap<number, Tally>;

export interface Costs {
  /** What a kernel of this commit costs before its first run; 0 where a store has it. */
  build(commit: number): number;
  /** A run to its end. */
  readonly run: number;
}

export interface Rules {
  /** How sure the answer must be: 0.95. */
  readonly confidence: number;
  /** How often a run fails at a good commit; 0: never. */
  readonly goodRate: number;
  /** How many probes may run at once. */
  readonly machines: number;
}

/** Run this commit until it fails, at most so many times. */
export interface Probe {
  readonly commit: number;
  readonly runs: number;
}

export interface Belief {
  /** How probable it is that each commit is the first bad one; sums to 1. */
  readonly first: Float64Array;
  /** How often a run fails at a bad commit: mean, and the interval that holds the confidence. */
  readonly rate: { readonly mean: number; readonly low: number; readonly high: number };
}

export type Conclusion =
  | { readonly kind: "found"; readonly commit: number }
  /** One of these, most probable first; nothing that can be tested tells them apart. */
  | { readonly kind: "set"; readonly commits: readonly number[] }
  /** The fewest commits that hold the confidence, most probable first. */
  | { readonly kind: "undecided"; readonly credible: readonly number[] };
