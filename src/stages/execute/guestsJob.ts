import type { ConsoleAnalysis } from "../../console/analyzer.ts";
import type { IgnoreRule } from "../../console/noise.ts";
import type { GuestOutcome } from "../../guests/events.ts";
import type { Jitter } from "../../inputs/spec.ts";
import type { Batch } from "../../plan/guest.ts";
import type { Ui } from "../../ui.ts";
import type { ActiveSystems } from "./systems/systems.ts";

/** Guests of a run directory that are to run. */
export interface GuestsJob {
  /** Absolute path of the run directory. */
  readonly path: string;
  readonly suite: string;
  /** Suites of single guests by their names, where they differ from it. */
  readonly suites?: ReadonlyMap<string, string> | undefined;
  readonly batches: readonly Batch[];
  readonly systems: ActiveSystems;
  readonly jitter: Jitter;
  readonly stopOnFailure: boolean;
  /** How many times each guest runs at least, and seconds for which new rounds begin. */
  readonly repeat: number;
  readonly repeatFor: number;
  readonly ignore: readonly IgnoreRule[];
  readonly signal: AbortSignal;
  readonly ui: Ui;
}

/** A guest that was to run, how it went, and what its console said. */
export interface RunGuest {
  readonly outcome: GuestOutcome;
  /** 1-based number of the round. */
  readonly sample: number;
  readonly analysis: ConsoleAnalysis | undefined;
  /** Seconds of torture. */
  readonly planned: number | undefined;
}

/** What became of the guests, and of their systems. */
export interface GuestsRun {
  readonly guests: readonly RunGuest[];
  /** Why systems stopped being used, by their names. */
  readonly lost: ReadonlyMap<string, string>;
  /** Facts about systems that people should know. */
  readonly infrastructure: readonly string[];
}
