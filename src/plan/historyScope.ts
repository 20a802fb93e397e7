/** What the branch's history keeps apart: runs of one suite on one architecture, and of which scenarios. */
export interface HistoryScope {
  readonly suite: string;
  /** Of the machine that runs. */
  readonly architecture: string;
  readonly scenarios: readonly string[];
}
