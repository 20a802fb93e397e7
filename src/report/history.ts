/** The past of one fingerprint on this branch. */
export type FindingHistory = {
  fingerprint: string;
  state: "new" | "known" | "flaky";
  /** In plain words: `known since v6.11-rc3 (2 weeks ago), 3 of 15 runs`. */
  sentence: string;
};

/** How a scenario's rate of grace periods developed. `warning`: it dropped beyond its noise. */
export type ScenarioTrend = { scenario: string; sentence: string; warning: boolean };

/** History as reports take it: computed elsewhere, only shown here. */
export type ReportHistory = {
  findings: readonly FindingHistory[];
  trends: readonly ScenarioTrend[];
};
