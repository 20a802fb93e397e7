/** The past of one fingerprint on this branch. */
export type FindingHistory = {
  fingerprint: string;
  state: "new" | "known" | "flaky";
  /** In plain words, beginning with the state: `known since 2026-11-02 (run 42): every one of 15 runs shows it.` */
  sentence: string;
};

/** How a scenario's rate of grace periods developed. `warning`: it dropped beyond its noise. */
export type ScenarioTrend = { scenario: string; sentence: string; warning: boolean };

/** History as reports take it: computed elsewhere, only shown here. */
export type ReportHistory = {
  findings: readonly FindingHistory[];
  trends: readonly ScenarioTrend[];
};
