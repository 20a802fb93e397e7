import type { IssueChange, TrackedIssue } from "../../contracts/issueTracker.ts";
import { scenarioOf } from "../../results/scenario.ts";
import type { GuestResult, Results } from "../../results/schema.ts";
import { hasVerdict } from "../../results/status.ts";
import { isSameBug } from "../../statistics/sameBug.ts";
import { plural } from "../format.ts";
import { kernelName } from "../links.ts";
import { type FindingGroup, type Overview, overviewOf } from "../overview.ts";
import { cutCharacters } from "../text.ts";
import { renderIssue } from "./body.ts";
import { type IssueRecord, mostNights, type Night, readRecord } from "./record.ts";

/** Issues that one run may open: a tree that fails everywhere would bury the tracker, and its readers. */
export const mostNew = 10;

/** What is to be done with the tracker. */
export type IssueAction =
  | { readonly kind: "open"; readonly title: string; readonly body: string }
  | {
      readonly kind: "update" | "reopen" | "close";
      readonly issue: TrackedIssue;
      readonly change: IssueChange;
      readonly comment?: string;
    };

export interface IssuePlan {
  readonly actions: readonly IssueAction[];
  /** Titles of failures that would have been too many new issues. */
  readonly left: readonly string[];
}

export interface IssueOptions {
  /** Nights in a row without the failure after which its issue is closed. */
  readonly closeAfter: number;
  /** Same for all attempts of a workflow run, so that a re-run counts as the same night. */
  readonly run: string;
  /** Where the report can be read. */
  readonly url?: string | undefined;
}

interface Known {
  readonly issue: TrackedIssue;
  readonly record: IssueRecord;
}

const keyOf = (results: Results, guest: GuestResult) =>
  `${guest.suite ?? results.suite} ${scenarioOf(guest)}`;

function nightOf(
  { results, guests }: Overview,
  scenarios: ReadonlySet<string>,
  failed: ReadonlySet<GuestResult>,
  { run, url }: IssueOptions,
): Night {
  const own = guests.filter(
    (guest) => (hasVerdict(guest) || failed.has(guest)) && scenarios.has(keyOf(results, guest)),
  );
  return {
    run,
    date: results.createdAt.slice(0, 10),
    kernel: cutCharacters(kernelName(results.kernel), 100),
    runs: own.length,
    failures: own.filter((guest) => failed.has(guest)).length,
    ...(url === undefined ? {} : { url }),
  };
}

/** The nights with this one in them, once. */
function withNight(nights: readonly Night[], night: Night): Night[] {
  return [...nights.filter(({ run }) => run !== night.run), night].slice(-mostNights);
}

/** Nights in a row up to the last one in which the failure did not show. */
export function cleanNights(nights: readonly Night[]): number {
  return nights.length - 1 - nights.findLastIndex(({ failures }) => failures > 0);
}

function recordOf(
  overview: Overview,
  group: FindingGroup,
  before: IssueRecord | undefined,
): Omit<IssueRecord, "nights"> {
  // What was cut off the first time may be whole now.
  const isBetter = before === undefined || (before.incomplete === true && !group.finding.incomplete);
  const { fingerprint, kind, title, also, incomplete, trail } = isBetter ? group.finding : before;
  const showing = group.guests.map((guest) => keyOf(overview.results, guest));
  return {
    version: 1,
    fingerprint,
    kind,
    title: cutCharacters(title, 300),
    ...(also === undefined ? {} : { also: also.slice(0, 20) }),
    ...(incomplete === undefined ? {} : { incomplete }),
    ...(trail === undefined ? {} : { trail: trail.slice(0, 4_000) }),
    scenarios: [...new Set([...(before?.scenarios ?? []), ...showing])],
  };
}

