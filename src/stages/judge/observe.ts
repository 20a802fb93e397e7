import type { Observation } from "../../bisect/observations.ts";
import { judgeGuest } from "../../console/verdict.ts";
import type { RunGuest } from "../data.ts";

/** Errors of a guest that are kept; one that shows more has lost its way. */
const mostErrors = 20;

/**
 * What a guest's life says about the commit of its kernel; undefined: nothing, because it was stopped or never started,
 * or because its machine failed.
 * @param id that no other observation has
 */
export function observe(
  { outcome, analysis }: RunGuest,
  { id, commit }: Pick<Observation, "id" | "commit">,
): Observation | undefined {
  const { ending, lived = 0, system } = outcome;
  const { verdict, findings } = judgeGuest(analysis, ending);
  const errors = findings.filter(({ severity }) => severity === "error");
  const said = (what: Observation["outcome"]): Observation => ({
    id,
    commit,
    outcome: what,
    errors: errors.slice(0, mostErrors).map(({ fingerprint, title }) => ({
      fingerprint: fingerprint.slice(0, 200),
      title: title.slice(0, 1000),
    })),
    seconds: lived,
    ...(system === undefined ? {} : { system: system.slice(0, 300) }),
  });
  if (verdict === "passed") return said("ran");
  // "It succeeded and counted nothing" ended by itself, and tells as little as a guest that was cut short.
  if (errors.length === 0)
    return verdict === "did-not-run" && ending.cause === "exited" ? said("cut") : undefined;
  if (analysis?.started !== true) return said("boot");
  return said(analysis.completion === "none" ? "cut" : "ran");
}
