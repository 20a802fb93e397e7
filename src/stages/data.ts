/** What stages hand on to each other, by way of the mode that calls them. */
import type { ConsoleAnalysis } from "../console/analyzer.ts";
import type { IgnoreRule } from "../console/noise.ts";
import type { Budget } from "../contracts/question.ts";
import type { GuestOutcome } from "../guests/events.ts";
import type { KnownFailure } from "../results/gate.ts";
import type { BuildResult, GuestResult, SystemFacts } from "../results/schema.ts";
import type { RunDirectory } from "../rundir/open.ts";
import type { Inquiry } from "../statistics/question/decide.ts";
import type { AskedFailure, SampleSource } from "../statistics/question/trials.ts";
import type { Store } from "../storage/store.ts";

/** What a run is to find out. */
export interface AskedQuestion {
  readonly inquiry: Inquiry;
  /** The failure that it is about; absent: any. */
  readonly failure: AskedFailure | undefined;
  /** Where the samples of before come from, for people. */
  readonly from?: string | undefined;
  /** Results whose guests are samples of the same kernel: they count from the start. */
  readonly earlier: readonly SampleSource[];
  readonly budget: Budget | undefined;
  /** Jobs that ask it at the same time, each of its own guests: one is done when all would know if they saw the same. */
  readonly jobs?: number | undefined;
  /** Keeps a guest that has lived for jobs to come, should this one be killed. */
  keep?(guest: GuestResult): void;
}

/** Prepared: all that is known of a run before its guests live. */
export interface Prepared {
  readonly run: RunDirectory;
  readonly builds: readonly BuildResult[];
  readonly ignore: readonly IgnoreRule[];
  /** Failures that everybody knows. */
  readonly baseline?: readonly KnownFailure[];
  readonly infrastructure: readonly string[];
  /** CPUs that guests may use together where one machine runs them; 0: one guest after the other. */
  readonly cpus: number;
  /** Scenarios that failed the last time, as far as that is known. */
  readonly failedBefore?: ReadonlySet<string> | undefined;
  readonly describe?: string | undefined;
  readonly repository?: string | undefined;
  /** Has symbols of reused kernels, and the past of this branch. */
  readonly store?: Store | undefined;
  /** Only a part of a plan's run: the past of the branch is for the whole. */
  readonly part?: boolean;
  /** Names of guests that must fail. */
  readonly mustFail?: ReadonlySet<string>;
  /** Guests run until it is answered. */
  readonly question?: AskedQuestion | undefined;
  /** Suites of guests by their names, where they are of several. */
  readonly suites?: ReadonlyMap<string, string>;
}

/** Executed: a guest that was to run, how it went, and what its console said. */
export interface RunGuest {
  readonly outcome: GuestOutcome;
  /** 1-based number of the round. */
  readonly sample: number;
  readonly analysis: ConsoleAnalysis | undefined;
  /** Seconds of torture. */
  readonly planned: number | undefined;
}

/** Executed: what became of the guests, of all rounds, and of their systems. */
export interface Executed {
  readonly guests: readonly RunGuest[];
  readonly systems: readonly SystemFacts[];
  /** Facts about systems that people should know. */
  readonly infrastructure: readonly string[];
  /** Words that name the systems again on the command line. */
  readonly flags: readonly string[];
}

/** Judged: one result for each guest and each build. */
export interface Judged {
  readonly guests: readonly GuestResult[];
  readonly builds: readonly BuildResult[];
  /** Whether `kvm-recheck.sh` would count a build error (its exit status 2). */
  readonly scriptsErrors: boolean;
}