/** The failure showed: its issues say so, and one that had been closed as gone is open again. */
function seen(
  overview: Overview,
  group: FindingGroup,
  known: readonly Known[],
  options: IssueOptions,
): IssueAction[] {
  const failed = new Set(group.guests);
  const act = ({ issue, record }: Known, kind: "update" | "reopen"): IssueAction => {
    const now = recordOf(overview, group, record);
    const night = nightOf(overview, new Set(now.scenarios), failed, options);
    const body = renderIssue(overview, { ...now, nights: withNight(record.nights, night) }, options, group);
    return kind === "update"
      ? { kind, issue, change: { body } }
      : {
          kind,
          issue,
          change: { body, state: "open", reason: "reopened" },
          comment: `It is back: ${night.failures} of ${plural(night.runs, "run")} on ${night.kernel}${night.url === undefined ? "" : ` ([report](${night.url}))`}.`,
        };
  };
  const open = known.filter(({ issue }) => issue.state === "open");
  if (open.length > 0) return open.map((one) => act(one, "update"));
  // Closed as not planned: people know, and want to hear no more of it.
  if (known.some(({ issue }) => issue.reason === "not_planned")) return [];
  return known.slice(-1).map((one) => act(one, "reopen"));
}

function fresh(overview: Overview, group: FindingGroup, options: IssueOptions): IssueAction {
  const record = recordOf(overview, group, undefined);
  const night = nightOf(overview, new Set(record.scenarios), new Set(group.guests), options);
  const where = [...new Set(group.guests.map(scenarioOf))];
  const names = where.length > 2 ? `${where[0]} and ${where.length - 1} more` : where.join(", ");
  return {
    kind: "open",
    title: cutCharacters(`${names}: ${group.title}`, 250),
    body: renderIssue(overview, { ...record, nights: [night] }, options, group),
  };
}

/** The failure did not show, where its scenarios ran at all: one clean night more, and maybe the last one. */
function unseen(overview: Overview, { issue, record }: Known, options: IssueOptions): IssueAction[] {
  const night = nightOf(overview, new Set(record.scenarios), new Set(), options);
  if (night.runs === 0) return [];
  const nights = withNight(record.nights, night);
  const body = renderIssue(overview, { ...record, nights }, options, undefined, issue.body);
  const clean = cleanNights(nights);
  if (clean < options.closeAfter) return [{ kind: "update", issue, change: { body } }];
  const runs = nights.slice(-clean).reduce((sum, one) => sum + one.runs, 0);
  return [
    {
      kind: "close",
      issue,
      change: { body, state: "closed", reason: "completed" },
      comment: `Not seen in ${plural(clean, "night")} (${plural(runs, "run")}), so this is closed. If it comes back, it is opened again.`,
    },
  ];
}

/**
 * What the results of a night make of the issues that there are.
 * @param issues all that have our label, open and closed
 */
export function planIssues(
  results: Results,
  issues: readonly TrackedIssue[],
  options: IssueOptions,
): IssuePlan {
  const overview = overviewOf(results);
  const known = issues.flatMap((issue) => {
    const record = readRecord(issue.body);
    return record === undefined ? [] : [{ issue, record }];
  });
  const handled = new Set<Known>();
  const actions: IssueAction[] = [];
  const news: FindingGroup[] = [];
  for (const group of overview.failures) {
    const own = known.filter(({ record }) => isSameBug(record, group.finding));
    // Two names of one bug, and one issue: the first of them has told it all.
    if (own.some((one) => handled.has(one))) continue;
    for (const one of own) handled.add(one);
    if (own.length > 0) actions.push(...seen(overview, group, own, options));
    else if (!news.some((other) => isSameBug(other.finding, group.finding))) news.push(group);
  }
  const opened = news.slice(0, mostNew).map((group) => fresh(overview, group, options));
  const gone = known
    .filter((one) => one.issue.state === "open" && !handled.has(one))
    .flatMap((one) => unseen(overview, one, options));
  return { actions: [...opened, ...actions, ...gone], left: news.slice(mostNew).map(({ title }) => title) };
}
