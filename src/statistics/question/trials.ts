import { scenarioOf } from "../../results/scenario.ts";
import type { Finding, GuestResult, Results } from "../../results/schema.ts";
import { hasVerdict } from "../../results/status.ts";
import { isSameBug, type Known } from "../sameBug.ts";
import { noFinding } from "../samples.ts";

/** One run of a guest that says something about the failure asked about. */
export interface Trial {
  readonly scenario: string;
  readonly failed: boolean;
  /** Hours that it lived; 0 where nobody wrote them down. */
  readonly hours: number;
  /** When it ended, in milliseconds since 1970; 0 where nobody wrote it down. */
  readonly ended: number;
}

/** The failure that a question is about. */
export interface AskedFailure {
  readonly title: string;
  readonly fingerprint?: string | undefined;
  shownBy(findings: readonly Finding[]): boolean;
}

const errorsOf = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === "error");

/** The failure that a user names: by (the beginning of) its fingerprint, or by a part of its title. */
export function namedFailure(text: string): AskedFailure {
  const wanted = text.toLowerCase();
  const isPrint = /^[0-9a-f]{6,16}$/.test(wanted);
  const named = ({ title, also = [], fingerprint }: Known) =>
    (isPrint && fingerprint.startsWith(wanted)) ||
    [title, ...also].some((one) => one.toLowerCase().includes(wanted));
  return { title: text, shownBy: (findings) => errorsOf(findings).some(named) };
}

/** A failure like this finding, however it is called. */
function sameFailure(finding: Finding): AskedFailure {
  const { title, fingerprint } = finding;
  return {
    ...{ title, fingerprint },
    shownBy: (findings) => errorsOf(findings).some((one) => isSameBug(one, finding)),
  };
}

/** The failure that most guests show; undefined when none failed. */
export function mostFrequentFailure(all: readonly Results[]): AskedFailure | undefined {
  const failed = all.flatMap(({ guests }) => guests.filter(({ verdict }) => verdict === "failed"));
  const groups: { readonly failure: AskedFailure; readonly placed: boolean; guests: number }[] = [];
  const count = (failure: () => AskedFailure, findings: readonly Finding[]) => {
    let group = groups.find((one) => one.failure.shownBy(findings));
    if (!group) {
      group = { failure: failure(), placed: findings[0]?.file !== undefined, guests: 0 };
      groups.push(group);
    }
    group.guests++;
  };
  for (const { findings } of failed) {
    const errors = errorsOf(findings);
    // A guest that shows a bug twice is one guest.
    const different = errors.filter((one, at) => errors.findIndex((other) => isSameBug(one, other)) === at);
    for (const error of different) count(() => sameFailure(error), [error]);
    if (errors.length === 0) count(() => withoutFinding, []);
  }
  // Of those that come together, the one with a place in the source is the one to speak of.
  return groups.toSorted((a, b) => b.guests - a.guests || Number(b.placed) - Number(a.placed))[0]?.failure;
}

const withoutFinding: AskedFailure = {
  title: noFinding.title,
  shownBy: (findings) => errorsOf(findings).length === 0,
};

/** What of a guest's result makes a trial. */
export type TrialGuest = Pick<
  GuestResult,
  "scenario" | "variant" | "verdict" | "findings" | "timing" | "counters" | "ending"
>;

/**
 * What a guest says about the failure asked about. One that another failure may have kept from showing it says
 * nothing: it counts only when it lived as long as planned.
 * @param asked absent: any failure
 * @returns undefined when it is no sample
 */
export function trialOf(guest: TrialGuest, asked: AskedFailure | undefined): Trial | undefined {
  const { verdict, timing, counters, ending, findings } = guest;
  if (!hasVerdict(guest)) return undefined;
  const seconds = timing.lived ?? counters.lastTime ?? timing.planned ?? 0;
  const failed = verdict === "failed" && (asked === undefined || asked.shownBy(findings));
  const whole = ending.cause === "exited" && seconds >= (timing.planned ?? Infinity);
  if (verdict === "failed" && !failed && !whole) return undefined;
  const ended = timing.endedAt === undefined ? 0 : Date.parse(timing.endedAt);
  return { scenario: scenarioOf(guest), failed, hours: seconds / 3600, ended };
}

/** Results, as far as they hold samples. */
export type SampleSource = Pick<Results, "rundir" | "createdAt" | "guests">;

/** Trials in results, in the order in which they ended; a guest that stands in several of them counts once. */
export function trialsOf(all: readonly SampleSource[], asked: AskedFailure | undefined): Trial[] {
  const seen = new Set<string>();
  const trials: Trial[] = [];
  for (const { rundir, createdAt, guests } of all) {
    for (const guest of guests) {
      const start = guest.timing.startedAt ?? `${rundir} ${createdAt}`;
      const id = JSON.stringify([guest.name, guest.sample, guest.attempt, guest.system, start]);
      if (seen.has(id)) continue;
      seen.add(id);
      const trial = trialOf(guest, asked);
      if (trial) trials.push(trial);
    }
  }
  return trials.sort((a, b) => a.ended - b.ended);
}

/** A failure this early in a run, in seconds and as a share of it, comes at boot. */
const boot = { seconds: 60, share: 0.1 } as const;

/**
 * The latest second after boot at which the failure showed; undefined unless it always comes at boot, so that a run
 * is as good as its first seconds.
 */
export function bootFailureTime(
  all: readonly Results[],
  asked: AskedFailure | undefined,
): number | undefined {
  let latest: number | undefined;
  for (const { verdict, findings, timing } of all.flatMap(({ guests }) => guests)) {
    if (verdict !== "failed" || asked?.shownBy(findings) === false) continue;
    const mine = errorsOf(findings).filter((finding) => asked === undefined || asked.shownBy([finding]));
    const time = Math.min(...mine.map((finding) => finding.time ?? Infinity));
    if (time > boot.seconds || time > boot.share * (timing.planned ?? 0)) return undefined;
    latest = Math.max(latest ?? 0, time);
  }
  return latest;
}
