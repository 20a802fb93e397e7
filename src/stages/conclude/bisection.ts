import type { Knowledge } from "../../bisect/knowledge.ts";
import type { Observation } from "../../bisect/observations.ts";
import { answerOf, type Step } from "../../bisect/steps.ts";
import type { History } from "../../kernel/history.ts";
import type {
  BisectCommit,
  BisectFacts,
  BisectOutcome,
  BisectResults,
  ProbedCommit,
} from "../../results/bisection.ts";

/** What there is to conclude from. */
export interface ToConclude {
  readonly history: History;
  readonly knowledge: Knowledge;
  readonly step: Step;
  readonly observations: readonly Observation[];
  /** Seconds that building took, by commit. */
  readonly built: ReadonlyMap<string, number>;
  readonly about: BisectFacts;
  /** Seconds of this job. */
  readonly wall: number;
  readonly stopped: string | undefined;
}

function outcomeOf(step: Step): BisectOutcome {
  if (step.kind === "confirm") return "not-shown";
  if (step.kind !== "end") return "undecided";
  if (step.why === "untestable") return `${step.which}-untestable`;
  return step.why === "stuck" ? "contradiction" : step.why;
}

const plain = ({ commit, subject, author }: BisectCommit): BisectCommit => ({ commit, subject, author });

/** How probable it is that each candidate is bad: that one of its ancestors, or itself, is the first bad one. */
function badness({ history, knowledge }: ToConclude, first: Float64Array): Map<string, number> {
  const { parents } = knowledge.candidates;
  const ancestors = (commit: number): Set<number> => {
    const seen = new Set([commit]);
    for (const one of seen) for (const parent of parents[one] ?? []) seen.add(parent);
    return seen;
  };
  return new Map(
    [...knowledge.counts.keys()].map((place) => [
      history.commits[place]?.commit ?? "",
      Math.min(
        1,
        [...ancestors(place)].reduce((sum, one) => sum + (first[one] ?? 0), 0),
      ),
    ]),
  );
}

function probedOf(all: ToConclude, first: Float64Array | undefined): ProbedCommit[] {
  const { history, knowledge } = all;
  const bad = first === undefined ? undefined : badness(all, first);
  const known = [history.good, ...history.commits];
  return known.flatMap((commit) => {
    const count = knowledge.byCommit.get(commit.commit);
    if (count === undefined) return [];
    const { failures, passes, others, cut, untestable, seconds } = count;
    const role = commit === history.good ? "good" : commit.commit === history.bad ? "bad" : undefined;
    const probability = bad?.get(commit.commit);
    return {
      ...plain(commit),
      ...{ failures, passes, others, cut, seconds },
      ...(role === undefined ? {} : { role }),
      ...(untestable === undefined ? {} : { untestable }),
      ...(probability === undefined ? {} : { bad: probability }),
    };
  });
}

function othersOf({ observations, knowledge }: ToConclude): BisectResults["others"] {
  const errors = observations.flatMap(({ errors: all, commit }) =>
    all.filter((error) => !knowledge.shows(error)).map((error) => ({ ...error, commit })),
  );
  return [...Map.groupBy(errors, ({ fingerprint }) => fingerprint).values()]
    .map((same) => ({
      title: same[0]?.title ?? "",
      runs: same.length,
      commits: new Set(same.map(({ commit }) => commit)).size,
    }))
    .sort((a, b) => b.runs - a.runs)
    .slice(0, 20);
}

/** Of a failure that did not show in so many runs: no more frequent than that, at a confidence. */
const boundOf = (runs: number, confidence: number) => 1 - (1 - confidence) ** (1 / runs);

/** What a bisection has found, so far. Pure. */
export function concludeBisection(all: ToConclude): BisectResults {
  const { history, knowledge, step, observations, built, about, stopped } = all;
  const outcome = outcomeOf(step);
  const bad = history.commits.find(({ commit }) => commit === history.bad) ?? history.good;
  const counted = outcome === "not-shown" || outcome === "bad-untestable" ? undefined : answerOf(knowledge);
  const conclusion = counted?.conclusion;
  const places =
    conclusion === undefined || outcome === "good-fails" || outcome === "good-untestable"
      ? []
      : conclusion.kind === "found"
        ? [conclusion.commit]
        : conclusion.kind === "set"
          ? conclusion.commits
          : conclusion.credible;
  const first = counted?.belief.first;
  const atBad = knowledge.counts.get(history.commits.length - 1);
  const quiet = outcome === "not-shown" && atBad !== undefined && atBad.failures === 0 && atBad.passes > 0;
  const runs = observations.filter((one) => one.outcome !== "build");
  return {
    format: "rcutorture-action bisection results",
    version: 1,
    createdAt: new Date().toISOString(),
    ...about,
    good: plain(history.good),
    bad: plain(bad),
    ...(knowledge.failure === undefined ? {} : { failure: knowledge.failure.title }),
    outcome,
    answer: places.flatMap((place) => {
      const commit = history.commits[place];
      return commit === undefined ? [] : [{ ...plain(commit), probability: first?.[place] ?? 0 }];
    }),
    posterior: [...(first ?? [])],
    ...(counted === undefined ? {} : { rate: counted.belief.rate }),
    ...(quiet ? { bound: boundOf(atBad.passes, about.confidence) } : {}),
    probed: probedOf(all, first),
    others: othersOf(all),
    spent: {
      runs: runs.length,
      guests: runs.reduce((sum, { seconds }) => sum + seconds, 0),
      builds: built.size,
      building: [...built.values()].reduce((sum, seconds) => sum + seconds, 0),
      wall: all.wall,
    },
    ...(stopped === undefined ? {} : { stopped }),
  };
}
