import { nothingTested } from "../console/verdict.ts";
import type { BuildResult, Finding, GuestResult, Results, Verdict } from "../results/schema.ts";
import { naturally, rankOf, verdictRank } from "./importance.ts";
import { cleanLine } from "./text.ts";

/** One finding over all guests: findings with the same fingerprint are the same bug. */
export type FindingGroup = {
  fingerprint: string;
  /** The occurrence that is shown, and the guest it was seen on. */
  finding: Finding;
  shownOn: GuestResult;
  title: string;
  /** Distinct runs that saw it, in the order of the overview. */
  guests: GuestResult[];
  /** Over all guests. */
  count: number;
};

/** One column when the runs of several attempts or samples stand side by side. */
export type RunColumn = { attempt: number; sample: number; label: string };

/** Everything the reports say, derived once from results. */
export type Overview = {
  results: Results;
  /** Bad news first, then by name, attempt and sample. */
  guests: readonly GuestResult[];
  of: Readonly<Record<Verdict, readonly GuestResult[]>>;
  /** Most important first. */
  failures: readonly FindingGroup[];
  notices: readonly FindingGroup[];
  /** Position in `failures` by fingerprint. */
  failureOrder: ReadonlyMap<string, number>;
  failedBuilds: readonly BuildResult[];
  /** More than one when attempts or samples were merged. */
  columns: readonly RunColumn[];
};

function compareGuests(a: GuestResult, b: GuestResult): number {
  return (
    verdictRank(a.verdict) - verdictRank(b.verdict) ||
    naturally(a.name, b.name) ||
    a.attempt - b.attempt ||
    a.sample - b.sample
  );
}

function compareGroups(a: FindingGroup, b: FindingGroup): number {
  return (
    rankOf(a.finding.kind) - rankOf(b.finding.kind) ||
    b.guests.length - a.guests.length ||
    (a.finding.time ?? Infinity) - (b.finding.time ?? Infinity) ||
    a.finding.consoleLine - b.finding.consoleLine ||
    naturally(a.title, b.title)
  );
}

function groupsOf(guests: readonly GuestResult[], severity: Finding["severity"]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const guest of guests) {
    for (const finding of guest.findings) {
      if (finding.severity !== severity) continue;
      const group = groups.get(finding.fingerprint);
      if (group === undefined) {
        groups.set(finding.fingerprint, {
          fingerprint: finding.fingerprint,
          finding,
          shownOn: guest,
          title: cleanLine(finding.title) || finding.kind,
          guests: [guest],
          count: finding.count,
        });
      } else {
        // Guests come one after the other, so looking at the last is enough.
        if (group.guests.at(-1) !== guest) group.guests.push(guest);
        group.count += finding.count;
      }
    }
  }
  // Infinity - Infinity is NaN, which the || above takes as equal.
  return [...groups.values()].sort(compareGroups);
}

function columnsOf(guests: readonly GuestResult[]): RunColumn[] {
  const keys = new Map<string, { attempt: number; sample: number }>();
  for (const { attempt, sample } of guests) keys.set(`${attempt} ${sample}`, { attempt, sample });
  const columns = [...keys.values()].sort((a, b) => a.attempt - b.attempt || a.sample - b.sample);
  const attempts = new Set(columns.map(({ attempt }) => attempt)).size > 1;
  const samples = new Set(columns.map(({ sample }) => sample)).size > 1;
  return columns.map(({ attempt, sample }) => {
    const parts = [attempts ? `attempt ${attempt}` : "", samples ? `sample ${sample}` : ""];
    return { attempt, sample, label: parts.filter(Boolean).join(", ") };
  });
}

/** Looks through all results once; linear in the number of findings. */
export function overviewOf(results: Results): Overview {
  const guests = [...results.guests].sort(compareGuests);
  const byVerdict = Map.groupBy(guests, ({ verdict }) => verdict);
  const having = (verdict: Verdict) => byVerdict.get(verdict) ?? [];
  const failures = groupsOf(guests, "error");
  return {
    results,
    guests,
    of: {
      failed: having("failed"),
      "build-failed": having("build-failed"),
      "did-not-run": having("did-not-run"),
      "infrastructure-error": having("infrastructure-error"),
      passed: having("passed"),
    },
    failures,
    notices: groupsOf(guests, "notice"),
    failureOrder: new Map(failures.map(({ fingerprint }, index) => [fingerprint, index])),
    failedBuilds: results.builds.filter(({ status }) => status === "failed"),
    columns: columnsOf(guests),
  };
}

/** `TREE03.2`, or `TREE03.2 (attempt 2)` where that is needed to tell runs apart. */
export function labelOf(overview: Overview, guest: GuestResult): string {
  if (overview.columns.length < 2) return cleanLine(guest.name);
  const column = overview.columns.find(
    ({ attempt, sample }) => attempt === guest.attempt && sample === guest.sample,
  );
  return `${cleanLine(guest.name)} (${column?.label ?? ""})`;
}

/** Asked for by every report several times over, and a guest may have a thousand findings. */
const sorted = new WeakMap<Overview, Map<GuestResult, readonly Finding[]>>();

/** The findings that made one guest fail, the most telling first. */
export function failuresOf(overview: Overview, guest: GuestResult): readonly Finding[] {
  const known = sorted.get(overview) ?? new Map<GuestResult, readonly Finding[]>();
  sorted.set(overview, known);
  let own = known.get(guest);
  if (own === undefined) {
    own = guest.findings
      .filter(({ severity }) => severity === "error")
      .map((finding) => ({ finding, place: overview.failureOrder.get(finding.fingerprint) ?? Infinity }))
      .sort((a, b) => a.place - b.place)
      .map(({ finding }) => finding);
    known.set(guest, own);
  }
  return own;
}

/** Why a guest has its verdict, on one line: its most telling finding, or how it ended. Empty when it passed. */
export function reasonOf(overview: Overview, guest: GuestResult): string {
  const [first, ...rest] = failuresOf(overview, guest);
  if (first === undefined) {
    if (guest.verdict === "passed") return "";
    const nothing = guest.findings.some(({ title }) => title === nothingTested);
    return nothing ? nothingTested : cleanLine(guest.ending.detail);
  }
  return `${cleanLine(first.title)}${rest.length > 0 ? ` and ${rest.length} more` : ""}`;
}

/** Names of guests without repeats, in their order. */
export function namesOf(guests: readonly GuestResult[]): string[] {
  return [...new Set(guests.map(({ name }) => cleanLine(name)))];
}

/** `kernel/rcu/tree.c:12`, or an empty string. */
export function placeOf(where: { file?: string | undefined; line?: number | undefined }): string {
  if (where.file === undefined) return "";
  return cleanLine(where.line === undefined ? where.file : `${where.file}:${where.line}`);
}
