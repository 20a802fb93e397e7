import type { PlannedGuest } from "../plan/guest.ts";
import type { Counters, Ending, Finding } from "../results/schema.ts";

/** What a guest's console is handed to: `ConsoleAnalyzer`, or anything with the same two methods. */
export interface ConsoleConsumer {
  /** @returns the findings that this chunk completed or opened */
  write(chunk: Buffer): readonly Finding[];
  /** The console has fallen silent: reports that are still open are taken for complete, and the new ones returned. */
  settle?(): readonly Finding[];
  /** What is known so far; cheap enough to be asked every few seconds. */
  snapshot(): {
    readonly counters: Counters;
    /** Different findings that make the guest fail. */
    readonly errors: number;
  };
}

/** What a run tells while it happens. Times are seconds of the guest's life so far. */
export type RunEvent =
  | {
      readonly type: "batch-started";
      readonly batch: number;
      readonly system: string;
      readonly guests: readonly string[];
    }
  | {
      readonly type: "guest-started";
      readonly guest: string;
      readonly system: string;
      readonly pid: number | undefined;
    }
  | {
      readonly type: "progress";
      readonly guest: string;
      readonly system: string;
      readonly elapsed: number;
      readonly planned: number;
      readonly counters: Counters;
      /** Findings of severity `error`. */
      readonly findings: number;
      /** Seconds since the console printed its last byte. */
      readonly quiet: number;
    }
  | {
      readonly type: "finding";
      readonly guest: string;
      readonly system: string;
      readonly elapsed: number;
      readonly finding: Finding;
    }
  /** Nothing was printed for `quiet` seconds; `booting`: nothing at all yet. Said once per silence. */
  | {
      readonly type: "silent";
      readonly guest: string;
      readonly system: string;
      readonly elapsed: number;
      readonly quiet: number;
      readonly booting: boolean;
    }
  | {
      readonly type: "spoke";
      readonly guest: string;
      readonly system: string;
      readonly elapsed: number;
      readonly quiet: number;
    }
  /** Past its deadline, yet the console still makes progress. */
  | {
      readonly type: "overtime";
      readonly guest: string;
      readonly system: string;
      readonly elapsed: number;
      readonly detail: string;
    }
  | { readonly type: "contact"; readonly guest: string; readonly system: string; readonly inTouch: boolean }
  | {
      readonly type: "guest-ended";
      readonly guest: string;
      readonly system: string;
      readonly ending: Ending;
      readonly lived: number;
      readonly counters: Counters;
      readonly findings: number;
    }
  | { readonly type: "system-lost"; readonly system: string; readonly detail: string }
  /** The guest's system was lost; it waits for its turn on another one. */
  | { readonly type: "guest-moved"; readonly guest: string; readonly system: string };

/** What became of one planned guest. */
export interface GuestOutcome {
  readonly guest: PlannedGuest;
  /** 1-based number of the batch it was planned in. */
  readonly batch: number;
  /** Absent when it never started. */
  readonly system?: string;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
  /** Wall clock seconds. */
  readonly lived?: number;
  /** Silences that were reported, in their order. */
  readonly silences: readonly Silence[];
  readonly ending: Ending;
  /** What else went wrong on our side: a file that could not be written. Absent: nothing. */
  readonly problems?: readonly string[];
}

/** A stretch of a guest's life without a byte on the console. */
export interface Silence {
  /** Second of the guest's life at which the last byte before it came; 0 when there was none. */
  readonly from: number;
  readonly seconds: number;
  /** Nothing had been printed before. */
  readonly booting: boolean;
  /** It lasted until the guest's end. */
  readonly untilEnd: boolean;
}
