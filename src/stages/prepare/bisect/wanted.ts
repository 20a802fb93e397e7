import type { Knowledge } from "../../../bisect/knowledge.ts";
import { failuresToBegin, type Step } from "../../../bisect/steps.ts";
import type { History, HistoryCommit } from "../../../kernel/history.ts";

/** Runs of a commit: until so many failures, at most so many. */
export interface Wanted {
  readonly commit: Pick<HistoryCommit, "commit" | "treeId" | "subject">;
  readonly runs: number;
  /** After which the runs end. */
  readonly failures: number;
}

/** What a step asks to be run. */
export function wantedBy(
  step: Step,
  { good, commits }: History,
  { counts, rules }: Pick<Knowledge, "counts" | "rules">,
): Wanted[] {
  const last = commits.length - 1;
  if (step.kind === "good")
    return [{ commit: good, runs: step.runs, failures: rules.goodRate > 0 ? step.runs : 1 }];
  const probes =
    step.kind === "probes" ? step.probes : [{ commit: last, runs: step.kind === "confirm" ? step.runs : 0 }];
  const failures = step.kind === "confirm" ? failuresToBegin - (counts.get(last)?.failures ?? 0) : 1;
  return probes.flatMap((probe) => {
    const commit = commits[probe.commit];
    return commit === undefined ? [] : [{ commit, runs: probe.runs, failures }];
  });
}
