import type { Question } from "../../../bisect/knowledge.ts";
import type { Count } from "../../../bisect/observations.ts";
import type { JobContext } from "../../../context.ts";
import type { BisectProbe } from "../../../handoff/bisectProbe.ts";

/** The question that one commit's runs are asked: whether it fails, and by default by which error most often. */
export function probeQuestion(
  { commit, failure }: Pick<BisectProbe, "commit" | "failure">,
  { confidence }: JobContext["inputs"],
): Question {
  return {
    ...{ good: "", bad: commit, commits: [commit], told: [], failure },
    candidates: { parents: [[]], prior: [1] },
    rules: { confidence, goodRate: 0, machines: 1 },
  };
}

/** What is left of a probe after what was seen; `runs` of 0: nothing. */
export function leftOf(
  { runs, failures }: BisectProbe,
  count: Count | undefined,
): Pick<BisectProbe, "runs" | "failures"> {
  if (count === undefined) return { runs, failures };
  const wanted = failures - count.failures;
  const left = runs - count.failures - count.passes - count.cut;
  return { failures: wanted, runs: count.untestable || wanted <= 0 ? 0 : Math.max(0, left) };
}
