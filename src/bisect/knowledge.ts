import {
  type Count,
  countsOf,
  type Failure,
  failureNamed,
  mostFrequent,
  news,
  type Observation,
  type Sighting,
  type Told,
} from "./observations.ts";
import type { Known } from "./steps.ts";
import type { Candidates, Costs, Rules } from "./types.ts";

/** What is asked. Commits are full ids. */
export interface Question {
  readonly good: string;
  readonly bad: string;
  /** The candidates, in their order. */
  readonly commits: readonly string[];
  readonly candidates: Candidates;
  readonly rules: Rules;
  readonly told: readonly Told[];
  /** A title, a part of one or a fingerprint; absent: the most frequent error at `bad`. */
  readonly failure: string | undefined;
}

/** What costs what, in seconds of the clock on the wall. */
export interface Prices {
  /** A kernel of this commit is there. */
  has(commit: string): boolean;
  /** Of builds so far. */
  readonly builds: readonly number[];
  /** Of a guest that lives to its end. */
  readonly guest: number;
  /** Guests that live at the same time on a machine. */
  readonly slots: number;
}

/** Everything that is known. */
export interface Knowledge extends Known {
  /** The searched failure; undefined: nothing failed yet, and nobody named it. */
  readonly failure: { readonly title: string; readonly fingerprint?: string } | undefined;
  readonly shows: Failure;
  /** Numbers of commits by their ids, `good` and others among them. */
  readonly byCommit: ReadonlyMap<string, Count>;
}

/** Seconds of a build of which nothing is known. */
const usualBuild = 600;

const mean = (values: readonly number[], usual: number) =>
  values.length === 0 ? usual : values.reduce((sum, value) => sum + value, 0) / values.length;

function failureOf(
  { failure, bad, told }: Question,
  observations: readonly Observation[],
): { readonly shows: Failure; readonly named: Knowledge["failure"] } {
  if (failure !== undefined) {
    const shows = failureNamed(failure);
    const seen = observations.flatMap(({ errors }) => errors).find(shows);
    return { shows, named: seen ?? { title: failure } };
  }
  const named = mostFrequent(observations, bad);
  if (named !== undefined) return { named, shows: (one: Sighting) => one.fingerprint === named.fingerprint };
  // Somebody saw it fail, and did not say how.
  const failed = told.some(({ commit, word }) => commit === bad && word === "failed");
  return { named: undefined, shows: () => failed };
}

function costsOf({ commits }: Question, { has, builds, guest, slots }: Prices): Costs {
  const build = mean(builds, usualBuild);
  return { build: (place) => (has(commits[place] ?? "") ? 0 : build), run: guest / Math.max(1, slots) };
}

/** What observations say about the question. Pure. */
export function know(question: Question, observations: readonly Observation[], prices: Prices): Knowledge {
  const { shows, named } = failureOf(question, observations);
  const byCommit = countsOf(observations, news(question.told, observations), shows);
  const counts = new Map(
    question.commits.flatMap((commit, place) => {
      const count = byCommit.get(commit);
      return count === undefined ? [] : [[place, count] as const];
    }),
  );
  return {
    candidates: question.candidates,
    rules: question.rules,
    counts,
    good: byCommit.get(question.good),
    costs: costsOf(question, prices),
    failure: named,
    shows,
    byCommit,
  };
}
