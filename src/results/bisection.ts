/** A commit, as reports show it. */
export interface BisectCommit {
  readonly commit: string;
  readonly subject: string;
  /** Name and address. */
  readonly author: string;
}

/** How a bisection ended, or stands. */
export type BisectOutcome =
  | "found"
  /** One of several that nothing that can be tested tells apart. */
  | "set"
  | "undecided"
  /** The failure did not show at `bad`, or not often enough to begin. */
  | "not-shown"
  | "good-fails"
  | "bad-untestable"
  | "good-untestable"
  /** What was seen contradicts itself. */
  | "contradiction";

export interface ProbedCommit extends BisectCommit {
  readonly role?: "good" | "bad";
  readonly failures: number;
  readonly passes: number;
  /** Runs with other errors alone. */
  readonly others: number;
  /** Runs that told nothing: they died while they booted, or of something else. */
  readonly cut: number;
  readonly untestable?: "build" | "boot";
  /** Guest time. */
  readonly seconds: number;
  /** How probable it is that it is bad; absent for `good`. */
  readonly bad?: number;
}

/** `bisect.json`: what a bisection found, and all that its reports read. Durations are seconds. */
export interface BisectResults {
  readonly format: "rcutorture-action bisection results";
  readonly version: 1;
  readonly createdAt: string;
  readonly kernel: { readonly path: string; readonly repository?: string };
  readonly suite: string;
  readonly scenario: string;
  /** Of torture, of each guest. */
  readonly duration: number;
  readonly good: BisectCommit;
  readonly bad: BisectCommit;
  /** Title of the searched failure. */
  readonly failure?: string;
  readonly outcome: BisectOutcome;
  /** How sure the answer had to be. */
  readonly confidence: number;
  /** The answer, or the fewest commits that hold the confidence; most probable first. */
  readonly answer: readonly (BisectCommit & { readonly probability: number })[];
  /** How probable each candidate is, in git's order: parents before children. */
  readonly posterior: readonly number[];
  /** How often bad commits fail, per run. */
  readonly rate?: { readonly mean: number; readonly low: number; readonly high: number };
  /** With `not-shown`: the failure is no more frequent than this, per run, at the confidence. */
  readonly bound?: number;
  readonly probed: readonly ProbedCommit[];
  /** Errors other than the searched one. */
  readonly others: readonly { readonly title: string; readonly runs: number; readonly commits: number }[];
  readonly spent: {
    readonly runs: number;
    /** Of all guests, in earlier jobs too. */
    readonly guests: number;
    readonly builds: number;
    readonly building: number;
    /** Of this job, by the clock on the wall. */
    readonly wall: number;
  };
  /** Why it ended before it was decided; absent: it did not. */
  readonly stopped?: string;
  /** The command that goes on, where it is known. */
  readonly again?: string;
  /** Absolute path of the folder of the reports. */
  readonly folder: string;
}

/** What is known of it without having run anything. */
export type BisectFacts = Pick<
  BisectResults,
  "kernel" | "suite" | "scenario" | "duration" | "folder" | "confidence" | "again"
>;
