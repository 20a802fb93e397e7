/** The past of one fingerprint on this branch. */
export type FindingHistory = {
  fingerprint: string;
  state: "new" | "known" | "flaky";
  /** In plain words, beginning with the state: `known since 2026-11-02 (run 42): every one of 15 runs shows it.` */
  sentence: string;
};

/** How a scenario's rate of grace periods developed. `warning`: it dropped beyond its noise. */
export type ScenarioTrend = { scenario: string; sentence: string; warning: boolean };

/** One run of the branch, as far as it had the scenario; `rate` per second where it is comparable. */
export type ScenarioRun = {
  date: string;
  commit?: string;
  run: string;
  samples: number;
  failures: number;
  rate?: number;
};

/** How a scenario developed over the runs of the branch, oldest first; the present one is the last. */
export type ScenarioSeries = { suite: string; scenario: string; runs: readonly ScenarioRun[] };

/** History as reports take it: computed elsewhere, only shown here. */
export type ReportHistory = {
  findings: readonly FindingHistory[];
  trends: readonly ScenarioTrend[];
  series?: readonly ScenarioSeries[];
};
