import type { IgnoreRule } from "../../console/noise.ts";
import type { Jitter } from "../../contracts/jitter.ts";
import type { ScriptsDialect } from "../../contracts/scriptsDialect.ts";
import type { Attended } from "../../guests/attended.ts";
import type { Batch } from "../../plan/guest.ts";
import type { Finding } from "../../results/schema.ts";
import type { Ui } from "../../ui.ts";
import type { RunGuest } from "../data.ts";
import type { ActiveSystems } from "./systems/systems.ts";

/** Who follows single guests, and ends those of which nothing more is to be learned. */
export interface GuestWatch {
  /** An error that a console shows, certain by now. */
  found(guest: string, finding: Finding): void;
  /** A guest has ended, wherever it lived; or what it was to run could not be found out. */
  ended(guest: RunGuest): void;
  /** Aborted (with a StopRequest) when a guest is of no more use. */
  useOf(guest: string): AbortSignal;
}

/** Guests of a run directory that are to run, once in each round. */
export interface GuestsJob {
  /** Absolute path of the run directory. */
  readonly path: string;
  readonly suite: string;
  /** Suites of single guests by their names, where they differ from it. */
  readonly suites?: ReadonlyMap<string, string> | undefined;
  /** Names of guests that must fail: they stop nothing. */
  readonly mustFail?: ReadonlySet<string> | undefined;
  readonly batches: readonly Batch[];
  readonly systems: ActiveSystems;
  /** Lines name the system: there are several. */
  readonly several: boolean;
  readonly jitter: Jitter;
  readonly stopOnFailure: boolean;
  /** Guests are bound to CPUs. */
  readonly affinity: boolean;
  /** The user takes part in the one guest. */
  readonly attended?: Attended | undefined;
  /** How the scripts of the tree judge consoles. */
  readonly dialect?: ScriptsDialect;
  readonly ignore: readonly IgnoreRule[];
  readonly signal: AbortSignal;
  readonly ui: Ui;
  readonly watch?: GuestWatch | undefined;
}
