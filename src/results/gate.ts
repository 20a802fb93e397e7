import { exitStatus } from "../errors.ts";
import { plural } from "../text/plural.ts";
import { exitStatusFor } from "./assemble.ts";
import { latestGuests } from "./attempts.ts";
import type { Finding, GuestResult, Results } from "./schema.ts";

/** What makes a job red: any failure of the kernel, only a new one, or none. Builds and infrastructure always do. */
export type FailOn = "any" | "new" | "none";

/** A failure that everybody knows, by a line of the baseline. */
export interface KnownFailure {
  /** A finding's title or fingerprint. */
  readonly what: string;
  readonly reason: string;
}

/** What the past says of a failure; of a scenario alone where it names one. */
interface PastFailure {
  readonly fingerprint: string;
  readonly scenario?: string;
  readonly state: "new" | "known" | "flaky";
}

/** A failure of this run: a finding, or a guest that failed and shows none. */
export interface Failure {
  readonly title: string;
  readonly fingerprint?: string;
  readonly scenario: string;
}

export interface Gate {
  /** Exit status of the command line. */
  readonly status: number;
  readonly newFailures: readonly Failure[];
  readonly knownFailures: readonly Failure[];
  /** What was decided and why, where that is not what the verdict says; in one line. */
  readonly sentence?: string;
}

export interface GateOptions {
  readonly failOn: FailOn;
  readonly baseline: readonly KnownFailure[];
  /** Undefined: nothing is known of earlier runs. */
  readonly past: readonly PastFailure[] | undefined;
}

function isInBaseline(finding: Finding, baseline: readonly KnownFailure[]): boolean {
  const names = new Set([finding.title, finding.fingerprint, ...(finding.also ?? [])]);
  return baseline.some(({ what }) => names.has(what));
}

function isInPast({ fingerprint }: Finding, guest: GuestResult, past: GateOptions["past"]): boolean {
  return (past ?? []).some(
    (one) =>
      one.fingerprint === fingerprint &&
      one.state !== "new" &&
      (one.scenario === undefined || one.scenario === guest.scenario),
  );
}

/** Failures of the kernel in these results, each once a scenario, apart by whether they are known. */
function sortOut(results: Results, { failOn, baseline, past }: GateOptions) {
  const all = new Map<string, { failure: Failure; known: boolean }>();
  for (const guest of latestGuests(results.guests).filter(({ verdict }) => verdict === "failed")) {
    const { scenario } = guest;
    const errors = guest.findings.filter(({ severity }) => severity === "error");
    for (const finding of errors) {
      const { title, fingerprint } = finding;
      const inPast = failOn === "new" && isInPast(finding, guest, past);
      const known = inPast || isInBaseline(finding, baseline);
      all.set(`${scenario} ${fingerprint}`, { failure: { title, fingerprint, scenario }, known });
    }
    // A guest that says nothing cannot be compared with anything.
    const title = guest.ending.detail;
    if (errors.length === 0) all.set(`${scenario} ${title}`, { failure: { title, scenario }, known: false });
  }
  const sorted = Map.groupBy(all.values(), ({ known }) => known);
  const failures = (known: boolean) => (sorted.get(known) ?? []).map(({ failure }) => failure);
  return { newFailures: failures(false), knownFailures: failures(true) };
}

/** Exit status for what is not the kernel's failure while it runs: builds, machines, guests that did not run. */
function otherStatus({ guests, builds, verdict }: Results): number {
  if (builds.some(({ status }) => status === "failed")) return exitStatusFor("build-failed");
  const bad = latestGuests(guests)
    .map((guest) => guest.verdict)
    .filter((one) => one !== "failed" && one !== "passed");
  return Math.max(
    ...bad.map(exitStatusFor),
    verdict === "failed" ? exitStatus.passed : exitStatusFor(verdict),
  );
}

/**
 * Decides whether a job is red. The verdict stays what it is: a known failure is shown and counted as one.
 */
export function gate(results: Results, options: GateOptions): Gate {
  const { failOn, baseline, past } = options;
  const { newFailures, knownFailures } = sortOut(results, options);
  const verdict = exitStatusFor(results.verdict);
  const lenient = failOn !== "any" || baseline.length > 0;
  if (results.verdict !== "failed" || !lenient) return { status: verdict, newFailures, knownFailures };
  const counts = newFailures.length > 0 && failOn !== "none";
  const status = counts ? verdict : otherStatus(results);
  const known = failOn === "none" ? [...knownFailures, ...newFailures] : knownFailures;
  const words = [
    ...(newFailures.length > 0 ? [`${plural(newFailures.length, "failure")} new`] : []),
    ...(knownFailures.length > 0 ? [`${plural(knownFailures.length, "failure")} known`] : []),
  ].join(", ");
  const noPast = failOn === "new" && past === undefined ? "; there is no history to compare with" : "";
  const others = status === exitStatus.passed ? "" : ", other trouble does";
  const end = counts
    ? "the job fails"
    : `${known.length === 1 ? "it does" : "they do"} not fail the job${others}`;
  return { status, newFailures, knownFailures, sentence: `fail-on: ${failOn}: ${words}${noPast}; ${end}.` };
}
